"""A contact: an attempt to reach the person, an appointment, or the person reaching us."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.adjustments.models import Against, ContactPreferences, Way
from livingwell.contacts.models.judgement import AsAsked, Judgement
from livingwell.contacts.models.outcome import OF_AN_APPOINTMENT, ContactKind, Outcome
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)


class Contact(Identified, Timed, Versioned, Model):
    """One contact, and how it matched what the person had asked.

    `at` is when it was or will be; an appointment also has `agreed_at`, when the person was told of it, and an
    `outcome` only once it has been. The verdict (`as_asked`, `objected`, `went_against`) is reached when it is logged.
    An appointment's is reached when it is planned, and once more, for good, with its outcome: by then the person may
    have asked for something else. `went_against` holds the person's words as they then stood.
    """

    __tablename__ = "contact"
    __table_args__ = (
        CheckConstraint("outcome IS NOT NULL OR kind = 'appointment'", name="only_appointments_are_ahead"),
        CheckConstraint(
            f"outcome IS NULL OR (kind = 'appointment') = (outcome IN ({_listed(OF_AN_APPOINTMENT)}))",
            name="outcome_fits_kind",
        ),
        CheckConstraint("(outcome IS NULL) = (outcome_at IS NULL)", name="outcome_is_dated"),
        CheckConstraint("as_asked <> 'not_as_asked' OR is_emergency OR reason <> ''", name="against_needs_a_reason"),
        CheckConstraint("NOT is_urgent OR is_emergency OR reason <> ''", name="urgent_needs_a_reason"),
        CheckConstraint("ends_at IS NULL OR ends_at > at", name="ends_after_it_starts"),
        Index("ix_contact_person_id_at", "person_id", "at"),
        Index("ix_contact_made_by_id_at", "made_by_id", "at"),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    kind: Mapped[ContactKind] = mapped_column(choice(ContactKind))
    way: Mapped[Way] = mapped_column(choice(Way))
    at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(String(SHORT), default="")
    agreed_at: Mapped[datetime | None] = mapped_column(Instant)
    moved_from_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("contact.id"))
    outcome: Mapped[Outcome | None] = mapped_column(choice(Outcome))
    outcome_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    note: Mapped[str] = mapped_column(Text, default="")
    made_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    recorded_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    as_asked: Mapped[AsAsked] = mapped_column(choice(AsAsked))
    preferences_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("contact_preferences.id"))
    objected: Mapped[str] = mapped_column(String(SHORT), default="")
    went_against: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(String(LINE), default="")
    is_urgent: Mapped[bool] = mapped_column(default=False)
    is_emergency: Mapped[bool] = mapped_column(default=False)
    allowed_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    made_by: Mapped[Account] = relationship(foreign_keys=[made_by_id], lazy="raise_on_sql")
    recorded_by: Mapped[Account] = relationship(foreign_keys=[recorded_by_id], lazy="raise_on_sql")
    outcome_by: Mapped[Account | None] = relationship(foreign_keys=[outcome_by_id], lazy="raise_on_sql")
    allowed_by: Mapped[Account | None] = relationship(foreign_keys=[allowed_by_id], lazy="raise_on_sql")
    preferences: Mapped[ContactPreferences | None] = relationship(lazy="raise_on_sql")

    @property
    def is_ahead(self) -> bool:
        """Whether it is an appointment of which nobody has said what became."""
        return self.outcome is None

    @property
    def until(self) -> datetime:
        """When an appointment is over, as far as was planned."""
        return self.ends_at or self.at

    @property
    def against(self) -> tuple[Against, ...]:
        """What of the person's wishes it went against, the gravest first."""
        return tuple(Against(each) for each in self.objected.split())

    def keep(self, judgement: Judgement) -> None:
        """Keep how it was judged, with the person's words as they stand now."""
        self.as_asked = judgement.as_asked
        self.preferences_id = judgement.preferences.id if judgement.preferences else None
        self.objected = " ".join(dict.fromkeys(each.against for each in judgement.objections))
        self.went_against = judgement.words

    def require_ahead(self) -> None:
        """Raise Conflict once it is known what became of it."""
        if not self.is_ahead:
            raise Conflict("What became of this is written down already. Look at the contact before you go on.")


class EarlierNote(Identified, Timed, Model):
    """How the note of a contact read until somebody changed it. Nothing changes it."""

    __tablename__ = "earlier_note"

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    contact_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("contact.id"), index=True)
    note: Mapped[str] = mapped_column(Text)
    changed_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    changed_by: Mapped[Account] = relationship(lazy="raise_on_sql")

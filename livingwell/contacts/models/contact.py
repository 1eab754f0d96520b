"""A contact: an attempt to reach the person, an appointment, or the person reaching us."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.adjustments.models import ContactPreferences, Way
from livingwell.contacts.models.outcome import ContactKind, Outcome
from livingwell.core.model import Identified, Instant, Timed, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account


class AsAsked(StrEnum):
    """How a contact matched what the person had asked, judged once, by what was in force when it was made."""

    AS_ASKED = "as_asked"
    NOT_AS_ASKED = "not_as_asked"
    BEFORE_WE_ASKED = "before_we_asked"


class Contact(Identified, Timed, Versioned, Model):
    """One contact. `as_asked` and `went_against` are judged when it is made and never again.

    `at` is when it was or will be; an appointment also has `agreed_at`, when the person was told of it, and an
    `outcome` only once it has been. `went_against` holds the person's words as they then stood.
    """

    __tablename__ = "contact"
    __table_args__ = (
        CheckConstraint("outcome IS NOT NULL OR kind = 'appointment'", name="only_appointments_are_ahead"),
        CheckConstraint("as_asked <> 'not_as_asked' OR is_emergency OR reason <> ''", name="against_needs_a_reason"),
        Index("ix_contact_person_id_at", "person_id", "at"),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    kind: Mapped[ContactKind] = mapped_column(choice(ContactKind))
    way: Mapped[Way] = mapped_column(choice(Way))
    at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(String(SHORT), default="")
    agreed_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome: Mapped[Outcome | None] = mapped_column(choice(Outcome))
    note: Mapped[str] = mapped_column(Text, default="")
    made_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    recorded_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    as_asked: Mapped[AsAsked] = mapped_column(choice(AsAsked))
    preferences_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("contact_preferences.id"))
    went_against: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(String(LINE), default="")
    is_emergency: Mapped[bool] = mapped_column(default=False)
    allowed_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    made_by: Mapped[Account] = relationship(foreign_keys=[made_by_id], lazy="raise_on_sql")
    recorded_by: Mapped[Account] = relationship(foreign_keys=[recorded_by_id], lazy="raise_on_sql")
    allowed_by: Mapped[Account | None] = relationship(foreign_keys=[allowed_by_id], lazy="raise_on_sql")
    preferences: Mapped[ContactPreferences | None] = relationship(lazy="raise_on_sql")

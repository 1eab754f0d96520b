"""A reasonable adjustment: what somebody needs us to do otherwise, and how it has gone since.

One record serves two standards: the Reasonable Adjustment Digital Flag (DAPB4019) and the Accessible Information
Standard (DAPB1605). The eleven categories are the flag's; its first four are those of the information standard.
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.adjustments.models.lifecycle import (
    AdjustmentEvent,
    AdjustmentOutcome,
    CannotDo,
    EventKind,
    Met,
    OfAnAdjustment,
)
from livingwell.adjustments.models.ways import HowWeKnow
from livingwell.core.errors import Conflict
from livingwell.core.model import Versioned, choice
from livingwell.core.text import LINE, LONG
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class Category(StrEnum):
    """The eleven categories of the flag, by their numbers."""

    COMMUNICATION_SUPPORT = "001"
    COMMUNICATION_PROFESSIONAL = "002"
    CONTACT_METHOD = "003"
    INFORMATION_FORMAT = "004"
    COMMUNICATION_NEEDS = "005"
    LANGUAGE = "006"
    SUPPORT = "007"
    CARE = "008"
    ENVIRONMENT = "009"
    HEALTH_NEEDS = "010"
    BESPOKE = "011"


class Disclosure(StrEnum):
    """What the person said when asked about an impairment or a diagnosis, which no adjustment waits for."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    PREFERS_NOT_TO_SAY = "prefers_not_to_say"


class ReasonableAdjustment(Line, Versioned, Model):
    """Something that we do otherwise for one person, recorded once and met each time.

    `what` reads as it was picked or written; `choice_key` is the choice of the catalogue, "" for own words. `position`
    is the person's own order, from 0. Who recorded it is who wrote the line.
    """

    __tablename__ = "reasonable_adjustment"
    __table_args__ = (
        CheckConstraint("length(what) > 0", name="has_what"),
        CheckConstraint(
            "disclosure = 'given' OR (impairment = '' AND diagnosis = '')", name="nothing_disclosed_unless_given"
        ),
        Index("ix_reasonable_adjustment_person_id_position", "person_id", "position"),
        Index("ix_reasonable_adjustment_review_on", "review_on"),
    )

    choice_key: Mapped[str] = mapped_column(String(60), default="")
    snomed_code: Mapped[str] = mapped_column(String(18), default="")
    category: Mapped[Category] = mapped_column(choice(Category))
    what: Mapped[str] = mapped_column(String(LINE))
    in_practice: Mapped[str] = mapped_column(String(LINE), default="")
    why_it_matters: Mapped[str] = mapped_column(String(LONG), default="")
    how_we_know: Mapped[HowWeKnow] = mapped_column(choice(HowWeKnow))
    identified_on: Mapped[date]
    position: Mapped[int]
    review_on: Mapped[date]
    disclosure: Mapped[Disclosure] = mapped_column(choice(Disclosure), default=Disclosure.NOT_ASKED)
    impairment: Mapped[str] = mapped_column(String(LINE), default="")
    diagnosis: Mapped[str] = mapped_column(String(LINE), default="")
    note_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("imported_note.id"), index=True)

    events: Mapped[list[AdjustmentEvent]] = relationship(
        order_by=(AdjustmentEvent.happened_on, AdjustmentEvent.created_at), lazy="raise_on_sql"
    )
    outcomes: Mapped[list[AdjustmentOutcome]] = relationship(
        order_by=(AdjustmentOutcome.happened_on, AdjustmentOutcome.created_at), lazy="raise_on_sql"
    )
    refusals: Mapped[list[CannotDo]] = relationship(order_by=CannotDo.created_at, lazy="raise_on_sql")

    def latest(self, *kinds: EventKind) -> AdjustmentEvent | None:
        """The latest event of one of these kinds."""
        return next((each for each in reversed(self.events) if each.kind in kinds), None)

    @property
    def ending(self) -> AdjustmentEvent | None:
        return self.latest(EventKind.ENDED)

    @property
    def cannot_do(self) -> CannotDo | None:
        """That we can't do this, while it stands."""
        return next((each for each in self.refusals if each.stands), None)

    @property
    def is_active(self) -> bool:
        """Whether it is to be met today: it has not ended, and nobody said that we can't."""
        return self.ending is None and self.cannot_do is None

    @property
    def objection(self) -> AdjustmentEvent | None:
        """That the person objects to our sharing it, while they do."""
        said = self.latest(EventKind.OBJECTED, EventKind.NO_LONGER_OBJECTS)
        return said if said is not None and said.kind is EventKind.OBJECTED else None

    @property
    def last_outcome(self) -> AdjustmentOutcome | None:
        """Whether it was met when it last applied; times when it was not needed say nothing about that."""
        return next((each for each in reversed(self.outcomes) if each.met is not Met.NOT_NEEDED), None)

    def require_open(self) -> None:
        """Raise Conflict once it has ended."""
        if self.ending is not None:
            raise Conflict("This adjustment has ended. It can be read, and no longer changed.")

    def require_met_by_us(self) -> None:
        """Raise Conflict where there is nothing to meet: it has ended, or we said that we can't."""
        self.require_open()
        if self.cannot_do is not None:
            raise Conflict("We said that we can’t do this. Say first that we can after all.")

    def require_may(self, kind: EventKind) -> None:
        """Raise Conflict where this can't happen to it now: it has ended, or the person objects to sharing."""
        self.require_open()
        if kind in (EventKind.FLAGGED, EventKind.SHARED) and self.objection is not None:
            raise Conflict("The person objects to our sharing this. Talk to them first.")
        if kind is EventKind.OBJECTED and self.objection is not None:
            raise Conflict("The objection is on record already.")
        if kind is EventKind.NO_LONGER_OBJECTS and self.objection is None:
            raise Conflict("No objection is on record.")

    def reword(self, in_practice: str, why_it_matters: str, how_we_know: HowWeKnow) -> "EarlierWording | None":
        """Put it in other words. Returns how it read before, or none where it said nothing yet or nothing changes."""
        before = (self.in_practice, self.why_it_matters, self.how_we_know)
        earlier = self._as_it_reads() if self.in_practice or self.why_it_matters else None
        self.in_practice, self.why_it_matters, self.how_we_know = in_practice, why_it_matters, how_we_know
        return earlier if before != (in_practice, why_it_matters, how_we_know) else None

    def disclose(self, disclosure: Disclosure, impairment: str, diagnosis: str) -> None:
        """Keep what the person said about an impairment or a diagnosis; nothing unless they gave it."""
        is_given = disclosure is Disclosure.GIVEN
        self.disclosure = disclosure
        self.impairment, self.diagnosis = (impairment, diagnosis) if is_given else ("", "")

    def _as_it_reads(self) -> "EarlierWording":
        return EarlierWording(
            person_id=self.person_id,
            adjustment_id=self.id,
            in_practice=self.in_practice,
            why_it_matters=self.why_it_matters,
            how_we_know=self.how_we_know,
        )


class EarlierWording(OfAnAdjustment, Model):
    """How an adjustment read until it was put in other words; whoever did that wrote the row. Nothing changes it."""

    __tablename__ = "earlier_wording"
    __table_args__ = (Index("ix_earlier_wording_adjustment_id", "adjustment_id"),)

    in_practice: Mapped[str] = mapped_column(String(LINE), default="")
    why_it_matters: Mapped[str] = mapped_column(String(LONG), default="")
    how_we_know: Mapped[HowWeKnow] = mapped_column(choice(HowWeKnow))

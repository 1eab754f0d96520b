"""What happens to an adjustment, as dated rows that say who wrote them down."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.model import Instant, choice
from livingwell.core.text import LINE, LONG, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class EventKind(StrEnum):
    """What happened. Somebody is told that it is on record and may be shared, and may object."""

    INFORMED = "informed"
    OBJECTED = "objected"
    NO_LONGER_OBJECTS = "no_longer_objects"
    FLAGGED = "flagged"
    SHARED = "shared"
    REVIEWED = "reviewed"
    ENDED = "ended"

    @property
    def needs_words(self) -> bool:
        """Whether the row says nothing without words: with whom it was shared, why it ended."""
        return self in (EventKind.SHARED, EventKind.ENDED)


class OfAnAdjustment(Line):
    """A row in the life of one adjustment."""

    adjustment_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("reasonable_adjustment.id"))


class AdjustmentEvent(OfAnAdjustment, Model):
    """Something that happened to it. `said` is with whom it was shared, or why, or what the person said.

    Flagged is the national flag, set by hand in another system: here it shows from the day when it is recorded.
    """

    __tablename__ = "adjustment_event"
    __table_args__ = (
        CheckConstraint("kind NOT IN ('shared', 'ended') OR length(said) > 0", name="has_words"),
        Index("ix_adjustment_event_adjustment_id_kind", "adjustment_id", "kind"),
        Index(
            "uq_adjustment_event_ended",
            "adjustment_id",
            unique=True,
            sqlite_where=text("kind = 'ended'"),
            postgresql_where=text("kind = 'ended'"),
        ),
    )

    kind: Mapped[EventKind] = mapped_column(choice(EventKind))
    happened_on: Mapped[date]
    said: Mapped[str] = mapped_column(String(LINE), default="")


class Met(StrEnum):
    """Whether an adjustment was met, at one occasion on which it could have applied."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_NEEDED = "not_needed"


class AdjustmentOutcome(OfAnAdjustment, Model):
    """Whether it was met this time. `occasion_id` is whatever it was about, such as a contact: known only above."""

    __tablename__ = "adjustment_outcome"
    __table_args__ = (
        CheckConstraint("met <> 'not_met' OR length(why) > 0", name="not_met_has_why"),
        Index("ix_adjustment_outcome_adjustment_id_happened_on", "adjustment_id", "happened_on"),
        Index(
            "uq_adjustment_outcome_occasion",
            "occasion_id",
            "adjustment_id",
            unique=True,
            sqlite_where=text("occasion_id IS NOT NULL"),
            postgresql_where=text("occasion_id IS NOT NULL"),
        ),
    )

    met: Mapped[Met] = mapped_column(choice(Met))
    happened_on: Mapped[date]
    why: Mapped[str] = mapped_column(String(LINE), default="")
    occasion_id: Mapped[UUID | None] = mapped_column(Uuid)

    def require_why(self) -> None:
        """Raise Invalid where it was not met and nobody said why."""
        if self.met is Met.NOT_MET and not self.why:
            raise Invalid({"why": "Say why it was not met, so that it can be next time"})


class CannotDo(OfAnAdjustment, Model):
    """We can't do this: said only with the reason and with what is offered instead. The team talks about it next."""

    __tablename__ = "cannot_do"
    __table_args__ = (
        CheckConstraint("length(reason) > 0", name="has_reason"),
        CheckConstraint("length(instead) > 0", name="has_instead"),
        Index(
            "uq_cannot_do_standing",
            "adjustment_id",
            unique=True,
            sqlite_where=text("lifted_at IS NULL"),
            postgresql_where=text("lifted_at IS NULL"),
        ),
    )

    said_on: Mapped[date]
    reason: Mapped[str] = mapped_column(String(LONG))
    instead: Mapped[str] = mapped_column(String(LONG))
    lifted_at: Mapped[datetime | None] = mapped_column(Instant)
    lifted_by: Mapped[str] = mapped_column(String(SHORT), default="")

    @property
    def stands(self) -> bool:
        return self.lifted_at is None

    def lift(self, actor: Actor) -> None:
        """We can do it after all. Raises Conflict the second time."""
        if not self.stands:
            raise Conflict("Somebody has said already that we can do this after all.")
        self.lifted_at, self.lifted_by = now(), actor.name

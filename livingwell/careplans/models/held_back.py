"""A line of the plan that the person does not see for now, because two members thought it right."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models.line import PlanLine
from livingwell.careplans.models.suggestion import TargetKind
from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Instant, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model


class HeldBack(PlanLine, Versioned, Model):
    """One member asks, with a reason and a date to look again; it is held back from when a second member agrees.

    The person is told that something is held back and whom to ask, unless that itself would harm
    (`hides_that_because`). The hold goes with a statement that is put in other words; `earlier_ids` are those before.
    """

    __tablename__ = "held_back"
    __table_args__ = (
        CheckConstraint("line_kind <> 'plan'", name="is_a_line"),
        CheckConstraint("length(reason) > 0", name="has_reason"),
        CheckConstraint("agreed_by_id IS NULL OR agreed_by_id <> written_by_id", name="agreed_by_a_second"),
        CheckConstraint("(agreed_at IS NULL) = (agreed_by_id IS NULL)", name="agreement_is_dated"),
        Index("ix_held_back_line_id", "line_id"),
        Index("ix_held_back_person_id_look_again_on", "person_id", "look_again_on"),
    )

    line_kind: Mapped[TargetKind] = mapped_column(choice(TargetKind))
    line_id: Mapped[UUID] = mapped_column(Uuid)
    earlier_ids: Mapped[list[str]] = mapped_column(JSON, default=list)
    reason: Mapped[str] = mapped_column(String(LINE))
    look_again_on: Mapped[date]
    hides_that_because: Mapped[str] = mapped_column(String(LINE), default="")
    agreed_at: Mapped[datetime | None] = mapped_column(Instant)
    agreed_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    agreed_by: Mapped[str] = mapped_column(String(SHORT), default="")
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    ended_by: Mapped[str] = mapped_column(String(SHORT), default="")

    @property
    def is_asked(self) -> bool:
        """Whether it waits for a second member. Until then the person sees the line."""
        return self.agreed_at is None and self.ended_at is None

    @property
    def is_in_force(self) -> bool:
        return self.agreed_at is not None and self.ended_at is None

    def was_in_force(self, at: datetime) -> bool:
        """Whether the person did not see the line at that time."""
        return self.agreed_at is not None and self.agreed_at <= at and (self.ended_at is None or self.ended_at > at)

    @property
    def hides_that(self) -> bool:
        """Whether the person isn't even told that something is held back."""
        return bool(self.hides_that_because)

    @property
    def all_ids(self) -> frozenset[str]:
        """The line, and the earlier wordings of it."""
        return frozenset({str(self.line_id), *self.earlier_ids})

    def agree(self, actor: Actor) -> None:
        """A second member agrees. Raises Conflict for the one who asked, and where somebody was quicker."""
        if not self.is_asked:
            raise Conflict("This was answered already. Look at the plan again.")
        if actor.account_id == self.written_by_id:
            raise Conflict("A second member agrees to this, not the one who asked.")
        self.agreed_at, self.agreed_by_id, self.agreed_by = now(), actor.account_id, actor.name

    def end(self, actor: Actor) -> None:
        """The person sees the line again, or nobody agreed. Raises Conflict where it is over already."""
        if self.ended_at is not None:
            raise Conflict("This is not held back any more. Look at the plan again.")
        self.ended_at, self.ended_by_id, self.ended_by = now(), actor.account_id, actor.name

    def follow(self, newer: UUID) -> None:
        """Go with the words that replaced the line."""
        self.earlier_ids = [*self.earlier_ids, str(self.line_id)]
        self.line_id = newer


def held_now(holds: Iterable[HeldBack]) -> frozenset[str]:
    """The ids of every line that the person does not see now, earlier wordings included."""
    return frozenset().union(*(each.all_ids for each in holds if each.is_in_force))


def held_then_or_now(holds: Iterable[HeldBack], at: datetime) -> frozenset[str]:
    """The same, with what they did not see at that time: a yes is to what was read, and shows no more than that."""
    return frozenset().union(*(each.all_ids for each in holds if each.is_in_force or each.was_in_force(at)))

"""Ending support: proposed, made ready for, and done."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from livingwell.careplans.models import HowSaid
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.model import Instant, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.people.models import Episode, ends_properly
from livingwell.people.models.line import Line


class EndingKind(StrEnum):
    """Why support ends. Nobody's ends for "not engaging": where contact was lost, it is ours to find again."""

    GOALS_REACHED = "goals_reached"
    MOVED_ON = "moved_on"
    OWN_DECISION = "own_decision"
    MOVED_AWAY = "moved_away"
    ANOTHER_SERVICE = "another_service"
    DIED = "died"
    LOST_CONTACT = "lost_contact"

    @property
    def says_where(self) -> bool:
        """Whether it says nothing without where to."""
        return self in (EndingKind.MOVED_ON, EndingKind.ANOTHER_SERVICE)


class ClosurePoint(StrEnum):
    """What the record can't know and a named person answers, before support ends for lost contact (PRODUCT.md §4,
    assembled from NHS England PRN01524 2024, NICE QS188, NCISH 2025 and RDaSH policy)."""

    CHANGED_AND_TRIED = "changed_and_tried"
    OTHERS_ASKED = "others_asked"
    SAFETY = "safety"
    CAPACITY = "capacity"
    DEPENDANTS = "dependants"
    DECISION_MAKER = "decision_maker"


class ClosureAnswer(Line, Model):
    """A named person's words to one point. Added to, never changed; the last one stands."""

    __tablename__ = "closure_answer"
    __table_args__ = (CheckConstraint("length(words) > 0", name="has_words"),)

    proposal_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("closure_proposal.id"), index=True)
    point: Mapped[ClosurePoint] = mapped_column(choice(ClosurePoint))
    words: Mapped[str] = mapped_column(String(LINE))


class ReadyKind(StrEnum):
    """What the person says to "are you ready for this?"."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"
    COULD_NOT_ASK = "could_not_ask"


class ReadyAnswer(Line, Model):
    """The person's answer on a day, or why they could not be asked. Added to; the last one stands."""

    __tablename__ = "ready_answer"
    __table_args__ = (CheckConstraint("kind <> 'could_not_ask' OR length(words) > 0", name="says_why_not_asked"),)

    proposal_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("closure_proposal.id"), index=True)
    kind: Mapped[ReadyKind] = mapped_column(choice(ReadyKind))
    words: Mapped[str] = mapped_column(String(LINE), default="")
    how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    answered_on: Mapped[date]


class ClosureProposal(Line, Versioned, Model):
    """Somebody proposes to end support, from the record or a discussion. An episode has one open at a time."""

    __tablename__ = "closure_proposal"
    __table_args__ = (
        Index(
            "uq_closure_proposal_open",
            "episode_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"), index=True)
    discussion_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("case_discussion.id"))
    kind: Mapped[EndingKind] = mapped_column(choice(EndingKind))
    to_where: Mapped[str] = mapped_column(String(SHORT), default="")
    words: Mapped[str] = mapped_column(String(LINE), default="")
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_why: Mapped[str] = mapped_column(String(LINE), default="")

    answers: Mapped[list[ClosureAnswer]] = relationship(order_by=ClosureAnswer.created_at, lazy="raise_on_sql")
    ready_answers: Mapped[list[ReadyAnswer]] = relationship(order_by=ReadyAnswer.created_at, lazy="raise_on_sql")

    @property
    def answer(self) -> ReadyAnswer | None:
        """What the person said last to "are you ready for this?", or why they could not be asked."""
        return self.ready_answers[-1] if self.ready_answers else None

    @property
    def answered(self) -> dict[ClosurePoint, ClosureAnswer]:
        """The words that stand for each point."""
        return {each.point: each for each in self.answers}

    def require_open(self) -> None:
        """Raise Conflict once it was withdrawn, or support has ended."""
        if self.ended_at is not None:
            raise Conflict("This is not proposed any more. See where it stands now before you go on.")

    def withdraw(self, why: str) -> None:
        """It is not proposed any more. Raises Invalid without a reason."""
        self.require_open()
        if not why:
            raise Invalid({"why": "Say why support is not to end"})
        self.ended_at, self.ended_why = now(), why

    def complete(self, *, overridden_why: str = "") -> "Closure":
        """Support ends today, as this says: once."""
        self.require_open()
        self.ended_at = now()
        return Closure(
            person_id=self.person_id,
            episode_id=self.episode_id,
            proposal_id=self.id,
            kind=self.kind,
            closed_on=today(),
            is_override=bool(overridden_why),
            overridden_why=overridden_why,
        )


class Closure(Line, Model):
    """Support has ended, as this proposal said. `overridden_why`: a team lead ended it although it was not ready."""

    __tablename__ = "closure"
    __table_args__ = (CheckConstraint("NOT is_override OR length(overridden_why) > 0", name="override_says_why"),)

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"), unique=True)
    proposal_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("closure_proposal.id"), unique=True)
    kind: Mapped[EndingKind] = mapped_column(choice(EndingKind))
    closed_on: Mapped[date]
    is_override: Mapped[bool] = mapped_column(default=False)
    overridden_why: Mapped[str] = mapped_column(String(LINE), default="")

    proposal: Mapped[ClosureProposal] = relationship(lazy="raise_on_sql")


def _has_closure(session: Session, episode: Episode) -> bool:
    """Whether a closure of the episode is there, or is written with it."""
    is_new = any(isinstance(row, Closure) and row.episode_id == episode.id for row in session.new)
    return is_new or session.scalar(select(Closure.id).where(Closure.episode_id == episode.id)) is not None


ends_properly.append(_has_closure)

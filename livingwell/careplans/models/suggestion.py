"""A suggestion stands beside a line until somebody else answers it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models.line import PlanLine
from livingwell.core.actor import Actor, Side
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.model import choice
from livingwell.core.text import LINE, LONG, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class SuggestionKind(StrEnum):
    """What the suggestion would do."""

    ADDITION = "addition"
    REWORDING = "rewording"
    MORE_ACCESSIBLE = "more accessible"
    DROP = "leave out"


class TargetKind(StrEnum):
    """The kind of line it is about. An addition to the plan is a goal; an addition to a goal is a step."""

    PLAN = "plan"
    STATEMENT = "statement"
    GOAL = "goal"
    STEP = "step"
    CONSEQUENCE = "consequence"


CAN_BE_ADDED_TO = (TargetKind.PLAN, TargetKind.GOAL)
CAN_BE_DROPPED = (TargetKind.GOAL, TargetKind.STEP)


class SuggestionAnswer(StrEnum):
    """What came of it."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN_TO_MEETING = "taken to the meeting"


class AnsweredSuggestion(Line, Model):
    """An answer. One that was taken to the meeting is answered again there."""

    __tablename__ = "answered_suggestion"
    __table_args__ = (Index("uq_answered_suggestion_suggestion_id_number", "suggestion_id", "number", unique=True),)

    suggestion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("suggestion.id"))
    number: Mapped[int]
    answer: Mapped[SuggestionAnswer] = mapped_column(choice(SuggestionAnswer))
    reason: Mapped[str] = mapped_column(String(LINE), default="")
    answered_on: Mapped[date]


class Suggestion(PlanLine, Model):
    """Words that somebody puts beside a line: to add, to reword, to make it easier to follow; or to leave a line out.

    `is_persons`: it is the person's own, from their side or told to a member (`told_how`, a HowSaid's value). To leave
    a line out, `words` are the line's own.
    """

    __tablename__ = "suggestion"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="has_words"),
        CheckConstraint("kind <> 'addition' OR target_kind IN ('plan', 'goal')", name="addition_has_a_place"),
        CheckConstraint("kind = 'addition' OR target_kind <> 'plan'", name="rewording_has_a_line"),
        CheckConstraint("(target_kind = 'plan') = (target_id IS NULL)", name="target_is_a_line"),
    )

    kind: Mapped[SuggestionKind] = mapped_column(choice(SuggestionKind))
    target_kind: Mapped[TargetKind] = mapped_column(choice(TargetKind))
    target_id: Mapped[UUID | None] = mapped_column(Uuid)
    words: Mapped[str] = mapped_column(String(LONG))
    why: Mapped[str] = mapped_column(String(LINE), default="")
    made_on: Mapped[date]
    is_persons: Mapped[bool] = mapped_column(default=False, server_default=false())
    told_how: Mapped[str] = mapped_column(String(SHORT), default="", server_default="")

    answers: Mapped[list[AnsweredSuggestion]] = relationship(order_by=AnsweredSuggestion.number, lazy="raise_on_sql")

    @property
    def answer(self) -> AnsweredSuggestion | None:
        return self.answers[-1] if self.answers else None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a yes or a no, on the page or in a meeting."""
        return self.answer is None or self.is_for_meeting

    @property
    def is_for_meeting(self) -> bool:
        return self.answer is not None and self.answer.answer is SuggestionAnswer.TAKEN_TO_MEETING

    def take_answer(self, answered: AnsweredSuggestion, actor: Actor) -> None:
        """Raises Conflict where it was answered already or its maker would accept it, Invalid without a reason."""
        if not self.is_open:
            raise Conflict("Somebody has answered this suggestion already. Look at the plan again.")
        if answered.answer is SuggestionAnswer.ACCEPTED and actor.account_id == self.written_by_id:
            raise Conflict("Another member accepts a suggestion, not the one who made it.")
        if answered.answer is SuggestionAnswer.ACCEPTED and self.is_persons and actor.side is Side.PERSON:
            raise Conflict("Your team answers what you suggest.")
        if answered.answer is SuggestionAnswer.TAKEN_TO_MEETING and self.is_for_meeting:
            raise Conflict("This suggestion goes to the next meeting already.")
        if answered.answer is SuggestionAnswer.DECLINED and not answered.reason:
            raise Invalid({"reason": "Say why, so that whoever suggested it knows."})
        answered.number = len(self.answers) + 1
        answered.person_id = self.person_id
        answered.sign(actor)
        self.answers.append(answered)

"""A discussion as the person themself may see it. No table: it is read from what the record holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from livingwell.discussions.models.agenda import CaseDiscussion
from livingwell.discussions.models.closing import Closing, Telling
from livingwell.discussions.models.telling_answer import IsItRight, TellingAnswer


class OwnState(StrEnum):
    """How far a discussion is, for the person whom it is about."""

    COMING = "coming"
    BEGUN = "begun"
    TO_BE_TOLD = "to_be_told"
    ANSWERED = "answered"
    NOT_REACHED = "not_reached"
    TAKEN_OFF = "taken_off"


@dataclass(frozen=True)
class OwnDiscussion:
    """A discussion that the person knows of. `telling` is none until they may read it; `promised` is there before.

    `has_said`: there are words of theirs, or how they take part. `is_over`: the meeting has ended, or is long past.
    """

    discussion: CaseDiscussion
    closing: Closing | None
    promised: Telling | None
    telling: Telling | None
    answer: TellingAnswer | None
    has_said: bool
    is_over: bool

    @property
    def state(self) -> OwnState:
        if self.discussion.taken_off_at is not None:
            return OwnState.TAKEN_OFF
        if self.telling is not None:
            return OwnState.ANSWERED
        if self.closing is not None:
            return OwnState.TO_BE_TOLD
        if self.discussion.started_at is not None:
            return OwnState.BEGUN
        return OwnState.NOT_REACHED if self.is_over else OwnState.COMING

    @property
    def is_begun(self) -> bool:
        """Whether the team talks about the person, or has: what they said before stays as it was heard."""
        return self.discussion.started_at is not None and self.discussion.taken_off_at is None

    @property
    def question(self) -> str:
        """The team's question: only once a member has said that the person knows of the discussion."""
        return self.discussion.question if self.discussion.is_person_told else ""

    @property
    def read_at(self) -> datetime | None:
        return self.telling.told_at if self.telling else None

    @property
    def waits_for_answer(self) -> bool:
        """Whether the person has not said yet if what we told them is right."""
        is_answered = self.answer is not None and self.answer.answer is not IsItRight.READ
        return self.telling is not None and not is_answered

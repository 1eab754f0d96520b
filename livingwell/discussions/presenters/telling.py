"""What we tell the person, and what they say to it, as members see it."""

from dataclasses import dataclass
from datetime import datetime

from livingwell.core.actor import Side
from livingwell.core.dates import long_date
from livingwell.discussions.models import IsItRight, Telling, TellingAnswer
from livingwell.discussions.presenters.round import when

KINDS = {IsItRight.YES: "done", IsItRight.NOT_QUITE: "open", IsItRight.READ: "half"}


@dataclass(frozen=True)
class TellingAnswerCard:
    """What the person says to it: a sentence, their words, and who wrote it."""

    kind: str
    claim: str
    words: str
    by: str

    @classmethod
    def of(cls, answer: TellingAnswer, name: str, around: datetime) -> "TellingAnswerCard":
        claims = {
            IsItRight.YES: f"{name} says that this is right",
            IsItRight.NOT_QUITE: f"{name} says that this is not quite right",
            IsItRight.READ: f"{name} has read this, and may say later whether it is right",
        }
        wrote = f"written {'down ' if answer.told_how else ''}by {answer.written_by}"
        by = ", ".join(part for part in (answer.told_how, wrote, when(answer.created_at, around)) if part)
        return cls(KINDS[answer.answer], claims[answer.answer], answer.words, by[:1].upper() + by[1:])


@dataclass(frozen=True)
class TellingCard:
    """What we'll tell the person; once they were told, how, and what they say to it."""

    text: str
    how: str
    is_told: bool
    told: str
    may_read_first: bool
    answer: TellingAnswerCard | None

    @classmethod
    def of(
        cls, telling: Telling, name: str, around: datetime, *, may_read_first: bool, answer: TellingAnswer | None
    ) -> "TellingCard":
        return cls(
            text=telling.text,
            how=f"{telling.teller.name}, {telling.how}, by {long_date(telling.by_on)}",
            is_told=telling.told_at is not None,
            told=_told(telling, around),
            may_read_first=may_read_first,
            answer=TellingAnswerCard.of(answer, name, around) if answer else None,
        )


def _told(telling: Telling, around: datetime) -> str:
    """Told: Jo Brennan, 4:10pm; or: Amara Osei read it on their own pages, 12 June, 9:05am."""
    if telling.told_at is None or telling.told_by is None:
        return ""
    at = when(telling.told_at, around)
    if telling.told_by.side is Side.PERSON:
        return f"{telling.told_by.name} read it on their own pages, {at}"
    return f"Told: {telling.told_by.name}, {at}"

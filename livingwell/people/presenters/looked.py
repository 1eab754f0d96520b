"""A question about who looked, with what the record shows of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.core.dates import clock_time, date_and_time, day_and_date
from livingwell.people.models import LookedQuestion
from livingwell.people.models.looking import Reading


@dataclass(frozen=True)
class AskedAbout:
    """`shown` is what the audit has of that reader, or of everybody that day. `is_about_me`: the lead is the reader."""

    words: str
    asked: str
    day: str
    about: str
    shown: tuple[str, ...]
    answer: str
    answered: str
    is_about_me: bool

    @classmethod
    def of(cls, question: LookedQuestion, readings: Sequence[Reading], account_id: UUID | None) -> "AskedAbout":
        about = [each for each in readings if question.about_id is None or each.account_id == question.about_id]
        at = question.answered_at
        return cls(
            words=question.words,
            asked=date_and_time(question.created_at),
            day=day_and_date(question.looked_on),
            about=question.about,
            shown=tuple(_shown(each) for each in about),
            answer=question.answer,
            answered=f"{question.answered_by}, {date_and_time(at)}" if at else "",
            is_about_me=question.about_id is not None and question.about_id == account_id,
        )


def _shown(reading: Reading) -> str:
    """Jo Brennan, peer support worker: opened 3 pages between 9am and 10am; was shown 1 list."""
    who = f"{reading.account.name}, {reading.account.calling}" if reading.account else reading.label
    opened = "1 page" if reading.opened == 1 else f"{reading.opened} pages"
    listed = "1 list" if reading.listed == 1 else f"{reading.listed} lists"
    did = [f"opened {opened}" if reading.opened else "", f"was shown {listed}" if reading.listed else ""]
    first, last = clock_time(reading.first_at), clock_time(reading.last_at)
    when = f"at {first}" if first == last else f"between {first} and {last}"
    return f"{who}: {' and '.join(part for part in did if part)}, {when}"

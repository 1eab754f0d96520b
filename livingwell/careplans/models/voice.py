"""Whose words a line is in."""

from datetime import date
from enum import StrEnum

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.errors import Conflict, Invalid
from livingwell.core.model import choice
from livingwell.core.text import SHORT

MOST = 10


class WhoseWords(StrEnum):
    """Who the words come from."""

    PERSON = "person"
    TOGETHER = "together"
    SUGGESTED = "suggested"


class HowSaid(StrEnum):
    """How the person gave an answer."""

    IN_PERSON = "in person"
    ON_THIS_SCREEN = "on this screen"
    BY_TEXT = "by text"
    BY_EMAIL = "by e-mail"
    BY_LETTER = "by letter"
    BY_VIDEO = "by video call"
    BY_PHONE = "by phone"
    THROUGH_SOMEONE = "through someone they trust"


class Voiced:
    """A line that says whose words it is in. The person's own change only with the person's recorded answer."""

    whose_words: Mapped[WhoseWords] = mapped_column(choice(WhoseWords))
    suggested_by: Mapped[str] = mapped_column(String(SHORT), default="")
    said_on: Mapped[date]

    @property
    def is_persons(self) -> bool:
        return self.whose_words is WhoseWords.PERSON

    def require_answer(self, is_answered: bool) -> None:
        """Raise Conflict where these are the person's words and the person has not been asked."""
        if self.is_persons and not is_answered:
            raise Conflict(
                "These are the person’s own words. Record their answer to change them, or make a suggestion that "
                "stands beside them."
            )


def require_range(number: int | None, low: int, field: str) -> int | None:
    """The number, or none; raises Invalid outside low to ten."""
    if number is not None and not low <= number <= MOST:
        raise Invalid({field: f"Use a whole number from {low} to {MOST}."})
    return number

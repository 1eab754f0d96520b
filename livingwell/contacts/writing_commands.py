"""What the actions of writing are told."""

from dataclasses import dataclass

from livingwell.adjustments.models import Way

LONGEST = 8000  # characters of a letter: four pages, which is more than anybody should have to read


@dataclass(frozen=True)
class WriteLetter:
    """What somebody wrote. `translated_by`: who puts it in the person's language, where that isn't English.

    `is_by_hand`: a letter that is printed and given to the person, so that it needs no address.
    """

    way: Way
    words: str
    subject: str = ""
    template_key: str = "anything"
    asks_for_answer: bool = False
    translated_by: str = ""
    is_by_hand: bool = False
    row_version: int | None = None


@dataclass(frozen=True)
class EditTemplate:
    """A template as a team wants it from now on. `number` is the version that was read."""

    name: str
    subject: str
    words: str
    text_words: str
    number: int = 0
    is_put_away: bool = False

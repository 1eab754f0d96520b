"""The questions that the person is asked before their discussion, one a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from livingwell.discussions.models import LinePart, Way
from livingwell.portal.saying import gettext as _

WHO_THERE, WAY = "who-there", "way"
PARTS = {
    "talk-about": LinePart.TALK_ABOUT,
    "please-dont": LinePart.PLEASE_DONT,
    "words": LinePart.WORDS,
}
"""The parts of the person's line by what stands for each in an address."""


@dataclass(frozen=True)
class Question:
    """One question: what stands for it in the address, what it asks, and what helps to answer it."""

    key: str
    asks: str
    hint: str


def questions() -> Iterator[Question]:
    """All of them, in order. None has to be answered."""
    yield Question("talk-about", _("What would you like us to talk about?"), _("A few words are enough."))
    yield Question(
        "please-dont",
        _("What would you rather we did not talk about?"),
        _("The team sees this at the top of the page when it meets."),
    )
    yield Question("words", _("What else should we hear from you?"), _("We read it out, or read it, in your words."))
    yield Question(
        WHO_THERE,
        _("Who would you like there?"),
        _("Someone from the team, a friend, someone in your family. We will tell you if we can’t do it."),
    )
    yield Question(WAY, _("Will you come?"), _("You can change your mind at any time before we start."))


def way_choices() -> list[tuple[str, str]]:
    """How somebody can take part."""
    return [
        (Way.COME.value, _("Yes, I will come")),
        (Way.SEND_WORDS.value, _("No, I send my words")),
        (Way.SPEAKER.value, _("No, someone speaks for me")),
        (Way.NOT_SURE.value, _("I don’t know yet")),
    ]

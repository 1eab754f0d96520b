"""The few words that a text may answer with."""

from livingwell.contacts.models import PressedAnswer
from livingwell.core.text import fold

_SAID = {
    PressedAnswer.YES: {"yes", "y", "yes please", "yes thanks", "yes thank you", "yep", "yeah"},
    PressedAnswer.MORE_TIME: {"more time", "more time please", "i need more time", "need more time"},
    PressedAnswer.ANOTHER_WAY: {"another way", "another way please", "other way", "a different way", "different way"},
}


def answer_in(words: str) -> PressedAnswer | None:
    """The answer that a text gives and nothing else, however it is typed; None for words of their own.

    >>> answer_in(" More time, please! "), answer_in("Yes but not Tuesday")
    (<PressedAnswer.MORE_TIME: 'more_time'>, None)
    """
    said = " ".join(fold(words).split())
    return next((answer for answer, ways in _SAID.items() if said in ways), None)

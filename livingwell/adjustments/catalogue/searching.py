"""Finding choices by the words that people use."""

import re
from collections import defaultdict
from collections.abc import Sequence

from livingwell.adjustments.catalogue.choices import CHOICES, Choice
from livingwell.core.text import fold

MOST_SUGGESTED = 6
_FAR_BEHIND = 4  # a choice with less than a quarter of the first one's points is a chance match


def choices_found(sought: str) -> Sequence[Choice]:
    """The choices in which every word typed begins a word, in the order of the list; all of them for no words."""
    words = _words(sought)
    return [choice for choice in CHOICES if all(_begins_a_word(word, choice) for word in words)]


def choices_suggested(said: str) -> Sequence[Choice]:
    """The choices that the words of a sentence point to, the likeliest first. A person decides.

    A word that few choices have tells more than one that many have.
    """
    points: dict[str, float] = defaultdict(float)
    for word in set(_words(said)):
        found = [choice for choice in CHOICES if word in choice.words.split()]
        for choice in found:
            points[choice.key] += 1 / len(found)
    enough = max(points.values(), default=0) / _FAR_BEHIND
    likely = [choice for choice in CHOICES if points.get(choice.key, 0) > enough]
    return sorted(likely, key=lambda choice: -points[choice.key])[:MOST_SUGGESTED]


def _words(text: str) -> list[str]:
    """The words that may tell something, folded: "Text day before appt" is text, day and before."""
    words = (fold(word) for word in re.findall(r"[^\W_]+", text))
    return [word for word in words if word and word not in _TELLS_NOTHING]


def _begins_a_word(word: str, choice: Choice) -> bool:
    return f" {word}" in f" {choice.words}"


# Words that are in many labels and in many sentences, and point nowhere.
_TELLS_NOTHING = frozenset(
    "a an and as at be but by do does for from has have he her him his if in is it its me my not of on only or "
    "please she so than that the their them they this to us we what when who will with would you your".split()
)

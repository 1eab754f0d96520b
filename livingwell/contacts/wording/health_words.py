"""What somebody else may read: a subject line, and the first words of a text on a locked phone.

Nothing about health may stand there unless the person said that it may (`may_show_health`).
"""

import re

FIRST_WORDS = 60  # characters that a locked phone shows of a text, with room to spare

_HEALTH = """
    addiction adhd anxiety autism autistic bipolar bpd care plan clinic clinical clinician cmht counselling
    crisis depression diagnosis discharge discharged doctor eating disorder gp health hospital illness injection
    inpatient living well medication medicine mental nhs nurse occupational therapist ocd outpatient patient
    prescription psychiatric psychiatrist psychiatry psychology psychologist psychosis ptsd recovery schizophrenia
    sectioned self harm suicide suicidal support worker symptoms therapist therapy trauma treatment wellbeing
"""
_TOGETHER = ("care plan", "eating disorder", "living well", "occupational therapist", "self harm", "support worker")


def health_words_in(text: str) -> tuple[str, ...]:
    """The words in it that tell of somebody's health, in the order in which they stand."""
    return tuple(dict.fromkeys(found.group().lower() for found in _PATTERN.finditer(text)))


def first_words(text: str) -> str:
    """What a locked phone shows of a text."""
    return text[:FIRST_WORDS]


def _all() -> list[str]:
    left = " ".join(_HEALTH.split())
    for words in _TOGETHER:
        left = left.replace(words, "")
    return sorted((*_TOGETHER, *left.split()), key=len, reverse=True)


_PATTERN = re.compile(
    r"(?<!\w)(?:" + "|".join(words.replace(" ", r"[\s-]+") for words in _all()) + r")(?!\w)", re.IGNORECASE
)

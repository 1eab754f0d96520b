"""How easily words are read, in plain words. It advises and never blocks.

The Automated Readability Index of textstat: it counts letters, words and sentences. Those of its measures that count
syllables look for a dictionary on the network, so none of them is used.
"""

from dataclasses import dataclass

from livingwell.contacts.wording.sentences import sentences_of

LONG_SENTENCE = 20  # words; the NHS content guide asks for fewer
LONG_PLAIN_SENTENCE = 12  # for somebody who asked for plain short sentences
FEWEST_WORDS = 8  # of fewer, no measure says anything
SCHOOL_STARTS = 5  # the index counts years at school
NHS_AGE = 11  # the NHS writes for readers of nine to eleven


@dataclass(frozen=True)
class ReadingEase:
    """What is said about some words. `age` is the youngest at which most people read them; None for too few words."""

    age: int | None
    long_sentences: tuple[str, ...]

    @property
    def is_easy(self) -> bool:
        return (self.age is None or self.age <= NHS_AGE) and not self.long_sentences


def reading_ease(words: str, *, is_plain: bool = False) -> ReadingEase:
    """The age that can read it, and the sentences that are long; stricter for plain short sentences."""
    lines = (line.lstrip("# ") for line in words.split("\n"))
    sentences = [sentence for line in lines for sentence in sentences_of(line)]
    longest = LONG_PLAIN_SENTENCE if is_plain else LONG_SENTENCE
    long_ones = tuple(sentence for sentence in sentences if len(sentence.split()) > longest)
    return ReadingEase(_age(sentences), long_ones)


def _age(sentences: list[str]) -> int | None:
    text = " ".join(sentence if sentence[-1] in ".!?" else f"{sentence}." for sentence in sentences)
    if len(text.split()) < FEWEST_WORDS or not any("a" <= letter.lower() <= "z" for letter in text):
        return None
    import textstat

    grade = round(textstat.automated_readability_index(text))
    return int(min(max(grade, 1) + SCHOOL_STARTS, 18))

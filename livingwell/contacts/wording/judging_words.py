"""Words that judge, and what to say instead: a list that each team edits. They are pointed out, and never blocked."""

import re
from dataclasses import dataclass

from livingwell.core.errors import Invalid
from livingwell.core.text import SHORT

MOST_LINES = 200
_TAKEN = "\n.\n"
"""Stands where words were found already: no other words can begin or go on across it."""

SHIPPED = """\
non-compliant: say what the person chose, and why if they told us
non-compliance: say what the person chose, and why if they told us
failed to engage: we have not found the right way to reach you yet
failed to attend: we missed you on that day
failed to respond: we have not heard back yet
not engaging: we have not found the right way to reach you yet
disengaged: we have lost touch
DNA: missed appointment
DNA'd: missed an appointment
did not attend: we missed you on that day
attention seeking: say what the person asked for
attention-seeking: say what the person asked for
manipulative: say what happened
challenging behaviour: say what happened, and what it told us
difficult: say what was hard, and for whom
refused: chose not to, or said no
refuses: chooses not to, or says no
denies: says that they do not
claims: says
suffers from: has, or lives with
hard to reach: we have not reached them yet
frequent flyer: has come often; say what for
lacks insight: sees it differently
committed suicide: died by suicide
discharged for: support ended because
"""


@dataclass(frozen=True)
class JudgingWord:
    """Words to avoid, and the team's own alternative."""

    words: str
    instead: str


def words_in(lines: str) -> tuple[JudgingWord, ...]:
    """The list as typed: on each line the words, a colon, what to say. Raises Invalid for a line without both."""
    found = [_read(line) for line in lines.split("\n") if line.strip()]
    if len(found) > MOST_LINES:
        raise Invalid({"lines": f"The list can have up to {MOST_LINES} lines"})
    return tuple(found)


def found_in(text: str, words: tuple[JudgingWord, ...]) -> tuple[JudgingWord, ...]:
    """Those of the words that the text uses, as whole words, however they are spaced, hyphened or written.

    Where one is a part of another, as "DNA" is of "DNA'd", only the longest is meant.
    """
    plain, found = _plain(text), set()
    for each in sorted(words, key=lambda word: len(word.words), reverse=True):
        plain, times = re.subn(_pattern(each.words), _TAKEN, plain)
        if times:
            found.add(each)
    return tuple(each for each in words if each in found)


def _read(line: str) -> JudgingWord:
    words, colon, instead = (part.strip() for part in line.partition(":"))
    if not (words and colon and instead):
        message = f"“{line.strip()[:60]}” needs the words, a colon, and what to say instead, like “DNA: missed you”"
        raise Invalid({"lines": message})
    if len(words) > SHORT or len(instead) > SHORT:
        raise Invalid({"lines": f"“{words[:60]}…” is too long: use {SHORT} characters or fewer on each side"})
    return JudgingWord(words, instead)


def _pattern(words: str) -> str:
    pieces = [re.escape(piece) for piece in re.split(r"[\s-]+", _plain(words)) if piece]
    return r"(?<!\w)" + r"[\s-]+".join(pieces) + r"(?!\w)"


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‑", "-").casefold()

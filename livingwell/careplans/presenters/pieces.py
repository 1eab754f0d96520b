"""Old and new words side by side, piece by piece."""

import re
from difflib import SequenceMatcher

Pieces = tuple[tuple[str, str], ...]


def pieces_of(old: str, new: str) -> Pieces:
    """What stayed the same, was removed and was added, in order: pairs of (same, removed or added) and the text."""
    before, after = _words(old), _words(new)
    pieces: list[tuple[str, str]] = []
    for how, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            pieces.append(("same", "".join(before[start:end])))
            continue
        if start != end:
            pieces.append(("removed", "".join(before[start:end])))
        if new_start != new_end:
            pieces.append(("added", "".join(after[new_start:new_end])))
    return tuple(pieces)


def _words(text: str) -> list[str]:
    """The text as words and marks, each with the space after it."""
    return re.findall(r"[\w’'-]+\s*|[^\w\s]\s*|\s+", text)

"""Somebody in a sentence: by pronoun where theirs are on record and we know how they bend, else by name."""

from dataclasses import dataclass

_THEM = {"she": "her", "he": "him", "they": "them"}


@dataclass(frozen=True)
class Named:
    """`they` and `them` are the person's own pronouns, or the name."""

    name: str
    they: str
    them: str

    @classmethod
    def of(cls, name: str, pronouns: str) -> "Named":
        """The pronouns as they stand on record: "she/her", "they / them"."""
        first = pronouns.lower().split("/")[0].strip()
        known = first in _THEM
        return cls(name, first if known else name, _THEM[first] if known else name)

"""Somebody in a sentence: by pronoun where theirs are on record and we know how they bend, else by name."""

from dataclasses import dataclass

from livingwell.core.text import possessive

_THEM = {"she": "her", "he": "him", "they": "them"}
_THEIR = {"she": "her", "he": "his", "they": "their"}


@dataclass(frozen=True)
class Named:
    """`they`, `them` and `their` are the person's own pronouns, or the name."""

    name: str
    they: str
    them: str
    their: str

    @classmethod
    def of(cls, name: str, pronouns: str) -> "Named":
        """The pronouns as they stand on record: "she/her", "they / them"."""
        first = pronouns.lower().split("/")[0].strip()
        known = first in _THEM
        if not known:
            return cls(name, name, name, possessive(name))
        return cls(name, first, _THEM[first], _THEIR[first])

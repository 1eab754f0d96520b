"""The few things that a template leaves open, written in braces: {name}."""

import re
from collections.abc import Mapping

from livingwell.core.errors import Invalid

MEANINGS = {
    "name": "what the person likes to be called",
    "me": "your name, as far as the person allows it",
    "team": "your team’s name",
    "day": "the day of the appointment",
    "time": "its time",
    "place": "where it is",
}

_ANY = re.compile(r"\{([^{}\n]*)\}")


def require_known(field: str, text: str) -> None:
    """Raise Invalid, naming the first placeholder that means nothing and those that there are."""
    for found in _ANY.finditer(text):
        if found[1].strip().lower() not in MEANINGS:
            known = ", ".join(f"{{{name}}}" for name in MEANINGS)
            raise Invalid({field: f"“{found.group()}” is none of ours. You can use {known}"})


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known put in. What isn't stays in its braces, for whoever writes."""
    return _ANY.sub(lambda found: values.get(found[1].strip().lower()) or found.group(), text)


def left_open(text: str) -> tuple[str, ...]:
    """The placeholders that nobody has filled in."""
    return tuple(dict.fromkeys(found.group() for found in _ANY.finditer(text)))

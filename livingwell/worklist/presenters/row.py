"""One line of Today, as components/list_do.html shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Something that needs the member: what, why it is here, and the thing to do.

    `kind` is an icon's and `lead` its words; both are empty where nothing is late or open.
    """

    title: str
    href: str
    why: str
    action: str = ""
    action_href: str = ""
    kind: str = ""
    lead: str = ""
    aside: str = ""


LONGEST_QUOTE = 300


def quoted(words: str) -> str:
    """Somebody's words in quotation marks, whole or not at all: long ones are read where the line leads to."""
    return f"“{words}”" if words and len(words) <= LONGEST_QUOTE else ""


def sentences(*parts: str) -> str:
    """The parts that say something, each ended as a sentence."""
    return " ".join(part if part[-1] in ".?!”" else f"{part}." for part in parts if part)

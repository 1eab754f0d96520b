"""The question asked before somebody is registered who may be known already."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from livingwell.people.models import Person
from livingwell.people.presenters.listing import Identity

SOMEBODY_ELSE = "somebody-else"
ASK = "ask"
SAME = "same-"


@dataclass(frozen=True)
class Choice:
    """One answer. `who` is somebody within reach; of anybody else nothing is shown."""

    value: str
    words: str
    hint: str = ""
    who: Identity | None = None


@dataclass(frozen=True)
class Question:
    """Whether it is one of these. `about` stands for just these matches, so that no answer is to older ones."""

    about: str
    choices: tuple[Choice, ...]

    @property
    def values(self) -> list[str]:
        return [choice.value for choice in self.choices]

    @classmethod
    def about_matches(cls, within_reach: Iterable[Person], known_to: Sequence[Any]) -> "Question":
        people = list(within_reach)
        ids = sorted([str(person.id) for person in people] + [str(known.person_id) for known in known_to])
        choices = [Choice(f"{SAME}{person.id}", "It is this person", who=Identity.of(person)) for person in people]
        if known_to:
            choices.append(Choice(ASK, "Ask first", _whom_to_ask(known_to)))
        choices.append(Choice(SOMEBODY_ELSE, "It is somebody else: register a new person"))
        return cls(hashlib.sha256("".join(ids).encode()).hexdigest(), tuple(choices))


def _whom_to_ask(known_to: Iterable[Any]) -> str:
    asked = sorted({_lead_of(known) for known in known_to})
    return f"They may be known to another team. {' '.join(asked)} can say, and nothing you typed is lost meanwhile."


def _lead_of(known: Any) -> str:
    who = " or ".join(known.leads) or "The lead"
    return f"{who} ({known.team_name})"

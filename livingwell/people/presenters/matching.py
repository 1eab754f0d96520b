"""The question asked before somebody is registered who may be known already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from livingwell.people.commands import Decision
from livingwell.people.models import Person
from livingwell.people.presenters.listing import Identity


@dataclass(frozen=True)
class Choice:
    """One answer. `who` is somebody within reach; of anybody else nothing is shown."""

    value: str
    words: str
    hint: str = ""
    who: Identity | None = None


def choices_for(within_reach: Iterable[Person], known_to: Sequence[Any]) -> list[Choice]:
    """The answers there are: one of those within reach, ask the team that may know them, or somebody else."""
    same = [Choice(f"{Decision.SAME}-{each.id}", "It is this person", who=Identity.of(each)) for each in within_reach]
    ask = [Choice(Decision.ASK, "Ask first", _whom_to_ask(known_to))] if known_to else []
    return [*same, *ask, Choice(Decision.SOMEBODY_ELSE, "It is somebody else: register a new person")]


def _whom_to_ask(known_to: Iterable[Any]) -> str:
    asked = sorted({_lead_of(known) for known in known_to})
    return f"They may be known to another team. {' '.join(asked)} can say, and nothing you typed is lost meanwhile."


def _lead_of(known: Any) -> str:
    who = " or ".join(known.leads) or "The lead"
    return f"{who} ({known.team_name})"

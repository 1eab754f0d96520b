"""The ways to pick from, each with what the person said about it beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from livingwell.adjustments.models import ContactPreferences, Standing, Way

SAID = {
    Standing.BEST: "best way",
    Standing.ONLY_IF_URGENT: "only if urgent",
    Standing.NOT_WANTED: "never",
    Standing.NOT_SAFE: "not safe",
}


@dataclass(frozen=True)
class Pick:
    """One way as a choice."""

    id: str
    value: str
    label: str
    is_chosen: bool
    said: str
    is_never: bool


def said_about_ways(preferences: ContactPreferences | None) -> Mapping[Way, Standing]:
    """What the person said about each way that they spoke of."""
    return {each.way: each.standing for each in preferences.ways} if preferences else {}


def picks_of(field: Any, said: Mapping[Way, Standing]) -> list[Pick]:
    """The choices of a field of ways. The first has the field's own id, where a link to its error leads."""
    return [
        Pick(
            id=field.id if number == 0 else f"{field.id}-{number + 1}",
            value=choice.value,
            label=str(choice.label),
            is_chosen=field.data == choice.value,
            said=SAID.get(said[Way(choice.value)], "") if Way(choice.value) in said else "",
            is_never=Way(choice.value) in said and said[Way(choice.value)].is_never,
        )
        for number, choice in enumerate(field.choices)
    ]

"""The choices as a page shows them to pick from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from livingwell.adjustments.catalogue import Choice, choices_by_category
from livingwell.adjustments.labels import CATEGORIES


@dataclass(frozen=True)
class Pick:
    """One choice. `also` are other words that the page's script finds it by."""

    key: str
    label: str
    also: str
    is_picked: bool


@dataclass(frozen=True)
class Group:
    """A category with its choices. `is_open`: something in it was found or picked."""

    name: str
    picks: tuple[Pick, ...]
    is_open: bool


def groups(found: Collection[Choice], picked: Collection[str], *, is_search: bool) -> Sequence[Group]:
    """Every category that has something to show: what was found, and what is picked already."""
    keys = {choice.key for choice in found} | set(picked)
    shown = []
    for category, choices in choices_by_category().items():
        picks = tuple(pick(choice, picked) for choice in choices if choice.key in keys)
        if picks:
            is_open = is_search or any(each.is_picked for each in picks)
            shown.append(Group(CATEGORIES[category], picks, is_open))
    return shown


def pick(choice: Choice, picked: Collection[str]) -> Pick:
    """One choice as it is shown."""
    return Pick(choice.key, choice.label, choice.also, choice.key in picked)

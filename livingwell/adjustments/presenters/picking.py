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
    language: str


@dataclass(frozen=True)
class Group:
    """A category with its choices. `is_open`: something in it was found or picked.

    `languages` are those of an interpreter that are offered in one box: two hundred ticks would weigh too much on a
    phone. The page's script makes ticks of them.
    """

    name: str
    picks: tuple[Pick, ...]
    languages: tuple[Pick, ...]
    is_open: bool


def groups(found: Collection[Choice], picked: Collection[str], *, is_search: bool) -> Sequence[Group]:
    """Every category that has something to show: what was found, and what is picked already."""
    keys = {choice.key for choice in found} | set(picked)
    shown = []
    for category, choices in choices_by_category().items():
        ticks: list[Pick] = []
        languages: list[Pick] = []
        for choice in choices:
            if choice.key in keys:
                in_box = bool(choice.language) and choice.key not in picked and not is_search
                (languages if in_box else ticks).append(pick(choice, picked))
        if ticks or languages:
            is_open = is_search or any(each.is_picked for each in ticks)
            shown.append(Group(CATEGORIES[category], tuple(ticks), tuple(languages), is_open))
    return shown


def pick(choice: Choice, picked: Collection[str]) -> Pick:
    """One choice as it is shown."""
    return Pick(choice.key, choice.label, choice.also, choice.key in picked, choice.language)

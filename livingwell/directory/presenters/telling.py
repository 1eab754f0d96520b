"""What a service is like, as those who know it tell it: who says so, who says not, and from where they speak."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.directory.models import Feature, FeatureView
from livingwell.directory.words import FEATURES


@dataclass(frozen=True)
class Voice:
    """One member's view that counts. `words`: what they added."""

    name: str
    is_lived: bool
    on: str
    words: str


@dataclass(frozen=True)
class Told:
    """One thing that the service is like. `icon` and `state`: how it stands; `fields`: what a press sends.

    `mine`: what the reader says, "yes", "no" or nothing.
    """

    label: str
    icon: str
    state: str
    yes: tuple[Voice, ...]
    no: tuple[Voice, ...]
    fields: Mapping[str, str]
    mine: str


def told_of(opinions: Mapping[Feature | UUID, Any], said: Mapping[UUID, str], mine: UUID | None) -> Sequence[Told]:
    """Everything that is told: features in the order of their list, then what people said in words of their own."""
    listed = [_told(FEATURES[each], each, opinions[each], mine) for each in Feature if each in opinions]
    own = [_told(words, first, opinions[first], mine) for first, words in said.items() if first in opinions]
    return [*listed, *own]


def _told(label: str, topic: Feature | UUID, opinion: Any, mine: UUID | None) -> Told:
    icon = "half" if opinion.is_disputed else "done" if opinion.yes else "not_done"
    return Told(
        label=label,
        icon=icon,
        state=_counted(len(opinion.yes), len(opinion.no)),
        yes=tuple(_voice(view, topic) for view in opinion.yes),
        no=tuple(_voice(view, topic) for view in opinion.no),
        fields={"feature": topic.value} if isinstance(topic, Feature) else {"about_id": str(topic)},
        mine=_mine(opinion, mine),
    )


def _counted(yes: int, no: int) -> str:
    """Both numbers side by side: a difference is shown, and never averaged away."""
    if yes and no:
        return f"People differ: {yes} {'says' if yes == 1 else 'say'} yes, {no} {'says' if no == 1 else 'say'} no"
    return f"Yes, {_people(yes)}" if yes else f"No, {_people(no)}"


def _people(number: int) -> str:
    return "1 person says so" if number == 1 else f"{number} people say so"


def _voice(view: FeatureView, topic: Feature | UUID) -> Voice:
    is_label = view.feature is None and view.id == topic
    day = long_date(in_london(view.created_at).date())
    return Voice(view.said_by, view.is_lived, day, "" if is_label else view.words)


def _mine(opinion: Any, mine: UUID | None) -> str:
    if mine is not None and any(view.said_by_id == mine for view in opinion.yes):
        return "yes"
    return "no" if mine is not None and any(view.said_by_id == mine for view in opinion.no) else ""

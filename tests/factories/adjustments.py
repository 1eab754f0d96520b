"""Adjustments for tests."""

from collections.abc import Sequence
from typing import Any

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.actions.preferences import record_preferences
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment, RecordPreferences, WaySaid
from livingwell.adjustments.models import ContactPreferences, HowWeKnow, ReasonableAdjustment, Standing, Way
from livingwell.core.actor import Actor
from livingwell.people.models import Person


def new(what: str, **more: str) -> NewAdjustment:
    """One in own words."""
    return NewAdjustment(own_words=what, **more)


def make_adjustment(person: Person, actor: Actor, what: str = "Questions on paper first") -> ReasonableAdjustment:
    """One adjustment in own words, recorded today."""
    return make_adjustments(person, actor, [what])[0]


def make_adjustments(person: Person, actor: Actor, whats: Sequence[str]) -> Sequence[ReasonableAdjustment]:
    """Several in own words, in this order."""
    return add_adjustments(person, AddAdjustments(tuple(map(new, whats)), HowWeKnow.TOLD_US), actor)


def make_preferences(
    person: Person,
    actor: Actor,
    *,
    best: Sequence[Way] = (Way.TEXT,),
    never: Sequence[Way] = (Way.PHONE,),
    not_safe: Sequence[Way] = (),
    why: str = "My heart goes for an hour.",
    **told: Any,
) -> ContactPreferences:
    """What the person told us: text best and the phone never, unless told otherwise."""
    ways = (
        *(WaySaid(way, Standing.BEST) for way in best),
        *(WaySaid(way, Standing.NOT_WANTED, why) for way in never),
        *(WaySaid(way, Standing.NOT_SAFE, why) for way in not_safe),
    )
    return record_preferences(person, RecordPreferences(**{"ways": ways, **told}), actor)

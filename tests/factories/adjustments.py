"""Adjustments for tests."""

from collections.abc import Sequence

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment
from livingwell.adjustments.models import HowWeKnow, ReasonableAdjustment
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

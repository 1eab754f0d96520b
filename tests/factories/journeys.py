"""Onward journeys for tests: made by the actions themselves, so that a test starts from what can be."""

from typing import Any

from livingwell.careplans.models import HowSaid, WhoseWords
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.journeys import actions
from livingwell.journeys.commands import ChoiceCommand, HopeCommand, OptionCommand, PointCommand, Told, Voice
from livingwell.journeys.models import (
    Choice,
    Destination,
    DestinationChoice,
    DestinationPoint,
    Hope,
    OnwardJourney,
    PointKind,
)
from livingwell.journeys.queries.journeys import journey_now
from livingwell.people.models import Person


def told_by_person(how: HowSaid = HowSaid.IN_PERSON) -> Voice:
    """The person's words, told to a member today."""
    return Voice(WhoseWords.PERSON, today(), how=how)


def ours_together() -> Voice:
    """Words that the person and a member found together, today."""
    return Voice(WhoseWords.TOGETHER, today())


def told(words: str = "Yes, do.", how: HowSaid = HowSaid.BY_TEXT) -> Told:
    """What the person answered when asked about a change of their words."""
    return Told(today(), how, words)


def make_hope(person: Person, actor: Actor, words: str = "A week with people in it.", **given: Any) -> Hope:
    """A hope in the person's words, told to a member in person; starts the journey where there is none."""
    return actions.add_hope(person, HopeCommand(words, **{"voice": told_by_person(), **given}), actor)


def make_journey(person: Person, actor: Actor, words: str = "A week with people in it.") -> OnwardJourney:
    """The person's journey, begun by a hope of theirs."""
    return journey_now(person.id) or _of(make_hope(person, actor, words))


def make_destination(person: Person, actor: Actor, name: str = "The allotment group", **given: Any) -> Destination:
    """An option that the person named, told in person; `service_id` makes it an entry of the directory."""
    usual = {"voice": told_by_person(), "name": name}
    return actions.add_option(person, OptionCommand(**{**usual, **given}), actor)


def make_point(
    option: Destination, actor: Actor, words: str = "It is outside.", kind: PointKind = PointKind.GOOD, **given: Any
) -> DestinationPoint:
    """What is good (or hard) about it, in the person's words."""
    command = PointCommand(kind, words, **{"voice": told_by_person(), **given})
    return actions.add_point(_of(option), option, command, actor)


def make_choice(option: Destination, actor: Actor, said: Choice = Choice.CHOSEN, **given: Any) -> DestinationChoice:
    """What the person says to an option, told to a member by phone."""
    journey = _of(option)
    usual = {"on": today(), "seen": journey.option(option.id).last_number, "how": HowSaid.BY_PHONE}
    return actions.choose(journey, option, ChoiceCommand(said, **{**usual, **given}), actor)


def make_chosen(person: Person, actor: Actor, name: str = "The allotment group", **given: Any) -> Destination:
    """An option that the person chose."""
    option = make_destination(person, actor, name, **given)
    make_choice(option, actor)
    return _of(option).option(option.id)


def _of(row: Hope | Destination) -> OnwardJourney:
    """The journey of a line, as it stands now."""
    journey = journey_now(row.person_id)
    assert journey is not None
    return journey

"""The options that are looked at together."""

from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.text import SHORT, fold, require_within, require_words
from livingwell.directory.models import Service
from livingwell.directory.policy import require_fresh
from livingwell.directory.queries.services import service_of
from livingwell.extensions import db
from livingwell.journeys.actions.changing import (
    arrive,
    changing,
    give_voice,
    note_told,
    require_answer,
    starting,
    told_in,
)
from livingwell.journeys.commands import OptionCommand, Told
from livingwell.journeys.models import Choice, Destination, OnwardJourney
from livingwell.people.models import Person


@atomic()
def add_option(person: Person, command: OptionCommand, actor: Actor) -> Destination:
    """Something to look at together. The first thing that is written starts the journey.

    Raises Conflict where it is there already, and for an entry of the directory that nobody has checked in time.
    """
    with starting("add_option", person.id, actor) as journey:
        service = _checked(command.service_id)
        option = _option(journey, command, service)
        give_voice(option, command.voice, actor)
        option.sign(actor)
        journey.destinations.append(option)
        db.session.flush()
        note_told(journey, option.id, told_in(command.voice, actor), actor)
        arrive(option, "onward.option", option.name, actor)
    return option


@atomic()
def drop_option(journey: OnwardJourney, option: Destination, answer: Told | None, actor: Actor) -> None:
    """Look at it no more. It is kept in the history.

    Raises Conflict for one that the person chose: then they say first that they changed their mind.
    """
    with changing("drop_option", journey, actor) as journey:
        dropped = journey.option(option.id)
        if dropped.stands is Choice.CHOSEN:
            raise Conflict("This is chosen. If they have changed their mind, write down what they say now.")
        require_answer(dropped, answer, actor)
        note_told(journey, dropped.id, answer, actor)
        dropped.dropped_at, dropped.preference = now(), None


def _checked(service_id: UUID | None) -> Service | None:
    if service_id is None:
        return None
    service = service_of(service_id)
    require_fresh(service)
    return service


def _option(journey: OnwardJourney, command: OptionCommand, service: Service | None) -> Destination:
    name = require_words(service.name if service else command.name, "name", "Say what it is.")
    _refuse_twice(journey, name, service)
    option = Destination(
        person_id=journey.person_id,
        area=command.area,
        service_id=service.id if service else None,
        name=require_within(name, SHORT, "name"),
        what=command.what,
    )
    option.points, option.choices, option.service = [], [], service
    return option


def _refuse_twice(journey: OnwardJourney, name: str, service: Service | None) -> None:
    """Raise Conflict where it is looked at already, as when a form is sent twice."""
    for each in journey.options:
        if each.service_id == service.id if service else fold(each.name) == fold(name):
            raise Conflict("This is one of the options already.")

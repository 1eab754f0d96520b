"""What is good and hard about an option for this person, and what it could mean in their life."""

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.text import require_words
from livingwell.extensions import db
from livingwell.journeys.actions.changing import (
    arrive,
    changing,
    give_voice,
    note_told,
    require_answer,
    told_in,
)
from livingwell.journeys.commands import PointCommand, Told
from livingwell.journeys.models import Destination, DestinationPoint, OnwardJourney, PointKind


@atomic()
def add_point(journey: OnwardJourney, option: Destination, command: PointCommand, actor: Actor) -> DestinationPoint:
    """Say what is good or hard about an option, or what it could mean."""
    with changing("add_point", journey, actor) as journey:
        return _point(journey, journey.option(option.id), command, actor)


@atomic()
def reword_point(
    journey: OnwardJourney, option: Destination, point: DestinationPoint, command: PointCommand, actor: Actor
) -> DestinationPoint:
    """Put it in other words: the old ones are kept. Raises Conflict as `reword_hope` does."""
    with changing("reword_point", journey, actor) as journey:
        option = journey.option(option.id)
        older = option.point(point.id)
        older.require_standing()
        require_answer(older, command.answer or told_in(command.voice, actor), actor)
        older.ended_at = now()
        newer = _point(journey, option, command, actor)
        note_told(journey, newer.id, command.answer, actor)
    return newer


@atomic()
def take_point_out(
    journey: OnwardJourney, option: Destination, point: DestinationPoint, answer: Told | None, actor: Actor
) -> None:
    """It is not so any more. It is kept in the history."""
    with changing("take_point_out", journey, actor) as journey:
        ended = journey.option(option.id).point(point.id)
        ended.require_standing()
        require_answer(ended, answer, actor)
        note_told(journey, ended.id, answer, actor)
        ended.ended_at = now()
        arrive(ended, "onward.point_out", ended.words, actor)


@atomic()
def talk_point_through(
    journey: OnwardJourney, option: Destination, point: DestinationPoint, told: Told, actor: Actor
) -> None:
    """What it could mean was talked through with the person, and this is what they said."""
    with changing("talk_point_through", journey, actor) as journey:
        point = journey.option(option.id).point(point.id)
        point.require_standing()
        if point.kind is not PointKind.CONSEQUENCE:
            raise Conflict("Only what an option could mean is talked through.")
        note_told(journey, point.id, told, actor)


def _point(journey: OnwardJourney, option: Destination, command: PointCommand, actor: Actor) -> DestinationPoint:
    words = require_words(command.words, "words", "Write down what you would like to say.")
    point = DestinationPoint(person_id=journey.person_id, kind=command.kind, words=words)
    give_voice(point, command.voice, actor)
    point.sign(actor)
    option.points.append(point)
    db.session.flush()
    note_told(journey, point.id, told_in(command.voice, actor), actor)
    arrive(point, f"onward.{point.kind.value}", point.words, actor)
    return point

"""The one way to write on a journey: checked, started by the first thing written, held, and recorded."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from livingwell.audit import record
from livingwell.careplans.models import Voiced, WhoseWords
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.commands import Told, Voice
from livingwell.journeys.models import OnwardJourney, OnwardTold
from livingwell.journeys.queries.journeys import episode_now, journey_for_change, journey_of
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.models.line import Line
from livingwell.people.queries.locking import hold_person


@contextmanager
def starting(verb: str, person_id: UUID, actor: Actor) -> Iterator[OnwardJourney]:
    """The person's journey, to be written on in the block: begun now where there is none yet.

    Raises Conflict where support has ended or never began.
    """
    with atomic():
        policy.require_part(actor, person_id)
        hold_person(person_id)
        yield _begun(person_id, actor)
        record(verb, actor, person_id)


@contextmanager
def changing(verb: str, journey: OnwardJourney, actor: Actor) -> Iterator[OnwardJourney]:
    """The journey, fresh and held, to be changed in the block. Raises Conflict where support has ended."""
    with atomic():
        policy.require_part(actor, journey.person_id)
        fresh = journey_for_change(journey.id)
        fresh.require_open()
        yield fresh
        record(verb, actor, journey.person_id)


def _begun(person_id: UUID, actor: Actor) -> OnwardJourney:
    episode = episode_now(person_id)
    if episode is None or episode.ended_on is not None:
        raise Conflict("There is no support that goes on now, so there is nothing to plan from.")
    there = journey_of(episode.id)
    if there is not None:
        return journey_for_change(there.id)
    journey = OnwardJourney(person_id=person_id, episode_id=episode.id, started_on=today())
    journey.sign(actor)
    journey.hopes, journey.destinations, journey.told, journey.episode = [], [], [], episode
    db.session.add(journey)
    db.session.flush()
    return journey


def give_voice(line: Voiced, voice: Voice, actor: Actor) -> None:
    """Say whose words a line is in. What the person writes themself is theirs, from today.

    Raises Invalid where a member writes in the person's words and does not say how they were told.
    """
    own = Voice.own() if actor.side is Side.PERSON else voice
    if own.is_told_by_nobody and actor.side is Side.TEAM:
        raise Invalid({"how": "Choose how the person told you."})
    if own.said_on > today():
        raise Invalid({"said_on": "The date must be today or in the past."})
    line.whose_words, line.said_on, line.suggested_by = own.whose_words, own.said_on, own.suggested_by


def note_told(journey: OnwardJourney, about_id: UUID, told: Told | None, actor: Actor) -> None:
    """Keep how the person told it, where a member wrote it down."""
    if told is None:
        return
    if told.on > today():
        raise Invalid({"answered_on": "The date must be today or in the past."})
    row = OnwardTold(person_id=journey.person_id, about_id=about_id, said_on=told.on, how=told.how, words=told.words)
    row.sign(actor)
    journey.told.append(row)


def told_in(voice: Voice, actor: Actor) -> Told | None:
    """How a member was told words that are the person's; none where the person writes, or where they are not theirs."""
    if actor.side is Side.PERSON or voice.how is None or voice.whose_words is not WhoseWords.PERSON:
        return None
    return Told(voice.said_on, voice.how)


def require_answer(line: Voiced, answer: Told | None, actor: Actor) -> None:
    """Raise Conflict where a member would change the person's words without their recorded answer."""
    line.require_answer(actor.side is Side.PERSON or answer is not None)


def arrive(row: Line, kind: str, words: str, actor: Actor) -> None:
    """Have what the person sent stand on their key worker's Today."""
    db.session.flush()  # the row gets its id
    note_arrival(row.person_id, kind, words, actor, row.id)

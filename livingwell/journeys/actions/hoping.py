"""The person's hopes for after."""

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Stale
from livingwell.core.text import require_words
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
from livingwell.journeys.commands import HopeCommand, Told
from livingwell.journeys.models import Hope, OnwardJourney
from livingwell.people.models import Person


@atomic()
def add_hope(person: Person, command: HopeCommand, actor: Actor) -> Hope:
    """Write down a hope for after. The first thing that is written starts the journey."""
    with starting("add_hope", person.id, actor) as journey:
        return _hope(journey, command, actor)


@atomic()
def reword_hope(journey: OnwardJourney, hope: Hope, command: HopeCommand, actor: Actor) -> Hope:
    """Put a hope in other words: the old ones are kept.

    Raises Stale where somebody else saved first, Conflict where the words are the person's and a member has no answer
    of theirs to show.
    """
    with changing("reword_hope", journey, actor) as journey:
        older = journey.hope(hope.id)
        older.require_standing()
        _require_read(journey, older, command.row_version)
        newer = _hope(journey, command, actor)
        # The person's newer words, told to a member, are themselves the answer.
        require_answer(older, command.answer or told_in(command.voice, actor), actor)
        note_told(journey, newer.id, command.answer, actor)
        newer.replaces_id, older.ended_at = older.id, now()
    return newer


@atomic()
def take_hope_out(journey: OnwardJourney, hope: Hope, answer: Told | None, actor: Actor) -> None:
    """It is no hope of theirs any more. It is kept in the history."""
    with changing("take_hope_out", journey, actor) as journey:
        ended = journey.hope(hope.id)
        ended.require_standing()
        require_answer(ended, answer, actor)
        note_told(journey, ended.id, answer, actor)
        ended.ended_at = now()
        arrive(ended, "onward.hope_out", ended.words, actor)


def _require_read(journey: OnwardJourney, hope: Hope, wording: int | None) -> None:
    """Raise Stale, with the words that stand, where they are not those that were read."""
    stands = journey.wording(hope)
    if wording is not None and wording != stands:
        raise Stale({"words": hope.words}, row_version=stands, row_id=hope.id)


def _hope(journey: OnwardJourney, command: HopeCommand, actor: Actor) -> Hope:
    words = require_words(command.words, "words", "Write down the hope.")
    hope = Hope(person_id=journey.person_id, area=command.area, words=words)
    give_voice(hope, command.voice, actor)
    hope.sign(actor)
    journey.hopes.append(hope)
    db.session.flush()
    note_told(journey, hope.id, told_in(command.voice, actor), actor)
    arrive(hope, "onward.hope", hope.words, actor)
    return hope

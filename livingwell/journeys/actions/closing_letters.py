"""The closing letter: made, kept and sent as every letter is, and never in a way that the person said no to."""

from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.audit import record
from livingwell.contacts.actions import sending, writing
from livingwell.contacts.actions.writing import LinkFor, Prepared
from livingwell.contacts.commands import NO_REASON, Because
from livingwell.contacts.models import Letter, LetterSending
from livingwell.contacts.writing_commands import WriteLetter
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict
from livingwell.directory.policy import require_fresh
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.models import ClosingPaper, Paper
from livingwell.journeys.models.closing_way import ClosingWay, closing_ways
from livingwell.journeys.queries.journeys import chosen_destinations, journey_of
from livingwell.journeys.queries.papers import papers_of
from livingwell.people.models import Episode, Person
from livingwell.people.queries.locking import hold_person

NOT_WANTED = "They asked us not to write this letter. If they want it after all, write that down first."
GONE = "The letter has gone. What goes is kept as it went: write a message if there is more to say."
NOT_THIS_WAY = "They asked us not to write in this way. Choose another, or print the letter and give it to them."


def prepare_closing_letter(
    person: Person, episode: Episode, command: WriteLetter, link_for: LinkFor, actor: Actor
) -> Prepared:
    """Make it in the person's format as it is now. It only reads.

    Raises Conflict where the person doesn't want it or not in this way, where nothing may go out, and where a place
    that they chose has not been checked for too long: nobody is sent to a door that has closed.
    """
    policy.require_change(actor, person.id)
    _require_wanted(episode.id)
    _require_way(person.id, _way_of(command.way, is_by_hand=command.is_by_hand))
    _require_places_fresh(episode.id)
    return writing.prepare_letter(person, command, link_for, actor)


@atomic()
def keep_closing_letter(person: Person, episode: Episode, prepared: Prepared, actor: Actor) -> Letter:
    """Keep what was made, in place of what was made before and did not go. Raises Conflict once it has gone."""
    policy.require_change(actor, person.id)
    hold_person(person.id)
    standing = papers_of(episode.id)[Paper.LETTER]
    if standing.is_gone:
        raise Conflict(GONE)
    if standing.letter is not None and not standing.letter.is_sent:
        return writing.rewrite_letter(standing.letter, prepared, actor)
    letter = writing.write_letter(person, prepared, actor)
    paper = ClosingPaper(person_id=person.id, episode_id=episode.id, paper=Paper.LETTER, letter_id=letter.id)
    paper.sign(actor)
    db.session.add(paper)
    record("keep_closing_letter", actor, person.id)
    return letter


@atomic()
def send_closing_letter(
    letter: Letter,
    person: Person,
    episode: Episode,
    actor: Actor,
    because: Because = NO_REASON,
    row_version: int | None = None,
) -> LetterSending:
    """Send it as it was previewed. Raises as `contacts.actions.sending.send_letter` does, and as preparing it does."""
    _require_may_go(letter, person, episode, actor, is_by_hand=False)
    return sending.send_letter(letter, person, actor, because, row_version)


@atomic()
def hand_closing_letter_over(
    letter: Letter,
    person: Person,
    episode: Episode,
    way: Way,
    actor: Actor,
    because: Because = NO_REASON,
    row_version: int | None = None,
) -> LetterSending:
    """Write down that it was printed and given to them, by hand or through somebody whom they trust."""
    _require_may_go(letter, person, episode, actor, is_by_hand=True)
    return sending.hand_letter_over(letter, person, way, actor, because, row_version)


def _require_may_go(letter: Letter, person: Person, episode: Episode, actor: Actor, *, is_by_hand: bool) -> None:
    policy.require_change(actor, person.id)
    _require_wanted(episode.id)
    _require_way(person.id, _way_of(letter.way, is_by_hand=is_by_hand))
    _require_places_fresh(episode.id)


def _require_wanted(episode_id: UUID) -> None:
    if papers_of(episode_id)[Paper.LETTER].is_not_wanted:
        raise Conflict(NOT_WANTED)


def _way_of(way: Way, *, is_by_hand: bool) -> ClosingWay | None:
    """Which it is; none for a way in which no closing letter goes."""
    if is_by_hand:
        return ClosingWay.BY_HAND
    return next((each for each in ClosingWay if each.way is way), None)


def _require_way(person_id: UUID, way: ClosingWay | None) -> None:
    if way not in closing_ways(preferences_of(person_id)):
        raise Conflict(NOT_THIS_WAY)


def _require_places_fresh(episode_id: UUID) -> None:
    journey = journey_of(episode_id)
    for destination in chosen_destinations(journey) if journey else ():
        if destination.service is not None:
            require_fresh(destination.service)

"""Coming back by the way back: one press opens support again, and nothing has to be told anew."""

from collections.abc import Sequence
from uuid import UUID

from livingwell.audit import record
from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict, NotFound
from livingwell.core.text import LINE, SHORT, clean, require_within
from livingwell.discussions.actions.agenda import add_request
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.actions.landing import cancel_landing_checks
from livingwell.journeys.models import ComingBack, Support, WayBack
from livingwell.journeys.queries.landing import open_checks
from livingwell.journeys.queries.ways_back import goes_on, support_to_come_back_from, supports_of
from livingwell.people.actions.arriving import note_arrival, note_told
from livingwell.people.actions.returning import open_again
from livingwell.people.models import AllocationRole, Episode, Person
from livingwell.people.queries.deaths import death_of
from livingwell.people.queries.episodes import allocations_in
from livingwell.people.queries.locking import hold_person

CAME_BACK = "I want to come back."
"""What the press says, where the person says no more."""


@atomic()
def come_back(
    person_id: UUID, words: str, actor: Actor, episode_id: UUID | None = None, *, how: HowSaid | None = None
) -> ComingBack:
    """Open support again with the team of the episode that ended; of the last one where none is named.

    `how` is how the person told the member who presses it for them.

    No reason is needed. The plan, the adjustments, how to reach them and the passport are the person's own, and hold
    on as they are; the episode before stays as it was. Used twice, it opened one episode.

    Raises Conflict, with what to do instead, where there is nothing to come back from or the way back is over.
    """
    person = policy.require_part(actor, person_id)
    words = require_within(clean(words), LINE, "words")
    hold_person(person_id)
    if death_of(person_id):
        raise Conflict(f"The record says that {person.preferred_name} has died.")
    supports = _supports(person_id, actor)
    support = _meant(supports, episode_id)
    used = support.left_by or (None if support.is_over else support.came_by)
    if used is not None:
        return _again(used, words, actor)
    way_back = _require_open(person, supports, support)
    coming_back = _open(person, support.episode, way_back, words, actor)
    coming_back.told_how = how if actor.side is Side.TEAM else None
    record("come_back", actor, person_id)
    if open_checks(person_id):
        cancel_landing_checks(person_id, "They have come back.", actor)
    return coming_back


def _supports(person_id: UUID, actor: Actor) -> Sequence[Support]:
    """The person's episodes; for a member those with a team of theirs."""
    found = supports_of(person_id)
    return found if actor.side is Side.PERSON else [each for each in found if actor.belongs_to(each.episode.team_id)]


def _meant(supports: Sequence[Support], episode_id: UUID | None) -> Support:
    """The episode that is named, else the one to come back from, else the one that goes on or ended last.

    Raises NotFound for an episode of somebody else or of another team's.
    """
    if episode_id is not None:
        support = next((each for each in supports if each.episode.id == episode_id), None)
    else:
        support = support_to_come_back_from(supports) or next(iter(supports), None)
    if support is None:
        raise NotFound
    return support


def _require_open(person: Person, supports: Sequence[Support], support: Support) -> WayBack:
    """The way back that can be used now."""
    name = person.preferred_name
    if goes_on(supports, support):
        raise Conflict(f"Support for {name} goes on: there is nothing to come back from. Your team is there.")
    if support.way_back is None or not support.is_over:
        raise Conflict(f"No way back was agreed with {name} for this. Take a new referral: {name} may refer themself.")
    if not support.is_open_for(today()):
        until = long_date(support.way_back.until_on)
        raise Conflict(f"This way back ran until {until}. Take a new referral: {name} may refer themself.")
    return support.way_back


def _again(coming_back: ComingBack, words: str, actor: Actor) -> ComingBack:
    """It was used already. What the person says now is not lost; a member is told how it stands."""
    if actor.side is not Side.PERSON:
        raise Conflict("They have come back already. Open their page to see where it stands.")
    if words and words != coming_back.words:
        note_arrival(coming_back.person_id, "way_back.words", words, actor, coming_back.id)
        record("add_to_coming_back", actor, coming_back.person_id)
    return coming_back


def _open(person: Person, before: Episode, way_back: WayBack, words: str, actor: Actor) -> ComingBack:
    episode = open_again(before, words)
    coming_back = ComingBack(person_id=person.id, way_back_id=way_back.id, episode_id=episode.id, words=words)
    coming_back.sign(actor)
    db.session.add(coming_back)
    db.session.flush()
    add_request(person.id, episode.team_id, _asked_by(person, actor), words or CAME_BACK, actor)
    if not _knows_already(episode, actor):
        note_told(person.id, "way_back.came", words or CAME_BACK, actor, coming_back.id)
    return coming_back


def _asked_by(person: Person, actor: Actor) -> str:
    """The person, and who wrote it down where that is a member."""
    return (actor.name if actor.side is Side.PERSON else f"{person.name}, told to {actor.name}")[:SHORT]


def _knows_already(episode: Episode, actor: Actor) -> bool:
    """Whether the member who pressed it is the one to read it."""
    key_workers = {each.account_id for each in allocations_in(episode.id) if each.role is AllocationRole.KEY_WORKER}
    return actor.account_id in key_workers

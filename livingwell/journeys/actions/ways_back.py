"""The way back is agreed with the person for an episode, and told to them."""

from datetime import date, timedelta

from livingwell.adjustments.models import ContactPreferences, Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict, Invalid, Stale
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.models import WayBack
from livingwell.journeys.queries.ways_back import has_come_back, way_back_of
from livingwell.journeys.staying_commands import AgreeWayBack, TellWayBack
from livingwell.people.models import Episode
from livingwell.people.queries.deaths import death_of
from livingwell.people.queries.episodes import episode_of
from livingwell.people.queries.locking import hold_person
from livingwell.people.queries.reach import REACH_AFTER_END


@atomic()
def agree_way_back(episode: Episode, command: AgreeWayBack, actor: Actor) -> WayBack:
    """The next version of how the person comes back after this episode: until when, to whom, in which way of theirs.

    Raises Stale where somebody agreed another since the one that was read; Invalid for a way that the person said
    never to, or for a day that can't be; Conflict once they came back, or have died.
    """
    person = policy.require_change(actor, episode.person_id)
    hold_person(person.id)
    episode = episode_of(person.id, episode.id)
    _require_open(episode)
    _require_read(way_back_of(episode.id), command.replaces)
    require_own_way(command.way, preferences_of(person.id), person.preferred_name)
    _require_day(command.until_on, episode)
    _require_told(command.told)
    way_back = WayBack(
        person_id=person.id,
        episode_id=episode.id,
        number=command.replaces + 1,
        until_on=command.until_on,
        to_whom=require_words(clean(command.to_whom), "to_whom", "Say who answers when they come back"),
        way=command.way,
        how=clean(command.how),
        told_on=command.told.on if command.told else None,
        told_how=command.told.how if command.told else None,
    )
    way_back.sign(actor)
    db.session.add(way_back)
    record("agree_way_back", actor, person.id)
    return way_back


@atomic()
def tell_way_back(way_back: WayBack, command: TellWayBack, actor: Actor) -> WayBack:
    """The person knows of it: they say so themself, or a member told them. The first time stays.

    Raises Conflict for a version that stands no more.
    """
    policy.require_part(actor, way_back.person_id)
    _require_told(command)
    hold_person(way_back.person_id)
    stands = way_back_of(way_back.episode_id)
    if stands is None or stands.id != way_back.id:
        raise Conflict("The way back was changed meanwhile. Read it again, then tell them.")
    if stands.told_on is None:
        stands.told_on, stands.told_how = command.on, command.how
        record("tell_way_back", actor, stands.person_id)
    return stands


def latest_day(episode: Episode) -> date:
    """The last day of a way back: while the team reaches the record after the end, so that a member can use it too.

    Of an episode that goes on it is counted from today, which is never later than from its end.
    """
    return (episode.ended_on or today()) + REACH_AFTER_END - timedelta(days=1)


def require_own_way(way: Way, preferences: ContactPreferences | None, name: str) -> None:
    """Raise Invalid for a way of contact to which the person said never."""
    said = preferences.about(way) if preferences else None
    if said is not None and said.standing.is_never:
        raise Invalid({"way": f"{name} asked us never to use this way. Choose another one"})


def _require_open(episode: Episode) -> None:
    if death_of(episode.person_id):
        raise Conflict("The record says that they have died.")
    if episode.turned_away_on:
        raise Conflict("This referral was turned away. The way back stands with that decision.")
    if has_come_back(episode.id):
        raise Conflict("They have come back already. Agree a way back for the support that goes on now.")


def _require_read(stands: WayBack | None, read: int) -> None:
    if (stands.number if stands else 0) == read:
        return
    theirs = {"to_whom": stands.to_whom, "how": stands.how, "way": stands.way.value} if stands else {}
    day = {"until_on": long_date(stands.until_on)} if stands else {}
    raise Stale({**theirs, **day}, row_version=stands.number if stands else 0, row_id=stands.id if stands else None)


def _require_day(until_on: date, episode: Episode) -> None:
    latest = latest_day(episode)
    if until_on < today():
        raise Invalid({"until_on": "The day must be today or later"})
    if until_on > latest:
        raise Invalid({"until_on": f"The day must be {long_date(latest)} or earlier: later the team can’t open this"})


def _require_told(told: TellWayBack | None) -> None:
    if told is not None and told.on > today():
        raise Invalid({"told_on": "The day must be today or in the past"})

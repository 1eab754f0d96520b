"""What is done about somebody on the watch list: talked about at the next meeting, or set aside for a while."""

from datetime import date, timedelta
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import LINE, clean, require_within, require_words
from livingwell.discussions.actions.agenda import ask_for_discussion
from livingwell.extensions import db
from livingwell.journeys.models import LONGEST_WEEKS, SetAside
from livingwell.journeys.policy import require_change
from livingwell.journeys.queries.watching import episode_of, standing_aside, watched
from livingwell.journeys.watch_words import as_request
from livingwell.people.queries.locking import hold_person


@atomic()
def have_talked_about(team_id: UUID, episode_id: UUID, actor: Actor) -> None:
    """Have the next agenda propose the person, with why. Raises Conflict where they are on it already."""
    episode = episode_of(actor, team_id, episode_id)
    require_change(actor, episode.person_id)
    hold_person(episode.person_id)
    found = watched(actor, team_id, episode_id)
    if found.is_on_agenda:
        raise Conflict("They are on the agenda already. Look at the list again.")
    ask_for_discussion(episode.person_id, team_id, actor.name, as_request(found), actor)


@atomic()
def set_aside(team_id: UUID, episode_id: UUID, why: str, until_on: date, actor: Actor) -> SetAside:
    """Take the person off the list until that day, with why. It ends by itself.

    Raises Invalid without why, for a day that is not to come, or for one over twelve weeks ahead.
    """
    episode = episode_of(actor, team_id, episode_id)
    require_change(actor, episode.person_id)
    why = require_within(require_words(clean(why), "why", "Say why nobody has to look for now"), LINE, "why")
    _require_soon(until_on)
    hold_person(episode.person_id)
    if standing_aside(episode_id) is not None:
        raise Conflict("They are set aside already. Look at the list again.")
    aside = SetAside(person_id=episode.person_id, episode_id=episode_id, why=why, until_on=until_on)
    aside.sign(actor)
    db.session.add(aside)
    record("set_aside", actor, episode.person_id)
    return aside


@atomic()
def put_back(team_id: UUID, episode_id: UUID, actor: Actor) -> None:
    """They are on the list again, as long as there is a reason. Raises Conflict where they were not set aside."""
    episode = episode_of(actor, team_id, episode_id)
    require_change(actor, episode.person_id)
    hold_person(episode.person_id)
    aside = standing_aside(episode_id)
    if aside is None:
        raise Conflict("They are back on the list already.")
    aside.end()
    record("put_back_on_watch", actor, episode.person_id)


def _require_soon(until_on: date) -> None:
    last = today() + timedelta(weeks=LONGEST_WEEKS)
    if not today() < until_on <= last:
        raise Invalid({"until_on": f"Enter a day to come, in the next {LONGEST_WEEKS} weeks"})

"""The episode that a page about ending support is about."""

from livingwell.core.errors import NotFound
from livingwell.journeys.queries.closures import episode_to_show
from livingwell.journeys.queries.journeys import episode_now
from livingwell.people.models import Episode, Person
from livingwell.web.guards import current_actor


def episode_of(person: Person) -> Episode:
    """The actor's team's episode; any that goes on, for somebody who came in by another door. Raises NotFound."""
    episode = episode_to_show(person.id, current_actor().team_ids) or episode_now(person.id)
    if episode is None:
        raise NotFound
    return episode

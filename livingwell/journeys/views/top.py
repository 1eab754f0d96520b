"""What stands at the top of every page about a person whose support has ended."""

from livingwell.journeys.presenters.ending import EndedCard
from livingwell.journeys.queries.closures import last_closure
from livingwell.journeys.queries.ways_back import way_back_of
from livingwell.people.models import Person


def ended_at_top(person: Person) -> EndedCard | None:
    """How it ended, by whom, and the way back; none where a referral was turned away. Two statements."""
    closure = last_closure(person.id)
    return EndedCard.of(closure, way_back_of(closure.episode_id), person.preferred_name) if closure else None

"""The journey that a page is about, as it stands now."""

from livingwell.core.errors import NotFound
from livingwell.journeys.models import OnwardJourney
from livingwell.journeys.queries.journeys import journey_now
from livingwell.people.models import Person


def journey_for(person: Person) -> OnwardJourney:
    """The person's journey. Raises NotFound before anything was written."""
    journey = journey_now(person.id)
    if journey is None:
        raise NotFound
    return journey

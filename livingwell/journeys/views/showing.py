"""Where next: the person's hopes for after, and the options that are looked at together."""

from typing import Any

from livingwell.identity.permissions import Permission
from livingwell.journeys.queries.journeys import journey_now
from livingwell.journeys.views.blueprint import journeys
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.page import page


@journeys.get("/people/<uuid:person_id>/where-next")
@door(Permission.SEE_PLANS)
def show_journey(person: Person) -> Any:
    """The journey, the person's words first."""
    return page("journeys/show_journey.html", person=person, journey=journey_now(person.id))

"""What the plan's page says about where next. For app.py to introduce."""

from livingwell.careplans.onward import OnwardLine
from livingwell.journeys.presenters.on_the_plan import onward_line_of
from livingwell.journeys.queries.journeys import journey_in_short
from livingwell.people.models import Person


def where_next_on_plan(person: Person) -> OnwardLine:
    """How far the talk about what comes after has come. One statement."""
    return onward_line_of(*journey_in_short(person.id))

"""What the plan says at the top of every page about a person."""

from livingwell.careplans.presenters.top import matters_line
from livingwell.careplans.queries.plans import what_matters
from livingwell.people.models import Person
from livingwell.people.presenters.banner import Matters


def matters_at_top(person: Person) -> Matters | None:
    """What matters to the person, in their own words; none before it was written down. For app.py to introduce."""
    return matters_line(what_matters(person.id))

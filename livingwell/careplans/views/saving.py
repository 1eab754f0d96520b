"""Where a form of the plan leads once it is saved."""

from flask import Response

from livingwell.people.models import Person
from livingwell.web.page import see


def back_to_plan(person: Person, said: str, anchor: str | None = None) -> Response:
    """On to the plan, with a line that says what was done."""
    return see("careplans.show_plan", said=said, anchor=anchor, person_id=person.id)

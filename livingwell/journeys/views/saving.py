"""Where a form of the journey leads once it is saved."""

from flask import Response

from livingwell.people.models import Person
from livingwell.web.page import see


def back_to_journey(person: Person, said: str, anchor: str | None = None) -> Response:
    """On to the journey, with a line that says what was done."""
    return see("journeys.show_journey", said=said, anchor=anchor, person_id=person.id)


def at_option(option_id: object) -> str:
    """The place of an option on that page."""
    return f"option-{option_id}"

"""What adjustments and preferences say at the top of every page about a person."""

from flask import url_for

from livingwell.adjustments.presenters.strip import Strip
from livingwell.adjustments.queries.strip import asked_of
from livingwell.people.models import Person


def reach_at_top(person: Person) -> Strip:
    """How to reach and support the person. For app.py to introduce. One statement."""
    return Strip.of(
        asked_of(person.id),
        person.preferred_name,
        ask_href=url_for("adjustments.new_preferences", person_id=person.id),
        all_href=url_for("adjustments.show_preferences", person_id=person.id),
        adjustments_href=url_for("adjustments.list_adjustments", person_id=person.id),
    )

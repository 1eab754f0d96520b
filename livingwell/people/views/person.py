"""A person's own page."""

from typing import Any

from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.views.blueprint import people
from livingwell.web.page import page


@people.get("/people/<uuid:person_id>")
@door(Permission.SEE_PEOPLE)
def show_person(person: Person) -> Any:
    """The person's own page."""
    return page("people/show_person.html", person=person)

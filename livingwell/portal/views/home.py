"""The page that the person comes home to."""

from flask import Response

from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.views.blueprint import portal
from livingwell.web.page import page


@portal.get("/my")
@own_door
def show_home(person: Person) -> Response:
    """One calm page."""
    return page("portal/show_home.html", person=person)

"""The contacts of a person."""

from typing import Any

from flask import request, url_for

from livingwell.contacts.presenters.listing import contact_rows
from livingwell.contacts.queries.contacts import PAGE, ContactsFound, contacts_of
from livingwell.contacts.views.blueprint import contacts
from livingwell.contacts.views.engagement import engagement_picture
from livingwell.core.clock import now
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.presenters.listing import Pages
from livingwell.people.queries.commenting import comments_on
from livingwell.web.page import page
from livingwell.web.paging import page_number


@contacts.get("/people/<uuid:person_id>/contacts")
@door(Permission.SEE_CONTACTS)
def list_contacts(person: Person) -> Any:
    """Every contact, the latest first; what is to come stands above what has been."""
    number = page_number(request.args.get("page", ""))
    found = contacts_of(person.id, number)
    return page(
        "contacts/list_contacts.html",
        picture=engagement_picture(person) if number == 1 else None,
        rows=contact_rows(found.rows, person.preferred_name, now(), comments_on(person.id)),
        pages=_pages(person, number, found),
    )


def _pages(person: Person, number: int, found: ContactsFound) -> Pages:
    first = (number - 1) * PAGE + 1
    return Pages(
        number=number,
        previous_href=_address(person, number - 1) if number > 1 else "",
        next_href=_address(person, number + 1) if found.has_more else "",
        shown=f"Showing {first} to {first + len(found.rows) - 1}" if found.rows else "",
    )


def _address(person: Person, number: int) -> str:
    return url_for("contacts.list_contacts", person_id=person.id, page=number)

"""The one door to a person. A view gets a Person here or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from flask import current_app, g, request, url_for

from livingwell.identity.permissions import Permission
from livingwell.people.letting_in import let_in
from livingwell.people.models import Person
from livingwell.people.presenters.banner import Banner
from livingwell.people.queries.episodes import support_at_top
from livingwell.people.queries.reach import person_within_reach
from livingwell.web.guards import Access, View, current_actor, declare, require_signed_in
from livingwell.web.page import context_sources

TopPart = Callable[[Person], Any]

_top_parts: dict[str, TopPart] = {}
_once_ended: dict[str, TopPart] = {}

PAGES = (
    ("Overview", "people.show_person"),
    ("From them", "people.list_from_them"),
    ("How to reach", "adjustments.show_preferences"),
    ("Adjustments", "adjustments.list_adjustments"),
    ("Passport", "passports.show_passport"),
    ("Contacts", "contacts.list_contacts"),
    ("Plan", "careplans.show_plan"),
    ("Where next", "journeys.show_journey"),
    ("Discussions", "discussions.list_discussions"),
    ("Their own account", "portal.show_access"),
    ("Carers", "carers.list_carers"),
    ("Ending support", "journeys.show_closure"),
)
"""What a person's page leads to, by name; what this installation doesn't have is left out."""

SAFETY_PLAN = "careplans.show_safety_plan"


def show_at_top(name: str, load: TopPart) -> None:
    """Have every page about a person show a part, as `top.<name>`: for packages above, told by app.py."""
    _top_parts[name] = load


def show_once_ended(name: str, load: TopPart) -> None:
    """The same for pages about people whom no team supports any more: nobody else's page asks for it."""
    _once_ended[name] = load


def door(permission: Permission, *, is_opening: bool = True) -> Callable[[View], View]:
    """Open a route with `<uuid:person_id>` to actors with the permission who reach the person.

    The view gets `person` instead of the id. Opening a page is recorded as a read; `is_opening=False` is for
    a poll or a draft of a page that was opened already.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(person_id: UUID, **values: Any) -> Any:
            refusal = require_signed_in(permission)
            if refusal is not None:
                return refusal
            actor = current_actor()
            g.person = person_within_reach(actor, person_id)
            return let_in(view, g.person, values, is_opening=is_opening)

        return declare(guarded, Access(permission, is_about_a_person=True, is_activity=is_opening))

    return decorate


def _top() -> Mapping[str, Any]:
    """What stands at the top of the page: who it is about, and what the packages above have to say."""
    person = g.get("person")
    if person is None:
        return {}
    workers, notes, goes_on = support_at_top(person.id)
    parts = _top_parts if goes_on else {**_top_parts, **_once_ended}
    top = {"matters": None, "reach": None, "ended": None, **{name: load(person) for name, load in parts.items()}}
    who = Banner.of(person, workers, notes)
    return {
        "person": person,
        "top": {**top, "who": who, "pages": _pages(person.id), "safety_plan_url": _safety(person.id)},
    }


@dataclass(frozen=True)
class PersonPage:
    """One of the pages about a person, as a link."""

    label: str
    href: str
    is_here: bool


def _pages(person_id: UUID) -> tuple[PersonPage, ...]:
    there = [(label, endpoint) for label, endpoint in PAGES if endpoint in current_app.view_functions]
    return tuple(
        PersonPage(label, url_for(endpoint, person_id=person_id), request.endpoint == endpoint)
        for label, endpoint in there
    )


def _safety(person_id: UUID) -> str:
    is_there = SAFETY_PLAN in current_app.view_functions
    return url_for(SAFETY_PLAN, person_id=person_id) if is_there else ""


context_sources.append(_top)

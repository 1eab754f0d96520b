"""The one door to a person. A view gets a Person here or not at all."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from uuid import UUID

from flask import g, make_response, request

from livingwell.audit import record_read
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.models import Person
from livingwell.people.queries.reach import person_within_reach
from livingwell.web.guards import READS, Access, View, current_actor, declare, require_signed_in
from livingwell.web.page import context_sources

TopPart = Callable[[Person], Any]

_top_parts: dict[str, TopPart] = {}


def show_at_top(name: str, load: TopPart) -> None:
    """Have every page about a person show a part, as `top.<name>`: for packages above, told by app.py."""
    _top_parts[name] = load


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
            if request.method in READS and is_opening:
                record_read(view.__name__, actor, person_id)
            response = make_response(view(person=g.person, **values))
            if request.method not in READS and response.status_code in (200, 409, 422):
                # The write was not taken, and the answer shows the person's page.
                db.session.rollback()
                record_read(view.__name__, actor, person_id)
            return response

        return declare(guarded, Access(permission, is_about_a_person=True))

    return decorate


def _top() -> Mapping[str, Any]:
    """What stands at the top of the page: the person, and what the packages above have to say."""
    person = g.get("person")
    if person is None:
        return {}
    return {"person": person, "top": {name: load(person) for name, load in _top_parts.items()}}


context_sources.append(_top)

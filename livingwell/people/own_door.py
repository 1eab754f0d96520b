"""The doors of those who are not staff: to one's own record, and to what a person shares with a carer."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from livingwell.identity.permissions import Permission
from livingwell.people.letting_in import let_in
from livingwell.people.models import Topic
from livingwell.people.queries.own_reach import own_person, person_cared_for
from livingwell.web.guards import Access, View, current_actor, declare, require_signed_in


def own_door(view: View) -> View:
    """Open a route under /my to the person whose account it is. The view gets `person`; no address names them.

    Opening a page is recorded as a read, as it is for staff.
    """

    @wraps(view)
    def guarded(**values: Any) -> Any:
        refusal = require_signed_in(Permission.TAKE_PART)
        if refusal is not None:
            return refusal
        return let_in(view, own_person(current_actor()), values)

    return declare(guarded, Access(Permission.TAKE_PART))


def carer_door(topic: Topic | None) -> Callable[[View], View]:
    """Open a route with `<uuid:person_id>` to carers with whom the person shares the topic now.

    With None, to each carer who may write to the team about the person, also where nothing is shared: such a page
    shows nothing of the record, and opening it is no read of it.

    The view gets `person` instead of the id. What is shared is asked at each request.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(person_id: UUID, **values: Any) -> Any:
            refusal = require_signed_in(Permission.SEE_AS_CARER)
            if refusal is not None:
                return refusal
            person = person_cared_for(current_actor(), person_id, topic)
            return let_in(view, person, values, shows_record=topic is not None)

        return declare(guarded, Access(Permission.SEE_AS_CARER, topic, is_about_a_person=True))

    return decorate

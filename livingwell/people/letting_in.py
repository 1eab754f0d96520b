"""What every door does with a person whom the actor reaches: the read is recorded, then the view answers."""

from typing import Any

from flask import Response, g, make_response, request

from livingwell.audit import record_read
from livingwell.core.errors import Stale
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.web.conflicts import show_conflict
from livingwell.web.giving_back import about_somebody_else
from livingwell.web.guards import READS, View, current_actor
from livingwell.web.typed import sent


def let_in(
    view: View, person: Person, values: dict[str, Any], *, is_opening: bool = True, shows_record: bool = True
) -> Response:
    """The view's answer about the person. What shows their page is recorded as a read of it.

    `shows_record` is False for a page that shows nothing of it, as one where a carer only writes to the team: among
    those who looked, it would tell the person of a carer who did not look.
    """
    actor, person_id = current_actor(), person.id  # read now: after the rollback below it would be asked for again
    g.about = str(person_id)  # each form on the page carries it
    if request.method in READS and is_opening and shows_record:
        record_read(view.__name__, actor, person_id)
    response = make_response(_answer(view, person, values))
    if request.method not in READS and response.status_code in (200, 409, 422):
        # The write was not taken, and the answer shows the person's page.
        db.session.rollback()
        if shows_record:
            record_read(view.__name__, actor, person_id)
    return response


def _answer(view: View, person: Person, values: dict[str, Any]) -> Any:
    """The view's answer. A form made for somebody else never reaches it; a stale one is answered with both texts."""
    if sent("about") not in ("", str(person.id)):
        return about_somebody_else()
    try:
        return view(person=person, **values)
    except Stale as stale:
        return show_conflict(stale)

"""A member writes down what the person says about a note, a summary, or a line of the plan."""

from typing import Any
from uuid import UUID

from flask import Response, url_for

from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.actions.commenting import comment_on
from livingwell.people.door import door
from livingwell.people.forms.commenting import CommentForm
from livingwell.people.models import Person
from livingwell.people.queries.commenting import require_row_of
from livingwell.people.saving import form_page, saved
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor
from livingwell.web.page import see

ON_A_PAGE_OF_ITS_OWN = {"contact": ("contacts.show_contact", "contact_id")}
IN_THE_PLAN = ("statement", "goal", "step", "consequence")


@people.route("/people/<uuid:person_id>/said-about/<line_kind>/<uuid:line_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_comment(person: Person, line_kind: str, line_id: UUID) -> Any:
    """The person's words, to stand beside what is written."""
    require_row_of(person.id, line_kind, line_id)
    form = CommentForm(name=person.preferred_name)
    draft = draft_of(form, "new_comment", person.id, line_id)
    if saved(form, draft, lambda: _comment(person, line_kind, line_id, form)):
        return _back(person, line_kind, line_id, f"{person.preferred_name}’s words stand beside it.")
    return form_page("people/new_comment.html", form, draft, back=_page_of(person, line_kind, line_id))


def _comment(person: Person, table: str, row_id: UUID, form: CommentForm) -> object:
    told = {"said_on": form.said_on.data, "how": form.how.data}
    return comment_on(person.id, table, row_id, form.words.data, current_actor(), **told)


def _back(person: Person, table: str, row_id: UUID, said: str) -> Response:
    endpoint, values = _place(person, table, row_id)
    return see(endpoint, said=said, **values)


def _page_of(person: Person, table: str, row_id: UUID) -> str:
    endpoint, values = _place(person, table, row_id)
    return url_for(endpoint, **values)


def _place(person: Person, table: str, row_id: UUID) -> tuple[str, dict[str, Any]]:
    """The page that shows the row."""
    if table in ON_A_PAGE_OF_ITS_OWN:
        endpoint, variable = ON_A_PAGE_OF_ITS_OWN[table]
        return endpoint, {"person_id": person.id, variable: row_id}
    endpoint = "careplans.show_plan" if table in IN_THE_PLAN else "people.show_person"
    return endpoint, {"person_id": person.id}

"""What a person sent from their own side: read here, and marked as read in one press."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.actions.arriving import answer_arrival, read_arrival
from livingwell.people.door import door
from livingwell.people.forms.arriving import AnswerForm
from livingwell.people.models import Person
from livingwell.people.presenters.arriving import ArrivalRow, arrival_pages
from livingwell.people.queries.arriving import answers_to, arrival_of, arrivals_of
from livingwell.people.saving import form_page, saved
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see
from livingwell.web.paging import page_number


@people.get("/people/<uuid:person_id>/from-them")
@door(Permission.SEE_PEOPLE)
def list_from_them(person: Person) -> Any:
    """Everything that they sent: what nobody has read comes first."""
    number = page_number(request.args.get("page", ""))
    arrivals, has_more = arrivals_of(person.id, number)
    answers = answers_to(arrivals)
    return page(
        "people/list_from_them.html",
        rows=[ArrivalRow.of(arrival, person, answers.get(arrival.id, ())) for arrival in arrivals],
        pages=arrival_pages(person.id, number, arrivals, has_more),
    )


@people.post("/people/<uuid:person_id>/from-them/<uuid:arrival_id>/reading")
@door(Permission.SEE_PEOPLE)
def read_from_them(person: Person, arrival_id: UUID) -> Any:
    """A member has read it: the person sees who, and when."""
    once(read_arrival, person, arrival_id, current_actor())
    said = f"{person.preferred_name} can see that you have read it."
    return see("people.list_from_them", person_id=person.id, said=said)


@people.route("/people/<uuid:person_id>/from-them/<uuid:arrival_id>/answer", methods=["GET", "POST"])
@door(Permission.SEE_PEOPLE)
def answer_from_them(person: Person, arrival_id: UUID) -> Any:
    """Answer it: the answer waits for the person on their own side."""
    arrival = arrival_of(person.id, arrival_id)
    form = AnswerForm(name=person.preferred_name)
    draft = draft_of(form, "answer_from_them", person.id, arrival_id)
    if saved(form, draft, lambda: answer_arrival(person, arrival_id, form.words.data, current_actor())):
        return see("people.list_from_them", person_id=person.id, said="Your answer waits on their own pages.")
    row = ArrivalRow.of(arrival, person, ())
    return form_page("people/answer_from_them.html", form, draft, row=row)

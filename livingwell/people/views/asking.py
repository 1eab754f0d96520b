"""Whether another team knows somebody: the questions, and the answers of its lead."""

from typing import Any
from uuid import UUID

from flask import Response, request

from livingwell.audit import record_read
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.actions import known
from livingwell.people.presenters.asking import Asked, ToAnswer
from livingwell.people.queries.known import requests_asked, requests_to_answer
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see


@people.get("/people/known")
@needs(Permission.SEE_PEOPLE)
def list_known() -> Any:
    """What my team was asked and asked. A lead is shown who is on record, which is a read."""
    actor = current_actor()
    to_answer, asked = requests_to_answer(actor), requests_asked(actor)
    if to_answer:
        record_read("list_known", actor, shown=[each.person_id for each in to_answer])
    return page(
        "people/list_known.html",
        to_answer=[ToAnswer.of(each) for each in to_answer],
        asked=[Asked.of(each) for each in asked],
    )


@people.post("/people/known/<uuid:request_id>/answer")
@needs(Permission.CONFIRM_KNOWN_PEOPLE)
def answer_known(request_id: UUID) -> Response:
    """Say whether it is the same person."""
    is_same = request.form.get("answer") == "same"
    once(known.answer_whether_known, request_id, is_same, current_actor())
    return see("people.list_known", said="Answered. The team that asked sees it on this page.")

"""Writing to the team, and everything that the person sent with what came of it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import request

from livingwell.drafts.kept import draft_of, once
from livingwell.people.actions.arriving import see_arrival_answer, send_arrival
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.queries.arriving import answers_not_seen, answers_to, arrivals_sent
from livingwell.portal.forms.messages import MessageForm
from livingwell.portal.presenters.messages import SentRow, answers_waiting
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.waiting import Waiting, waits
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see
from livingwell.web.paging import page_number


@portal.get("/my/messages")
@own_door
def list_messages(person: Person) -> Any:
    """What I sent, the latest first: who read it, and what they answered."""
    number = page_number(request.args.get("page", ""))
    sent, has_more = arrivals_sent(person.id, number)
    answers = answers_to(sent)
    return page(
        "portal/messages/list_messages.html",
        rows=[SentRow.of(each, answers.get(each.id, ()), person.name) for each in sent],
        newer=number - 1,
        older=number + 1 if has_more else 0,
    )


@portal.route("/my/messages/new", methods=["GET", "POST"])
@own_door
def new_message(person: Person) -> Any:
    """One question, and the words arrive with the key worker."""
    form = MessageForm()
    draft = draft_of(form, "own_message", person.id)
    if saved(form, draft, lambda: send_arrival(person.id, "message", form.words.data, current_actor())):
        return see("portal.list_messages", said=_("Your message is with your team."))
    return form_page("portal/messages/new_message.html", form, draft)


@portal.post("/my/messages/answers/<uuid:arrival_answer_id>/seen")
@own_door
def see_answer(person: Person, arrival_answer_id: UUID) -> Any:
    """I have seen it: it waits at home no more."""
    once(see_arrival_answer, person.id, arrival_answer_id, current_actor())
    return see("portal.show_home", said=_("Thank you. It stays with your messages."))


@waits
def answers(person: Person) -> Iterable[Waiting]:
    """What members answered and the person has not seen."""
    return answers_waiting(answers_not_seen(person.id))

"""My hand-overs: who walks with me, what they would read, and what they said."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from flask import Response, url_for

from livingwell.careplans.models import HowSaid
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.journeys.actions.handing_over import sending_in
from livingwell.journeys.actions.receiving import see_answer
from livingwell.journeys.actions.sending import agree_sending, is_still_so, stop_sending
from livingwell.journeys.models import HandOverAnswerKind, HandOverSending
from livingwell.journeys.queries.hand_overs import all_hand_overs_of, hand_over_of
from livingwell.journeys.queries.hand_overs_waiting import answers_to_read, sendings_open_now, sendings_to_look_at
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.hand_overs import MayTheyReadForm
from livingwell.portal.presenters.hand_overs import MyHandOver, MySending, receiver_sights
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.seeing import Sight, sees
from livingwell.portal.views.blueprint import portal
from livingwell.portal.waiting import Waiting, waits
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

MY_HAND_OVERS = "/my/hand-overs"
ONE = f"{MY_HAND_OVERS}/<uuid:hand_over_id>"
SENDING = f"{ONE}/sendings/<uuid:sending_id>"


@portal.get(MY_HAND_OVERS)
@own_door
def list_hand_overs(person: Person) -> Response:
    """Each place that I chose, and how far it is."""
    found = [MyHandOver.of(each, person) for each in all_hand_overs_of(person.id)]
    return page("portal/hand_overs/list_hand_overs.html", found=found)


@portal.get(ONE)
@own_door
def show_hand_over(person: Person, hand_over_id: UUID) -> Response:
    """The steps, who walks with me, what they read, and what they said."""
    mine = MyHandOver.of(hand_over_of(person.id, hand_over_id), person)
    return page("portal/hand_overs/show_hand_over.html", mine=mine)


@portal.route(SENDING, methods=["GET", "POST"])
@own_door
def answer_sending(person: Person, hand_over_id: UUID, sending_id: UUID) -> Any:
    """May they read this? Yes; not this; or nothing at all. Once I have said yes, I can still stop it.

    A no counts although a yes was said elsewhere meanwhile, for as long as it can be stopped.
    """
    hand_over = hand_over_of(person.id, hand_over_id)
    sending = sending_in(hand_over, sending_id)
    mine, has_ended, form = MySending.of(sending), hand_over.ended_on is not None, MayTheyReadForm()
    is_no = form.is_no and mine.can_stop
    if has_ended or not (mine.waits_for_me or is_no):
        return page("portal/hand_overs/show_sending.html", mine=mine, has_ended=has_ended)
    if not is_no and not is_still_so(hand_over, sending):
        return page("portal/hand_overs/show_changed.html", mine=mine)
    draft = draft_of(form, "may_they_read", person.id, sending_id)
    if saved(form, draft, lambda: _answer(person, hand_over_id, sending_id, form)):
        return see("portal.show_hand_over", said=_thanks(form, mine), hand_over_id=hand_over_id)
    return form_page("portal/hand_overs/answer_sending.html", form, draft, mine=mine)


@portal.post(f"{SENDING}/stop")
@own_door
def stop_own_sending(person: Person, hand_over_id: UUID, sending_id: UUID) -> Response:
    """I don't want them to read it, or to read it any more."""
    once(stop_sending, person.id, hand_over_id, sending_id, "", current_actor())
    return see(
        "portal.answer_sending",
        said=_stopped(),
        hand_over_id=hand_over_id,
        sending_id=sending_id,
    )


@portal.post(f"{ONE}/answers/<uuid:hand_over_answer_id>/seen")
@own_door
def see_receivers_answer(person: Person, hand_over_id: UUID, hand_over_answer_id: UUID) -> Response:
    """I have read what they said."""
    answers = hand_over_of(person.id, hand_over_id).answers
    if hand_over_answer_id not in {each.id for each in answers}:
        raise NotFound
    once(see_answer, person.id, hand_over_answer_id, current_actor())
    return see("portal.show_hand_over", hand_over_id=hand_over_id)


@waits
def hand_overs_waiting(person: Person) -> Iterator[Waiting]:
    """What would be sent, until I said yes or no; and what they said, until I read it."""
    for sending in sendings_to_look_at(person.id):
        yield _to_look_at(sending)
    for answer, name in answers_to_read(person.id):
        said_yes = answer.kind is HandOverAnswerKind.ACCEPTED
        title = _("%(place)s said yes", place=name) if said_yes else _("%(place)s has answered", place=name)
        href = url_for("portal.show_hand_over", hand_over_id=answer.hand_over_id, _anchor="answers")
        yield Waiting(title, _("Read what they said."), href, answer.created_at)


@sees
def receivers(person: Person) -> Iterable[Sight]:
    """Whoever can open now what I agreed to."""
    return receiver_sights(sendings_open_now(person.id))


def _to_look_at(sending: HandOverSending) -> Waiting:
    title = _("May %(who)s read this about you?", who=sending.to_name)
    href = url_for("portal.answer_sending", hand_over_id=sending.hand_over_id, sending_id=sending.id)
    return Waiting(title, _("Say yes or no. There is no rush."), href, sending.created_at)


def _thanks(form: MayTheyReadForm, mine: MySending) -> str:
    if form.is_yes:
        return _("Thank you. Your team sends it now.")
    return _("It does not go. Your team reads why.") if mine.waits_for_me else _stopped()


def _stopped() -> str:
    return _("It is stopped. The link opens nothing now.")


def _answer(person: Person, hand_over_id: UUID, sending_id: UUID, form: MayTheyReadForm) -> None:
    if form.is_yes:
        agree_sending(person.id, hand_over_id, sending_id, HowSaid.ON_THIS_SCREEN, current_actor())
    else:
        stop_sending(person.id, hand_over_id, sending_id, form.reason, current_actor())

"""What a receiver reads: put together, looked at with the person, sent, and stopped."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Response, current_app, request

from livingwell.careplans.models import HowSaid
from livingwell.config import Settings
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.identity.queries.introducing import team_contact_of
from livingwell.journeys.actions import sending as actions
from livingwell.journeys.actions.handing_over import sending_in
from livingwell.journeys.forms.sending import ComposeForm, StopForm, ToldYesForm
from livingwell.journeys.hand_over_commands import Picked
from livingwell.journeys.models import HandOver, HandOverSending
from livingwell.journeys.presenters.hand_over_sending import SendingLine
from livingwell.journeys.queries.hand_over_facts import facts_for
from livingwell.journeys.queries.hand_overs import episode_of_hand_over, hand_over_of
from livingwell.journeys.queries.hand_overs_waiting import deliveries_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.hand_overs import ONE, back
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import READS, current_actor
from livingwell.web.page import lasting_url, page, see
from livingwell.web.qr_code import QrCode

SENDINGS = f"{ONE}/sendings"
SENDING = f"{SENDINGS}/<uuid:sending_id>"
RECEIVERS_PAGE = "portal.show_handed_over"


@journeys.route(f"{SENDINGS}/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def compose_hand_over(person: Person, hand_over_id: UUID) -> Any:
    """Tick what they are told. The next page shows it as they would read it."""
    hand_over = hand_over_of(person.id, hand_over_id)
    facts, question = facts_for(hand_over), hand_over.open_question
    form = ComposeForm(name=person.preferred_name)
    form.offer(facts, question.words if question else "")
    if request.method in READS:
        _begin_with(form, hand_over)
    draft = draft_of(form, "compose_hand_over", person.id, hand_over_id)
    actor, asked, left_out = current_actor(), question.words if question else "", facts.objected_count
    if saved(form, draft, lambda: actions.compose_sending(person.id, hand_over_id, form.command(), actor)):
        return see("journeys.show_sending", person_id=person.id, hand_over_id=hand_over_id, sending_id=form.made_id)
    return form_page(
        "journeys/compose_hand_over.html", form, draft, hand_over_id=hand_over_id, asked=asked, left_out=left_out
    )


@journeys.get(SENDING)
@door(Permission.SEE_PLANS)
def show_sending(person: Person, hand_over_id: UUID, sending_id: UUID) -> Response:
    """The text as they would read it, and what is to be done with it."""
    return _shown(person, hand_over_id, sending_id, ToldYesForm(name=person.preferred_name))


@journeys.post(f"{SENDING}/yes")
@door(Permission.CHANGE_PLANS)
def agree_hand_over(person: Person, hand_over_id: UUID, sending_id: UUID) -> Any:
    """The person said yes to a member."""
    form, actor = ToldYesForm(name=person.preferred_name), current_actor()

    def agree() -> None:
        actions.agree_sending(person.id, hand_over_id, sending_id, HowSaid(form.how.data), actor)

    if saved(form, None, agree):
        return _back_to(person, hand_over_id, sending_id, f"{person.preferred_name} said yes. It can go.")
    return _shown(person, hand_over_id, sending_id, form)


@journeys.post(f"{SENDING}/send")
@door(Permission.CHANGE_PLANS)
def send_hand_over(person: Person, hand_over_id: UUID, sending_id: UUID) -> Any:
    """Send the link; or show it once, to be printed or read out."""
    tokens: list[str] = []

    def send() -> None:
        tokens.append(
            actions.send_hand_over(person.id, hand_over_id, sending_id, _address_of, _lasts(), current_actor())
        )

    once(send)
    return _gone(person, hand_over_id, sending_id, tokens)


@journeys.post(f"{SENDING}/again")
@door(Permission.CHANGE_PLANS)
def resend_hand_over(person: Person, hand_over_id: UUID, sending_id: UUID) -> Any:
    """The same by a new link. The old one ends."""
    tokens: list[str] = []

    def resend() -> HandOverSending:
        again, token = actions.resend_hand_over(
            person.id, hand_over_id, sending_id, _address_of, _lasts(), current_actor()
        )
        tokens.append(token)
        return again

    return _gone(person, hand_over_id, once(resend) or sending_id, tokens)


@journeys.route(f"{SENDING}/stop", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def stop_sending(person: Person, hand_over_id: UUID, sending_id: UUID) -> Any:
    """The person told a member that they don't want it to go, or to be read any more."""
    line = SendingLine.of(sending_in(hand_over_of(person.id, hand_over_id), sending_id))
    form = StopForm(name=person.preferred_name)
    draft = draft_of(form, "stop_sending", person.id, hand_over_id, sending_id)
    actor = current_actor()
    if saved(
        form, draft, lambda: actions.stop_sending(person.id, hand_over_id, sending_id, form.why.data or "", actor)
    ):
        return _back_to(person, hand_over_id, sending_id, "It is stopped. Its link opens nothing now.")
    return form_page("journeys/stop_sending.html", form, draft, hand_over_id=hand_over_id, line=line)


def _begin_with(form: ComposeForm, hand_over: HandOver) -> None:
    """To whom it went before; and only what the person said yes to before is ticked."""
    last = hand_over.sendings[-1] if hand_over.sendings else None
    service = hand_over.destination.service
    form.to_name.data = last.to_name if last else hand_over.destination.name
    form.to_email.data = last.to_email if last else service.email if service else ""
    form.call_us.data = last.call_us if last else _number_of_team(hand_over)
    agreed = [each for each in hand_over.sendings if each.agreed_at and not each.stopped_at]
    if agreed:
        form.tick(Picked.from_json(agreed[-1].picked))


def _number_of_team(hand_over: HandOver) -> str:
    """What people call the team by, or whoever is called where a link opens nothing."""
    contact = team_contact_of(episode_of_hand_over(hand_over).team_id)
    return (contact.phone_number if contact else "") or _settings().contact


def _shown(person: Person, hand_over_id: UUID, sending_id: UUID, form: ToldYesForm) -> Response:
    hand_over = hand_over_of(person.id, hand_over_id)
    sending = sending_in(hand_over, sending_id)
    delivery = deliveries_of(hand_over).get(sending.message_id) if sending.message_id else None
    line = SendingLine.of(sending, delivery)
    may_go = hand_over.ended_on is None and (line.waits_for_yes or line.is_ready or line.can_go_again)
    return page(
        "journeys/show_sending.html",
        status=form.status,
        hand_over_id=hand_over_id,
        destination=hand_over.destination.name,
        form=form,
        line=line,
        can_change=hand_over.ended_on is None,
        has_changed=may_go and not actions.is_still_so(hand_over, sending),
    )


def _gone(person: Person, hand_over_id: UUID, sending_id: UUID, tokens: list[str]) -> Any:
    """It is on its way; or here is the link, once. Sent twice, the first answer had it."""
    sending = sending_in(hand_over_of(person.id, hand_over_id), sending_id)
    if sending.to_email:
        return back(person, hand_over_id, f"The link is on its way to {sending.to_name}.", "sent")
    if not tokens:
        return _back_to(person, hand_over_id, sending_id, "It went already. If the link is lost, send it again.")
    return page(
        "journeys/show_link.html",
        hand_over_id=hand_over_id,
        person_id=person.id,
        line=SendingLine.of(sending),
        from_team=sending.from_team,
        call_us=sending.call_us,
        address=_address_of(tokens[0]),
        qr=QrCode.of(_address_of(tokens[0])),
    )


def _back_to(person: Person, hand_over_id: UUID, sending_id: UUID, said: str) -> Response:
    return see(
        "journeys.show_sending", said=said, person_id=person.id, hand_over_id=hand_over_id, sending_id=sending_id
    )


def _address_of(token: str) -> str:
    return lasting_url(RECEIVERS_PAGE, hand_over_token=token)


def _lasts() -> timedelta:
    return timedelta(days=_settings().hand_over_days)


def _settings() -> Settings:
    settings: Settings = current_app.config["LIVINGWELL"]
    return settings

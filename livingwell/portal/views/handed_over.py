"""What the receiver of a hand-over was sent, opened by a link: no account, no cookie, no script.

The address alone opens nothing: programs follow links in e-mails. Somebody presses "Open", which is noted, and then
reads and answers. The link's token is the secret that an answer carries, in place of one kept in a cookie. A link that
was used, is stopped, replaced, over or made up is answered by one and the same page, whatever is asked of it.
"""

from flask import Response, current_app, request

from livingwell.config import Settings
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.extensions import csrf
from livingwell.journeys.actions.receiving import answer_sending, open_sending
from livingwell.journeys.models import HandOverSending, SendingState
from livingwell.journeys.queries.hand_overs import sending_with
from livingwell.portal.browser import kind_of_browser
from livingwell.portal.forms.handed_over import ReceiverForm
from livingwell.portal.presenters.handed_over import HandedOver
from livingwell.portal.views.alike import NOT_FOUND, alike
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import public
from livingwell.web.page import page

HANDED_OVER = "/handover/<hand_over_token>"
CONFLICT = 409


def _gone() -> Response:
    has_sent = "answered_by" in request.form
    return page("portal/handed_over/show_gone.html", status=NOT_FOUND, contact=_contact(), has_sent=has_sent)


answers_alike = alike(_gone, **{"Referrer-Policy": "no-referrer"})  # no other site is told the address


@portal.get(HANDED_OVER)
@public
@answers_alike
def show_handed_over(hand_over_token: str) -> Response:
    """Who asks, until when, and the button that opens it. It names nobody, notes nothing and decides nothing."""
    return page("portal/handed_over/ask_open.html", told=HandedOver.of(_open_one(hand_over_token)))


@portal.post(HANDED_OVER)
@public
@csrf.exempt
@answers_alike
def open_handed_over(hand_over_token: str) -> Response:
    """What was sent, and the question whether they say yes."""
    sending = open_sending(hand_over_token, kind_of_browser(request.user_agent.string))
    return _ask(sending, hand_over_token, ReceiverForm(None))


@portal.post(f"{HANDED_OVER}/answer")
@public
@csrf.exempt
@answers_alike
def answer_handed_over(hand_over_token: str) -> Response:
    """Yes; no, and why; or a question. One answer stands: whoever is second is told that theirs was not kept."""
    form = ReceiverForm()
    if not form.validate_on_submit():
        return _ask(_open_one(hand_over_token), hand_over_token, form)
    try:
        sending = answer_sending(hand_over_token, form.command())
    except Invalid as error:
        form.refuse(error)
        return _ask(_open_one(hand_over_token), hand_over_token, form)
    except Conflict:
        return page("portal/handed_over/show_answered_before.html", status=CONFLICT, contact=_contact())
    return page("portal/handed_over/show_thanks.html", told=HandedOver.of(sending), answer=form.kind.data)


def _open_one(token: str) -> HandOverSending:
    sending = sending_with(token)
    if sending.state is not SendingState.OPEN:
        raise NotFound
    return sending


def _ask(sending: HandOverSending, token: str, form: ReceiverForm) -> Response:
    return page(
        "portal/handed_over/show_text.html",
        status=422 if form.errors else 200,
        told=HandedOver.of(sending),
        form=form,
        hand_over_token=token,
    )


def _contact() -> str:
    settings: Settings = current_app.config["LIVINGWELL"]
    return settings.contact

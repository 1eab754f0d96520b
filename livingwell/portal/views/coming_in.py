"""From a code that was right to the page itself: the date of birth where it is asked, and whose page."""

from typing import Any
from uuid import UUID

from flask import Response, make_response, redirect, request, session, url_for
from flask_babel import gettext as _

from livingwell.core.errors import Conflict
from livingwell.identity.actions import getting_in
from livingwell.identity.queries.one_time_codes import code_half_way
from livingwell.identity.queries.own_accounts import may_enter, proved_accounts
from livingwell.identity.views.carrying import carry, own_path, settings, throttle
from livingwell.portal.actions.asking_for_help import ask_for_help
from livingwell.portal.actions.sending import send_next
from livingwell.portal.forms.getting_in import BirthDateForm, WhoseForm
from livingwell.portal.presenters.getting_in import pages_to_choose
from livingwell.portal.queries.getting_in import birth_dates
from livingwell.portal.views.blueprint import portal
from livingwell.portal.way_in_words import SIGN_IN
from livingwell.web.errors import problem_page
from livingwell.web.guards import public
from livingwell.web.page import SEE_OTHER, page, see

NEXT = "next_page"  # where the cookie carries which page somebody wanted to open
_PROVED = "half_way"  # and which code was right


@portal.route(f"{SIGN_IN}/birth-date", methods=["GET", "POST"])
@public
def tell_birth_date() -> Any:
    """When were you born? Three tries."""
    code = code_half_way(begin_with(session.get(_PROVED)))
    if code is None:
        return see("portal.show_sign_in")
    form = BirthDateForm()
    if not form.validate_on_submit():
        return page("portal/getting_in/tell_birth_date.html", status=422 if form.errors else 200, form=form)
    may = may_enter(code)
    try:
        is_right = getting_in.tell_birth_date(code.id, form.born_on.data, birth_dates(each.account_id for each in may))
    except Conflict:
        return see("portal.show_ask_team")
    if is_right:
        return go_on(code.id)
    if ask_for_help(code.id):
        return see("portal.show_ask_team")
    form.born_on.errors = [_("That is not the date we have. Try again")]
    return page("portal/getting_in/tell_birth_date.html", status=422, form=form)


@portal.route(f"{SIGN_IN}/whose", methods=["GET", "POST"])
@public
def choose_whose() -> Any:
    """Which of your pages? For a person who helps somebody else too."""
    code_id = begin_with(session.get(_PROVED))
    choices = pages_to_choose(proved_accounts(code_id))
    if code_id is None or not choices:
        return see("portal.show_sign_in")
    form = WhoseForm()
    form.account.offer(choices)
    if form.validate_on_submit():
        return _let_in(code_id, UUID(form.account.data))
    return page("portal/getting_in/choose_whose.html", status=422 if form.errors else 200, form=form)


@portal.get(f"{SIGN_IN}/ask-your-team")
@public
def show_ask_team() -> Any:
    """Somebody of the team has to help now."""
    return page("portal/getting_in/show_ask_team.html")


def go_on(code_id: UUID) -> Response:
    """The next question, or the page itself where nothing is left to ask."""
    session[_PROVED] = str(code_id)
    proved = proved_accounts(code_id)
    if not proved:
        return see("portal.tell_birth_date")
    return see("portal.choose_whose") if len(proved) > 1 else _let_in(code_id, proved[0].account_id)


def send_asked_for() -> bool:
    """The worker's part of it: one link or code that was asked for goes out."""
    return send_next(throttle())


def wait_please() -> Response:
    """The answer to somebody who has tried too often."""
    minutes = settings().failure_window_minutes
    response = problem_page(
        429,
        _("There were too many tries. Wait %(minutes)s minutes, then try again. Or ask your team.", minutes=minutes),
    )
    response.headers["Retry-After"] = str(minutes * 60)
    return response


def begin_with(carried: Any) -> UUID | None:
    """The id that the cookie carries, if it carries one."""
    return UUID(carried) if isinstance(carried, str) else None


def _let_in(code_id: UUID, account_id: UUID) -> Response:
    is_first = not any(each.is_confirmed for each in proved_accounts(code_id) if each.account_id == account_id)
    token = getting_in.let_in(code_id, account_id, request.user_agent.string, throttle())
    wanted = own_path(session.get(NEXT))
    carry(token)
    if is_first:
        return see("portal.name_helper")
    return make_response(redirect(wanted or url_for("identity.begin"), SEE_OTHER))

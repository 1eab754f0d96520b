"""Getting in: what somebody says who they are by. Nothing here tells whether we know an address."""

from typing import Any

from flask import Response, request, session
from flask_babel import gettext as _
from flask_login import current_user

from livingwell.core.actor import Side
from livingwell.core.errors import Conflict
from livingwell.core.text import LINE
from livingwell.identity.actions import getting_in
from livingwell.identity.actions.own_passwords import prove_own_password
from livingwell.identity.actions.throttling import TooManyTries
from livingwell.identity.models import CodePurpose, OneTimeCode
from livingwell.identity.views.carrying import own_path, throttle
from livingwell.portal.forms.getting_in import AddressForm, CodeForm, PaperForm, PasswordSignInForm
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.coming_in import NEXT, begin_with, go_on, wait_please
from livingwell.portal.way_in_words import LINK, SIGN_IN
from livingwell.web.guards import public
from livingwell.web.page import base_address, page, see

_ASKED = "asked_for"  # where the cookie carries which code was asked for in this browser


@portal.route(SIGN_IN, methods=["GET", "POST"])
@public
def show_sign_in() -> Any:
    """Where may we write to?"""
    if request.method == "GET":
        if current_user.is_authenticated and current_user.actor.side is not Side.TEAM:
            return see("identity.begin")
        wanted = own_path(request.args.get("next")) or ""
        session[NEXT] = wanted if len(wanted) <= LINE else ""
    form = AddressForm()
    if not form.validate_on_submit():
        return _asked("show_sign_in", form)
    try:
        code = getting_in.ask_for_way_in(form.address.data, base_address(), network=_network(), throttle=throttle())
    except TooManyTries:
        return wait_please()
    session[_ASKED] = str(code.id)
    return see("portal.show_sent" if code.purpose is CodePurpose.LINK else "portal.type_code")


@portal.get(f"{SIGN_IN}/sent")
@public
def show_sent() -> Any:
    """Look in your e-mail."""
    return page("portal/getting_in/show_sent.html")


@portal.route(f"{SIGN_IN}/code", methods=["GET", "POST"])
@public
def type_code() -> Any:
    """Type in the code that came by text."""
    form = CodeForm()
    if not form.validate_on_submit():
        return _asked("type_code", form)
    try:
        code = getting_in.use_code(
            begin_with(session.get(_ASKED)), form.code.data, network=_network(), throttle=throttle()
        )
    except TooManyTries:
        return wait_please()
    if code is None:
        form.code.errors = [_("That is not the code, or it has run out. Look at the text again, or ask for a new one")]
        return _asked("type_code", form)
    return _proved(code)


@portal.route(f"{LINK}/<way_in>", methods=["GET", "POST"])
@public
def open_link(way_in: str) -> Any:
    """One button, and only pressing it uses the link up: those who check mail for viruses open links too."""
    try:
        if request.method == "POST":
            return _proved(getting_in.use_link(way_in))
        getting_in.link_that_opens(way_in)
    except Conflict:
        return page("portal/getting_in/link_over.html", status=409)
    return page("portal/getting_in/open_link.html")


@portal.route(f"{SIGN_IN}/paper", methods=["GET", "POST"])
@public
def type_paper() -> Any:
    """Type in the code that a member handed over."""
    form = PaperForm()
    if not form.validate_on_submit():
        return _asked("type_paper", form)
    try:
        code = getting_in.use_printed(form.code.data, network=_network(), throttle=throttle())
    except TooManyTries:
        return wait_please()
    if code is None:
        form.code.errors = [_("That is not a code that works. Check each letter, or ask your team for a new one")]
        return _asked("type_paper", form)
    return _proved(code)


@portal.route(f"{SIGN_IN}/password", methods=["GET", "POST"])
@public
def type_password() -> Any:
    """An address, and the password that goes with it."""
    form = PasswordSignInForm()
    if not form.validate_on_submit():
        return _asked("type_password", form)
    try:
        code = prove_own_password(form.address.data, form.password.data, network=_network(), throttle=throttle())
    except TooManyTries:
        return wait_please()
    if code is None:
        form.form_errors.append(_("That is not right. Check what you typed, and try again"))
        return _asked("type_password", form)
    return _proved(code)


@portal.get("/my/signed-out")
@public
def show_signed_out() -> Any:
    """A calm page."""
    return page("portal/getting_in/show_signed_out.html")


def _proved(code: OneTimeCode) -> Response:
    getting_in.see_who_it_is(code.id)
    return go_on(code.id)


def _asked(name: str, form: Any) -> Response:
    return page(f"portal/getting_in/{name}.html", status=422 if form.errors or form.form_errors else 200, form=form)


def _network() -> str:
    return request.remote_addr or ""

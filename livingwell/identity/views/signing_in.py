"""Signing in, staying signed in, signing out."""

from typing import Any

from flask import Response, make_response, redirect, request, session, url_for
from flask_login import current_user

from livingwell.core.actor import Side
from livingwell.identity.actions import sessions
from livingwell.identity.actions.signing_in import sign_in
from livingwell.identity.actions.throttling import TooManyTries
from livingwell.identity.forms import SignInForm
from livingwell.identity.views.blueprint import identity
from livingwell.identity.views.carrying import (
    carries_a_token,
    carry,
    current_session,
    own_path,
    settings,
    throttle,
    too_many_tries,
)
from livingwell.web import navigation
from livingwell.web.guards import any_side, current_actor, not_activity, public
from livingwell.web.page import SEE_OTHER, page, see

NOT_RIGHT = "The e-mail address or the password is not right. Check both and try again"


OWN_SIGNED_OUT = "portal.show_signed_out"
HOMES = {Side.PERSON: "portal.show_home", Side.CARER: "portal.list_cared_for"}


@identity.get("/")
@any_side
def begin() -> Response:
    """Where somebody who typed the bare address starts."""
    own = HOMES.get(current_actor().side)
    return make_response(redirect(url_for(own) if own else navigation.menu().home_url(), SEE_OTHER))


@identity.route("/sign-in", methods=["GET", "POST"])
@public
def show_sign_in() -> Any:
    """The sign-in page."""
    if request.method == "GET" and current_user.is_authenticated:
        return _go_on()
    form = SignInForm()
    if not form.validate_on_submit():
        return _ask(form)
    try:
        token = _sign_in(form)
    except TooManyTries:
        return too_many_tries()
    if token is None:
        form.form_errors.append(NOT_RIGHT)
        return _ask(form)
    carry(token)
    return _go_on()


@identity.post("/sign-out")
@any_side
def sign_out() -> Response:
    """End the session, on the server too."""
    is_team = current_actor().side is Side.TEAM
    sessions.sign_out(current_session())
    session.clear()
    return see("identity.show_sign_in", said="You have signed out.") if is_team else see(OWN_SIGNED_OUT)


@identity.post("/session")
@not_activity  # it notes the time itself, at once
@any_side
def extend_session() -> Any:
    """Stay signed in: somebody is still there."""
    sessions.extend_session(current_session())
    return "", 204


def _go_on() -> Response:
    """To where somebody was before, or to the start."""
    return make_response(redirect(own_path(request.args.get("next")) or url_for("identity.begin"), SEE_OTHER))


def _sign_in(form: SignInForm) -> str | None:
    return sign_in(
        form.command(),
        address=request.remote_addr or "",
        browser=request.user_agent.string,
        throttle=throttle(),
    )


def _ask(form: SignInForm) -> Response:
    return page(
        "identity/show_sign_in.html",
        status=422 if form.errors else 200,
        form=form,
        was_signed_in=carries_a_token(),
        idle_minutes=settings().idle_minutes,
    )

"""What the browser's cookie carries: the token of a session, asked about once in each request."""

from datetime import timedelta
from typing import cast
from urllib.parse import urlsplit

from flask import Response, current_app, make_response, redirect, request, session, url_for
from flask_login import current_user

from livingwell.config import Settings
from livingwell.extensions import htmx
from livingwell.identity.actions.reading import bring_reading
from livingwell.identity.actions.sessions import touch
from livingwell.identity.actions.throttling import Throttle
from livingwell.identity.queries.sessions import SignedIn, signed_in_with
from livingwell.web.errors import problem_page
from livingwell.web.guards import READS, is_activity
from livingwell.web.own_side import is_own_side
from livingwell.web.page import SEE_OTHER
from livingwell.web.reading import reading_carried
from livingwell.web.typed import is_our_path

OWN_SIGN_IN = "portal.show_sign_in"

_TOKEN = "_user_id"  # where flask-login looks for it


def settings() -> Settings:
    """The settings of this installation."""
    return cast(Settings, current_app.config["LIVINGWELL"])


def longest() -> timedelta:
    """How long a session lasts at most, whatever is done."""
    return timedelta(hours=settings().session_hours)


def throttle() -> Throttle:
    """How many tries at a password this installation lets through."""
    chosen = settings()
    return Throttle(
        per_account=chosen.failures_per_account,
        per_address=chosen.failures_per_address,
        window=timedelta(minutes=chosen.failure_window_minutes),
        key=chosen.secret_key,
    )


def carry(token: str) -> None:
    """Have the browser carry the token from now on, and nothing of who used it before.

    How somebody chose to read before signing in goes with them.
    """
    session.clear()
    session[_TOKEN] = token
    chosen = reading_carried()
    if chosen is not None:
        bring_reading(token, chosen)


def carries_a_token() -> bool:
    """Whether the browser carries one, be it one that opens nothing any more."""
    return _TOKEN in session


def who_carries(token: str) -> SignedIn | None:
    """Whoever signed in with the token, noted as at work if the request shows it."""
    chosen = settings()
    known = signed_in_with(token, idle=chosen.idle, own_idle=chosen.own_idle, longest=longest())
    return touch(known) if known and is_activity() else known


def current_session() -> SignedIn:
    """Who is signed in, with the session; only for views behind a guard."""
    return cast(SignedIn, current_user._get_current_object())


def ask_to_sign_in() -> Response:
    """The way to the sign-in page and back. A script that asked for a part of a page is told 401 instead."""
    if htmx:
        return problem_page(401)
    wanted = request.full_path.rstrip("?") if request.method in READS else urlsplit(request.referrer or "").path
    return make_response(redirect(url_for(sign_in_endpoint(), next=own_path(wanted)), code=SEE_OTHER))


def sign_in_endpoint() -> str:
    """Where whoever is asking signs in: the portal has a page of its own for it."""
    has_own = is_own_side() and OWN_SIGN_IN in current_app.view_functions
    return OWN_SIGN_IN if has_own else "identity.show_sign_in"


def own_path(wanted: str | None) -> str | None:
    """The path, if it leads to a page of ours; none otherwise."""
    return wanted if wanted and is_our_path(wanted) else None


def too_many_tries() -> Response:
    """The answer to somebody who has to wait before trying another password."""
    minutes = settings().failure_window_minutes
    response = problem_page(
        429,
        f"There were too many tries with a password that was not right. Wait {minutes} minutes, then try again. "
        "If you have forgotten your password, ask your account administrator for a one-time link.",
    )
    response.headers["Retry-After"] = str(minutes * 60)
    return response

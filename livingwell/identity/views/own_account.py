"""One's own account: the password, and where it is signed in."""

from typing import Any

from flask import Response, request

from livingwell.core.errors import Invalid
from livingwell.identity.actions import sessions
from livingwell.identity.actions.passwords import change_password
from livingwell.identity.actions.signing_in import prove_password
from livingwell.identity.actions.throttling import TooManyTries
from livingwell.identity.commands import Credentials
from livingwell.identity.forms import ChangePasswordForm
from livingwell.identity.presenters import AccountLine, SessionLine
from livingwell.identity.queries.accounts import current_memberships, own_account
from livingwell.identity.queries.sessions import open_sessions
from livingwell.identity.views.blueprint import identity
from livingwell.identity.views.carrying import current_session, longest, settings, throttle, too_many_tries
from livingwell.web.guards import current_actor, signed_in
from livingwell.web.page import page, see


@identity.get("/account")
@signed_in
def show_account() -> Any:
    """What this installation knows of whoever is signed in."""
    account = own_account(current_actor())
    here = current_session().session_id
    open_now = open_sessions(account.id, idle=settings().idle, longest=longest())
    return page(
        "identity/show_account.html",
        account=AccountLine.of(account, current_memberships(account.id)),
        sessions=[SessionLine.of(session, here) for session in open_now],
    )


@identity.post("/account/other-sessions/end")
@signed_in
def end_other_sessions() -> Response:
    """Sign out everywhere else."""
    sessions.end_other_sessions(current_session())
    return see("identity.show_account", said="You are signed out everywhere else.")


@identity.route("/account/password", methods=["GET", "POST"])
@signed_in
def edit_password() -> Any:
    """Change the password, knowing the old one."""
    form = ChangePasswordForm()
    if not form.validate_on_submit():
        return _ask(form)
    try:
        _change(form)
    except TooManyTries:
        return too_many_tries()
    except Invalid as error:
        form.refuse(error)
        return _ask(form)
    return see("identity.show_account", said="Your password is changed. You are signed out everywhere else.")


def _change(form: ChangePasswordForm) -> None:
    email = own_account(current_actor()).email or ""
    given = Credentials(email, form.current_password.data)
    proved = prove_password(given, address=request.remote_addr or "", throttle=throttle())
    if proved is None:
        raise Invalid({"current_password": "The current password is not right. Check it and try again"})
    change_password(current_session(), form.password.data)


def _ask(form: ChangePasswordForm) -> Response:
    return page("identity/edit_password.html", status=422 if form.errors else 200, form=form)

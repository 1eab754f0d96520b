"""What a one-time link opens: the choice of a password."""

from typing import Any

from livingwell.core.errors import Conflict, Invalid
from livingwell.identity.actions.links import use_link
from livingwell.identity.actions.throttling import forget_failures
from livingwell.identity.forms import NewPasswordForm
from livingwell.identity.models import LINK_IS_OVER
from livingwell.identity.queries.accounts import link_with
from livingwell.identity.views.blueprint import identity
from livingwell.identity.views.carrying import throttle
from livingwell.web.guards import public
from livingwell.web.page import page, see


@identity.route("/welcome/<token>", methods=["GET", "POST"])
@public
def welcome(token: str) -> Any:
    """Choose a password. Looking at the page leaves the link as it is, so that a mail scanner can't use it up."""
    link = link_with(token)
    if link is None or not link.is_usable:
        raise Conflict(LINK_IS_OVER)
    form = NewPasswordForm()
    if form.validate_on_submit():
        try:
            account = use_link(token, form.password.data)
            forget_failures(account.email or "", throttle())
            return see("identity.show_sign_in", said="Your password is set. Sign in with it now.")
        except Invalid as error:
            form.refuse(error)
    return page(
        "identity/welcome.html",
        status=422 if form.errors else 200,
        form=form,
        name=link.account.name,
        email=link.account.email,
    )

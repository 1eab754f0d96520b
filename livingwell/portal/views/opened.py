"""A passport opened by a link, by somebody who has no account and is asked for none.

A link that is stopped, over or made up is answered by one and the same page, whatever is asked of it.
"""

from uuid import UUID

from flask import Response, request, url_for
from flask_babel import gettext as _

from livingwell.audit import record_read
from livingwell.core.errors import NotFound
from livingwell.passports.actions import open_share
from livingwell.passports.actions.opening import VISITOR
from livingwell.passports.queries.passport import passport_now
from livingwell.passports.queries.shares import open_share_with, sharer_of
from livingwell.passports.views.files import send_piece
from livingwell.portal.browser import kind_of_browser
from livingwell.portal.forms.passport import PinForm
from livingwell.portal.opened import carry_opening, drop_opening, is_opened
from livingwell.portal.presenters.passport import PassportPage
from livingwell.portal.views.alike import NOT_FOUND, alike
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import public
from livingwell.web.page import page, see

SHARED = "/shared/<share_token>"
FILE = "portal.show_shared_file"


def _gone() -> Response:
    return page("portal/passport/show_gone.html", status=NOT_FOUND)


answers_alike = alike(_gone)


@portal.get(SHARED)
@public
@answers_alike
def show_shared(share_token: str) -> Response:
    """Ask for the PIN, or show the passport to a browser that has sent it. Asking counts as no opening."""
    share = open_share_with(share_token)
    if not is_opened(share):
        return _ask(PinForm(name=""))
    record_read("show_shared", VISITOR, share.person_id)
    standing = passport_now(share.person_id)
    return page(
        "portal/passport/show_shared.html",
        name=sharer_of(share).preferred_name,
        passport=PassportPage.of(standing, FILE, share_token=share_token),
        share_token=share_token,
    )


@portal.post(SHARED)
@public
@answers_alike
def open_shared(share_token: str) -> Response:
    """Take the PIN. A right one opens the passport in this browser for half an hour."""
    form = PinForm(name="")
    open_share_with(share_token)
    if not form.validate_on_submit():
        return _ask(form)
    share = open_share(share_token, form.typed(), kind_of_browser(request.user_agent.string))
    if share is None:
        return _wrong(share_token, form)
    path = url_for("portal.show_shared", share_token=share_token)
    return carry_opening(see("portal.show_shared", share_token=share_token), share, path)


@portal.post(f"{SHARED}/closing")
@public
@answers_alike
def close_shared(share_token: str) -> Response:
    """Close it in this browser: for a shared computer."""
    path = url_for("portal.show_shared", share_token=share_token)
    return drop_opening(see("portal.show_shared", share_token=share_token), path)


@portal.get(f"{SHARED}/files/<uuid:piece_id>/<any(large,small):size>")
@public
@answers_alike
def show_shared_file(share_token: str, piece_id: UUID, size: str) -> Response:
    """A picture or recording that is in the passport now, for a browser in which it is open."""
    share = open_share_with(share_token)
    piece = passport_now(share.person_id).piece(piece_id) if is_opened(share) else None
    if piece is None:
        raise NotFound
    return send_piece(piece, size)


def _ask(form: PinForm) -> Response:
    return page("portal/passport/ask_pin.html", form=form, status=form.status)


def _wrong(share_token: str, form: PinForm) -> Response:
    """Ask again; where that was one wrong PIN too many, there is nothing to ask for any more."""
    open_share_with(share_token)
    form.pin.errors = [_("This is not the PIN. Check it and try again.")]
    return _ask(form)

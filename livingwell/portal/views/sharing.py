"""My links to my passport: making one, seeing each opening, stopping it."""

from typing import Any
from uuid import UUID

from flask import Response
from flask_babel import gettext as _

from livingwell.drafts.kept import once
from livingwell.passports.actions import MadeShare, share_passport, stop_share
from livingwell.passports.queries.shares import shares_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.saving import form_page, saved
from livingwell.portal.forms.passport import ShareForm
from livingwell.portal.presenters.shares import ShareLine
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.passport import MY_PASSPORT
from livingwell.web.guards import current_actor
from livingwell.web.page import lasting_url, page, see
from livingwell.web.qr_code import QrCode


@portal.get(f"{MY_PASSPORT}/links")
@own_door
def list_shares(person: Person) -> Response:
    """Every link, and each time that it was opened."""
    lines = [ShareLine.of(share) for share in shares_of(person.id)]
    return page("portal/passport/list_shares.html", shares=lines)


@portal.route(f"{MY_PASSPORT}/links/new", methods=["GET", "POST"])
@own_door
def new_share(person: Person) -> Any:
    """Make a link. Its address and PIN are on the answer to this very form, and nowhere later."""
    form = ShareForm(name=person.preferred_name)
    made: list[MadeShare] = []

    def share() -> MadeShare:
        made.append(share_passport(person.id, form.command(), current_actor()))
        return made[-1]

    if not saved(form, None, share):
        return form_page("portal/passport/new_share.html", form)
    if not made:  # the same form came twice: its first answer had them
        return see(
            "portal.list_shares", said=_("This link is made already. If you did not see its PIN, make a new one.")
        )
    address = lasting_url("portal.show_shared", share_token=made[0].token)
    return page("portal/passport/show_share.html", address=address, pin=made[0].pin, qr=QrCode.of(address))


@portal.post(f"{MY_PASSPORT}/links/<uuid:share_id>/stop")
@own_door
def end_share(person: Person, share_id: UUID) -> Response:
    """Stop it at once."""
    once(stop_share, person.id, share_id, current_actor())
    return see("portal.list_shares", said=_("The link is stopped. It opens nothing now."))

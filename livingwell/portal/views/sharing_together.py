"""Making and stopping a link beside the person, for somebody who takes part without an account."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.passports.actions import MadeShare, share_passport, stop_share
from livingwell.passports.forms.passport import ShareForm
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import lasting_url, page, see
from livingwell.web.qr_code import QrCode

THEIR_LINKS = "/people/<uuid:person_id>/passport/links"


@portal.route(f"{THEIR_LINKS}/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_share_together(person: Person) -> Any:
    """Make a link for the person. Its address and PIN are on this answer alone, for the person to take with them."""
    form = ShareForm(name=person.preferred_name)
    made: list[MadeShare] = []

    def share() -> MadeShare:
        made.append(share_passport(person.id, form.command(), current_actor()))
        return made[-1]

    if not saved(form, None, share):
        return form_page("passports/new_share.html", form)
    if not made:
        return see("passports.show_passport", said="The link was made already.", anchor="links", person_id=person.id)
    address = lasting_url("portal.show_shared", share_token=made[0].token)
    return page("passports/show_share.html", address=address, pin=made[0].pin, qr=QrCode.of(address))


@portal.post(f"{THEIR_LINKS}/<uuid:share_id>/stop")
@door(Permission.CHANGE_PEOPLE)
def end_share_together(person: Person, share_id: UUID) -> Response:
    """Stop it at once."""
    once(stop_share, person.id, share_id, current_actor())
    return see("passports.show_passport", said="The link is stopped.", anchor="links", person_id=person.id)

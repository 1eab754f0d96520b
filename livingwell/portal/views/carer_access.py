"""A carer's own account: a member invites them, helps them in, and ends it."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.carers.presenters.cards import Whom
from livingwell.carers.queries.carers import carer_of
from livingwell.core.errors import Conflict
from livingwell.drafts.kept import once
from livingwell.identity.models import OwnWay
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.portal.actions.carer_access import end_carer_access, help_carer_with_birth_date, invite_carer
from livingwell.portal.forms.access import InviteCarerForm
from livingwell.portal.presenters.access import CarerAccess, carer_offers
from livingwell.portal.queries.access import carer_access_of
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import base_address, page, see

ACCESS = "/people/<uuid:person_id>/carers/<uuid:carer_id>/access"


@portal.get(ACCESS)
@door(Permission.SEE_PEOPLE)
def show_carer_access(person: Person, carer_id: UUID) -> Response:
    """Whether the carer can sign in, how, and what they then see."""
    around = carer_of(person.id, carer_id)
    access = CarerAccess.of(around, carer_access_of(around.carer.account_id))
    return page("portal/access/show_carer_access.html", carer=around.carer, access=access)


@portal.route(f"{ACCESS}/invitation", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def invite_one_carer(person: Person, carer_id: UUID) -> Any:
    """Invite the carer, or invite them again."""
    around = carer_of(person.id, carer_id)
    whom, access = Whom.of(around.carer), CarerAccess.of(around, carer_access_of(around.carer.account_id))
    told, form = carer_offers(around.carer), InviteCarerForm()
    form.offer_ways((each.value, each.label) for each in told if not each.why_not)
    if around.carer.account_id is None:
        form.require_birth_date()
    if form.validate_on_submit():
        way, born_on, base = OwnWay(form.way.data), form.born_on.data, base_address()
        try:
            once(invite_carer, person, carer_id, way, born_on, base, current_actor())
            return _back(person, carer_id, "The invitation is on its way.")
        except Conflict as refused:
            form.form_errors.append(str(refused))
    return page(
        "portal/access/invite_carer.html",
        status=422 if form.errors or form.form_errors else 200,
        form=form,
        carer=whom,
        access=access,
        refused=[each for each in told if each.why_not],
    )


@portal.post(f"{ACCESS}/try-again")
@door(Permission.CHANGE_PEOPLE)
def let_carer_try_again(person: Person, carer_id: UUID) -> Response:
    """A member has seen who it is: three more tries at the date of birth."""
    once(help_carer_with_birth_date, person, carer_id, current_actor())
    return _back(person, carer_id, "They can try again now.")


@portal.post(f"{ACCESS}/end")
@door(Permission.CHANGE_PEOPLE)
def end_one_carers_access(person: Person, carer_id: UUID) -> Response:
    """Close the carer's account. Whoever is signed in to it is not any more."""
    once(end_carer_access, person, carer_id, current_actor())
    return _back(person, carer_id, "Nobody can sign in to it now.")


def _back(person: Person, carer_id: UUID, said: str) -> Response:
    return see("portal.show_carer_access", said=said, person_id=person.id, carer_id=carer_id)

"""Their own account: a member invites the person, helps them in, and ends access."""

from typing import Any

from flask import Response, session

from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.core.clock import in_london, now
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict
from livingwell.identity.actions.own_accounts import PRINTED_LASTS
from livingwell.identity.models import OwnWay
from livingwell.identity.permissions import Permission
from livingwell.identity.views.carrying import throttle
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.portal.actions.access import end_access, help_with_birth_date, invite, print_code
from livingwell.portal.forms.access import InviteForm
from livingwell.portal.presenters.access import AccessView, carer_lines, in_groups, offers
from livingwell.portal.queries.access import carers_with_access, own_access_of
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import base_address, lasting_url, page, see

ACCESS = "/people/<uuid:person_id>/access"
_CODE = "printed_code"  # where the cookie carries a code to the one page that shows it


@portal.get(ACCESS)
@door(Permission.SEE_PEOPLE)
def show_access(person: Person) -> Response:
    """Who has access, and how they get in."""
    own = own_access_of(person.id)
    return page(
        "portal/access/show_access.html",
        access=AccessView.of(person, own, preferences_of(person.id)),
        carers=carer_lines(carers_with_access(person.id)),
    )


@portal.route(f"{ACCESS}/invitation", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def invite_person(person: Person) -> Any:
    """Invite the person, or invite them again: in another way too, if they like."""
    told = offers(person, preferences_of(person.id))
    form = InviteForm()
    form.offer_ways((each.value, each.label) for each in told if not each.why_not)
    if form.validate_on_submit():
        try:
            invite(person, OwnWay(form.way.data), base_address(), current_actor())
            said = f"The invitation to {person.preferred_name} is on its way."
            return see("portal.show_access", person_id=person.id, said=said)
        except Conflict as refused:
            form.form_errors.append(str(refused))
    return page(
        "portal/access/invite_person.html",
        status=422 if form.errors or form.form_errors else 200,
        form=form,
        refused=[each for each in told if each.why_not],
        sign_in_url=lasting_url("portal.show_sign_in"),
    )


@portal.post(f"{ACCESS}/code")
@door(Permission.CHANGE_PEOPLE)
def make_code(person: Person) -> Response:
    """Make a one-time code to hand over."""
    secret = print_code(person, throttle(), current_actor())
    session[_CODE] = {"person_id": str(person.id), "secret": secret}
    return see("portal.show_code", person_id=person.id)


@portal.get(f"{ACCESS}/code")
@door(Permission.CHANGE_PEOPLE)
def show_code(person: Person) -> Response:
    """The code on its sheet of paper, once."""
    shown = session.pop(_CODE, None) or {}
    secret = shown.get("secret", "") if shown.get("person_id") == str(person.id) else ""
    return page(
        "portal/access/show_code.html",
        code=in_groups(secret),
        until=long_date(in_london(now() + PRINTED_LASTS).date()),
        paper_url=lasting_url("portal.type_paper"),
    )


@portal.post(f"{ACCESS}/try-again")
@door(Permission.CHANGE_PEOPLE)
def let_person_try_again(person: Person) -> Response:
    """A member has seen who it is: three more tries at the date of birth."""
    help_with_birth_date(person, current_actor())
    return see("portal.show_access", person_id=person.id, said=f"{person.preferred_name} can try again now.")


@portal.post(f"{ACCESS}/end")
@door(Permission.CHANGE_PEOPLE)
def end_person_access(person: Person) -> Response:
    """Close the person's account. Whoever is signed in to it is not any more."""
    end_access(person, current_actor())
    said = f"Nobody can sign in to {person.preferred_name}’s page now."
    return see("portal.show_access", person_id=person.id, said=said)

"""The account administrator's pages: who may sign in."""

from collections import defaultdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Response, session

from livingwell.core.clock import in_london, now
from livingwell.core.dates import long_date
from livingwell.core.errors import Invalid
from livingwell.identity.actions import accounts
from livingwell.identity.actions.links import make_link
from livingwell.identity.forms import EditAccountForm, InvitationForm, PlaceForm
from livingwell.identity.models import Membership
from livingwell.identity.permissions import Permission
from livingwell.identity.presenters import AccountLine, PlaceLine
from livingwell.identity.queries.accounts import account_by_id, accounts_by_name, current_memberships
from livingwell.identity.queries.teams import teams_by_name
from livingwell.identity.views.blueprint import identity
from livingwell.identity.views.carrying import settings
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import lasting_url, page, see

_LINK = "one_time_link"  # where the cookie carries a link to the one page that shows it


@identity.get("/accounts")
@needs(Permission.MANAGE_ACCOUNTS)
def list_accounts() -> Any:
    """Everybody who has an account."""
    memberships: defaultdict[UUID, list[Membership]] = defaultdict(list)
    for membership in current_memberships():
        memberships[membership.account_id].append(membership)
    lines = [AccountLine.of(account, memberships[account.id]) for account in accounts_by_name()]
    return page(
        "identity/list_accounts.html",
        accounts=[line for line in lines if line.is_active],
        switched_off=[line for line in lines if not line.is_active],
    )


@identity.route("/accounts/new", methods=["GET", "POST"])
@needs(Permission.MANAGE_ACCOUNTS)
def new_account() -> Any:
    """Invite somebody."""
    form = InvitationForm()
    form.offer_teams(teams_by_name())
    if form.validate_on_submit():
        try:
            account = accounts.invite(form.command(), current_actor())
            return _show_link_of(account.id)
        except Invalid as error:
            form.refuse(error)
    return page("identity/new_account.html", status=422 if form.errors else 200, form=form)


@identity.get("/accounts/<uuid:account_id>")
@needs(Permission.MANAGE_ACCOUNTS)
def show_one_account(account_id: UUID) -> Any:
    """One account, and what can be done with it."""
    return account_page(account_id, PlaceForm())


def account_page(account_id: UUID, form: PlaceForm) -> Response:
    """The page of an account, with the form that puts it in one more team."""
    account = account_by_id(account_id)
    places = current_memberships(account.id)
    taken = {place.team_id for place in places}
    form.offer_teams(team for team in teams_by_name() if team.id not in taken)
    return page(
        "identity/show_one_account.html",
        status=422 if form.errors else 200,
        account=AccountLine.of(account, places),
        places=[PlaceLine.of(place) for place in places],
        form=form,
    )


@identity.route("/accounts/<uuid:account_id>/edit", methods=["GET", "POST"])
@needs(Permission.MANAGE_ACCOUNTS)
def edit_account(account_id: UUID) -> Any:
    """Change what is known of an account."""
    account = account_by_id(account_id)
    form = EditAccountForm.showing(account)
    if form.validate_on_submit():
        try:
            accounts.change_account(account_id, form.details(), current_actor())
            return see("identity.show_one_account", account_id=account_id, said="The changes are saved.")
        except Invalid as error:
            form.refuse(error)
    return page(
        "identity/edit_account.html", status=422 if form.errors else 200, form=form, account=AccountLine.of(account, ())
    )


@identity.post("/accounts/<uuid:account_id>/link")
@needs(Permission.MANAGE_ACCOUNTS)
def new_link(account_id: UUID) -> Response:
    """Make a one-time link, for a first password or for a forgotten one."""
    return _show_link_of(account_id)


@identity.get("/accounts/<uuid:account_id>/link")
@needs(Permission.MANAGE_ACCOUNTS)
def show_link(account_id: UUID) -> Any:
    """The link, once."""
    shown = session.pop(_LINK, None) or {}
    token = shown.get("token") if shown.get("account_id") == str(account_id) else None
    until = in_london(now() + _lasting()).date()
    return page(
        "identity/show_link.html",
        account=AccountLine.of(account_by_id(account_id), ()),
        link=lasting_url("identity.welcome", token=token) if token else None,
        until=long_date(until),
    )


@identity.post("/accounts/<uuid:account_id>/deactivation")
@needs(Permission.MANAGE_ACCOUNTS)
def deactivate_account(account_id: UUID) -> Response:
    """Switch an account off."""
    account = accounts.deactivate(account_id, current_actor())
    said = f"{account.name}’s account is switched off, and signed out everywhere."
    return see("identity.show_one_account", account_id=account_id, said=said)


@identity.post("/accounts/<uuid:account_id>/reactivation")
@needs(Permission.MANAGE_ACCOUNTS)
def reactivate_account(account_id: UUID) -> Response:
    """Switch an account on again."""
    account = accounts.reactivate(account_id, current_actor())
    said = f"{account.name}’s account is switched on."
    return see("identity.show_one_account", account_id=account_id, said=said)


def _show_link_of(account_id: UUID) -> Response:
    token = make_link(account_id, _lasting(), current_actor())
    session[_LINK] = {"account_id": str(account_id), "token": token}
    return see("identity.show_link", account_id=account_id)


def _lasting() -> timedelta:
    return timedelta(days=settings().invitation_days)

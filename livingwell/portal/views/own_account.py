"""My account: how I sign in, who helps me, and where I am signed in."""

from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _

from livingwell.core.errors import Invalid
from livingwell.identity.actions import sessions
from livingwell.identity.actions.helping import say_nobody_helps, say_who_helps
from livingwell.identity.actions.own_accounts import set_way_in
from livingwell.identity.actions.own_passwords import choose_own_password, is_own_password
from livingwell.identity.actions.throttling import TooManyTries
from livingwell.identity.models import OwnSignIn, OwnWay
from livingwell.identity.queries.own_accounts import own_side_account, sign_ins_of
from livingwell.identity.queries.sessions import open_sessions
from livingwell.identity.views.carrying import current_session, longest, throttle
from livingwell.portal.forms.getting_in import (
    AddressForm,
    FirstPasswordForm,
    HelperForm,
    NewPasswordForm,
    OtherPasswordForm,
    WayForm,
)
from livingwell.portal.presenters.getting_in import Place, way_in_words
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.coming_in import wait_please
from livingwell.web.guards import current_actor, own_sides
from livingwell.web.page import page, see

ACCOUNT = "/my/account"


@portal.get(ACCOUNT)
@own_sides
def show_own_account() -> Any:
    """What I can see and change about signing in."""
    me = current_session()
    open_now = open_sessions(own_side_account(me.actor.account_id).id, idle=me.idle, longest=longest())
    confirmed, waiting = _ways_in()
    return page(
        "portal/own_account/show_own_account.html",
        way=way_in_words(confirmed or waiting),
        waiting=way_in_words(waiting) if confirmed and waiting else "",
        has_password=confirmed is not None and confirmed.way is OwnWay.PASSWORD,
        helped_by=me.helped_by,
        places=[Place.of(session, me.session_id) for session in open_now],
    )


@portal.route(f"{ACCOUNT}/way", methods=["GET", "POST"])
@own_sides
def choose_way() -> Any:
    """How do you want to sign in?"""
    form = WayForm()
    if not form.validate_on_submit():
        return page("portal/own_account/choose_way.html", status=422 if form.errors else 200, form=form)
    if form.way.data == OwnWay.PASSWORD.value:
        return see("portal.choose_password")
    return see("portal.choose_email" if form.way.data == OwnWay.LINK.value else "portal.choose_number")


@portal.route(f"{ACCOUNT}/e-mail", methods=["GET", "POST"])
@own_sides
def choose_email() -> Any:
    """Which e-mail address?"""
    return _choose_address(OwnWay.LINK)


@portal.route(f"{ACCOUNT}/number", methods=["GET", "POST"])
@own_sides
def choose_number() -> Any:
    """Which number?"""
    return _choose_address(OwnWay.CODE)


@portal.route(f"{ACCOUNT}/password", methods=["GET", "POST"])
@own_sides
def choose_password() -> Any:
    """A new password; where there is one, by whoever knows it."""
    confirmed, _waiting = _ways_in()
    has_password = confirmed is not None and confirmed.way is OwnWay.PASSWORD
    form = OtherPasswordForm() if has_password else NewPasswordForm() if confirmed else FirstPasswordForm()
    if form.validate_on_submit():
        try:
            if isinstance(form, OtherPasswordForm) and not _knows(form.current_password.data):
                form.current_password.errors = [_("That is not your password now. Check it and try again")]
            else:
                typed = form.address.data if isinstance(form, FirstPasswordForm) else ""
                choose_own_password(current_session(), form.password.data, typed)
                return see("portal.show_own_account", said=_("Your password is set. Use it next time you sign in."))
        except TooManyTries:
            return wait_please()
        except Invalid:
            form.password.errors = [_("This password is too easy to guess, or too short. Choose another one")]
    return page("portal/own_account/choose_password.html", status=422 if form.errors else 200, form=form)


@portal.post(f"{ACCOUNT}/other-places/end")
@own_sides
def leave_other_places() -> Response:
    """Sign out everywhere else."""
    sessions.end_other_sessions(current_session())
    return see("portal.show_own_account", said=_("You are signed out everywhere else."))


@portal.route(f"{ACCOUNT}/helper", methods=["GET", "POST"])
@own_sides
def name_helper() -> Any:
    """Is somebody helping you today?"""
    form = HelperForm()
    if form.validate_on_submit():
        try:
            say_who_helps(current_session(), form.name.data)
            return see("identity.begin")
        except Invalid:
            form.name.errors = [_("Write the name of the person who is helping you")]
    return page(
        "portal/own_account/name_helper.html",
        status=422 if form.errors else 200,
        form=form,
        home_url=url_for("identity.begin"),
    )


@portal.post(f"{ACCOUNT}/helper/end")
@own_sides
def end_help() -> Response:
    """Nobody is helping any more."""
    say_nobody_helps(current_session())
    return see("identity.begin", said=_("Nobody is named as helping you now."))


def _choose_address(way: OwnWay) -> Response:
    form = AddressForm()
    form.address.label.text = _("Your e-mail address") if way is OwnWay.LINK else _("Your mobile number")
    if form.validate_on_submit():
        try:
            actor = current_actor()
            account = own_side_account(actor.account_id)
            set_way_in(account.id, way, form.address.data, actor, keep_the_one_before=True)
            return see("portal.show_own_account", said=_("That is saved. The next time, sign in with it."))
        except Invalid:
            form.address.errors = [_wrong_address(way)]
    return page(
        "portal/own_account/choose_address.html",
        status=422 if form.errors else 200,
        form=form,
        is_email=way is OwnWay.LINK,
    )


def _wrong_address(way: OwnWay) -> str:
    if way is OwnWay.LINK:
        return str(_("Write an e-mail address like name@example.com"))
    return str(_("Write a mobile number like 07700 900123"))


def _ways_in() -> tuple[OwnSignIn | None, OwnSignIn | None]:
    """The way in that is proved, and another that waits for its first use."""
    standing = sign_ins_of([own_side_account(current_actor().account_id).id])
    confirmed = next((each for each in standing if each.is_confirmed), None)
    return confirmed, next((each for each in standing if not each.is_confirmed), None)


def _knows(password: str) -> bool:
    return is_own_password(current_session(), password, network=request.remote_addr or "", throttle=throttle())

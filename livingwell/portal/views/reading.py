"""How I read: chosen from any page, before signing in and after."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _
from flask_login import current_user

from livingwell.core.actor import Side
from livingwell.core.errors import NotFound
from livingwell.core.reading import USUAL, Reading
from livingwell.identity.actions.reading import change_reading
from livingwell.portal.forms.reading import ReadingForm
from livingwell.portal.language import languages
from livingwell.portal.presenters.reading import all_chosen
from livingwell.portal.reading import SETTINGS, Setting, language_setting
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import any_side, public
from livingwell.web.page import page, see
from livingwell.web.reading import carry_reading, reading_now
from livingwell.web.typed import is_our_path


@portal.get("/my/reading")
@public
def show_reading() -> Response:
    """All that can be chosen, on a page that shows it at once."""
    return page("portal/show_reading.html", lines=all_chosen(reading_now(), languages()), before=_before())


@portal.route("/my/reading/<setting>", methods=["GET", "POST"])
@public
def edit_reading(setting: str) -> Any:
    """One question."""
    asked = _setting(setting)
    form = ReadingForm(choice=str(getattr(reading_now(), setting)))
    form.ask(setting, asked)
    if form.validate_on_submit():
        return _keep(form.command(reading_now()))
    status = 422 if form.errors else 200
    return page("portal/edit_reading.html", status=status, form=form, setting=setting, asked=asked, before=_before())


@portal.post("/my/reading/usual")
@public
def reset_reading() -> Response:
    """Everything as it was drawn."""
    return _keep(USUAL)


@portal.get("/my/time")
@any_side
def show_time() -> Response:
    """Opening it is a sign that somebody is there: it says until when they stay signed in now."""
    return page("portal/show_time.html")


def _setting(name: str) -> Setting:
    if name == "language" and len(languages()) > 1:
        return language_setting(languages())
    if name not in SETTINGS:
        raise NotFound
    return SETTINGS[name]


def _keep(reading: Reading) -> Response:
    """With the account, and in the browser for when nobody is signed in."""
    if current_user.is_authenticated and current_user.actor.side is not Side.TEAM:
        change_reading(reading, current_user.actor)
    return carry_reading(see("portal.show_reading", said=_("Changed."), before=_before() or None), reading)


def _before() -> str:
    """The page that somebody came from."""
    told = request.args.get("before", "")
    return told if is_our_path(told) else ""

"""What stands around every page of the person's side."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any
from uuid import UUID

from flask import current_app, g, request, url_for
from flask_login import current_user

from livingwell.config import Settings
from livingwell.core.actor import Side
from livingwell.core.clock import now
from livingwell.core.marked import Block, marked
from livingwell.identity.queries.crisis_wording import standing_wording
from livingwell.portal.presenters.around import Readers
from livingwell.portal.views.around import around
from livingwell.web.dates import clock_time, locale_now
from livingwell.web.own_side import is_own_side
from livingwell.web.reading import reading_now

SIGN_IN = ("portal.show_sign_in", "identity.show_sign_in")
"""Where to sign in: on the person's side, else where the team does."""

MARGIN = 60
"""Opening a page is noted at most once a minute, so that the session may end that much sooner."""

READING = ("portal.show_reading", "portal.edit_reading")

HOMES = {Side.PERSON: "portal.show_home", Side.CARER: "portal.list_cared_for"}


@dataclass(frozen=True)
class Open:
    """How long somebody stays signed in: until when, as a time, and what portal.js needs to warn them before."""

    until: str
    idle_seconds: int
    warning_seconds: int
    ends_in_seconds: int


@dataclass(frozen=True)
class Frame:
    """The head and the foot of a page. `reading` are pairs that the stylesheet answers to; `helped_by` who helps
    today.
    """

    language: str
    direction: str
    reading: tuple[tuple[str, str], ...]
    organisation: str
    home_url: str
    sign_in_url: str
    sign_out_url: str = ""
    account_url: str = ""
    helped_by: str = ""
    reading_url: str = ""
    open: Open | None = None


def show_frame() -> Mapping[str, Any]:
    """For every answer on the person's side."""
    if not is_own_side():
        return {}
    settings: Settings = current_app.config["LIVINGWELL"]
    locale = locale_now()
    sign_in_url = _first_url(*SIGN_IN)
    frame = Frame(
        language=str(locale).replace("_", "-"),
        direction=locale.text_direction,
        reading=tuple((name, value) for name, value in reading_now().changed() if name != "language"),
        organisation=settings.organisation,
        home_url=_home_url() or sign_in_url,
        sign_in_url=sign_in_url,
        sign_out_url=url_for("identity.sign_out") if current_user.is_authenticated else "",
        account_url=url_for("portal.show_own_account") if _is_on_own_side() else "",
        helped_by=current_user.helped_by if current_user.is_authenticated else "",
        reading_url=_reading_url(),
        open=_open(settings) if current_user.is_authenticated else None,
    )
    return {"frame": frame, "too_much": _too_much(), "readers": _readers()}


def _too_much() -> list[Block]:
    """The service's own words, as they stand now."""
    wording = standing_wording()
    return marked(wording.words) if wording else []


def _readers() -> Readers | None:
    """Who reads what the person writes; for nobody else's page."""
    about = g.get("about")
    is_theirs = current_user.is_authenticated and current_user.actor.side is Side.PERSON
    return Readers.of(around(UUID(about))) if about and is_theirs else None


def _home_url() -> str:
    if not current_user.is_authenticated:
        return ""
    endpoint = HOMES.get(current_user.actor.side)
    return url_for(endpoint) if endpoint else url_for("identity.begin")


def _open(settings: Settings) -> Open:
    """When the session ends by itself, if nothing is done."""
    ends_at = min(current_user.last_seen_at + current_user.idle, current_user.ends_at)
    return Open(
        until=clock_time(ends_at),
        idle_seconds=int(current_user.idle.total_seconds()) - MARGIN,
        warning_seconds=settings.own_idle_warning_minutes * 60,
        ends_in_seconds=ceil((current_user.ends_at - now()).total_seconds()),
    )


def _is_on_own_side() -> bool:
    return current_user.is_authenticated and current_user.actor.side is not Side.TEAM


def _reading_url() -> str:
    """How I read, and the way back to this page; not to one that only a secret in its address opens."""
    is_secret = bool(request.view_args) and not current_user.is_authenticated
    is_page = request.method == "GET" and request.endpoint not in READING and not is_secret
    return url_for("portal.show_reading", before=request.path if is_page else None)


def _first_url(*endpoints: str) -> str:
    """The first of these pages that this installation has."""
    return next((url_for(endpoint) for endpoint in endpoints if endpoint in current_app.view_functions), "")

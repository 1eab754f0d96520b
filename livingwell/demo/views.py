"""Signing in with one press. Registered only where the demo is on, and answers only on loopback."""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, current_app, request

from livingwell.config import Settings
from livingwell.core.actor import Side
from livingwell.demo.queries import account_to_try, accounts_to_try
from livingwell.identity.actions.sessions import start_session
from livingwell.identity.views.carrying import carry
from livingwell.web.guards import EVERY_SIDE, ONLY_TEAM, public
from livingwell.web.page import context_sources, see

demo = Blueprint("demo", __name__)


SIGN_IN_PAGES = {"identity.show_sign_in": EVERY_SIDE, "portal.show_sign_in": EVERY_SIDE - ONLY_TEAM}
"""Where accounts can be tried, and those of which sides."""


@demo.post("/demo/sign-in/<uuid:account_id>")
@public
def sign_in_as(account_id: UUID) -> Response:
    """Sign in as somebody of the demo, without a password."""
    if not is_on_loopback():
        abort(404)
    account = account_to_try(account_id)
    carry(start_session(account.id, account.name, str(request.user_agent)))
    return see("identity.begin")


def is_on_loopback() -> bool:
    """Whether the request came from this very machine."""
    return ip_address(request.remote_addr or "0.0.0.0").is_loopback  # noqa: S104  unknown is refused


def _accounts_on_sign_in_page() -> Mapping[str, Any]:
    settings: Settings = current_app.config["LIVINGWELL"]
    sides = SIGN_IN_PAGES.get(request.endpoint or "")
    if not settings.demo or not sides or not is_on_loopback():
        return {}
    there = [account for account in accounts_to_try() if account.side in sides]
    return {
        "demo_accounts": [account for account in there if account.side is Side.TEAM],
        "demo_own_accounts": [account for account in there if account.side is not Side.TEAM],
    }


context_sources.append(_accounts_on_sign_in_page)

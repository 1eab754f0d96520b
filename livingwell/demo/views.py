"""Signing in with one press. Registered only where the demo is on, and answers only on loopback."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, current_app, request

from livingwell.config import Settings
from livingwell.demo.queries import account_to_try, accounts_to_try
from livingwell.identity.actions.sessions import start_session
from livingwell.identity.views.carrying import carry
from livingwell.web.guards import public
from livingwell.web.page import context_sources, see

demo = Blueprint("demo", __name__)


@dataclass(frozen=True)
class AccountToTry:
    """One of the demo's accounts, on the sign-in page."""

    id: UUID
    name: str
    tells: str


@demo.post("/demo/sign-in/<uuid:account_id>")
@public
def sign_in_as(account_id: UUID) -> Response:
    """Sign in as somebody of the demo's team, without a password."""
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
    if not settings.demo or request.endpoint != "identity.show_sign_in" or not is_on_loopback():
        return {}
    return {"demo_accounts": [AccountToTry(*told) for told in accounts_to_try()]}


context_sources.append(_accounts_on_sign_in_page)

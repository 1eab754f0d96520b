"""A browser that is signed in, without going through the pages that sign in."""

from flask import Flask
from playwright.sync_api import BrowserContext

from livingwell.identity.models import Account
from tests.factories.identity import new_session_token
from tests.harness.client import VisitorClient

OLD_PHONE = {"viewport": {"width": 360, "height": 640}}


def sign_in_browser(app: Flask, context: BrowserContext, address: str, account: Account) -> BrowserContext:
    """Give the browser the cookie of a new session of the account."""
    client = app.test_client()
    assert isinstance(client, VisitorClient)
    with client.session_transaction() as session:
        session["_user_id"] = new_session_token(account)
    cookie = client.get_cookie("session")
    assert cookie is not None
    context.add_cookies([{"name": "session", "value": cookie.value, "url": address}])
    return context

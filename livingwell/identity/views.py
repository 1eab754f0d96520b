"""Signing in and out, accounts and teams."""

from typing import Any

from flask import Blueprint

from livingwell.web.guards import public
from livingwell.web.page import page

identity = Blueprint("identity", __name__)


@identity.get("/sign-in")
@public
def show_sign_in() -> Any:
    """The sign-in page."""
    return page("identity/show_sign_in.html")

"""A test client that behaves like a visitor: each request is on its own, and each page must be valid."""

from contextvars import Context
from secrets import token_hex
from typing import Any

from flask import has_app_context, session
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf
from werkzeug.test import TestResponse

from tests.harness.session import settle

SAFE = ("GET", "HEAD", "OPTIONS")


class VisitorClient(FlaskClient):
    """Requests share nothing with the test but the database: they run in an empty context, so that no app
    context, database session or signed-in user of the test leaks into them. Every page is checked.

    What is posted carries the visitor's CSRF token, as a form would; `csrf=False` leaves it out.
    """

    def open(self, *args: Any, csrf: bool = True, **kwargs: Any) -> TestResponse:
        if has_app_context():
            settle()
        if csrf and kwargs.get("method", "GET") not in SAFE:
            kwargs["headers"] = {
                "X-CSRFToken": Context().run(self._csrf_token),
                **dict(kwargs.get("headers") or {}),
            }
        response = Context().run(super().open, *args, **kwargs)
        self.application.extensions["pages"].check()
        return response

    def _csrf_token(self) -> str:
        with self.session_transaction() as kept:
            secret = kept.setdefault("csrf_token", token_hex())
        with self.application.test_request_context():
            session["csrf_token"] = secret
            return generate_csrf()

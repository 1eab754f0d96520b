"""When something goes wrong: a page that says what to do, and a log that tells nothing of the record."""

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.web.guards import public
from livingwell.web.problems import PROBLEMS
from tests.harness.application import build_app

TYPED = "Amara told us about her brother"


@pytest.fixture
def unlucky() -> Flask:
    """An app as it is in production, with one page that breaks on what was typed."""
    app = build_app("sqlite://", environment="development")
    app.config["WTF_CSRF_ENABLED"] = False

    @app.post("/unlucky")
    @public
    def break_down() -> None:
        raise ValueError(TYPED)

    return app


def test_an_error_of_ours_says_that_what_was_saved_is_safe(unlucky: Flask) -> None:
    response = unlucky.test_client().post("/unlucky", data={"words": TYPED})
    page = response.get_data(as_text=True)
    assert response.status_code == 500
    assert PROBLEMS[500].title in page
    assert TYPED not in page


def test_the_log_names_the_place_and_never_what_was_typed(unlucky: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        unlucky.test_client().post("/unlucky", data={"words": TYPED})
    assert "ValueError" in caplog.text
    assert "test_errors.py" in caplog.text
    assert TYPED not in caplog.text


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("POST", "/account", 405)])
def test_whoever_is_signed_out_gets_a_page_too(client: FlaskClient, method: str, path: str, status: int) -> None:
    response = client.open(path, method=method)
    page = response.get_data(as_text=True)
    assert response.status_code == status
    assert PROBLEMS[status].advice in page
    assert "<h1>" in page


def test_a_page_that_breaks_names_nothing_that_was_asked_for(client: FlaskClient) -> None:
    assert "brother" not in client.get("/her-brother?her=brother").get_data(as_text=True)

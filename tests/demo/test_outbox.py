"""In the demo and in development, what would have gone out can be read; elsewhere the page isn't there."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.delivery.models import Channel
from livingwell.delivery.worker import Worker
from livingwell.extensions import db
from tests.factories.delivery import A_PDF, AN_APPOINTMENT, make_message
from tests.factories.identity import make_account, make_team, sign_in
from tests.harness.application import build_app
from tests.harness.session import settle

OUTBOX = "/demo/outbox"


@contextmanager
def visitor(app: Flask, **settings: object) -> Iterator[FlaskClient]:
    other = build_app(app.config["SQLALCHEMY_DATABASE_URI"], **settings)
    other.test_client_class = app.test_client_class
    other.extensions["pages"] = app.extensions["pages"]
    client = other.test_client()
    sign_in(client, make_account(team=make_team()))
    yield client
    with other.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("settings", [{"demo": True}, {"environment": "development"}], ids=str)
def test_what_would_have_gone_out_is_read_as_it_would_have_gone(app: Flask, settings: dict[str, object]) -> None:
    html = "<!doctype html><html lang='en'><head><title>x</title></head><body><p>Hello Amara</p></body></html>"
    mail = make_message(html=html, files=(AN_APPOINTMENT,))
    letter = make_message(Channel.LETTER)
    settle()
    while Worker(app).work():
        pass
    with visitor(app, **settings) as client:
        listed = client.get(OUTBOX).text
        shown = client.get(f"{OUTBOX}/{mail.id}").text
        document = client.get(f"{OUTBOX}/{mail.id}/document")
        pages = client.get(f"{OUTBOX}/{letter.id}/pages")

    assert "E-mail to amara@example.com" in listed
    assert "would Tuesday suit you?" in shown
    assert "appointment.ics" in shown
    assert document.data == html.encode()
    assert pages.data == A_PDF


def test_it_is_not_there_in_production_or_for_strangers(app: Flask) -> None:
    with visitor(app) as client:
        assert client.get(OUTBOX).status_code == 404
    with visitor(app, demo=True) as client:
        client.delete_cookie("session")
        assert client.get(OUTBOX).status_code == 303


def test_it_is_only_there_on_the_machine_itself(app: Flask) -> None:
    with visitor(app, demo=True) as client:
        assert client.get(OUTBOX, environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 404

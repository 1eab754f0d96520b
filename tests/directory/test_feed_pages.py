"""The pages where a lead reads a feed into the directory."""

import io
from threading import Event
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from livingwell.core.actor import Right
from livingwell.delivery.worker import Worker
from livingwell.directory.models import FeedReading, Service
from livingwell.extensions import db
from livingwell.identity.models import Team
from tests.directory.conftest import Member
from tests.factories.feeds import FEEDER, as_json, entry, import_entries, make_feed, sends, serving_feed
from tests.factories.identity import make_account, sign_in
from tests.harness.application import build_app
from tests.harness.session import settle

FEEDS = "/directory/feeds"


@pytest.fixture
def lead(app: Flask, team: Team) -> FlaskClient:
    client = app.test_client()
    sign_in(client, make_account("Ruth Okafor", team=team, right=Right.TEAM_LEAD))
    return client


def said(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(response.get_data(as_text=True).split())


def hand_over(client: FlaskClient, body: bytes, **told: Any) -> Any:
    form = {"name": "Salford directory", "url": "", "file": (io.BytesIO(body), "services.json"), **told}
    return client.post(FEEDS, data=form, content_type="multipart/form-data")


def reading() -> FeedReading:
    settle()
    return db.session.scalars(select(FeedReading).order_by(FeedReading.created_at.desc()).limit(1)).one()


def services() -> int:
    settle()
    return db.session.scalar(select(func.count()).select_from(Service)) or 0


def test_what_would_change_is_shown_before_it_is_live(lead: FlaskClient) -> None:
    shown = said(lead.get(hand_over(lead, as_json([entry("a"), entry("b", name=""), entry("c")])).location))
    assert "2 services read. Nothing is live yet." in shown
    assert "Read as Open Referral UK 3.0. Its letters are in utf-8." in shown
    assert "It has no name." in shown
    assert services() == 0

    live = lead.post(f"/directory/readings/{reading().id}/live")
    assert live.status_code == 303
    assert "2 new, 0 changed, 0 gone" in said(lead.get(live.location))
    assert services() == 2


def test_a_file_that_is_no_feed_says_why(lead: FlaskClient) -> None:
    shown = said(lead.get(hand_over(lead, b"<html>").location))
    assert "This is a web page, not a feed." in shown


def test_a_file_in_other_letters_is_read_and_said(lead: FlaskClient) -> None:
    body = "id,name\na1,Café\n".encode("cp1252")
    shown = said(lead.get(hand_over(lead, body).location))
    assert "Look at names with accents" in shown


def test_one_of_address_and_file_is_asked_for(lead: FlaskClient) -> None:
    neither = lead.post(FEEDS, data={"name": "Salford directory", "url": ""})
    assert neither.status_code == 422
    assert "one of the two" in neither.get_data(as_text=True)
    both = hand_over(lead, b"{}", url="https://example.org")
    assert both.status_code == 422


def test_most_of_a_feed_goes_only_with_a_tick(lead: FlaskClient) -> None:
    import_entries([entry(str(number)) for number in range(5)], FEEDER)
    page = hand_over(lead, as_json([entry("1")])).location
    assert "Most of what this feed said before is missing now." in said(lead.get(page))
    address = f"/directory/readings/{reading().id}/live"
    assert lead.post(address).status_code == 409
    assert lead.post(address, data={"most_may_go": "y"}).status_code == 303


def test_a_reading_can_be_dropped(lead: FlaskClient) -> None:
    hand_over(lead, as_json([entry("a")]))
    assert lead.post(f"/directory/readings/{reading().id}/removal").status_code == 303
    assert reading().stopped_why == "Ruth Okafor looked at it and did not make it live."


def test_what_was_refused_can_be_taken_home_with_harmless_cells(lead: FlaskClient) -> None:
    hand_over(lead, as_json([entry("=cmd()", name=""), entry("b")]))
    rows = said(lead.get(f"/directory/readings/{reading().id}/refused-rows.csv"))
    assert "1,'=cmd(),,yes,It has no name." in rows


def test_an_address_is_read_by_the_worker(app: Flask, lead: FlaskClient) -> None:
    with serving_feed(sends(as_json([entry("a")]))) as url:
        page = lead.post(FEEDS, data={"name": "Salford directory", "url": url}).location
        assert "It waits for the worker to begin." in said(lead.get(page))
        settle()
        address = db.engine.url.render_as_string(hide_password=False)
        other = build_app(address, feed_hosts=frozenset(("127.0.0.1",)))
        work_off(other)
        with other.app_context():
            db.engine.dispose()
    assert "1 service read. Nothing is live yet." in said(lead.get(page))


def test_an_address_inside_the_network_is_not_read_unless_the_settings_name_it(app: Flask, lead: FlaskClient) -> None:
    asked: list[str] = []
    with serving_feed(lambda handler: asked.append(handler.path)) as url:
        page = lead.post(FEEDS, data={"name": "Salford directory", "url": url}).location
        settle()
        work_off(app)
    assert "The address leads to a private place" in said(lead.get(page))
    assert asked == []


def work_off(app: Flask) -> None:
    Worker(app).run(Event(), once=True)
    settle()


def test_a_feed_is_read_again_one_at_a_time(lead: FlaskClient) -> None:
    feed = make_feed("https://feeds.example.org/services")
    address = f"/directory/feeds/{feed.id}/readings"
    assert lead.post(address).status_code == 303
    again = lead.post(address)
    assert again.status_code == 409
    assert "This feed is being read already" in again.get_data(as_text=True)


def test_members_who_lead_no_team_see_no_feeds(member: Member, lead: FlaskClient) -> None:
    assert member.client.get(FEEDS).status_code == 403
    assert "Feeds" not in member.sees("/directory")
    assert f'href="{FEEDS}"' in said(lead.get("/directory"))

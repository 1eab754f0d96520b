"""Nothing on the person's side times out without a warning, and not soon."""

from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core import clock
from livingwell.core.dates import clock_time
from tests.factories.identity import make_team, sign_in
from tests.factories.people import make_own_account, make_person

START = clock.london_instant(date(2026, 11, 24), 8, 0)


@pytest.fixture
def amara(app: Flask, client: FlaskClient) -> FlaskClient:
    with clock.fixed(START):
        sign_in(client, make_own_account(make_person(team=make_team())))
    return client


def test_a_person_stays_signed_in_for_an_hour_where_the_team_has_minutes(app: Flask, amara: FlaskClient) -> None:
    settings = app.config["LIVINGWELL"]
    assert settings.own_idle > settings.idle
    with clock.fixed(START + settings.own_idle - timedelta(minutes=1)):
        assert amara.get("/my").status_code == 200
    with clock.fixed(START + 2 * settings.own_idle + timedelta(minutes=1)):
        assert amara.get("/my").status_code == 303


def test_the_page_says_until_when_it_stays_open_and_opening_another_puts_it_off(app: Flask, amara: FlaskClient) -> None:
    settings = app.config["LIVINGWELL"]
    later = START + timedelta(minutes=40)
    with clock.fixed(later):
        assert clock_time(later + settings.own_idle) in amara.get("/my/time").get_data(as_text=True)
    with clock.fixed(later + timedelta(minutes=50)):
        assert amara.get("/my").status_code == 200


def test_the_last_hours_of_a_session_say_when_it_ends_for_good(app: Flask, amara: FlaskClient) -> None:
    settings = app.config["LIVINGWELL"]
    end = START + timedelta(hours=settings.session_hours)
    for minutes in range(0, settings.session_hours * 60 - 20, 40):
        with clock.fixed(START + timedelta(minutes=minutes)):
            page = amara.get("/my").get_data(as_text=True)
    assert clock_time(end) in page

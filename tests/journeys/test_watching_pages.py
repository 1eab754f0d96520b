"""The watch list as a team sees it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core import clock
from livingwell.core.clock import today
from tests.factories.closing import episode_in
from tests.factories.identity import sign_in
from tests.factories.setting import Setting

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _then(app: Flask) -> Iterator[None]:
    with clock.fixed(NOW):
        yield


@pytest.fixture
def setting(_then: None, setting: Setting) -> Setting:
    return setting


@pytest.fixture
def priya(app: Flask, setting: Setting) -> FlaskClient:
    client = app.test_client()
    sign_in(client, setting.priya)
    return client


def shown(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.get_data(as_text=True).split())


def watch(setting: Setting, more: str = "") -> str:
    return f"/teams/{setting.team.id}/watch{more}"


def in_days(count: int) -> dict[str, str]:
    day = today() + timedelta(days=count)
    return {"until_on-day": str(day.day), "until_on-month": str(day.month), "until_on-year": str(day.year)}


def test_it_says_what_we_have_not_done_and_never_what_they_have_not(priya: FlaskClient, setting: Setting) -> None:
    page = shown(priya, watch(setting))
    assert "1 person. Each with why it is here." in page
    assert "We have not been in touch as asked." in page
    assert "We have not agreed a plan." in page
    assert "40 days" in page
    for blame in ("did not engage", "failed", "refused", "DNA", "non-"):
        assert blame not in page


def test_the_teams_page_leads_to_it(priya: FlaskClient, setting: Setting) -> None:
    assert f'href="{watch(setting)}"' in shown(priya, f"/teams/{setting.team.id}")


def test_one_press_and_it_says_that_they_are_on_the_agenda(priya: FlaskClient, setting: Setting) -> None:
    address = watch(setting, f"/{episode_in(setting.person).id}/agenda")
    assert priya.post(address).status_code == 303
    page = shown(priya, watch(setting))
    assert "For the next agenda" in page
    assert "Put on agenda" not in page
    assert priya.post(address).status_code == 409


def test_setting_aside_asks_for_a_reason_and_a_day(priya: FlaskClient, setting: Setting) -> None:
    address = watch(setting, f"/{episode_in(setting.person).id}/set-aside")
    assert "We have not agreed a plan." in shown(priya, address)
    without = priya.post(address, data={"why": ""})
    assert without.status_code == 422
    assert priya.post(address, data={"why": "On a ward", **in_days(200)}).status_code == 422
    assert priya.post(address, data={"why": "On a ward", **in_days(10)}).status_code == 303

    page = shown(priya, watch(setting))
    assert "Set aside: 1" in page
    assert "On a ward. Priya Mistry said so. Until 12 March 2026, then they are back on the list." in page
    assert "Nobody is on the list." in page

    assert priya.post(watch(setting, f"/{episode_in(setting.person).id}/back")).status_code == 303
    assert "1 person." in shown(priya, watch(setting))


def test_another_teams_list_is_not_there(app: Flask, setting: Setting) -> None:
    client = app.test_client()
    sign_in(client, setting.outsider)
    assert client.get(watch(setting)).status_code == 404
    assert client.post(watch(setting, f"/{episode_in(setting.person).id}/agenda")).status_code == 404

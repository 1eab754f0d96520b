"""Invited by text, and in: an old phone at 360 px, with JavaScript and without, through GOV.UK Notify on loopback."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from livingwell.delivery.worker import Worker
from livingwell.identity.models import Team
from livingwell.people.models import Person
from tests.factories.identity import make_account, make_team
from tests.factories.letters import make_reachable
from tests.factories.people import make_person
from tests.factories.ways_in import BORN_ON
from tests.harness.notify_server import NotifySink, notify_server
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle
from tests.stories.telling import NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]


class Texts:
    """What Notify was handed, after the worker has done what is due."""

    def __init__(self, app: Flask, sink: NotifySink) -> None:
        self._sink = sink
        before = app.config["LIVINGWELL"]
        app.config["LIVINGWELL"] = replace(before, notify=sink.settings)
        self._worker = Worker(app)
        app.config["LIVINGWELL"] = before

    def latest(self) -> str:
        settle()
        while self._worker.work():
            pass
        settle()
        return str(list(self._sink.messages.values())[-1]["personalisation"]["words"])


@pytest.fixture
def texts(app: Flask) -> Iterator[Texts]:
    with notify_server() as sink:
        yield Texts(app, sink)


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell")


@pytest.fixture
def amara(team: Team) -> Person:
    return make_reachable(make_person(team=team, born_on=BORN_ON), mobile="07700 900123")


@pytest.fixture
def desk(app: Flask, team: Team, new_context: NewContext, live_server: str) -> Page:
    """Priya’s laptop."""
    account = make_account("Priya Mistry", team=team)
    settle()
    return sign_in_browser(app, new_context(), live_server, account).new_page()


@pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_invited_by_text_then_a_code_then_the_date_of_birth_then_home(
    app: Flask,
    amara: Person,
    desk: Page,
    texts: Texts,
    new_context: NewContext,
    live_server: str,
    check_axe: Callable[[Page], None],
    has_script: bool,
) -> None:
    desk.goto(f"/people/{amara.id}/access")
    desk.get_by_role("link", name="Invite Amara").click()
    expect(desk.get_by_role("button", name="Send the invitation")).to_be_visible()
    check_axe(desk)
    desk.get_by_role("button", name="Send the invitation").click()
    expect(desk.get_by_text("is on its way")).to_be_visible()

    told = re.search(r"http\S+/my/sign-in", texts.latest())
    assert told is not None
    phone = new_context(**OLD_PHONE, java_script_enabled=has_script).new_page()
    phone.goto(told[0])
    look(phone, "Your e-mail address or mobile number", check_axe, has_script)
    phone.get_by_label("Your e-mail address or mobile number").fill("07700 900123")
    phone.get_by_role("button", name="Carry on").click()

    code = re.match(r"[0-9]{6}", texts.latest())
    assert code is not None
    look(phone, "The code in the text", check_axe, has_script)
    phone.get_by_label("The code in the text").fill(code[0])
    phone.get_by_role("button", name="Carry on").click()

    look(phone, "Day", check_axe, has_script)
    for part, typed in (("Day", "14"), ("Month", "3"), ("Year", "1997")):
        phone.get_by_label(part).fill(typed)
    phone.get_by_role("button", name="Carry on").click()

    look(phone, "Their name", check_axe, has_script)
    phone.get_by_label("Their name").fill("Tom Reid")
    phone.get_by_role("button", name="They are helping me").click()
    expect(phone).to_have_url(f"{live_server}/my")
    expect(phone.get_by_text("Tom Reid is helping you")).to_be_visible()
    phone.get_by_role("button", name="They have stopped helping").click()
    expect(phone.get_by_text("Tom Reid is helping you")).to_have_count(0)

    phone.goto("/my/account")
    look(phone, "", check_axe, has_script)
    phone.get_by_role("button", name="Sign out", exact=True).click()
    expect(phone.get_by_role("heading", name="You are signed out")).to_be_visible()


def look(page: Page, asks: str, check_axe: Callable[[Page], None], has_script: bool) -> None:
    """Once the page that asks it is there: nothing is wider than the screen, or wrong for a screen reader."""
    if asks:
        expect(page.get_by_label(asks)).to_be_visible()
    if has_script:
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        check_axe(page)

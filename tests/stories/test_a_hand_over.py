"""A hand-over from beginning to yes: a peer goes along, the person sees what is told, the receiver needs no account.

The member has a desk; the person and the receiver have old phones without scripts.
"""

import re
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from livingwell.core.clock import today
from livingwell.delivery.models import Message
from livingwell.extensions import db
from tests.factories.adjustments import make_adjustment
from tests.factories.journeys import make_chosen
from tests.factories.people import make_own_account
from tests.factories.setting import Setting, make_setting
from tests.factories.worklist import support
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle
from tests.stories.telling import NewContext, fits

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

NEED = "Questions on paper first"
WHERE = "The allotment group"


@pytest.fixture
def setting(app: Flask) -> Setting:
    """Amara has chosen where to go next, and Priya is her key worker."""
    setting = make_setting()
    support(setting.person, setting.priya, setting.nurse)
    make_adjustment(setting.person, setting.nurse, NEED)
    make_chosen(setting.person, setting.nurse, WHERE)
    settle()
    return setting


@pytest.fixture
def priya(app: Flask, setting: Setting, new_context: NewContext, live_server: str) -> Page:
    return sign_in_browser(app, new_context(), live_server, setting.priya).new_page()


@pytest.fixture
def amara(app: Flask, setting: Setting, new_context: NewContext, live_server: str) -> Page:
    account = make_own_account(setting.person)
    settle()
    phone = new_context(**OLD_PHONE, java_script_enabled=False)
    return sign_in_browser(app, phone, live_server, account).new_page()


def test_a_visit_together_and_a_yes_without_an_account(
    setting: Setting, priya: Page, amara: Page, new_context: NewContext
) -> None:
    priya.goto(f"/people/{setting.person.id}/hand-overs")
    priya.get_by_role("button", name="Begin").click()
    a_peer_is_asked_to_go_along(priya)
    it_is_put_together(priya)
    she_reads_it_and_says_yes(amara)
    the_member_sends_it(priya)
    the_receiver_says_yes(new_context(**OLD_PHONE, java_script_enabled=False).new_page(), address_in_the_e_mail())
    everybody_knows(priya, amara)


def a_peer_is_asked_to_go_along(priya: Page) -> None:
    priya.get_by_role("link", name="Plan a visit together").click()
    expect(priya.get_by_label("Who does it?")).to_have_value(re.compile(".+"))
    expect(priya.locator("option").first).to_have_text("Jo Brennan, peer support worker")
    on = today() + timedelta(days=7)
    for part, number in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
        priya.get_by_label(part).fill(str(number))
    priya.get_by_label("What will be done?").fill("We take the 2 bus from the library.")
    priya.get_by_role("button", name="Save").click()
    expect(priya.get_by_text("We take the 2 bus from the library.")).to_be_visible()


def it_is_put_together(priya: Page) -> None:
    priya.get_by_role("link", name="Put together what they read").first.click()
    expect(priya.get_by_label(NEED)).not_to_be_checked()
    priya.get_by_label("Who reads it?").fill("Lena Brandt")
    priya.get_by_label("Their e-mail address").fill("lena@allotment.example")
    priya.get_by_label("Whom can they call or write to?").fill("01632 960 111")
    priya.get_by_label(NEED).check()
    priya.get_by_role("button", name="Look at it").click()
    expect(priya.get_by_role("heading", name="What Lena Brandt reads")).to_be_visible()
    expect(priya.get_by_role("button", name="Send the link")).to_have_count(0)


def she_reads_it_and_says_yes(amara: Page) -> None:
    amara.goto("/my")
    amara.get_by_role("link", name="May Lena Brandt read this about you?").click()
    expect(amara.get_by_text(NEED)).to_be_visible()
    fits(amara)
    amara.get_by_label("Yes, send it").check()
    amara.get_by_role("button", name="Send my answer").click()
    expect(amara.get_by_text("Who: Jo Brennan")).to_be_visible()


def the_member_sends_it(priya: Page) -> None:
    priya.goto("/today")
    priya.get_by_role("link", name="Send what Amara Osei agreed to").click()
    priya.get_by_role("link", name="Send it").click()
    priya.get_by_role("button", name="Send the link to Lena Brandt").click()
    expect(priya.get_by_text("The link is on its way to Lena Brandt.")).to_be_visible()


def address_in_the_e_mail() -> str:
    settle()
    (message,) = db.session.scalars(select(Message))
    assert "Amara" not in message.subject + message.text
    return re.search(r"/handover/\S+", message.text).group()


def the_receiver_says_yes(lena: Page, address: str) -> None:
    lena.goto(address)
    expect(lena.get_by_text("Amara")).to_have_count(0)
    lena.get_by_role("button", name="Open").click()
    expect(lena.get_by_text(NEED)).to_be_visible()
    fits(lena)
    lena.get_by_label("Yes, we can support them").check()
    lena.get_by_label("Why not, or your question").fill("Amara can have the plot by the gate.")
    lena.get_by_label("Your name").fill("Lena Brandt")
    lena.get_by_role("button", name="Send my answer").click()
    expect(lena.get_by_text("You said yes.")).to_be_visible()
    lena.goto(address)
    expect(lena.get_by_role("heading", name="This link opens nothing")).to_be_visible()


def everybody_knows(priya: Page, amara: Page) -> None:
    amara.goto("/my")
    amara.get_by_role("link", name=f"{WHERE} said yes").click()
    expect(amara.get_by_text("Amara can have the plot by the gate.")).to_be_visible()
    amara.get_by_role("link", name="For Lena Brandt").click()
    expect(amara.get_by_text(re.compile("^Opened, "))).to_be_visible()
    priya.goto("/today")
    priya.get_by_role("link", name=f"{WHERE} said yes about Amara Osei").click()
    expect(priya.get_by_text("Accepted by them")).to_be_visible()

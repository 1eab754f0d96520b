"""A hand-over in browsers: the person's phone, and a receiver's, who has no account, no cookies and no scripts."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from livingwell.journeys.queries.hand_overs import hand_over_of
from tests.factories.hand_overs import make_hand_over, make_sending, make_sent
from tests.factories.people import make_own_account
from tests.factories.setting import Setting, make_setting
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle
from tests.stories.telling import NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]


@pytest.fixture
def setting(app: Flask) -> Setting:
    return make_setting()


@pytest.fixture
def receiver(new_context: NewContext) -> Page:
    """A phone of somebody whom we don't know."""
    return new_context(**OLD_PHONE, java_script_enabled=False).new_page()


def test_the_receiver_says_yes_without_an_account_and_the_link_is_used(setting: Setting, receiver: Page) -> None:
    sent = make_sent(setting.person, setting.nurse)
    settle()
    receiver.goto(f"/handover/{sent.token}")
    expect(receiver.get_by_text("Amara")).to_have_count(0)
    receiver.get_by_role("button", name="Open").click()
    expect(receiver.get_by_text("Questions on paper before The allotment group")).to_be_visible()
    assert receiver.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    receiver.get_by_label("Yes, we can support them").check()
    receiver.get_by_role("button", name="Send my answer").click()
    expect(receiver.get_by_role("link", name="Write your name")).to_be_visible()
    expect(receiver.get_by_label("Yes, we can support them")).to_be_checked()
    receiver.get_by_label("Your name").fill("Lena Brandt")
    receiver.get_by_role("button", name="Send my answer").click()
    expect(receiver.get_by_role("heading", name="Thank you")).to_be_visible()
    receiver.goto(f"/handover/{sent.token}")
    expect(receiver.get_by_role("heading", name="This link opens nothing")).to_be_visible()
    assert receiver.context.cookies() == []
    settle()
    assert hand_over_of(setting.person.id, sent.hand_over.id).is_accepted


def test_the_pages_of_a_receiver_can_be_used_by_everybody(
    setting: Setting, new_context: NewContext, check_axe: Callable[[Page], None]
) -> None:
    sent = make_sent(setting.person, setting.nurse)
    settle()
    page = new_context(**OLD_PHONE).new_page()
    page.goto(f"/handover/{sent.token}")
    check_axe(page)
    page.get_by_role("button", name="Open").click()
    check_axe(page)
    page.get_by_role("button", name="Send my answer").click()
    check_axe(page)
    page.goto("/handover/made-up")
    check_axe(page)


def test_i_say_yes_on_my_phone_and_stop_it_later(
    app: Flask, setting: Setting, new_context: NewContext, live_server: str
) -> None:
    make_sending(make_hand_over(setting.person, setting.nurse), setting.nurse)
    account = make_own_account(setting.person)
    settle()
    context = new_context(**OLD_PHONE, java_script_enabled=False)
    mine = sign_in_browser(app, context, live_server, account).new_page()
    mine.goto("/my")
    mine.get_by_role("link", name="May Lena Brandt read this about you?").click()
    expect(mine.get_by_text("A quiet place near the gate would help.")).to_be_visible()
    mine.get_by_label("Yes, send it").check()
    mine.get_by_role("button", name="Send my answer").click()
    expect(mine.get_by_text("You said yes. It has not gone yet.")).to_be_visible()
    mine.get_by_role("link", name="For Lena Brandt").click()
    mine.get_by_role("button", name="Stop it").click()
    expect(mine.get_by_text("It is stopped. Nobody can open it.")).to_be_visible()

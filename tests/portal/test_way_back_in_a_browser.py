"""Support has ended, and it got hard again: back with one press, on an old phone, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories.closing import end_support
from tests.factories.people import make_own_account
from tests.factories.setting import make_setting
from tests.factories.staying import make_staying_well, make_way_back
from tests.factories.worklist import support
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def settings(request):
    return {**OLD_PHONE, "java_script_enabled": request.param}


@pytest.fixture
def setting(app):
    setting = make_setting()
    support(setting.person, setting.priya, setting.nurse)
    return setting


@pytest.fixture
def phone(app, setting, new_context, live_server, settings):
    """Amara's own phone, signed in."""
    account = make_own_account(setting.person)
    settle()
    return sign_in_browser(app, new_context(**settings), live_server, account).new_page()


@pytest.fixture
def looked_at(settings, check_axe):
    """What axe says of a page; it needs JavaScript itself."""
    return check_axe if settings["java_script_enabled"] else lambda _page: None


def test_back_with_one_press_and_the_key_worker_knows(app, setting, phone, new_context, live_server, looked_at):
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    settle()
    phone.goto("/my")
    looked_at(phone)
    phone.get_by_role("link", name="I want to come back").click()
    looked_at(phone)
    phone.get_by_label("Do you want to tell us something?").fill("The letters have started again.")
    phone.get_by_role("button", name="Yes, I want to come back").click()
    expect(phone.get_by_role("heading", name="You are back")).to_be_visible()
    expect(phone.get_by_text("Priya Mistry reads this.")).to_be_visible()
    looked_at(phone)

    priya = sign_in_browser(app, new_context(), live_server, setting.priya).new_page()
    priya.goto("/today")
    expect(priya.get_by_text("The letters have started again.").first).to_be_visible()
    priya.goto(f"/people/{setting.person.id}")
    expect(priya.get_by_text(re.compile("Came back on"))).to_be_visible()


def test_the_plan_for_staying_well_is_read_called_mine_and_kept(setting, phone, looked_at):
    make_staying_well(setting.person, setting.nurse)
    settle()
    phone.goto("/my/staying-well")
    looked_at(phone)
    phone.get_by_role("link", name=re.compile("Change.*What helps me then")).click()
    phone.get_by_label("What helps me then?").fill("Ten minutes outside. Then tea with Efua.")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text("Then tea with Efua.")).to_be_visible()
    phone.get_by_role("button", name="Yes, this is mine").click()
    expect(phone.get_by_text(re.compile("You said on .*: this is mine."))).to_be_visible()
    phone.get_by_role("link", name="Print or save a wallet card").click()
    expect(phone.frame_locator("iframe").get_by_text("Then tea with Efua.")).to_be_visible()
    looked_at(phone)

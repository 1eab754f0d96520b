"""The passport on an old phone, with JavaScript and without: written, shared by a link, opened on another, stopped."""

import re

import pytest
from playwright.sync_api import expect

from livingwell.core.actor import Actor, Side
from tests.factories.identity import make_team
from tests.factories.passports import make_share
from tests.factories.people import make_own_account, make_person
from tests.harness.media import picture
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def settings(request):
    return {**OLD_PHONE, "java_script_enabled": request.param}


@pytest.fixture
def phone(app, new_context, live_server, settings):
    """Amara's own phone, signed in."""
    account = make_own_account(make_person(team=make_team()))
    settle()
    return sign_in_browser(app, new_context(**settings), live_server, account).new_page()


def is_too_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_written_shared_opened_and_stopped(phone, new_context, settings, check_axe, browser_errors):
    phone.goto("/my/passport")
    phone.get_by_role("link", name=re.compile("Write.*Please know this first")).click()
    phone.get_by_label("Please know this first").fill("Write to me.\nPlease never phone.")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text("Please never phone.")).to_be_visible()

    phone.get_by_role("link", name="Share by link or QR code").click()
    phone.get_by_role("link", name="Make a link").click()
    phone.get_by_label("1 week").check()
    phone.get_by_label("Who is it for?").fill("The dentist")
    phone.get_by_role("button", name="Make the link").click()
    address, pin = phone.locator(".address").inner_text(), phone.locator(".pin").inner_text()
    expect(phone.get_by_role("img", name="A QR code")).to_be_visible()

    dentist = new_context(**settings).new_page()
    dentist.goto(address)
    expect(dentist.get_by_role("heading", name="Type the PIN")).to_be_visible()
    dentist.get_by_label("PIN").fill(pin)
    dentist.get_by_role("button", name="Open").click()
    expect(dentist.get_by_text("Please never phone.")).to_be_visible()
    expect(dentist.get_by_text("It is not a medical record")).to_be_visible()

    phone.get_by_role("link", name="Go to my links").click()
    expect(phone.get_by_text(re.compile("Opened"))).to_be_visible()
    phone.get_by_role("button", name="Stop it now").click()
    expect(phone.get_by_text("It opens nothing now.")).to_be_visible()

    dentist.reload()
    expect(dentist.get_by_role("heading", name="This link opens nothing")).to_be_visible()
    browser_errors.clear()  # the browser says of the last page that its status was 404


def test_a_picture_from_the_phone_is_seen(phone):
    phone.goto("/my/passport/headings/important")
    phone.get_by_role("link", name="Put a picture in").click()
    phone.get_by_label("Picture", exact=True).set_input_files(
        {"name": "IMG_0001.PNG", "mimeType": "image/png", "buffer": picture("PNG", (600, 400))}
    )
    phone.get_by_label("What is in the picture?").fill("My cat on the sofa")
    phone.get_by_role("button", name="Put it in").click()
    shown = phone.get_by_role("img", name="My cat on the sofa")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.complete && image.naturalWidth") == 400


@pytest.mark.parametrize("settings", [OLD_PHONE], ids=["on a phone"])
def test_nothing_is_too_wide_and_axe_finds_nothing(phone, check_axe):
    phone.goto("/my/passport/headings/first")
    phone.get_by_label("Please know this first").fill("Write to me. " + "x" * 80)
    phone.get_by_role("button", name="Save").click()
    pages = ["", "/headings/important", "/headings/also/picture", "/headings/also/recording", "/versions", "/uses"]
    pages += ["/links", "/links/new", "/paper/page", "/paper/card"]
    for address in pages:
        phone.goto(f"/my/passport{address}")
        check_axe(phone)
        assert not is_too_wide(phone), address


@pytest.mark.parametrize("settings", [OLD_PHONE], ids=["on a phone"])
def test_what_a_visitor_sees_is_as_easy_to_read(app, new_context, live_server, settings, check_axe, browser_errors):
    person = make_person(team=make_team())
    account = make_own_account(person)
    made = make_share(person, Actor(account.id, person.name, side=Side.PERSON))
    settle()
    visitor = new_context(**settings).new_page()
    for token in (made.token, "made-up"):
        visitor.goto(f"/shared/{token}")
        check_axe(visitor)
        assert not is_too_wide(visitor)
    visitor.goto(f"/shared/{made.token}")
    visitor.context.add_cookies([{"name": "reading", "value": "size=largest&spacing=wider", "url": visitor.url}])
    visitor.get_by_label("PIN").fill(made.pin)
    visitor.get_by_role("button", name="Open").click()
    expect(visitor.get_by_role("heading", name="About me: Amara")).to_be_visible()
    check_axe(visitor)
    assert not is_too_wide(visitor)
    browser_errors.clear()  # the browser says of the made-up link that its status was 404

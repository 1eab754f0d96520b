"""My people and a carer's pages on an old phone without scripts: shared, read, taken back while the page is open."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from livingwell.identity.models import Account
from livingwell.people.models import Person, Topic
from tests.factories.carers import make_carer_with_account
from tests.factories.identity import make_team
from tests.factories.people import make_own_account, make_person
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle
from tests.stories.telling import NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

Phone = Callable[..., Page]
CHANGE = re.compile("Change.*Your appointments, Efua Osei")


@pytest.fixture
def phone(app: Flask, new_context: NewContext, live_server: str) -> Phone:
    """A phone of somebody who is signed in."""

    def of(account: Account, **settings: object) -> Page:
        settle()
        return sign_in_browser(app, new_context(**OLD_PHONE, **settings), live_server, account).new_page()

    return of


@pytest.fixture
def amara(app: Flask) -> Person:
    return make_person(team=make_team())


def test_two_presses_share_and_two_take_it_back_while_the_page_is_open(amara: Person, phone: Phone) -> None:
    _carer, efua = make_carer_with_account(amara)
    hers, theirs = (phone(each, java_script_enabled=False) for each in (make_own_account(amara), efua))
    hers.goto("/my/people")
    hers.get_by_role("link", name=CHANGE).click()
    hers.get_by_role("button", name="Yes").click()
    expect(hers.get_by_text("Saved. It holds from now on.")).to_be_visible()
    theirs.goto(f"/for/{amara.id}")
    theirs.get_by_role("link", name="Appointments").click()
    expect(theirs.get_by_text("No appointment is planned.")).to_be_visible()
    hers.get_by_role("link", name=CHANGE).click()
    hers.get_by_role("button", name="No, stop it now").click()
    expect(hers.get_by_text("Your appointments: no")).to_be_visible()
    answer = theirs.reload()
    assert answer is not None
    assert answer.status == 404


def test_a_carer_with_whom_nothing_is_shared_writes_and_sees_who_will_read(amara: Person, phone: Phone) -> None:
    _carer, efua = make_carer_with_account(amara)
    page = phone(efua, java_script_enabled=False)
    page.goto("/for")
    page.get_by_role("link", name="Amara").click()
    expect(page.get_by_text("Nothing is shared with you now.")).to_be_visible()
    page.get_by_role("link", name="Write to the team").click()
    page.get_by_label("Your words").fill("She has stopped eating.")
    page.get_by_label("Ask me first").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("She has stopped eating.")).to_be_visible()
    expect(page.get_by_text("Nobody has read this yet.")).to_be_visible()


def test_the_pages_fit_an_old_phone_and_have_no_violation(
    amara: Person, phone: Phone, check_axe: Callable[[Page], None]
) -> None:
    carer, efua = make_carer_with_account(amara, *Topic, name="Gwendolyn-Antoinette Featherstonehaugh-Cholmondeley")
    mine = [f"/my/people/{carer.id}{more}" for more in ("", "/may-know/plan", "/asked/do_not_contact")]
    hers = ("/my/people", "/my/people/who-helps", "/my/people/helps-me", "/my/people/i-help", *mine)
    pages = (
        "",
        "/appointments",
        "/plan",
        "/safety-plan",
        "/letters",
        "/meetings",
        "/write",
        "/reach-me",
        "/what-i-need",
    )
    theirs = ("/for", *(f"/for/{amara.id}{more}" for more in pages))
    for account, paths in ((make_own_account(amara), hers), (efua, theirs)):
        page = phone(account)
        for path in paths:
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
            check_axe(page)

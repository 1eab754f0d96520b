"""The plan for staying well on paper: complete in itself, and read without a connection."""

from io import BytesIO

import pikepdf
import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.core.actor import the_system
from livingwell.identity.actions.crisis_wording import begin_crisis_wording
from livingwell.identity.models import Account
from livingwell.journeys.models import StayingPart
from tests.factories.adjustments import make_preferences
from tests.factories.identity import sign_in
from tests.factories.people import make_own_account
from tests.factories.setting import Setting, make_setting
from tests.factories.staying import make_staying_well, write_part

PAPER = "/my/staying-well/paper"
CRISIS = "**If your life is in danger, call 999.**\n\n- Crisis line: 0800 000 000"
needs_pdf = pytest.mark.skipif(not can_make_pdf(), reason="this machine can't make PDFs")


@pytest.fixture
def setting(app: Flask) -> Setting:
    begin_crisis_wording(CRISIS, the_system("tests"))
    return make_setting()


@pytest.fixture
def account(setting: Setting) -> Account:
    return make_own_account(setting.person)


@pytest.fixture
def amara(client: FlaskClient, account: Account) -> FlaskClient:
    sign_in(client, account)
    return client


def words(client: FlaskClient, layout: str) -> str:
    return client.get(f"{PAPER}/{layout}/document").get_data(as_text=True)


def test_there_is_nothing_to_print_before_anything_was_written(amara, setting):
    for path in (f"{PAPER}/page", f"{PAPER}/page/document", f"{PAPER}/card/staying-well.pdf"):
        assert amara.get(path).status_code == 404


def test_the_page_says_all_of_it_and_what_to_do_in_a_crisis(amara, setting):
    plan = make_staying_well(setting.person, setting.nurse)
    page = words(amara, "page")
    for line in "\n".join(plan.parts.values()).split("\n"):
        assert line in page
    assert "If your life is in danger, call 999." in page
    assert "**" not in page


def test_the_card_says_whom_to_call_what_helps_and_what_should_happen(amara, setting):
    make_staying_well(setting.person, setting.nurse)
    card = words(amara, "card")
    for said in ("My sister Efua, by text.", "Ten minutes outside.", "Ask me first.", "Crisis line: 0800 000 000"):
        assert said in card
    assert "Letters from the benefits office." not in card, "a card is seen by others"
    assert card.count('<section class="side">') == 4


def test_nothing_of_the_service_is_needed_to_read_it(amara, setting):
    make_staying_well(setting.person, setting.nurse)
    for layout in ("page", "card"):
        assert "http" not in words(amara, layout).replace("http-equiv", "")
        assert "src=" not in words(amara, layout)


def test_somebody_who_writes_as_code_is_printed_as_they_wrote(amara, setting):
    write_part(setting.person, setting.nurse, "<b>Tea</b> & toast", StayingPart.WHAT_HELPS)
    for layout in ("page", "card"):
        assert "&lt;b&gt;Tea&lt;/b&gt; &amp; toast" in words(amara, layout)


@needs_pdf
def test_it_is_one_tagged_page_in_the_letters_that_they_asked_for(amara, setting):
    make_staying_well(setting.person, setting.nurse)
    for layout in ("page", "card"):
        answer = amara.get(f"{PAPER}/{layout}/staying-well.pdf")
        assert answer.headers["Content-Type"] == "application/pdf"
        with pikepdf.open(BytesIO(answer.data)) as document:
            assert len(document.pages) == 1
            assert document.Root.MarkInfo.Marked
            assert document.Root.Lang is not None
    make_preferences(setting.person, setting.nurse, font_points=24)
    assert "font: 24pt" in words(amara, "page")
    assert "font: 24pt" not in words(amara, "card"), "a card has one size"


@needs_pdf
def test_a_long_plan_grows_and_loses_no_word(amara, setting):
    lines = "\n".join(f"{number} is a thing that helps me when it is hard to begin the day." for number in range(60))
    write_part(setting.person, setting.nurse, lines, StayingPart.WHAT_HELPS)
    for layout in ("page", "card"):
        printed = words(amara, layout)
        assert all(line in printed for line in lines.split("\n"))


def test_a_member_prints_it_for_them(client, setting):
    make_staying_well(setting.person, setting.nurse)
    sign_in(client, setting.priya)
    path = f"/people/{setting.person.id}/staying-well/paper/card"
    assert client.get(path).status_code == 200
    assert "My sister Efua, by text." in client.get(f"{path}/document").get_data(as_text=True)
    sign_in(client, setting.outsider)
    assert client.get(f"{path}/document").status_code == 404

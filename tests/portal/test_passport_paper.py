"""The passport on one page of A4, and as a card for a wallet."""

import pytest

from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.core.actor import Actor, Side
from livingwell.passports.models import Section
from tests.factories.adjustments import make_preferences
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.passports import write
from tests.factories.people import make_own_account, make_person

PAPER = "/my/passport/paper"
LONG_LINES = "\n".join(
    f"{number} is a thing that I would like everybody to know who supports me." for number in range(12)
)
needs_pdf = pytest.mark.skipif(not can_make_pdf(), reason="this machine can't make PDFs")


@pytest.fixture
def team(app):
    return make_team()


@pytest.fixture
def person(team):
    return make_person(team=team)


@pytest.fixture
def account(person):
    return make_own_account(person)


@pytest.fixture
def amara(account, client):
    sign_in(client, account)
    return client


@pytest.fixture
def filled(person, account):
    """Something under every heading, as much as most would write."""
    herself = Actor(account.id, person.name, side=Side.PERSON)
    write(person, herself)
    for section in Section:
        if section.is_heading:
            write(person, herself, "\n".join(LONG_LINES.split("\n")[:5]), section)
    return herself


def pages_in(client, address):
    from io import BytesIO

    import pikepdf

    answer = client.get(address)
    assert answer.headers["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.data)) as document:
        return len(document.pages)


@needs_pdf
def test_a_full_passport_fits_on_one_page(amara, filled):
    assert pages_in(amara, f"{PAPER}/page/passport.pdf") == 1


@needs_pdf
def test_large_letters_stay_large_and_take_another_page(amara, filled, person, team):
    jo = actor_for(make_account("Jo Brennan", team=team), team)
    make_preferences(person, jo, font_points=24)
    assert "font: 24pt" in amara.get(f"{PAPER}/page/document").get_data(as_text=True)
    assert pages_in(amara, f"{PAPER}/page/passport.pdf") > 1


@needs_pdf
def test_the_card_is_one_sheet(amara, filled):
    assert pages_in(amara, f"{PAPER}/card/passport.pdf") == 1


def test_the_card_says_what_to_know_first_and_how_to_communicate(amara, filled):
    card = amara.get(f"{PAPER}/card/document").get_data(as_text=True)
    assert "Write to me. Please never phone." in card
    assert "How to communicate with me" in card
    assert "not a medical record" in card
    assert "85.6mm" in card


def test_what_was_typed_is_never_markup_on_paper(amara, person, account):
    herself = Actor(account.id, person.name, side=Side.PERSON)
    write(person, herself, "<script>alert(1)</script>")
    for layout in ("page", "card"):
        document = amara.get(f"{PAPER}/{layout}/document")
        assert "&lt;script&gt;" in document.get_data(as_text=True)
        assert "sandbox" in document.headers["Content-Security-Policy"]


def test_a_member_prints_the_same_for_somebody_without_an_account(client, person, team, filled):
    sign_in(client, make_account("Jo Brennan", team=team))
    address = f"/people/{person.id}/passport/paper"
    assert client.get(f"{address}/page").status_code == 200
    assert "Write to me." in client.get(f"{address}/page/document").get_data(as_text=True)


def test_an_empty_passport_prints_without_failing(amara):
    for layout in ("page", "card"):
        assert amara.get(f"{PAPER}/{layout}/document").status_code == 200

"""What somebody chose under “How I read” is used on paper and in PDFs too."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.contacts.models import LetterFormat
from livingwell.core.reading import USUAL, Background, Reading, Size
from livingwell.identity.actions.reading import bring_reading
from livingwell.identity.models import Team
from livingwell.people.models import Person
from livingwell.portal.paper import dressed, on_paper
from tests.factories.identity import make_account, make_team, new_session_token, sign_in
from tests.factories.people import make_own_account, make_person

CHOSEN = Reading.from_text("size=larger&font=book&spacing=wide&contrast=strong&background=cream")
DOCUMENT = "<!DOCTYPE html>\n<html lang='en-GB'><head><style>body { color: red; }</style></head></html>"


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


@pytest.fixture
def person(team: Team) -> Person:
    made = make_person(team=team)
    bring_reading(new_session_token(make_own_account(made)), CHOSEN)
    return made


def test_the_larger_of_what_was_asked_for_and_what_was_chosen_wins() -> None:
    assert on_paper(LetterFormat(), CHOSEN).font_points == 18
    assert on_paper(LetterFormat(font_points=28), CHOSEN).font_points == 28
    assert on_paper(LetterFormat(), USUAL) == LetterFormat()


def test_a_dark_page_is_for_screens_alone() -> None:
    dark = replace(USUAL, background=Background.DARK, size=Size.LARGE)
    assert on_paper(LetterFormat(), dark).background == LetterFormat().background


def test_letters_spaces_and_ink_are_those_chosen(app: Flask) -> None:
    with app.test_request_context():
        made = dressed(DOCUMENT, CHOSEN)
        assert dressed(DOCUMENT, USUAL).count("body {") == 1
    assert "Georgia" in made
    assert "letter-spacing: 0.05em" in made
    assert made.index("color: red") < made.index("color: #000000") < made.index("</style>")


def test_the_passport_and_the_pack_obey(client: FlaskClient, team: Team, person: Person) -> None:
    sign_in(client, make_account(team=team))
    for address in (f"/people/{person.id}/pack/page", f"/people/{person.id}/passport/paper/page/document"):
        printed = client.get(address).get_data(as_text=True)
        assert "Georgia" in printed
        assert "18pt" in printed
        assert "#fff6dc" in printed

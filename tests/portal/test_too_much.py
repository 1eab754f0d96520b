"""What to do if things get too much: the service's own words, on every page of the person's side, or no page at all."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from livingwell import app as the_app
from livingwell.cli import main
from livingwell.config import Settings, UnsafeSettings
from livingwell.core.actor import Actor, the_system
from livingwell.core.errors import Forbidden, Invalid, Stale
from livingwell.core.marked import Block, Piece, marked
from livingwell.identity.actions.crisis_wording import begin_crisis_wording, set_crisis_wording
from livingwell.identity.models import Account
from livingwell.identity.queries.crisis_wording import require_crisis_wording, standing_wording, wordings
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_carer_account, make_own_account, make_person

WORDS = "You can use any of these.\n- Text the word **here** to **70001**.\n- Call **999**."


@pytest.fixture
def administrator(app: Flask) -> Account:
    return make_account("Joan Bell", is_account_administrator=True)


@pytest.fixture
def joan(administrator: Account) -> Actor:
    return actor_for(administrator)


def test_it_stands_at_the_end_of_every_page_of_the_persons_side(app: Flask, client: FlaskClient) -> None:
    begin_crisis_wording(WORDS, the_system("tests"))
    person = make_person(team=make_team())
    sign_in(client, make_own_account(person))
    carer = app.test_client()
    sign_in(carer, make_carer_account(person))
    pages = (client.get("/my"), client.get("/my/nowhere"), carer.get("/for"), app.test_client().get("/my/reading"))
    for answer in pages:
        shown = answer.get_data(as_text=True)
        assert "<li>Text the word <strong>here</strong> to <strong>70001</strong>.</li>" in shown
        assert shown.index('id="too-much"') < shown.index("</main>")


def test_every_version_is_kept_and_the_latest_stands(joan: Actor) -> None:
    set_crisis_wording(WORDS, 0, joan)
    set_crisis_wording("Call 111.", 1, joan)
    assert standing_wording().words == "Call 111."
    assert [(each.number, each.set_by) for each in wordings()] == [(2, "Joan Bell"), (1, "Joan Bell")]
    set_crisis_wording("Call 111. ", 2, joan)
    assert len(wordings()) == 2


@pytest.mark.parametrize("words", ["", "   ", "Talk to somebody.", "1" * 4001, "Call \x00 999"])
def test_without_a_number_or_words_it_is_refused(joan: Actor, words: str) -> None:
    with pytest.raises(Invalid):
        set_crisis_wording(words, 0, joan)


def test_two_administrators_do_not_write_over_each_other(joan: Actor) -> None:
    set_crisis_wording(WORDS, 0, joan)
    with pytest.raises(Stale):
        set_crisis_wording("Call 111.", 0, joan)


def test_nobody_else_sets_it(app: Flask) -> None:
    team = make_team()
    with pytest.raises(Forbidden):
        set_crisis_wording(WORDS, 0, actor_for(make_account(team=team), team))


def test_an_administrator_looks_at_it_before_it_stands(client: FlaskClient, administrator: Account) -> None:
    sign_in(client, administrator)
    shown = client.get("/too-much").get_data(as_text=True)
    assert "Nothing is set yet" in shown
    looked = client.post("/too-much", data={"words": WORDS, "row_version": "0", "look": "yes"}).get_data(as_text=True)
    assert "<strong>70001</strong>" in looked
    assert standing_wording() is None
    assert client.post("/too-much", data={"words": WORDS, "row_version": "0"}).status_code == 303
    assert "Version 1, Joan Bell" in client.get("/too-much").get_data(as_text=True)
    assert client.post("/too-much", data={"words": "No number", "row_version": "1"}).status_code == 422
    assert client.post("/too-much", data={"words": "Call 111", "row_version": "0"}).status_code == 409


def test_what_an_administrator_types_is_never_html(client: FlaskClient) -> None:
    begin_crisis_wording("<script>1</script> **<b>2**", the_system("tests"))
    sign_in(client, make_own_account(make_person(team=make_team())))
    shown = client.get("/my").get_data(as_text=True)
    assert "<script>1" not in shown
    assert "<strong>&lt;b&gt;2</strong>" in shown


def test_a_mark_without_its_other_half_is_shown_as_typed() -> None:
    assert marked("Call **999") == [Block(False, ((Piece("Call **999", False),),))]


def test_without_it_nothing_is_served_in_production(app: Flask) -> None:
    with pytest.raises(UnsafeSettings, match="set-crisis-wording FILE"):
        require_crisis_wording()
    begin_crisis_wording(WORDS, the_system("tests"))
    require_crisis_wording()


def test_a_database_without_tables_says_what_to_do(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "production")
    monkeypatch.setenv("SECRET_KEY", "k" * 40)
    monkeypatch.setenv("LIVINGWELL_ADDRESS", "https://livingwell.example.nhs.uk")
    monkeypatch.setenv("DATABASE_URL", empty_database)
    with pytest.raises(UnsafeSettings, match="livingwell upgrade"):
        the_app.app_to_serve()
    assert the_app.create_app(Settings.from_environment()) is not None


def test_it_can_be_set_from_the_command_line(app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "test")
    monkeypatch.setenv("DATABASE_URL", app.config["SQLALCHEMY_DATABASE_URI"])
    file = tmp_path / "too-much.txt"
    file.write_text(WORDS, encoding="utf-8")
    result = CliRunner().invoke(main, ["set-crisis-wording", str(file)])
    assert result.exit_code == 0, result.output
    assert standing_wording().words == WORDS
    file.write_bytes(b"\xff\xfe\x00")
    assert CliRunner().invoke(main, ["set-crisis-wording", str(file)]).exit_code == 1

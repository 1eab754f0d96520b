"""Drafts as a browser meets them, with scripts and without."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from livingwell.audit import record
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed
from livingwell.drafts.models import Draft
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import ImportedNote, Person, RecordLimit
from tests.factories.identity import make_account, make_team, sign_in
from tests.factories.people import make_person
from tests.harness.forms import PageForm, form_with
from tests.harness.session import settle

MORNING = datetime(2026, 6, 11, 9, 42, tzinfo=UTC)
AS_A_BROWSER = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}


def opened(client: FlaskClient, person: Person, what: str = "note") -> PageForm:
    """The form as a freshly opened page has it."""
    path = f"/people/{person.id}/{what}"
    return form_with(client.get(path).get_data(as_text=True), path, "said")


def kept(client: FlaskClient, form: PageForm, **typed: str) -> TestResponse:
    """What drafts.js sends, and the answer."""
    return client.post("/drafts", data=form.filled(**typed))


def notes() -> list[str]:
    return sorted(db.session.scalars(select(ImportedNote.said)))


def drafts() -> int:
    return db.session.scalar(select(func.count()).select_from(Draft))


def test_what_was_typed_is_in_the_form_when_it_is_opened_again(client: FlaskClient, person: Person) -> None:
    with fixed(MORNING):
        answer = kept(client, opened(client, person), said="She wants her flat back", source="Her sister")
        page = client.get(f"/people/{person.id}/note").get_data(as_text=True)
    assert answer.get_json()["saved_at"] == "10:42am"
    assert "Draft, kept at 10:42am" in page
    form = form_with(page, "", "said")
    assert form.fields["said"].strip() == "She wants her flat back"
    assert form.fields["source"] == "Her sister"


def test_a_draft_outlives_signing_out(app: Flask, client: FlaskClient) -> None:
    team = make_team()
    account, person = make_account(team=team), make_person(team=team)
    sign_in(client, account)
    kept(client, opened(client, person), said="Half a sentence")
    other = app.test_client()
    sign_in(other, account)
    assert opened(other, person).fields["said"].strip() == "Half a sentence"


def test_saving_for_good_lets_the_draft_go(client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    kept(client, form, said="Half a sent")
    assert client.post(form.action, data=form.filled(said="A whole sentence")).status_code == 303
    assert notes() == ["A whole sentence"]
    assert drafts() == 0


def test_a_refused_form_keeps_its_draft(client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    kept(client, form, said="words " * 200)
    response = client.post(form.action, data=form.filled(said="words " * 200))
    assert response.status_code == 422
    assert drafts() == 1
    again = form_with(response.get_data(as_text=True), form.action, "said")
    assert kept(client, again, said="fewer words").status_code == 200


def test_nobody_else_is_shown_a_draft(app: Flask, client: FlaskClient) -> None:
    team = make_team()
    person = make_person(team=team)
    sign_in(client, make_account(team=team))
    kept(client, opened(client, person), said="Mine alone")
    colleague = app.test_client()
    sign_in(colleague, make_account("Tom Reid", team=team))
    assert "Mine alone" not in colleague.get(f"/people/{person.id}/note").get_data(as_text=True)


def test_a_draft_is_not_shown_once_the_person_is_out_of_reach(client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    kept(client, form, said="About her brother")
    limit(person)
    assert client.get(form.action).status_code == 404
    answer = kept(client, form, said="More", submission="0" * 32)
    assert answer.status_code == 404
    assert "brother" not in answer.get_data(as_text=True)


def test_a_draft_stays_with_its_person(client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    kept(client, form, said="About Amara")
    assert kept(client, form, about=str(make_person("Ben", "Ode").id)).status_code == 404


def test_a_second_tab_never_overwrites_newer_words_in_silence(client: FlaskClient, person: Person) -> None:
    first, second = opened(client, person), opened(client, person)
    kept(client, first, said="From the first tab")
    answer = kept(client, second, said="From the second tab")
    assert answer.status_code == 409
    assert answer.get_json()["fields"]["said"] == ["From the first tab"]
    assert opened(client, person).fields["said"].strip() == "From the first tab"
    chosen = kept(client, second, said="From the second tab", draft_reading=answer.get_json()["reading"])
    assert chosen.status_code == 200
    assert kept(client, second, said="And on").status_code == 200


def test_a_tab_that_lost_its_connection_is_no_second_tab(client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    kept(client, form, said="One")  # the answer never arrives, so the page still has its first reading
    assert kept(client, form, said="One and two").status_code == 200


def test_saving_in_one_tab_leaves_the_words_of_another(client: FlaskClient, person: Person) -> None:
    first, second = opened(client, person), opened(client, person)
    kept(client, second, said="Still being written")
    client.post(first.action, data=first.filled(said="Done"))
    assert opened(client, person).fields["said"].strip() == "Still being written"


def test_without_scripts_a_button_keeps_the_draft(client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    response = client.post(form.buttons["Keep as draft"], data=form.filled(said="By hand"), headers=AS_A_BROWSER)
    assert (response.status_code, response.location) == (303, form.action)
    again = opened(client, person)
    assert again.fields["said"].strip() == "By hand"
    client.post(again.buttons["Start again"], data=again.fields, headers=AS_A_BROWSER)
    assert opened(client, person).fields["said"].strip() == ""


def test_without_scripts_both_texts_are_shown_and_one_is_chosen(client: FlaskClient, person: Person) -> None:
    first, second = opened(client, person), opened(client, person)
    kept(client, first, said="From the first tab")
    response = client.post("/drafts", data=second.filled(said="From the second tab"), headers=AS_A_BROWSER)
    page = response.get_data(as_text=True)
    assert response.status_code == 409
    assert "From the first tab" in page
    assert "From the second tab" in page
    client.post("/drafts", data=form_with(page, "/drafts", "said").fields, headers=AS_A_BROWSER)
    assert opened(client, person).fields["said"].strip() == "From the second tab"


def test_a_draft_expires(client: FlaskClient, person: Person) -> None:
    with fixed(MORNING):
        kept(client, opened(client, person), said="Long ago")
    db.session.expire_all()
    draft = db.session.scalar(select(Draft))
    assert draft.expires_at == MORNING + timedelta(days=14)
    assert opened(client, person).fields["said"].strip() == ""


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 400),
        ({"draft_form": "New Note"}, 400),
        ({"draft_form": "x" * 61}, 400),
        ({"draft_form": "new_note", "draft_subject": "person:nobody"}, 400),
        ({"draft_form": "new_note", "draft_subject": "a b"}, 400),
        ({"draft_form": "new_note", "said": "x" * 100_001}, 413),
        ({"draft_form": "new_note", "said": ["x"] * 201}, 413),
        ({"draft_form": "new_note", "draft_subject": f"person:{'0' * 32}"}, 404),
    ],
)
def test_what_is_no_draft_is_refused(client: FlaskClient, person: Person, sent: dict[str, str], status: int) -> None:
    answer = client.post("/drafts", data=sent)
    assert answer.status_code == status
    assert answer.get_json()["message"]
    assert drafts() == 0


def test_characters_that_no_database_holds_are_left_out(client: FlaskClient, person: Person) -> None:
    assert kept(client, opened(client, person), said="a\x00b").status_code == 200
    assert opened(client, person).fields["said"].strip() == "ab"


@pytest.mark.parametrize("path", ["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "x"])
def test_a_draft_leads_to_no_other_site(client: FlaskClient, person: Person, path: str) -> None:
    form = opened(client, person)
    response = client.post("/drafts", data=form.filled(said="x", draft_return=path), headers=AS_A_BROWSER)
    assert response.location == "/"


def test_whoever_is_signed_out_is_told_so(app: Flask, client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    assert kept(app.test_client(), form, said="Some words").status_code == 401
    assert drafts() == 0


def test_a_double_click_saves_once(client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    sent = form.filled(said="Once")
    assert [client.post(form.action, data=sent).status_code for _ in range(2)] == [303, 303]
    assert notes() == ["Once"]


def test_two_sendings_at_the_same_moment_save_once(app: Flask, client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    cookie = client.get_cookie("session")

    def send(_turn: int) -> int:
        twin = app.test_client()
        twin.set_cookie("session", cookie.value)
        return twin.post(form.action, data=form.filled(said="Once"), csrf=False).status_code

    settle()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(send, range(4))) == [303] * 4
    assert notes() == ["Once"]


def test_two_tabs_that_keep_at_the_same_moment_lose_neither_in_silence(
    app: Flask, client: FlaskClient, person: Person
) -> None:
    forms = [opened(client, person) for _ in range(4)]
    cookie = client.get_cookie("session")

    def send(turn: int) -> int:
        twin = app.test_client()
        twin.set_cookie("session", cookie.value)
        return twin.post("/drafts", data=forms[turn].filled(said=f"Tab {turn}"), csrf=False).status_code

    settle()
    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(send, range(4))) == [200, 409, 409, 409]
    assert drafts() == 1


def test_other_words_from_the_same_page_are_saved_too(client: FlaskClient, person: Person) -> None:
    form = opened(client, person)
    for words in ("One", "Two"):
        client.post(form.action, data=form.filled(said=words))
    assert notes() == ["One", "Two"]


def test_the_same_words_from_another_page_are_saved_too(client: FlaskClient, person: Person) -> None:
    for form in (opened(client, person), opened(client, person)):
        client.post(form.action, data=form.filled(said="Again"))
    assert notes() == ["Again", "Again"]


def limit(person: Person) -> None:
    """Limit the record to nobody."""
    with atomic():
        by = db.session.scalar(select(Account.id))
        db.session.add(RecordLimit(person_id=person.id, reason="test", limited_by_id=by))
        record("limit", the_system("tests"), person.id)

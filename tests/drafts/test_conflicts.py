"""Two people save the same thing; a form goes astray; a session ends: the text is always in the answer."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from livingwell.audit.models import AuditEntry
from livingwell.core.clock import now
from livingwell.drafts.models import Draft
from livingwell.extensions import db
from livingwell.people.models import ImportedNote, Person
from tests.factories.identity import make_account, make_team, sign_in
from tests.factories.people import make_person
from tests.harness.forms import PageForm, form_with, forms_in

WORDS = "Mum’s <b>garden</b>\nevery Sunday"
AS_A_BROWSER = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}


def opened(client: FlaskClient, person: Person, what: str) -> PageForm:
    path = f"/people/{person.id}/{what}"
    return form_with(client.get(path).get_data(as_text=True), path, "said")


def name_of(person: Person) -> str:
    db.session.expire_all()
    return db.session.get_one(Person, person.id).preferred_name


def test_the_second_to_save_is_shown_both_texts_with_who_and_when(app: Flask, client: FlaskClient) -> None:
    team = make_team()
    person = make_person("Amara", team=team)
    sign_in(client, make_account("Priya Mistry", team=team))
    colleague = app.test_client()
    sign_in(colleague, make_account("Tom Reid", team=team))

    mine, theirs = opened(client, person, "name"), opened(colleague, person, "name")
    colleague.post(theirs.action, data=theirs.filled(said="Ama"))
    response = client.post(mine.action, data=mine.filled(said="Amarachi"))
    page = response.get_data(as_text=True)
    assert response.status_code == 409
    assert name_of(person) == "Ama"
    for words in ("Tom Reid", ">Ama<", "Amarachi", "What was said", str(now().year)):
        assert words in page

    chosen = form_with(page, mine.action, "said")
    assert client.post(chosen.action, data=chosen.filled(said="Ama or Amarachi")).status_code == 303
    assert name_of(person) == "Ama or Amarachi"


def test_the_second_may_keep_what_is_saved(client: FlaskClient, person: Person) -> None:
    first, second = opened(client, person, "name"), opened(client, person, "name")
    client.post("/drafts", data=second.filled(said="Second"))
    client.post(first.action, data=first.filled(said="First"))
    page = client.post(second.action, data=second.filled(said="Second")).get_data(as_text=True)
    form = form_with(page, second.action, "said")
    response = client.post(form.buttons["Keep what is saved, and let mine go"], data=form.fields, headers=AS_A_BROWSER)
    assert response.location == second.action
    assert opened(client, person, "name").fields["said"].strip() == "First"


def test_a_draft_remembers_the_version_that_it_was_written_for(client: FlaskClient, person: Person) -> None:
    first, second = opened(client, person, "name"), opened(client, person, "name")
    client.post("/drafts", data=second.filled(said="Second"))
    client.post(first.action, data=first.filled(said="First"))
    refilled = opened(client, person, "name")
    assert refilled.fields["said"].strip() == "Second"
    assert client.post(refilled.action, data=refilled.fields).status_code == 409


def test_seeing_the_other_text_is_recorded_as_reading(client: FlaskClient, person: Person) -> None:
    first, second = opened(client, person, "name"), opened(client, person, "name")
    client.post(first.action, data=first.filled(said="First"))
    before = reads()
    client.post(second.action, data=second.filled(said="Second"))
    assert reads() == before + 1


def reads() -> int:
    return db.session.scalar(select(func.count()).where(AuditEntry.is_read))


def test_a_form_made_for_one_person_is_not_saved_to_another(client: FlaskClient, person: Person) -> None:
    form = opened(client, person, "note")
    sent = form.filled(said=WORDS, about="0" * 32)
    response = client.post(form.action, data=sent)
    assert response.status_code == 409
    assert_given_back(response.get_data(as_text=True))
    assert notes() == 0


def test_a_failed_check_gives_the_text_back_and_fills_the_form(client: FlaskClient, person: Person) -> None:
    form = opened(client, person, "note")
    response = client.post(form.action, data=form.filled(said=WORDS, csrf_token="of another session"))
    page = response.get_data(as_text=True)
    assert response.status_code == 400
    assert_given_back(page)
    assert notes() == drafts() == 0
    back = client.post("/drafts", data=form_with(page, "", "said").fields, headers=AS_A_BROWSER)
    assert back.location == form.action
    assert typed_into(opened(client, person, "note")) == WORDS


def test_an_ended_session_gives_the_text_back_and_fills_the_form_after_signing_in(
    app: Flask, client: FlaskClient
) -> None:
    team = make_team()
    account, person = make_account(team=team), make_person(team=team)
    sign_in(client, account)
    form = opened(client, person, "note")
    with client.session_transaction() as session:
        session.clear()
    response = client.post(form.action, data=form.filled(said=WORDS))
    page = response.get_data(as_text=True)
    assert response.status_code == 401
    assert_given_back(page)
    assert notes() == drafts() == 0

    sign_in(client, account)
    carry_on = form_with(page, form.action, "said")
    sent = carry_on.filled(csrf_token="of the session that ended")
    page = client.post(carry_on.action, data=sent).get_data(as_text=True)
    client.post("/drafts", data=form_with(page, "", "said").fields, headers=AS_A_BROWSER)
    refilled = opened(client, person, "note")
    assert typed_into(refilled) == WORDS
    assert client.post(refilled.action, data=refilled.fields).status_code == 303
    assert notes() == 1


def test_a_password_is_never_given_back(client: FlaskClient) -> None:
    sent = {"email": "priya@example.com", "password": "correct horse battery staple", "csrf_token": "x"}
    page = client.post("/sign-in", data=sent).get_data(as_text=True)
    assert "battery" not in page


def assert_given_back(page: str) -> None:
    """The words are there to copy, as text."""
    assert "&lt;b&gt;garden&lt;/b&gt;" in page
    assert "readonly" in page
    assert "<b>garden" not in page
    assert all("password" not in form.fields for form in forms_in(page, ""))


def typed_into(form: PageForm) -> str:
    return form.fields["said"].strip().replace("\r\n", "\n")


def notes() -> int:
    return db.session.scalar(select(func.count()).select_from(ImportedNote))


def drafts() -> int:
    return db.session.scalar(select(func.count()).select_from(Draft))


def test_words_that_the_facts_refuse_are_given_back(client: FlaskClient, person: Person) -> None:
    form = opened(client, person, "note")
    response = client.post(form.action, data=form.filled(said=WORDS, source="refuse"))
    assert response.status_code == 409
    assert ">What was said</label>" in response.get_data(as_text=True)
    assert_given_back(response.get_data(as_text=True))
    assert notes() == 0

"""What stands around every page of the person's side."""

from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.identity import make_account, make_team, sign_in
from tests.factories.people import make_carer_account, make_own_account, make_person


@pytest.fixture
def amara(app: Flask, client: FlaskClient) -> FlaskClient:
    """Amara, signed in on her own phone."""
    sign_in(client, make_own_account(make_person(team=make_team())))
    return client


def test_a_page_leads_to_how_i_read_and_to_help_and_ends_with_it(amara: FlaskClient) -> None:
    page = amara.get("/my").get_data(as_text=True)
    assert 'href="#too-much"' in page
    assert page.index('id="too-much"') < page.index("</main>")
    assert "css/portal.css" in page
    assert "lw-header" not in page


@pytest.mark.parametrize("path", ["/my/nowhere", "/people", "/nowhere"])
def test_what_goes_wrong_is_said_in_the_look_of_the_persons_side(amara: FlaskClient, path: str) -> None:
    answer = amara.get(path)
    page = answer.get_data(as_text=True)
    assert answer.status_code in (403, 404)
    assert "If things get too much" in page
    assert "team lead" not in page


def test_a_member_of_staff_who_opens_a_page_of_the_persons_side_is_told_so(app: Flask, client: FlaskClient) -> None:
    sign_in(client, make_account(team=make_team()))
    answer = client.get("/my")
    assert answer.status_code == 403
    assert "This page is not for you" in answer.get_data(as_text=True)


def test_a_carer_sees_the_same_frame(app: Flask, client: FlaskClient) -> None:
    sign_in(client, make_carer_account(make_person(team=make_team())))
    assert 'id="too-much"' in client.get("/for").get_data(as_text=True)


WORDS = {"words": "I would like to go out on Thursdays."}


def is_in_the_own_look(page: str) -> bool:
    return "portal.css" in page and 'id="too-much"' in page


def test_words_sent_after_signing_out_come_back_with_the_way_to_sign_in(client: FlaskClient) -> None:
    answer = client.post("/my/messages/new", data=WORDS)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 401
    assert WORDS["words"] in page
    assert 'href="/my/sign-in" target="_blank"' in page
    assert is_in_the_own_look(page)


def test_words_from_a_page_that_was_open_too_long_come_back(amara: FlaskClient) -> None:
    answer = amara.post("/my/messages/new", data=WORDS, csrf=False)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "This page was open too long" in page
    assert WORDS["words"] in page
    assert is_in_the_own_look(page)


def test_words_written_on_somebody_elses_page_are_not_sent(amara: FlaskClient) -> None:
    answer = amara.post("/my/messages/new", data={**WORDS, "about": str(uuid4())})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert WORDS["words"] in page
    assert is_in_the_own_look(page)


def test_too_much_at_once_is_said_in_the_own_look(amara: FlaskClient) -> None:
    sent = {"draft_form": "note", "draft_subject": "", "words": "x" * 200_000}
    answer = amara.post("/drafts", data=sent, headers={"Accept": "text/html"})
    assert answer.status_code == 413
    assert is_in_the_own_look(answer.get_data(as_text=True))


def test_newer_words_in_another_tab_are_shown_beside_these(amara: FlaskClient) -> None:
    kept = {"draft_form": "note", "draft_subject": "", "draft_return": "/my"}
    accept = {"Accept": "text/html"}
    amara.post("/drafts", data={**kept, "words": "From one tab.", "submission": str(uuid4())}, headers=accept)
    answer = amara.post("/drafts", data={**kept, "words": "From another.", "submission": str(uuid4())}, headers=accept)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "From one tab." in page
    assert "From another." in page
    assert is_in_the_own_look(page)


def test_signing_in_again_leads_to_the_page_of_the_persons_side(client: FlaskClient) -> None:
    assert client.get("/my/plan").location == "/my/sign-in?next=/my/plan"

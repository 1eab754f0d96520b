"""Ending support, on the person's side: what is proposed, why, what happens next, and “Are you ready for this?”"""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.extensions import db
from livingwell.journeys.actions.closing import complete_closure
from livingwell.journeys.actions.proposing import withdraw_proposal
from livingwell.journeys.models import EndingKind, ReadyAnswer, ReadyKind
from livingwell.people.models import FromPerson
from tests.factories.closing import make_proposal
from tests.factories.identity import sign_in
from tests.factories.people import make_own_account
from tests.factories.setting import Setting, make_setting
from tests.harness.session import settle

WHY = "You have sung with the choir for six weeks."


@pytest.fixture
def setting(app: Flask) -> Setting:
    return make_setting()


@pytest.fixture
def herself(app: Flask, setting: Setting) -> FlaskClient:
    client = app.test_client()
    sign_in(client, make_own_account(setting.person))
    return client


def shown(client: FlaskClient, path: str = "/my/ending") -> str:
    return client.get(path).get_data(as_text=True)


def answer(client: FlaskClient, proposal_id: object, kind: str = "not_yet", words: str = "After the summer") -> int:
    return client.post("/my/ending", data={"kind": kind, "words": words, "seen": str(proposal_id)}).status_code


def test_before_anything_is_proposed_nobody_worries(herself: FlaskClient) -> None:
    assert "No one has said that our support should end." in shown(herself)
    assert "Are you ready for this?" not in shown(herself, "/my")


def test_the_person_reads_what_is_proposed_why_and_what_happens_next(herself: FlaskClient, setting: Setting) -> None:
    make_proposal(setting.person, setting.nurse, EndingKind.MOVED_ON, to_where="the choir", words=WHY)
    assert "We think about ending our support. Are you ready for this?" in shown(herself, "/my")
    page = shown(herself)
    for words in ("Nothing has ended.", "Where to: the choir.", WHY, "Priya Mistry wrote this", "you can come back"):
        assert words in page


def test_their_answer_is_kept_and_read_by_the_team_and_waits_no_more(herself: FlaskClient, setting: Setting) -> None:
    proposal = make_proposal(setting.person, setting.nurse)
    assert answer(herself, proposal.id) == 303
    settle()
    [said] = db.session.scalars(select(ReadyAnswer)).all()
    assert (said.kind, said.words, said.how) == (ReadyKind.NOT_YET, "After the summer", None)
    assert db.session.query(FromPerson.kind).all() == [("ending.answer",)]
    assert "Are you ready for this?" not in shown(herself, "/my")
    assert f"You said not yet on {long_date(today())}." in shown(herself)


@pytest.mark.parametrize("kind", ["", "could_not_ask", "maybe"])
def test_an_answer_is_yes_no_or_not_yet(herself: FlaskClient, setting: Setting, kind: str) -> None:
    assert answer(herself, make_proposal(setting.person, setting.nurse).id, kind) == 422


def test_another_proposal_than_the_one_that_was_read_is_another_question(
    herself: FlaskClient, setting: Setting
) -> None:
    read = make_proposal(setting.person, setting.nurse)
    withdraw_proposal(read, "Another kind", setting.nurse)
    make_proposal(setting.person, setting.nurse, EndingKind.MOVED_AWAY)
    assert answer(herself, read.id) == 409


def test_once_it_has_ended_they_read_how_and_the_way_back(herself: FlaskClient, setting: Setting) -> None:
    complete_closure(make_proposal(setting.person, setting.nurse, words=WHY), setting.nurse)
    page = shown(herself)
    assert f"Your support ended on {long_date(today())}." in page
    assert WHY in page
    assert "/my/way-back" in page

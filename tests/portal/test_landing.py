"""My own page of how it is going: one question a page, and the way back where it is not going well."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Way
from livingwell.core.clock import fixed
from livingwell.journeys.actions.landing import answer_landing, look_at_answer
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.models import Landed, LandingCheck
from livingwell.journeys.queries.landing import checks_of
from livingwell.journeys.queries.landing_due import questions_now
from tests.factories.contacts import THURSDAY, Desk
from tests.factories.identity import sign_in
from tests.factories.landing import make_chosen, plan_checks
from tests.factories.people import make_own_account, make_person

TWO_WEEKS_ON = THURSDAY + timedelta(weeks=2)
PLACE = "Ancoats Photo Walks"


@pytest.fixture
def desk(app: Flask) -> Iterator[Desk]:
    """Amara, whose support ended two weeks ago."""
    with fixed(THURSDAY):
        desk = Desk()
        make_chosen(desk.amara, desk.nurse, PLACE)
        plan_checks(desk.amara, desk.nurse)
    with fixed(TWO_WEEKS_ON):
        yield desk


@pytest.fixture
def amara(app: Flask, desk: Desk) -> FlaskClient:
    client = app.test_client()
    sign_in(client, make_own_account(desk.amara))
    return client


def read(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)).split())


def send(client: FlaskClient, address: str, **fields: str) -> str:
    """Where it leads."""
    answer = client.post(address, data=fields)
    assert answer.status_code == 303
    return str(answer.location)


def checks(desk: Desk) -> list[LandingCheck]:
    return list(checks_of(desk.amara.id))


def test_the_question_waits_at_home_on_its_day_and_until_the_next(desk: Desk, amara: FlaskClient) -> None:
    title = f"You chose {PLACE}. How is it going?"
    with fixed(TWO_WEEKS_ON - timedelta(days=1)):
        assert title not in read(amara, "/my")
    assert title in read(amara, "/my")
    with fixed(THURSDAY + timedelta(weeks=6)):
        assert len(questions_now(desk.amara.id)) == 1


def test_it_is_going_well(desk: Desk, amara: FlaskClient) -> None:
    check = checks(desk)[0]
    to_working = send(amara, f"/my/landing/{check.id}", happened="yes")
    assert checks(desk)[0].answers == []
    to_change = send(amara, to_working, landed="working")
    assert send(amara, to_change, words="").endswith("/my/landing")
    shown = read(amara, "/my/landing")
    assert "It is going well. You said this on 25 June 2026." in shown
    assert "How is it going?" not in read(amara, "/my")


def test_it_has_not_happened_and_the_way_back_is_offered(desk: Desk, amara: FlaskClient) -> None:
    to_change = send(amara, f"/my/landing/{checks(desk)[0].id}", happened="no")
    to_offer = send(amara, to_change, words="They have no places until September")
    assert "Would you like to come back?" in read(amara, to_offer)
    assert '/my/way-back"' in amara.get(to_offer).get_data(as_text=True)
    [answer] = checks(desk)[0].answers
    assert (answer.landed, answer.change_needed) == (
        Landed.DID_NOT_HAPPEN,
        "They have no places until September",
    )


def test_who_chose_no_place_is_asked_how_things_are(app: Flask) -> None:
    with fixed(THURSDAY):
        desk = Desk()
        [check, *_others] = plan_checks(desk.amara, desk.nurse)
    with fixed(TWO_WEEKS_ON):
        client = app.test_client()
        sign_in(client, make_own_account(desk.amara))
        assert "How are things for you now?" in read(client, "/my")
        assert client.get(f"/my/landing/{check.id}").location.endswith("/working")


def test_i_see_that_somebody_saw_my_answer_and_what_a_member_wrote_down_for_me(desk: Desk, amara: FlaskClient) -> None:
    first, second, _third = checks(desk)
    send(amara, f"/my/landing/{first.id}/working", landed="not_working")
    look_at_answer(desk.amara.id, checks(desk)[0].answers[0].id, desk.nurse)
    answer_landing(desk.amara.id, second.id, AnswerLanding(Landed.PARTLY, way=Way.PHONE), desk.nurse)
    shown = read(amara, "/my/landing")
    assert "You said this on 25 June 2026. Someone in the team saw it on 25 June 2026." in shown
    assert "Priya Mistry wrote this down on 25 June 2026." in shown


def test_i_can_ask_not_to_be_asked(desk: Desk, amara: FlaskClient) -> None:
    send(amara, "/my/landing/not-asking", words="")
    assert all(check.cancelled_at for check in checks(desk))
    assert "How is it going?" not in read(amara, "/my")
    assert amara.post("/my/landing/not-asking", data={"words": ""}).status_code == 409


def test_what_a_member_wrote_down_is_not_mine_to_add_to(desk: Desk, amara: FlaskClient) -> None:
    given = answer_landing(desk.amara.id, checks(desk)[0].id, AnswerLanding(Landed.PARTLY), desk.nurse)
    assert amara.get(f"/my/landing/answers/{given.id}/change").status_code == 404
    assert amara.post(f"/my/landing/answers/{given.id}/change", data={"words": "No"}).status_code == 404


@pytest.mark.parametrize("where", ["", "/working"])
def test_nothing_of_anybody_else_is_there(app: Flask, desk: Desk, where: str) -> None:
    client = app.test_client()
    sign_in(client, make_own_account(make_person("Tunde", "Osei", team=desk.team)))
    assert client.get(f"/my/landing/{checks(desk)[0].id}{where}").status_code == 404

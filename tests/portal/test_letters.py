"""The person reads their letters again, sees what their GP gets before it goes, and says what they don't want."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Way
from livingwell.journeys.models import Paper
from livingwell.journeys.models.papers import Papers
from livingwell.journeys.queries.papers import papers_of
from livingwell.people.queries.arriving import arrivals_sent
from livingwell.people.queries.commenting import comments_on
from tests.factories.closing_letters import (
    episode_of,
    make_closing_letter,
    make_closing_letter_sent,
    make_gp_summary,
    make_practice,
    make_sent_to_gp,
    make_shown,
)
from tests.factories.identity import sign_in
from tests.factories.letters import make_reachable, make_sent
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting, make_setting


@pytest.fixture
def setting(app: Flask) -> Setting:
    made = make_setting()
    make_reachable(made.person)
    return made


@pytest.fixture
def amara(client: FlaskClient, setting: Setting) -> FlaskClient:
    sign_in(client, make_own_account(setting.person))
    return client


def reads(client: FlaskClient, more: str = "") -> str:
    answer = client.get(f"/my/letters{more}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def sends(client: FlaskClient, more: str, status: int = 303, **fields: object) -> str:
    answer = client.post(f"/my/letters{more}", data=fields)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def papers(setting: Setting) -> Papers:
    return papers_of(episode_of(setting.person).id)


def test_a_letter_that_went_can_be_read_again_with_its_headings(amara: FlaskClient, setting: Setting) -> None:
    letter = make_closing_letter_sent(setting.person, setting.nurse)
    assert "A letter for you to keep" in reads(amara)
    page = reads(amara, f"/{letter.id}")
    assert '<h2 dir="auto">What helps you</h2>' in page
    assert "Low light. Text, not phone." in page


def test_one_that_has_not_gone_is_not_theirs_to_read_yet(amara: FlaskClient, setting: Setting) -> None:
    letter = make_closing_letter(setting.person, setting.nurse)
    assert "No letter has gone to you yet" in reads(amara)
    assert amara.get(f"/my/letters/{letter.id}").status_code == 404


def test_texts_are_no_letters_and_other_peoples_are_not_there(amara: FlaskClient, setting: Setting) -> None:
    make_sent(setting.person, setting.nurse)
    other = make_reachable(make_person("Kwame", team=setting.team))
    theirs = make_sent(other, setting.nurse, Way.EMAIL).letter_id
    assert "No letter has gone to you yet" in reads(amara)
    assert amara.get(f"/my/letters/{theirs}").status_code == 404


def test_what_they_would_put_otherwise_stands_beside_it_and_can_be_taken_back(
    amara: FlaskClient, setting: Setting
) -> None:
    letter = make_closing_letter_sent(setting.person, setting.nurse)
    sends(amara, f"/{letter.id}/comment", words="I was never lost.")
    assert "I was never lost." in reads(amara, f"/{letter.id}")
    [comment] = comments_on(setting.person.id)[letter.id]
    sends(amara, f"/comments/{comment.id}/removal")
    assert "I was never lost." not in reads(amara, f"/{letter.id}")


def test_the_summary_waits_at_home_until_they_have_read_it_and_then_may_go(
    amara: FlaskClient, setting: Setting
) -> None:
    make_practice(setting.person, setting.nurse)
    make_gp_summary(setting.person, setting.nurse)
    assert "Read what your GP would get" in amara.get("/my").get_data(as_text=True)
    assert "You see it first." in reads(amara, "/gp")
    sends(amara, "/gp/read")
    assert "Read what your GP would get" not in amara.get("/my").get_data(as_text=True)
    make_sent_to_gp(setting.person, setting.nurse)
    assert "Your GP got this on" in reads(amara, "/gp")


def test_one_that_was_made_again_waits_again(amara: FlaskClient, setting: Setting) -> None:
    make_shown(make_gp_summary(setting.person, setting.nurse), setting.nurse)
    make_gp_summary(setting.person, setting.nurse)
    assert "Read what your GP would get" in amara.get("/my").get_data(as_text=True)


def test_one_that_is_not_wanted_waits_no_more(amara: FlaskClient, setting: Setting) -> None:
    make_gp_summary(setting.person, setting.nurse)
    sends(amara, "/wishes", not_wanted=["gp_summary"])
    assert "Read what your GP would get" not in amara.get("/my").get_data(as_text=True)


def test_what_they_say_about_the_summary_stands_beside_it(amara: FlaskClient, setting: Setting) -> None:
    make_gp_summary(setting.person, setting.nurse)
    sends(amara, "/gp/comment", words="I would say that I chose this.")
    assert "I would say that I chose this." in reads(amara, "/gp")


def test_they_say_no_to_the_gp_and_the_team_reads_it(amara: FlaskClient, setting: Setting) -> None:
    sends(amara, "/wishes", not_wanted=["gp_copy", "gp_summary"], words="It is mine.")
    assert {paper for paper, each in papers(setting).items() if each.is_not_wanted} == {
        Paper.GP_COPY,
        Paper.GP_SUMMARY,
    }
    arrivals, _more = arrivals_sent(setting.person.id, 1)
    assert arrivals[0].kind == "letters.wish"
    assert "You said no to a copy" in reads(amara, "/gp")


def test_what_has_gone_to_the_gp_can_not_be_called_back(amara: FlaskClient, setting: Setting) -> None:
    make_practice(setting.person, setting.nurse)
    make_closing_letter_sent(setting.person, setting.nurse)
    make_sent_to_gp(setting.person, setting.nurse)
    sends(amara, "/wishes", 409, not_wanted=["gp_copy"])


def test_with_nothing_for_the_gp_there_is_nothing_to_press(amara: FlaskClient, setting: Setting) -> None:
    assert "There is no summary" in reads(amara, "/gp")
    assert amara.post("/my/letters/gp/read").status_code == 404

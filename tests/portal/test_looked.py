"""Who opened my record: by day, with name, calling and why they could; and a question that is tracked to an answer."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert

from livingwell.audit import record_read
from livingwell.audit.chain import START
from livingwell.audit.models import AuditEntry
from livingwell.core.actor import Right, the_system
from livingwell.core.clock import fixed, now, today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.extensions import db
from livingwell.identity.models import Account, Team
from livingwell.people.actions.limiting import limit_record
from livingwell.people.actions.looked import answer_looked_question, ask_about_looking
from livingwell.people.commands import LimitRecord
from livingwell.people.models import Person, Topic
from livingwell.people.queries.looked import questions_of
from tests.factories.closing import end_support
from tests.factories.identity import actor_for, make_account, make_team, sign_in, switch_off
from tests.factories.looked import make_looked_question, make_reading
from tests.factories.passports import make_share
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.factories.staying import make_second_episode

MONDAY = datetime(2026, 6, 8, 9, 5, tzinfo=UTC)  # 10:05am in London


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with fixed(MONDAY):
        yield


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell")


@pytest.fixture
def jo(team: Team) -> Account:
    return make_account("Jo Brennan", team=team)


@pytest.fixture
def ruth(team: Team) -> Account:
    return make_account("Ruth Okafor", team=team, right=Right.TEAM_LEAD)


@pytest.fixture
def amara(team: Team) -> Person:
    return make_person("Amara", "Osei", team=team)


@pytest.fixture
def own(amara: Person) -> Account:
    return make_own_account(amara)


@pytest.fixture
def herself(client: FlaskClient, own: Account) -> FlaskClient:
    sign_in(client, own)
    return client


def browser(app: Flask, account: Account) -> FlaskClient:
    client = app.test_client()
    sign_in(client, account)
    return client


def shown(client: FlaskClient, path: str = "/my/who-looked") -> str:
    return client.get(path).get_data(as_text=True)


def test_whoever_opened_the_record_stands_there_with_why_they_could(
    app: Flask, herself: FlaskClient, amara: Person, jo: Account
) -> None:
    browser(app, jo).get(f"/people/{amara.id}")
    page = shown(herself)
    assert "Monday 8 June 2026" in page
    assert "<strong>Jo Brennan</strong>, nurse" in page
    assert "Opened your record at 10:05am." in page
    assert "They work in Irwell. It has worked with you since 29 April 2026." in page


def test_the_persons_own_reading_is_left_out(herself: FlaskClient) -> None:
    shown(herself, "/my")
    assert "Nobody looked in this time." in shown(herself)


def test_a_list_that_showed_them_counts_and_says_what_it_is(
    app: Flask, herself: FlaskClient, amara: Person, jo: Account
) -> None:
    browser(app, jo).get("/people")
    page = shown(herself)
    assert "Saw your name in a list." in page
    assert "Opened your record" not in page


def test_a_list_that_showed_others_does_not(herself: FlaskClient, amara: Person, jo: Account, team: Team) -> None:
    record_read("list_people", actor_for(jo, team), shown=[uuid4()])
    assert "Nobody looked in this time." in shown(herself)


def test_a_carer_and_a_lead_are_told_apart(app: Flask, herself: FlaskClient, amara: Person, ruth: Account) -> None:
    make_reading(amara, actor_for(ruth))
    make_reading(amara, actor_for(make_carer_account(amara, name="Efua Osei")))
    page = shown(herself)
    assert "They lead Irwell." in page
    assert "<strong>Efua Osei</strong>, someone who helps you" in page
    assert "You share something with them." in page


def test_somebody_of_whom_we_do_not_know_why_is_shown_as_that(herself: FlaskClient, amara: Person) -> None:
    make_reading(amara, actor_for(make_account("Sam Okoro", team=make_team())))
    assert "We can not tell why from here. You can ask." in shown(herself)


def test_a_command_of_the_service_is_no_person(herself: FlaskClient, amara: Person) -> None:
    make_reading(amara, the_system("the command line"))
    assert "This was done by the service, not by a person." in shown(herself)


def test_the_name_of_a_member_who_has_left_stays(herself: FlaskClient, amara: Person, jo: Account) -> None:
    make_reading(amara, actor_for(jo))
    switch_off(jo)
    assert "Jo Brennan" in shown(herself)


def test_support_that_has_ended_says_until_when(herself: FlaskClient, amara: Person, jo: Account) -> None:
    end_support(amara, on=today() - timedelta(days=8))
    make_reading(amara, actor_for(jo))
    assert "It worked with you from 29 April 2026 to 31 May 2026." in shown(herself)


def test_four_weeks_are_on_a_page_and_earlier_ones_behind_it(herself: FlaskClient, amara: Person, jo: Account) -> None:
    with fixed(MONDAY - timedelta(days=40)):
        make_reading(amara, actor_for(jo))
    assert "Jo Brennan" not in shown(herself)
    assert "Jo Brennan" in shown(herself, "/my/who-looked?until=2026-05-11")


@pytest.mark.parametrize("until", ["", "x", "2026-13-01", "9999-12-31", "0001-01-01", "2026-06-08T00:00"])
def test_a_day_that_is_none_is_today(herself: FlaskClient, until: str) -> None:
    assert herself.get("/my/who-looked", query_string={"until": until}).status_code == 200


def test_thousands_of_entries_take_as_many_statements_as_one(
    herself: FlaskClient,
    amara: Person,
    jo: Account,
    count_statements: Callable[[], AbstractContextManager[list[str]]],
) -> None:
    make_reading(amara, actor_for(jo))
    shown(herself)
    with count_statements() as for_one:
        shown(herself)
    _fill(amara, jo, 20_000)
    with count_statements() as for_many:
        page = shown(herself)
    assert len(for_many) == len(for_one)
    assert page.count("Jo Brennan</strong>") == 28


def _fill(person: Person, account: Account, count: int) -> None:
    """So many openings over some weeks; of the chain only its shape."""
    rows = [
        {
            "at": now() - timedelta(minutes=3 * number),
            "is_read": True,
            "verb": "show_person",
            "actor_id": account.id,
            "actor_label": "",
            "person_id": person.id,
            "detail": {"shown": []},
            "previous_hash": START,
            "hash": START,
        }
        for number in range(count)
    ]
    with db.engine.connect() as connection, connection.begin():
        connection.execute(insert(AuditEntry), rows)


def test_a_question_goes_to_the_leads_and_its_answer_stands_beside_the_day(
    app: Flask, herself: FlaskClient, amara: Person, jo: Account, ruth: Account
) -> None:
    on = make_reading(amara, actor_for(jo))
    path = f"/my/who-looked/{on}/ask/{jo.id}"
    assert "Jo Brennan" in shown(herself, path)
    assert herself.post(path, data={"words": ""}).status_code == 422
    assert herself.post(path, data={"words": "Why did she look?"}).status_code == 303
    assert "You asked this. Nobody has answered yet." in shown(herself)
    reader, lead = browser(app, jo), browser(app, ruth)  # her try to open the question counts as well
    assert "asks about who opened their record" not in shown(reader, "/today")
    assert "Amara Osei asks about who opened their record" in shown(lead, "/today")
    [question] = questions_of(amara.id)
    answering = f"/people/{amara.id}/looked-questions/{question.id}"
    assert reader.get(answering).status_code == 403
    assert "Jo Brennan, nurse: opened 2 pages" in shown(lead, answering)
    assert lead.post(answering, data={"words": "She covered for Priya."}).status_code == 303
    assert "asks about who opened their record" not in shown(lead, "/today")
    assert "You asked who looked. Here is the answer" in shown(herself, "/my")
    page = shown(herself)
    assert "Ruth Okafor answered on 8 June 2026:" in page
    assert "She covered for Priya." in page
    herself.post(f"/my/who-looked/questions/{question.id}/seen")
    assert "You asked who looked" not in shown(herself, "/my")


def test_a_question_is_about_somebody_who_looked_that_day(herself: FlaskClient, jo: Account) -> None:
    assert herself.get(f"/my/who-looked/2026-06-08/ask/{jo.id}").status_code == 404
    assert herself.get("/my/who-looked/2026-06-09/ask").status_code == 404
    assert herself.get("/my/who-looked/yesterday/ask").status_code == 404
    assert herself.get("/my/who-looked/2026-06-08/ask").status_code == 200


def test_a_question_is_answered_once_and_with_words(amara: Person, ruth: Account, team: Team) -> None:
    question, lead = make_looked_question(amara), actor_for(ruth, team, Right.TEAM_LEAD)
    with pytest.raises(Invalid):
        answer_looked_question(amara, question.id, " ", lead)
    answer_looked_question(amara, question.id, "She covered for Priya.", lead)
    with pytest.raises(Conflict):
        answer_looked_question(amara, question.id, "Again", lead)


def test_where_nobody_leads_every_member_answers(amara: Person, jo: Account, team: Team) -> None:
    question = make_looked_question(amara)
    assert answer_looked_question(amara, question.id, "She covered.", actor_for(jo, team)).answered_by == "Jo Brennan"


@pytest.mark.usefixtures("ruth")
def test_members_and_leads_of_other_teams_do_not_answer(amara: Person, jo: Account, team: Team) -> None:
    question, elsewhere = make_looked_question(amara), make_team()
    other = make_account(team=elsewhere, right=Right.TEAM_LEAD)
    with pytest.raises(Forbidden):
        answer_looked_question(amara, question.id, "Yes", actor_for(jo, team))
    with pytest.raises(NotFound):
        answer_looked_question(amara, question.id, "Yes", actor_for(other, elsewhere, Right.TEAM_LEAD))


def test_nobody_asks_about_anothers_record(own: Account, team: Team) -> None:
    other, me = make_person("Kwame", "Boateng", team=team), actor_for(own)
    with pytest.raises(NotFound):
        ask_about_looking(other.id, today(), "Who?", me)


def test_anothers_question_is_not_there(herself: FlaskClient, team: Team) -> None:
    theirs = make_looked_question(make_person("Kwame", "Boateng", team=team))
    assert herself.post(f"/my/who-looked/questions/{theirs.id}/seen").status_code == 404


def test_a_lead_who_is_asked_about_is_told_so(app: Flask, amara: Person, own: Account, ruth: Account) -> None:
    question = ask_about_looking(amara.id, today(), "Why?", actor_for(own), (ruth.id, ruth.name))
    page = shown(browser(app, ruth), f"/people/{amara.id}/looked-questions/{question.id}")
    assert "This is about you" in page


def test_who_can_see_names_the_team(herself: FlaskClient, jo: Account, ruth: Account) -> None:
    page = shown(herself, "/my/who-can-see")
    assert "Jo Brennan, nurse" in page
    assert "Ruth Okafor, nurse (leads the team)" in page


def test_who_can_see_names_the_team_for_as_long_as_it_reaches_the_record_after_an_end(
    app: Flask, herself: FlaskClient, amara: Person, jo: Account
) -> None:
    end_support(amara, on=today() - timedelta(days=364))
    page = shown(herself, "/my/who-can-see")
    assert "This team worked with you until 9 June 2025. They can see your record until 8 June 2026." in page
    assert "Jo Brennan, nurse" in page
    assert browser(app, jo).get(f"/people/{amara.id}").status_code == 200
    with fixed(now() + timedelta(days=1)):
        assert "Jo Brennan" not in shown(herself, "/my/who-can-see")
        assert browser(app, jo).get(f"/people/{amara.id}").status_code == 404


def test_a_team_that_supports_them_again_is_named_once(
    herself: FlaskClient, amara: Person, team: Team, jo: Account
) -> None:
    end_support(amara, on=today() - timedelta(days=8))
    make_second_episode(amara, team)
    page = shown(herself, "/my/who-can-see")
    assert page.count(jo.name) == 1
    assert "This team works with you." in page


def test_who_can_see_names_carers_by_topic(herself: FlaskClient, amara: Person) -> None:
    make_carer_account(amara, Topic.APPOINTMENTS, name="Efua Osei")
    make_carer_account(amara, name="Kofi Osei")
    page = shown(herself, "/my/who-can-see")
    assert "Efua Osei" in page
    assert "Kofi Osei" not in page


def test_who_can_see_names_the_links_to_the_passport(herself: FlaskClient, amara: Person, own: Account) -> None:
    make_share(amara, actor_for(own))
    assert "You made a link. It works until" in shown(herself, "/my/who-can-see")


def test_a_limited_record_names_only_those_who_see_it(
    herself: FlaskClient, amara: Person, jo: Account, ruth: Account, team: Team
) -> None:
    limited = LimitRecord(frozenset({ruth.id}), "She is known here.")
    limit_record(amara, limited, actor_for(ruth, team, Right.TEAM_LEAD))
    page = shown(herself, "/my/who-can-see")
    assert "Ruth Okafor" in page
    assert "Jo Brennan" not in page


def test_members_have_no_page_of_who_looked(app: Flask, ruth: Account) -> None:
    assert browser(app, ruth).get("/my/who-looked").status_code == 403

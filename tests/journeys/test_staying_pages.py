"""The staying-well plan and the way back as members see them, and what is there once somebody has come back."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from livingwell.adjustments.models import Way
from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Right
from livingwell.core.clock import now, today
from livingwell.core.dates import long_date
from livingwell.discussions.actions.meetings import plan_meeting
from livingwell.discussions.commands import PlanMeeting
from livingwell.discussions.queries.proposals import proposals
from livingwell.journeys.actions.coming_back import come_back
from livingwell.journeys.models import StayingPart
from livingwell.journeys.queries.staying_well import staying_well_now
from livingwell.journeys.queries.ways_back import supports_of, way_back_of
from livingwell.passports.models import Section
from livingwell.people.actions.arriving import read_arrival
from livingwell.people.queries.arriving import arrivals_sent
from tests.factories.adjustments import make_adjustment, make_preferences
from tests.factories.careplans import make_full_plan
from tests.factories.closing import end_support
from tests.factories.identity import make_account, sign_in
from tests.factories.passports import write
from tests.factories.setting import Setting
from tests.factories.staying import episode_in, make_staying_well, make_way_back, write_part
from tests.factories.worklist import support


@pytest.fixture
def priya(client: FlaskClient, setting: Setting) -> FlaskClient:
    sign_in(client, setting.priya)
    return client


def at(setting: Setting, path: str) -> str:
    return f"/people/{setting.person.id}/{path}"


def shown(client: FlaskClient, path: str) -> str:
    return client.get(path).get_data(as_text=True)


def way_back_at(setting: Setting, path: str) -> str:
    return at(setting, f"way-back/{episode_in(setting.person).id}/{path}")


def agreed(**given: object) -> dict[str, object]:
    day = today() + timedelta(days=200)
    usual = {
        "until_on-day": day.day,
        "until_on-month": day.month,
        "until_on-year": day.year,
        "to_whom": "Priya Mistry",
        "way": "text",
        "row_version": "0",
    }
    return {**usual, **given}


def test_all_parts_are_written_together_and_each_may_be_left_out(priya, setting):
    edit = at(setting, "staying-well/edit")
    assert priya.post(edit, data={"keeps_me_well": "Walks.", "row_version": "0"}).status_code == 303
    page = shown(priya, at(setting, "staying-well"))
    assert "Walks." in page
    assert "Left out: The first signs" in page
    assert "Amara has not said yet that it is theirs" in page


def test_a_member_writes_down_that_it_is_theirs_and_how_they_said_so(priya, setting):
    plan = make_staying_well(setting.person, setting.nurse)
    agree = at(setting, f"staying-well/versions/{plan.number}/agreement")
    day = {"on-day": today().day, "on-month": today().month, "on-year": today().year}
    assert priya.post(agree, data=day).status_code == 422, "how they said so is needed"
    assert priya.post(agree, data={**day, "how": "by text"}).status_code == 303
    assert staying_well_now(setting.person.id).agreed_how is HowSaid.BY_TEXT
    assert f"Amara said on {long_date(today())}, by text: this is mine" in shown(priya, at(setting, "staying-well"))


def test_two_members_who_write_the_same_part_are_shown_both_texts(priya, setting):
    write_part(setting.person, setting.peer, "Swimming.")
    answer = priya.post(at(setting, "staying-well/edit"), data={"keeps_me_well": "Walks.", "row_version": "0"})
    assert answer.status_code == 409
    assert "Swimming." in answer.get_data(as_text=True)
    assert "Walks." in answer.get_data(as_text=True)


def test_what_was_said_already_is_offered_where_it_may_belong(priya, setting):
    write(setting.person, setting.nurse, "A good day has a walk in it.", Section.WELLNESS)
    assert "Amara has said this already" in shown(priya, at(setting, "staying-well/edit"))
    sent = {"said_keeps_me_well": ["A good day has a walk in it."], "row_version": "0"}
    priya.post(at(setting, "staying-well/edit"), data=sent)
    assert staying_well_now(setting.person.id).part(StayingPart.KEEPS_ME_WELL) == "A good day has a walk in it."


def test_the_way_back_is_proposed_for_a_year_and_only_in_ways_that_they_want(priya, setting):
    make_preferences(setting.person, setting.nurse)
    support(setting.person, setting.priya, setting.nurse)
    page = shown(priya, way_back_at(setting, "edit"))
    assert f'value="{today().year + 1}"' in page
    assert 'value="Priya Mistry"' in page
    assert 'value="text"' in page
    assert 'value="phone"' not in page
    assert priya.post(way_back_at(setting, "edit"), data=agreed(way="phone")).status_code == 422
    assert way_back_of(episode_in(setting.person).id) is None


def test_it_is_agreed_told_and_shown_to_be_short_or_no_longer_theirs(priya, setting):
    soon = today() + timedelta(days=20)
    short = {"until_on-day": soon.day, "until_on-month": soon.month, "until_on-year": soon.year}
    assert priya.post(way_back_at(setting, "edit"), data=agreed(way="phone", **short)).status_code == 303
    page = shown(priya, at(setting, "way-back"))
    assert "Amara has not been told yet" in page
    assert "It ends soon, and support goes on." in page
    make_preferences(setting.person, setting.nurse)
    assert "Amara has said since that we must never use this way." in shown(priya, at(setting, "way-back"))
    told = {"told_how": "by text", "told_on-day": today().day, "told_on-month": today().month}
    priya.post(way_back_at(setting, "told"), data={**told, "told_on-year": today().year})
    assert "Amara was told on" in shown(priya, at(setting, "way-back"))


def test_two_who_agree_at_once_are_shown_both(priya, setting):
    make_way_back(setting.person, setting.peer, way=Way.VISIT)
    answer = priya.post(way_back_at(setting, "edit"), data=agreed(to_whom="Jo Brennan"))
    assert answer.status_code == 409
    assert "Jo Brennan" in answer.get_data(as_text=True)
    assert "Visit" in answer.get_data(as_text=True)


def test_a_member_presses_for_them_and_says_how_they_told_us(priya, setting):
    make_way_back(setting.person, setting.nurse)
    assert priya.get(way_back_at(setting, "coming-back")).status_code == 303, "support goes on"
    end_support(setting.person)
    press = way_back_at(setting, "coming-back")
    assert priya.post(press, data={"words": "It is my sleep."}).status_code == 422
    sent = {"words": "It is my sleep.", "told_how": "by phone"}
    assert priya.post(press, data=sent).status_code == 303
    assert "told by phone to Priya Mistry" in shown(priya, at(setting, "way-back"))
    again = priya.post(press, data={"words": "It is my sleep, still.", "told_how": "by text"})
    assert again.status_code == 409
    assert "It is my sleep, still." in again.get_data(as_text=True), "nothing that was typed is lost"
    assert len(supports_of(setting.person.id)) == 2


def test_once_they_are_back_nothing_has_to_be_told_again(priya, setting):
    support(setting.person, setting.priya, setting.nurse)
    make_preferences(setting.person, setting.nurse)
    make_adjustment(setting.person, setting.nurse, "Questions on paper first")
    make_full_plan(setting.person, setting.nurse)
    write(setting.person, setting.nurse, "Tell me the exact time.")
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    priya.post(way_back_at(setting, "coming-back"), data={"told_how": "by text", "words": ""})
    page = shown(priya, at(setting, "").rstrip("/"))
    for said in ("Questions on paper first", "Tell me the exact time.", "I want to get to the library and back."):
        assert said in page
    assert f"Came back on {long_date(today())}. Before: " in page
    assert "Key worker Priya Mistry" in page.replace("<strong>", "").replace("</strong>", "")
    assert "Phone" in page, "never by phone stands at the top as before"
    assert "Get the tram into town on my own" in shown(priya, at(setting, "plan"))


def test_a_member_of_another_team_neither_agrees_nor_presses(client, setting):
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    sign_in(client, setting.outsider)
    assert client.post(way_back_at(setting, "coming-back"), data={"told_how": "by text"}).status_code == 404
    assert client.get(at(setting, "staying-well")).status_code == 404


def test_many_versions_take_as_many_statements_as_one(priya, setting, count_statements):
    make_way_back(setting.person, setting.nurse)
    with count_statements() as one:
        priya.get(at(setting, "way-back"))
    make_way_back(setting.person, setting.nurse)
    make_way_back(setting.person, setting.nurse)
    with count_statements() as three:
        priya.get(at(setting, "way-back"))
    assert len(three) == len(one)


def test_it_stands_on_the_key_workers_today_until_it_is_read(priya, setting):
    support(setting.person, setting.priya, setting.nurse)
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    come_back(setting.person.id, "It is my sleep.", setting.peer)
    assert "It is my sleep." in shown(priya, "/today")
    [arrival] = arrivals_sent(setting.person.id, 1)[0]
    read_arrival(setting.person, arrival.id, setting.nurse)
    assert "It is my sleep." not in shown(priya, "/today")


def test_where_their_key_worker_has_left_the_leads_see_it_at_once(client, setting):
    ruth = make_account("Ruth Okafor", team=setting.team, right=Right.TEAM_LEAD)
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    come_back(setting.person.id, "It is my sleep.", setting.peer)
    sign_in(client, ruth)
    assert "It is my sleep." in shown(client, "/today")


def test_the_next_agenda_proposes_them(setting):
    starts_at = now() + timedelta(days=3)
    command = PlanMeeting(setting.team.id, starts_at, starts_at + timedelta(minutes=90), setting.priya.id)
    meeting = plan_meeting(command, setting.nurse)
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    assert proposals(setting.nurse, meeting) == []
    come_back(setting.person.id, "It is my sleep.", setting.peer)
    [proposed] = proposals(setting.nurse, meeting)
    assert "It is my sleep." in {why.words for why in proposed.whys}

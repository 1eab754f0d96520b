"""The way back on the person's own side: said before it is needed, and one press when it is."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Way
from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Actor, Side
from livingwell.core.clock import fixed, now
from livingwell.discussions.queries.agenda import open_requests
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.journeys.actions.coming_back import come_back
from livingwell.journeys.queries.ways_back import supports_of
from livingwell.people.models import Person
from livingwell.people.queries.episodes import episodes_of
from tests.factories.adjustments import make_preferences
from tests.factories.closing import end_support
from tests.factories.identity import sign_in
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting, make_setting
from tests.factories.staying import episode_in, make_left_team, make_way_back
from tests.factories.worklist import support

PAGE = "/my/way-back"


@pytest.fixture
def setting(app: Flask) -> Setting:
    setting = make_setting()
    support(setting.person, setting.priya, setting.nurse)
    return setting


@pytest.fixture
def account(setting: Setting) -> Account:
    return make_own_account(setting.person)


@pytest.fixture
def herself(setting: Setting, account: Account) -> Actor:
    return Actor(account.id, setting.person.name, side=Side.PERSON)


@pytest.fixture
def amara(client: FlaskClient, account: Account) -> FlaskClient:
    sign_in(client, account)
    return client


@pytest.fixture
def ended(setting: Setting) -> str:
    """Support has ended with a way back: where it is used."""
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    return return_of(setting.person)


def return_of(person: Person) -> str:
    return f"{PAGE}/{episode_in(person).id}/coming-back"


def shown(client: FlaskClient, path: str = PAGE) -> str:
    return client.get(path).get_data(as_text=True)


def test_who_has_not_left_is_told_that_there_is_nothing_to_come_back_from(amara, setting):
    assert "You have not left us" in shown(amara)
    make_way_back(setting.person, setting.nurse)
    page = shown(amara)
    assert "It goes to Priya Mistry. We answer you by text." in page
    assert "A text with the word back is enough." in page
    assert "I want to come back" not in page
    assert amara.get(return_of(setting.person)).headers["Location"].endswith(PAGE)
    assert amara.post(return_of(setting.person), data={"words": "I am lost"}).status_code == 409
    assert len(episodes_of(setting.person.id)) == 1


def test_it_waits_at_home_until_they_have_read_it(amara, setting):
    way_back = make_way_back(setting.person, setting.nurse, told=False)
    assert "How you can come back when our support has ended" in shown(amara, "/my")
    amara.post(f"{PAGE}/{way_back.episode_id}/known")
    db.session.refresh(way_back)
    assert way_back.told_how is HowSaid.ON_THIS_SCREEN
    assert "How you can come back when our support has ended" not in shown(amara, "/my")


def test_once_support_has_ended_home_shows_it_first(amara, ended):
    home = shown(amara, "/my")
    assert "I want to come back" in home
    assert home.index("You can come back") < home.index("No team is working with you")


def test_one_press_and_they_see_what_happens_next_by_whom_and_when(amara, setting, ended):
    asked = shown(amara, ended)
    assert "Do you want to come back?" in asked
    assert asked.count("<textarea") == 1
    page = amara.post(ended, data={"words": ""}, follow_redirects=True).get_data(as_text=True)
    assert "You are back" in page
    assert "Priya Mistry reads this." in page
    assert "We answer you by text." in page
    assert "You do not have to tell it again." in page
    assert len(episodes_of(setting.person.id)) == 2
    assert "Priya Mistry" in shown(amara, "/my"), "their team is there again"


def test_what_was_typed_reaches_the_team_also_from_a_second_browser(amara, app, account, setting, ended):
    other = app.test_client()
    sign_in(other, account)
    other.get(ended)
    amara.post(ended, data={"words": "The letters have started again."})
    assert other.post(ended, data={"words": "And I can’t sleep."}).status_code == 303
    assert len(episodes_of(setting.person.id)) == 2
    assert [each.words for each in open_requests(setting.team.id, setting.person.id)] == [
        "The letters have started again."
    ]
    sent = shown(amara, "/my/messages")
    assert "The letters have started again." in sent
    assert "And I can’t sleep." in sent


def test_after_its_time_a_plain_page_says_how_else(amara, account, setting):
    make_way_back(setting.person, setting.nurse, days=3)
    end_support(setting.person)
    address = return_of(setting.person)
    with fixed(now() + timedelta(days=4)):
        sign_in(amara, account)
        page = shown(amara)
        assert "You could come back in one step until" in page
        assert "your GP can ask for you" in page
        assert "I want to come back" not in shown(amara, "/my")
        assert amara.post(address, data={"words": "Please"}).status_code == 409


def test_whoever_has_no_way_back_can_write_to_us_from_the_page_that_says_how_else(amara, setting):
    end_support(setting.person)
    assert 'href="/my/messages/new"' in shown(amara)


def test_a_way_that_they_never_want_any_more_is_not_promised(amara, setting):
    make_way_back(setting.person, setting.nurse, way=Way.PHONE)
    assert "We call you on the phone." in shown(amara)
    make_preferences(setting.person, setting.nurse)
    page = shown(amara)
    assert "We call you on the phone." not in page
    assert "We answer you by text." in page


def test_somebody_who_left_one_team_of_two_comes_back_to_that_one(amara, setting):
    left = make_left_team(setting.person)
    address = f"{PAGE}/{left.episode_id}/coming-back"
    assert "I want to come back" in shown(amara)
    assert amara.post(address, data={"words": ""}).status_code == 303
    assert sorted(each.is_over for each in supports_of(setting.person.id)) == [False, False, True]


def test_nobody_comes_back_for_anybody_else(amara, setting, ended):
    other = make_person("Ben", "Hill", team=setting.team)
    make_way_back(other, setting.nurse)
    end_support(other)
    assert amara.get(return_of(other)).status_code == 404
    assert amara.post(return_of(other), data={"words": ""}).status_code == 404
    assert len(episodes_of(other.id)) == 1


def test_many_ends_take_as_many_statements_as_one(amara, setting, herself, ended, count_statements):
    with count_statements() as one:
        amara.get(PAGE)
    come_back(setting.person.id, "", herself)
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    with count_statements() as two:
        amara.get(PAGE)
    assert len(two) == len(one) <= 16

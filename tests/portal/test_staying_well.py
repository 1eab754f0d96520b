"""The plan for staying well on the person's own side: a part a page, nothing lost, and the person's word on it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Actor, Side
from livingwell.identity.models import Account
from livingwell.journeys.models import StayingPart
from livingwell.journeys.queries.staying_well import staying_well_now, staying_well_versions
from livingwell.passports.models import Section
from livingwell.passports.queries.uses import count_of_uses
from livingwell.people.models import Person
from tests.factories.identity import sign_in
from tests.factories.passports import write
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting, make_setting
from tests.factories.staying import make_staying_well, write_part

PAGE = "/my/staying-well"
HELPS = f"{PAGE}/parts/what-helps"


@pytest.fixture
def setting(app: Flask) -> Setting:
    return make_setting()


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


def shown(client: FlaskClient, path: str = PAGE) -> str:
    return client.get(path).get_data(as_text=True)


def helps(person: Person) -> str:
    plan = staying_well_now(person.id)
    return plan.what_helps if plan else ""


def test_nothing_is_asked_all_at_once(amara):
    assert "Nothing is here yet." in shown(amara)
    assert "Is it mine?" not in shown(amara)
    asked = shown(amara, HELPS)
    assert asked.count("<textarea") == 1
    assert "What helps me then?" in asked
    assert "You have said this before" not in asked


def test_each_part_is_saved_by_itself_and_may_be_emptied_again(amara, setting):
    assert amara.post(HELPS, data={"what_helps": "Tea.", "row_version": "0"}).status_code == 303
    assert "Tea." in shown(amara)
    assert amara.post(HELPS, data={"what_helps": "", "row_version": "1"}).status_code == 303
    assert [each.what_helps for each in staying_well_versions(setting.person.id)] == ["", "Tea."]


@pytest.mark.usefixtures("herself")
def test_what_was_said_already_is_put_in_with_a_press_and_counted(amara, setting, herself):
    write(setting.person, herself, "Ten minutes outside.\nA text from Efua.", Section.SUPPORT)
    assert "Ten minutes outside." in shown(amara, HELPS)
    sent = {"what_helps": "Tea.", "said_what_helps": ["Ten minutes outside."], "row_version": "0"}
    amara.post(HELPS, data=sent)
    assert helps(setting.person) == "Tea.\nTen minutes outside."
    assert count_of_uses(setting.person.id) == 1
    asked = shown(amara, HELPS)
    assert asked.count("Ten minutes outside.") == 1, "what stands in the box is not offered again"
    assert "A text from Efua." in asked


def test_what_nobody_said_is_not_put_in(amara, setting, herself):
    write(setting.person, herself, "Ten minutes outside.", Section.SUPPORT)
    amara.post(HELPS, data={"what_helps": "Tea.", "said_what_helps": ["Somebody else’s words"], "row_version": "0"})
    assert helps(setting.person) == "Tea."


def test_when_a_member_wrote_the_same_part_meanwhile_both_texts_are_shown(amara, setting):
    write_part(setting.person, setting.nurse, "Ten minutes outside.", StayingPart.WHAT_HELPS)
    answer = amara.post(HELPS, data={"what_helps": "Tea.", "row_version": "0"})
    both = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Tea." in both
    assert "Ten minutes outside." in both
    assert amara.post(HELPS, data={"what_helps": "Tea.", "row_version": "1"}).status_code == 303


def test_it_is_theirs_once_they_say_so_of_what_they_read(amara, setting):
    plan = make_staying_well(setting.person, setting.nurse)
    assert "Yes, this is mine" in shown(amara)
    said = amara.post(f"{PAGE}/versions/{plan.number + 1}/mine")
    assert said.status_code == 404
    amara.post(f"{PAGE}/versions/{plan.number}/mine")
    assert staying_well_now(setting.person.id).agreed_how is HowSaid.ON_THIS_SCREEN
    assert "this is mine." in shown(amara)
    assert "Yes, this is mine" not in shown(amara)
    write_part(setting.person, setting.nurse, "Swimming.")
    told = amara.post(f"{PAGE}/versions/{plan.number}/mine", follow_redirects=True).get_data(as_text=True)
    assert "It has changed since you read it." in told
    assert "It has changed since then." in told
    assert not staying_well_now(setting.person.id).is_agreed


def test_every_version_can_be_read(amara, setting):
    write_part(setting.person, setting.nurse, "Walks.")
    write_part(setting.person, setting.nurse, "Swimming.")
    assert "Version 1" in shown(amara, f"{PAGE}/versions")
    assert "Walks." in shown(amara, f"{PAGE}/versions/1")
    assert amara.get(f"{PAGE}/versions/3").status_code == 404
    assert amara.get(f"{PAGE}/parts/no-such-part").status_code == 404


def test_nobody_sees_anybody_elses(amara, setting):
    other = make_person("Ben", "Hill", team=setting.team)
    make_staying_well(other, setting.nurse)
    assert "Nothing is here yet." in shown(amara)
    assert amara.get(f"{PAGE}/versions/1").status_code == 404


def test_much_takes_as_many_statements_as_little(amara, setting, herself, count_statements):
    write_part(setting.person, setting.nurse)
    with count_statements() as little:
        amara.get(HELPS)
    make_staying_well(setting.person, setting.nurse)
    write(setting.person, herself, "One.\nTwo.\nThree.", Section.WELLNESS)
    write(setting.person, herself, "Four.\nFive.", Section.SUPPORT)
    with count_statements() as much:
        amara.get(HELPS)
    assert len(much) - len(little) == 1, "the lines of a passport that is not empty are asked in one statement"
    assert len(much) <= 16

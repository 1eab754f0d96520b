"""The staying-well plan: written part by part, every version kept, nothing lost, and told once."""

from datetime import timedelta
from itertools import count

import pytest

from livingwell.careplans.actions import save_safety_plan
from livingwell.careplans.commands import SafetyPlanCommand
from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Actor, Side
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound, Stale
from livingwell.journeys.actions.staying_well import agree_staying_well, write_staying_well
from livingwell.journeys.models import StayingPart
from livingwell.journeys.queries.staying_well import (
    said_already,
    staying_well_agreed,
    staying_well_now,
    staying_well_version,
    staying_well_versions,
)
from livingwell.journeys.staying_commands import AgreeStayingWell, WriteStayingWell
from livingwell.passports.models import Section
from livingwell.passports.queries.uses import uses_of
from livingwell.people.queries.arriving import arrivals_sent
from tests.factories.passports import write
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting
from tests.factories.staying import WALKS, make_staying_well, write_part
from tests.harness.session import settle
from tests.harness.together import TOGETHER, together

KEEPS, SIGNS, HELPS = StayingPart.KEEPS_ME_WELL, StayingPart.EARLY_SIGNS, StayingPart.WHAT_HELPS


@pytest.fixture
def herself(setting: Setting) -> Actor:
    account = make_own_account(setting.person)
    return Actor(account.id, setting.person.name, side=Side.PERSON)


def said(number: int, **given: object) -> AgreeStayingWell:
    return AgreeStayingWell(**{"number": number, "on": today(), "how": HowSaid.BY_TEXT, **given})


def test_each_saving_is_the_next_version_and_all_are_kept(setting, herself):
    write_part(setting.person, setting.nurse)
    write_part(setting.person, herself, "I stop answering texts.", SIGNS)
    versions = staying_well_versions(setting.person.id)
    assert [(each.number, each.written_by, each.early_signs) for each in versions] == [
        (2, "Amara Osei", "I stop answering texts."),
        (1, "Priya Mistry", ""),
    ]
    assert {each.keeps_me_well for each in versions} == {WALKS}
    assert staying_well_version(setting.person.id, 1).early_signs == ""
    for number in (0, 3, 10**20):
        with pytest.raises(NotFound):
            staying_well_version(setting.person.id, number)


def test_every_part_may_be_left_out_and_nothing_new_makes_no_version(setting):
    nothing = WriteStayingWell(dict.fromkeys(StayingPart, ""), 0)
    assert write_staying_well(setting.person.id, nothing, setting.nurse) is None
    plan = write_part(setting.person, setting.nurse)
    assert write_part(setting.person, setting.nurse).id == plan.id
    assert write_part(setting.person, setting.nurse, "").keeps_me_well == ""


def test_two_who_change_one_part_are_shown_both_texts(setting):
    write_part(setting.person, setting.nurse)
    write_part(setting.person, setting.peer, "Swimming.", read=1)
    with pytest.raises(Stale) as stale:
        write_part(setting.person, setting.nurse, "Singing.", read=1)
    assert stale.value.texts == {"keeps_me_well": "Swimming."}
    assert stale.value.row_version == 2


def test_two_who_change_other_parts_both_keep_theirs(setting):
    write_part(setting.person, setting.nurse)
    write_part(setting.person, setting.peer, "I stop answering texts.", SIGNS, read=1)
    plan = write_part(setting.person, setting.nurse, "Swimming.", read=1)
    assert (plan.keeps_me_well, plan.early_signs) == ("Swimming.", "I stop answering texts.")


@pytest.mark.parametrize("read", [0, 99, 10**20], ids=["no version", "one that never was", "one that can't be"])
def test_an_old_reading_overwrites_nothing(setting, read):
    write_part(setting.person, setting.nurse)
    with pytest.raises(Stale):
        write_part(setting.person, setting.nurse, "Singing.", read=read)


def test_of_several_at_one_moment_one_is_taken_and_the_others_are_told(app, setting):
    numbers = count()
    refused = together(app, lambda: write_part(setting.person, setting.nurse, f"Swimming {next(numbers)}.", read=0))
    settle()
    assert [type(each) for each in refused] == [Stale] * (TOGETHER - 1)
    assert len(staying_well_versions(setting.person.id)) == 1


def test_too_long_a_text_is_refused(setting):
    with pytest.raises(Invalid) as invalid:
        write_part(setting.person, setting.nurse, "a" * 4001)
    assert "keeps_me_well" in invalid.value.messages


def test_the_person_says_that_it_is_theirs_of_the_version_that_they_saw(setting, herself):
    plan = make_staying_well(setting.person, setting.nurse)
    with pytest.raises(Conflict, match="Read it again"):
        agree_staying_well(setting.person.id, said(plan.number + 1), herself)
    agree_staying_well(setting.person.id, said(plan.number, how=HowSaid.ON_THIS_SCREEN), herself)
    agreed = staying_well_now(setting.person.id)
    assert (agreed.agreed_on, agreed.agreed_how) == (today(), HowSaid.ON_THIS_SCREEN)
    write_part(setting.person, setting.nurse, "Swimming.")
    assert not staying_well_now(setting.person.id).is_agreed
    assert staying_well_agreed(setting.person.id).number == plan.number


def test_a_member_says_how_they_were_told_and_the_first_time_stays(setting):
    plan = make_staying_well(setting.person, setting.nurse)
    with pytest.raises(Invalid):
        agree_staying_well(setting.person.id, said(plan.number, on=today() + timedelta(days=1)), setting.peer)
    agree_staying_well(setting.person.id, said(plan.number, on=today() - timedelta(days=2)), setting.peer)
    agree_staying_well(setting.person.id, said(plan.number), setting.nurse)
    assert staying_well_now(setting.person.id).agreed_on == today() - timedelta(days=2)


def test_what_the_person_writes_waits_for_their_team(setting, herself):
    write_part(setting.person, herself)
    write_part(setting.person, setting.nurse, "I stop answering texts.", SIGNS)
    arrivals, _has_more = arrivals_sent(setting.person.id, 1)
    assert [(each.kind, each.words) for each in arrivals] == [("staying.change", WALKS)]


def test_the_safety_plan_and_the_passport_are_offered_word_for_word(setting, herself):
    helps = "- Ten minutes outside\n- Tea"
    save_safety_plan(setting.person, SafetyPlanCommand("Crowds. Noise.", what_helps=helps), setting.nurse)
    write(setting.person, herself, "A good day has a walk in it.", Section.WELLNESS)
    offered = said_already(setting.person.id)
    assert offered[StayingPart.TRIGGERS] == ("Crowds. Noise.",)
    assert offered[HELPS] == ("Ten minutes outside", "Tea", "A good day has a walk in it.")
    assert offered[KEEPS] == ("A good day has a walk in it.",)
    assert StayingPart.WHAT_SHOULD_HAPPEN not in offered


def test_a_line_of_the_passport_is_counted_as_spared_once(setting, herself):
    write(setting.person, herself, "A good day has a walk in it.", Section.WELLNESS)
    plan = write_part(setting.person, setting.nurse, "A good day has a walk in it.\nTea.")
    write_part(setting.person, setting.nurse, "A good day has a walk in it.\nTea with milk.")
    [use] = uses_of(setting.person.id)
    assert (use.row_id, use.line.words) == (plan.id, "A good day has a walk in it.")


def test_nobody_else_writes_or_reads_it(setting, herself):
    other = make_person("Ben", "Hill", team=setting.team)
    with pytest.raises(NotFound):
        write_part(setting.person, setting.stranger)
    with pytest.raises(NotFound):
        write_staying_well(other.id, WriteStayingWell({KEEPS: "Mine."}, 0), herself)


def test_what_is_asked_takes_as_many_statements_for_much_as_for_little(setting, herself, count_statements):
    make_staying_well(setting.person, setting.nurse)
    write(setting.person, herself, "A good day has a walk in it.", Section.WELLNESS)
    with count_statements() as statements:
        staying_well_now(setting.person.id)
        said_already(setting.person.id)
    assert len(statements) == 6

"""What is done on a journey: the rules, one test each."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from livingwell.audit.models import AuditEntry
from livingwell.careplans.models import HowSaid, WhoseWords
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from livingwell.extensions import db
from livingwell.journeys import actions
from livingwell.journeys.commands import ChoiceCommand, HopeCommand, OptionCommand, OrderCommand, PointCommand, Voice
from livingwell.journeys.models import Area, Choice, Destination, OnwardJourney, PointKind
from livingwell.journeys.queries.journeys import journey_now
from livingwell.people.models import FromPerson
from tests.factories.closing import end_support
from tests.factories.identity import actor_for
from tests.factories.journeys import (
    make_choice,
    make_chosen,
    make_destination,
    make_hope,
    make_journey,
    make_point,
    told,
    told_by_person,
)
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting
from tests.harness.session import settle
from tests.harness.together import TOGETHER, together

OURS = Voice(WhoseWords.TOGETHER, today())


@pytest.fixture
def amara(setting: Setting) -> Actor:
    """The person at her own account."""
    return actor_for(make_own_account(setting.person))


def now_of(setting: Setting) -> OnwardJourney:
    db.session.expire_all()
    journey = journey_now(setting.person.id)
    assert journey is not None
    return journey


def order(setting: Setting, *options: Destination, **given: Any) -> OrderCommand:
    usual = {"seen": now_of(setting).order_number, "told": told()}
    return OrderCommand(tuple(option.id for option in options), **{**usual, **given})


# Beginning


def test_the_first_thing_written_starts_the_journey_and_the_second_goes_on_with_it(setting: Setting) -> None:
    make_hope(setting.person, setting.nurse)
    make_destination(setting.person, setting.peer)
    assert db.session.scalar(select(func.count()).select_from(OnwardJourney)) == 1
    journey = now_of(setting)
    assert (len(journey.hopes), len(journey.options), journey.started_on) == (1, 1, today())


def test_the_audit_says_that_a_hope_was_written(setting: Setting) -> None:
    make_hope(setting.person, setting.nurse)
    assert db.session.scalars(select(AuditEntry.verb).order_by(AuditEntry.number.desc())).first() == "add_hope"


def test_nothing_is_written_once_support_has_ended(setting: Setting) -> None:
    journey = make_journey(setting.person, setting.nurse)
    option = make_destination(setting.person, setting.nurse)
    end_support(setting.person)
    with pytest.raises(Conflict):
        make_hope(setting.person, setting.nurse, "Another")
    with pytest.raises(Conflict):
        actions.add_point(journey, option, PointCommand(PointKind.GOOD, "Quiet", OURS), setting.nurse)
    assert len(now_of(setting).hopes) == 1


def test_nothing_is_planned_for_somebody_who_has_no_support(setting: Setting) -> None:
    nobody = make_person("Bo")
    lead = Actor(None, "A member of everything", rights=setting.nurse.rights)
    with pytest.raises(NotFound):
        make_hope(nobody, lead)


# Whose words


def test_a_member_who_writes_in_the_persons_words_says_how_they_were_told(setting: Setting) -> None:
    with pytest.raises(Invalid) as refused:
        make_hope(setting.person, setting.nurse, voice=Voice(WhoseWords.PERSON, today()))
    assert "how" in refused.value.messages
    hope = make_hope(setting.person, setting.nurse, voice=told_by_person(HowSaid.BY_PHONE))
    said = now_of(setting).told_about(hope.id)
    assert said is not None
    assert (said.how, said.said_on, said.written_by) == (HowSaid.BY_PHONE, today(), "Priya Mistry")


def test_what_the_person_writes_is_theirs_and_arrives(setting: Setting, amara: Actor) -> None:
    hope = make_hope(setting.person, amara, "Sing again.", voice=OURS)
    assert (hope.is_persons, hope.said_on, hope.written_by) == (True, today(), setting.person.name)
    arrived = db.session.scalars(select(FromPerson)).one()
    assert (arrived.kind, arrived.words, arrived.row_id) == ("onward.hope", "Sing again.", hope.id)
    assert now_of(setting).told == []


def test_what_a_member_writes_does_not_arrive(setting: Setting) -> None:
    make_point(make_destination(setting.person, setting.nurse), setting.peer)
    assert db.session.scalars(select(FromPerson)).all() == []


def test_nobody_writes_what_will_be_said_tomorrow(setting: Setting) -> None:
    tomorrow = Voice(WhoseWords.TOGETHER, today() + timedelta(days=1))
    with pytest.raises(Invalid):
        make_hope(setting.person, setting.nurse, voice=tomorrow)


@pytest.mark.parametrize("whose", [WhoseWords.TOGETHER, WhoseWords.SUGGESTED])
def test_a_hope_in_the_persons_words_changes_only_with_their_answer(setting: Setting, whose: WhoseWords) -> None:
    hope = make_hope(setting.person, setting.nurse)
    ours = HopeCommand("Social inclusion", Voice(whose, today(), suggested_by="Priya Mistry"), row_version=1)
    with pytest.raises(Conflict):
        actions.reword_hope(now_of(setting), hope, ours, setting.nurse)
    assert [each.words for each in now_of(setting).current_hopes] == ["A week with people in it."]
    agreed = HopeCommand("People every week", Voice(whose, today()), row_version=1, answer=told("Yes, shorter."))
    newer = actions.reword_hope(now_of(setting), hope, agreed, setting.nurse)
    said = now_of(setting).told_about(newer.id)
    assert said is not None
    assert (said.words, said.how) == ("Yes, shorter.", HowSaid.BY_TEXT)


def test_the_persons_newer_words_are_themselves_the_answer(setting: Setting) -> None:
    hope = make_hope(setting.person, setting.nurse)
    newer = HopeCommand("To sing.", told_by_person(), area=Area.DAYS, row_version=1)
    actions.reword_hope(now_of(setting), hope, newer, setting.nurse)
    journey = now_of(setting)
    assert [each.words for each in journey.current_hopes] == ["To sing."]
    assert [each.words for each in journey.hopes if each.ended_at] == ["A week with people in it."]


def test_a_hope_reworded_from_an_older_reading_is_refused_with_the_words_that_stand(setting: Setting) -> None:
    hope = make_hope(setting.person, setting.nurse)
    with pytest.raises(Stale) as refused:
        actions.reword_hope(now_of(setting), hope, HopeCommand("Mine", told_by_person(), row_version=7), setting.peer)
    assert refused.value.texts == {"words": "A week with people in it."}


def test_a_hope_that_was_reworded_meanwhile_is_reworded_only_once_the_new_words_were_read(setting: Setting) -> None:
    hope = make_hope(setting.person, setting.nurse)
    one = HopeCommand("One", told_by_person(), row_version=1)
    actions.reword_hope(now_of(setting), hope, one, setting.nurse)
    with pytest.raises(Stale) as refused:
        actions.reword_hope(now_of(setting), hope, HopeCommand("Two", told_by_person(), row_version=1), setting.peer)
    assert (refused.value.texts, refused.value.row_version) == ({"words": "One"}, 2)
    actions.reword_hope(now_of(setting), hope, HopeCommand("Two", told_by_person(), row_version=2), setting.peer)
    assert [each.words for each in now_of(setting).current_hopes] == ["Two"]


def test_a_hope_that_was_taken_out_meanwhile_is_not_reworded(setting: Setting) -> None:
    hope = make_hope(setting.person, setting.nurse)
    actions.take_hope_out(now_of(setting), hope, told(), setting.peer)
    with pytest.raises(Conflict):
        actions.reword_hope(now_of(setting), hope, HopeCommand("Two", told_by_person()), setting.nurse)


def test_a_member_takes_the_persons_hope_out_only_with_their_answer(setting: Setting) -> None:
    hope = make_hope(setting.person, setting.nurse)
    with pytest.raises(Conflict):
        actions.take_hope_out(now_of(setting), hope, None, setting.nurse)
    actions.take_hope_out(now_of(setting), hope, told("Not any more."), setting.nurse)
    assert now_of(setting).current_hopes == []
    assert len(now_of(setting).hopes) == 1


def test_the_person_takes_their_own_hope_out(setting: Setting, amara: Actor) -> None:
    hope = make_hope(setting.person, setting.nurse)
    actions.take_hope_out(now_of(setting), hope, None, amara)
    assert now_of(setting).current_hopes == []


# Options and what is said about them


def test_an_option_sent_twice_is_one_option(setting: Setting) -> None:
    make_destination(setting.person, setting.nurse, "The allotment group")
    with pytest.raises(Conflict):
        make_destination(setting.person, setting.peer, "the Allotment group")
    assert len(now_of(setting).options) == 1


def test_an_option_needs_a_name(setting: Setting) -> None:
    with pytest.raises(Invalid):
        actions.add_option(setting.person, OptionCommand(OURS, name=" "), setting.nurse)


def test_a_dropped_option_is_kept_and_can_be_named_again(setting: Setting) -> None:
    option = make_destination(setting.person, setting.nurse)
    actions.drop_option(now_of(setting), option, told(), setting.nurse)
    again = make_destination(setting.person, setting.nurse)
    assert [each.id for each in now_of(setting).options] == [again.id]
    assert len(now_of(setting).destinations) == 2


def test_what_the_person_chose_is_not_dropped_until_they_changed_their_mind(setting: Setting) -> None:
    option = make_chosen(setting.person, setting.nurse)
    with pytest.raises(Conflict):
        actions.drop_option(now_of(setting), option, told(), setting.nurse)
    make_choice(option, setting.nurse, Choice.NO)
    actions.drop_option(now_of(setting), option, told(), setting.nurse)
    assert now_of(setting).options == []


def test_a_point_of_the_persons_changes_only_with_their_answer(setting: Setting) -> None:
    option = make_destination(setting.person, setting.nurse)
    point = make_point(option, setting.peer, "The bus is full at nine.", PointKind.HARD)
    ours = PointCommand(PointKind.HARD, "Transport", OURS)
    with pytest.raises(Conflict):
        actions.reword_point(now_of(setting), option, point, ours, setting.nurse)
    with pytest.raises(Conflict):
        actions.take_point_out(now_of(setting), option, point, None, setting.nurse)
    theirs = PointCommand(PointKind.HARD, "The bus is full at ten.", told_by_person())
    actions.reword_point(now_of(setting), option, point, theirs, setting.nurse)
    (found,) = now_of(setting).options
    assert [each.words for each in found.current_points] == ["The bus is full at ten."]
    assert len(found.points) == 2


def test_what_an_option_could_mean_is_talked_through_with_the_person(setting: Setting) -> None:
    option = make_destination(setting.person, setting.nurse)
    raised = make_point(option, setting.nurse, "Paid work may change a benefit.", PointKind.CONSEQUENCE, voice=OURS)
    assert now_of(setting).open_consequences(option) == [raised]
    actions.talk_point_through(now_of(setting), option, raised, told("I will ask first."), setting.peer)
    assert now_of(setting).open_consequences(option) == []


def test_what_the_person_raised_themself_is_not_open(setting: Setting) -> None:
    option = make_destination(setting.person, setting.nurse)
    make_point(option, setting.nurse, "I would lose my pass.", PointKind.CONSEQUENCE)
    assert now_of(setting).open_consequences(option) == []


# The order


def test_the_options_stand_as_the_person_would_like_them(setting: Setting) -> None:
    first, second, third = (make_destination(setting.person, setting.nurse, name) for name in ("A", "B", "C"))
    actions.put_options_in_order(now_of(setting), order(setting, third, first), setting.nurse)
    assert [each.name for each in now_of(setting).options] == ["C", "A", "B"]
    said = now_of(setting).told_about(now_of(setting).id)
    assert said is not None
    assert said.how is HowSaid.BY_TEXT
    assert second.preference is None


def test_an_order_made_from_an_older_reading_is_refused_with_the_one_that_stands(setting: Setting) -> None:
    first, second = (make_destination(setting.person, setting.nurse, name) for name in ("A", "B"))
    mine = order(setting, first, second)
    actions.put_options_in_order(now_of(setting), order(setting, second, first), setting.peer)
    with pytest.raises(Stale) as refused:
        actions.put_options_in_order(now_of(setting), mine, setting.nurse)
    assert refused.value.texts == {"": "1. B\n2. A"}


def test_a_member_orders_only_as_told(setting: Setting) -> None:
    option = make_destination(setting.person, setting.nurse)
    with pytest.raises(Invalid):
        actions.put_options_in_order(now_of(setting), order(setting, option, told=None), setting.nurse)


def test_an_option_has_one_place(setting: Setting) -> None:
    option = make_destination(setting.person, setting.nurse)
    with pytest.raises(Conflict):
        actions.put_options_in_order(now_of(setting), order(setting, option, option), setting.nurse)


# Choosing


def test_what_the_person_says_last_stands_and_what_they_said_before_is_kept(setting: Setting, amara: Actor) -> None:
    option = make_chosen(setting.person, setting.nurse)
    make_choice(option, amara, Choice.NOT_NOW, why="After the winter.")
    (found,) = now_of(setting).options
    assert found.stands is Choice.NOT_NOW
    assert [(each.said, each.how) for each in found.choices] == [
        (Choice.CHOSEN, HowSaid.BY_PHONE),
        (Choice.NOT_NOW, None),
    ]


@pytest.mark.parametrize("said", [Choice.CHOSEN, Choice.NO])
def test_a_member_never_chooses_for_the_person(setting: Setting, said: Choice) -> None:
    option = make_destination(setting.person, setting.nurse)
    with pytest.raises(Invalid):
        make_choice(option, setting.nurse, said, is_persons=False, why="She would like it.")
    assert now_of(setting).options[0].choices == []


def test_a_choice_that_a_member_writes_says_how_the_person_told_it(setting: Setting) -> None:
    option = make_destination(setting.person, setting.nurse)
    with pytest.raises(Invalid):
        make_choice(option, setting.nurse, how=None)


def test_that_they_could_not_be_asked_says_why_and_takes_no_answer_back(setting: Setting) -> None:
    option = make_chosen(setting.person, setting.nurse)
    with pytest.raises(Invalid):
        make_choice(option, setting.nurse, Choice.NOT_NOW, is_persons=False)
    make_choice(option, setting.nurse, Choice.NOT_NOW, is_persons=False, why="In hospital this week.")
    assert now_of(setting).options[0].stands is Choice.CHOSEN


def test_an_answer_written_from_an_older_reading_is_refused(setting: Setting, amara: Actor) -> None:
    option = make_destination(setting.person, setting.nurse)
    make_choice(option, amara, Choice.NO, why="Too far.")
    with pytest.raises(Stale) as refused:
        make_choice(option, setting.nurse, seen=0)
    assert refused.value.texts == {"says": "no", "why": "Too far."}
    assert now_of(setting).options[0].stands is Choice.NO


def test_an_earlier_day_does_not_take_a_later_answer_back(setting: Setting, amara: Actor) -> None:
    option = make_destination(setting.person, setting.nurse)
    make_choice(option, amara, Choice.NO)
    for on in (today() - timedelta(days=3), today() + timedelta(days=1)):
        with pytest.raises(Invalid):
            make_choice(option, setting.nurse, on=on)


# Who may


def test_another_teams_member_reaches_none_of_it(setting: Setting) -> None:
    journey, option = make_journey(setting.person, setting.nurse), make_destination(setting.person, setting.nurse)
    choice = ChoiceCommand(Choice.CHOSEN, today(), 0, HowSaid.BY_PHONE)
    with pytest.raises(NotFound):
        make_hope(setting.person, setting.stranger)
    with pytest.raises(NotFound):
        actions.choose(journey, option, choice, setting.stranger)


def test_somebody_elses_own_account_reaches_none_of_it(setting: Setting) -> None:
    other = actor_for(make_own_account(make_person("Bo", team=setting.team)))
    with pytest.raises(NotFound):
        make_hope(setting.person, other)


def test_an_account_without_a_team_may_not(setting: Setting) -> None:
    administrator = Actor(None, "Ada", is_account_administrator=True)
    with pytest.raises(Forbidden):
        make_hope(setting.person, administrator)


def test_an_option_of_another_journey_is_not_there(setting: Setting) -> None:
    bo = make_person("Bo", team=setting.team)
    theirs = make_destination(bo, setting.nurse)
    journey = make_journey(setting.person, setting.nurse)
    with pytest.raises(NotFound):
        actions.add_point(journey, theirs, PointCommand(PointKind.GOOD, "Quiet", OURS), setting.nurse)


# Two at once


def test_several_who_write_the_first_thing_at_once_start_one_journey(app: Flask, setting: Setting) -> None:
    assert together(app, lambda: make_hope(setting.person, setting.nurse, "To sing.")) == []
    settle()
    assert db.session.scalar(select(func.count()).select_from(OnwardJourney)) == 1
    assert len(now_of(setting).current_hopes) == TOGETHER


def test_of_several_answers_at_once_to_one_reading_one_stands_and_the_others_are_told(
    app: Flask, setting: Setting
) -> None:
    option_id, person_id = make_destination(setting.person, setting.nurse).id, setting.person.id
    answer = ChoiceCommand(Choice.CHOSEN, today(), 0, HowSaid.BY_PHONE)

    def choose() -> None:
        journey = journey_now(person_id)
        assert journey is not None
        actions.choose(journey, journey.option(option_id), answer, setting.nurse)

    assert {type(each) for each in together(app, choose)} == {Stale}
    assert [each.number for each in now_of(setting).options[0].choices] == [1]

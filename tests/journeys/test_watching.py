"""Who is on a team's watch list and why; and that nobody leaves it without a reason and a day."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.contacts.commands import Because
from livingwell.core import clock
from livingwell.core.actor import Actor, Right, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.discussions.actions.agenda import put_on_agenda
from livingwell.discussions.actions.closing import start_discussion
from livingwell.discussions.actions.deciding import decide
from livingwell.discussions.actions.meetings import plan_meeting
from livingwell.discussions.commands import Decide, Place, PlanMeeting
from livingwell.discussions.models import AgendaRequest, CaseDiscussion, Decision, Meeting, Reason
from livingwell.extensions import db
from livingwell.journeys.actions.landing import answer_landing
from livingwell.journeys.actions.watching import have_talked_about, put_back, set_aside
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.models import Landed, Missed, Watched
from livingwell.journeys.queries.watching import set_aside_now, watch_list
from livingwell.people.actions.deaths import record_death
from livingwell.people.actions.limiting import limit_record
from livingwell.people.commands import LimitRecord, RecordDeath
from livingwell.people.models import Person
from tests.factories.adjustments import make_adjustment
from tests.factories.careplans import make_full_plan
from tests.factories.closing import end_support, episode_in
from tests.factories.contacts import make_contact, tell_preferences
from tests.factories.hand_overs import make_hand_over, make_told_answer
from tests.factories.identity import actor_for, make_account
from tests.factories.landing import plan_checks
from tests.factories.people import make_person
from tests.factories.setting import Setting

START = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _then(app: Flask) -> Iterator[None]:
    with clock.fixed(START):
        yield


@pytest.fixture
def setting(_then: None, setting: Setting) -> Setting:
    end_support(setting.person)
    setting.person = make_referred(setting, "Kim", "Osei")
    return setting


def make_referred(setting: Setting, given: str, family: str) -> Person:
    """Somebody who was referred to the team today."""
    return make_person(given, family, team=setting.team, referred_days_ago=0)


def after(**time: float) -> AbstractContextManager[None]:
    """So long after the referral."""
    return clock.fixed(START + timedelta(**time))


def listed(setting: Setting, actor: Actor | None = None) -> list[Watched]:
    db.session.expire_all()
    return list(watch_list(actor or setting.nurse, setting.team.id).rows)


def why(setting: Setting, name: str = "Kim Osei") -> list[Missed]:
    found = [each for each in listed(setting) if each.name == name]
    return [each.missed for each in found[0].whys] if found else []


def keep_up(setting: Setting) -> None:
    """A plan that Kim agreed, and a contact as they asked: nothing is missing."""
    make_full_plan(setting.person, setting.nurse)
    tell_preferences(setting.person, setting.nurse)
    make_contact(setting.person, setting.nurse)


def aside(setting: Setting, days: int = 14, why: str = "On a ward; the ward sees to it") -> None:
    set_aside(setting.team.id, episode_in(setting.person).id, why, today() + timedelta(days=days), setting.nurse)


# Each reason.


def test_nobody_is_on_it_while_everything_is_done_in_time(setting: Setting) -> None:
    keep_up(setting)
    with after(days=20):
        assert listed(setting) == []


def test_a_plan_is_due_within_four_weeks_of_the_referral(setting: Setting) -> None:
    with after(days=27):
        tell_preferences(setting.person, setting.nurse)
        make_contact(setting.person, setting.nurse)
        assert why(setting) == []
    with after(days=28):
        assert why(setting) == [Missed.PLAN]
        [row] = listed(setting)
        assert row.since == START.date()
        make_full_plan(setting.person, setting.nurse)
        assert why(setting) == []


def test_contact_is_due_as_the_person_asked(setting: Setting) -> None:
    keep_up(setting)
    with after(days=27):
        assert why(setting) == []
    with after(days=28):
        [row] = listed(setting)
        assert [(each.missed, each.since) for each in row.whys] == [(Missed.CONTACT, START.date())]
        make_contact(setting.person, setting.nurse)
        assert why(setting) == []


def test_a_call_against_the_wish_is_no_contact_as_asked(setting: Setting) -> None:
    keep_up(setting)
    with after(days=20):
        make_contact(setting.person, setting.nurse, Way.PHONE, because=Because("No other number"))
    with after(days=28):
        assert why(setting) == [Missed.CONTACT]


def test_a_hand_over_is_due_a_yes(setting: Setting) -> None:
    keep_up(setting)
    with after(days=5):
        hand_over = make_hand_over(setting.person, setting.nurse)
    with after(days=25):
        assert why(setting) == []
    with after(days=26):
        [row] = listed(setting)
        assert [(each.missed, each.about) for each in row.whys] == [(Missed.HAND_OVER, "The allotment group")]
        make_told_answer(hand_over, setting.nurse)
        assert why(setting) == []


def meet(setting: Setting) -> Meeting:
    """A meeting of the team, now, that ends."""
    assert setting.nurse.account_id is not None
    times = {"starts_at": now(), "ends_at": now() + timedelta(hours=1)}
    meeting = plan_meeting(PlanMeeting(setting.team.id, chair_id=setting.nurse.account_id, **times), setting.nurse)
    with atomic():
        meeting.started_at, meeting.ended_at = now(), now() + timedelta(hours=1)
        record("meet", the_system("tests"))
    return meeting


def decided(setting: Setting) -> Decision:
    """For tomorrow."""
    assert setting.nurse.account_id is not None
    times = {"starts_at": now(), "ends_at": now() + timedelta(hours=1)}
    meeting = plan_meeting(PlanMeeting(setting.team.id, chair_id=setting.nurse.account_id, **times), setting.nurse)
    place = Place(reason=Reason.REVIEW, brought_by_id=setting.nurse.account_id, question="What would help?")
    discussion = put_on_agenda(meeting, setting.person.id, place, setting.nurse)
    start_discussion(discussion, setting.nurse)
    wanted = Decide("Book an interpreter", setting.nurse.account_id, today() + timedelta(days=1))
    made = decide(discussion, wanted, setting.nurse)
    with atomic():
        meeting.ended_at = now()
        record("meet", the_system("tests"))
    return made


def test_a_decision_is_overdue_twice_once_two_meetings_have_gone_by(setting: Setting) -> None:
    keep_up(setting)
    decided(setting)
    with after(days=7):
        meet(setting)
        assert why(setting) == []
    with after(days=14):
        meet(setting)
        [row] = listed(setting)
    assert [(each.missed, each.about) for each in row.whys] == [(Missed.DECISION, "Book an interpreter")]


def test_a_landing_check_is_due_an_answer_though_support_has_ended(setting: Setting) -> None:
    keep_up(setting)
    plan_checks(setting.person, setting.nurse)
    with after(days=14 + 20):
        assert why(setting) == []
    with after(days=14 + 21):
        assert why(setting) == [Missed.LANDING]
    with after(days=84 + 91):
        assert why(setting) == []


def test_an_unanswered_landing_check_stands_until_it_or_a_later_one_is_answered(setting: Setting) -> None:
    keep_up(setting)
    _first, second, _third = plan_checks(setting.person, setting.nurse)
    with after(days=second.weeks * 7):
        assert why(setting) == [Missed.LANDING], "the next one is due, and nobody has heard of them yet"
        answer_landing(setting.person.id, second.id, AnswerLanding(Landed.WORKING), setting.nurse)
        assert why(setting) == []


def test_an_adjustment_is_due_to_be_met(setting: Setting) -> None:
    keep_up(setting)
    make_adjustment(setting.person, setting.nurse)
    with after(days=13):
        assert why(setting) == []
    with after(days=14):
        [row] = listed(setting)
    assert [(each.missed, each.about) for each in row.whys] == [(Missed.ADJUSTMENT, "Questions on paper first")]


def test_somebody_stands_once_with_every_reason_and_who_waited_longest_comes_first(setting: Setting) -> None:
    with after(days=3):
        make_referred(setting, "Kwame", "Boateng")
    with after(days=40):
        rows = listed(setting)
    assert [(row.name, [each.missed for each in row.whys]) for row in rows] == [
        ("Kim Osei", [Missed.CONTACT, Missed.PLAN]),
        ("Kwame Boateng", [Missed.CONTACT, Missed.PLAN]),
    ]


# Whom it is about.


def test_whose_support_has_ended_is_on_it_for_landing_alone(setting: Setting) -> None:
    end_support(setting.person)
    with after(days=40):
        assert listed(setting) == []


def test_who_has_died_is_not_on_it(setting: Setting) -> None:
    record_death(setting.person, RecordDeath("Her sister", today(), None), setting.nurse)
    with after(days=40):
        assert listed(setting) == []


def test_another_team_sees_none_of_it(setting: Setting) -> None:
    with after(days=40), pytest.raises(NotFound):
        watch_list(setting.stranger, setting.team.id)


def test_a_limited_record_is_on_the_list_of_those_alone_who_see_it(setting: Setting) -> None:
    ruth = make_account("Ruth Okafor", team=setting.team, right=Right.TEAM_LEAD)
    named = LimitRecord(frozenset({ruth.id, setting.priya.id}), "Works here")
    limit_record(setting.person, named, actor_for(ruth, setting.team, Right.TEAM_LEAD))
    with after(days=40):
        assert [row.name for row in listed(setting, setting.peer)] == []
        assert [row.name for row in listed(setting)] == ["Kim Osei"]


# The agenda.


def test_one_press_puts_them_on_the_agenda_with_why(setting: Setting) -> None:
    episode_id = episode_in(setting.person).id
    with after(days=40):
        have_talked_about(setting.team.id, episode_id, setting.nurse)
        request = db.session.scalars(select(AgendaRequest)).one()
        assert request.words.startswith("We have not been in touch as asked. Nothing as asked since 2 March 2026.")
        [row] = listed(setting)
        assert (row.is_on_agenda, row.is_asked_for) == (True, True)
        with pytest.raises(Conflict):
            have_talked_about(setting.team.id, episode_id, setting.peer)


def test_who_is_on_an_agenda_already_says_so(setting: Setting) -> None:
    with after(days=40):
        assert setting.nurse.account_id is not None
        times = {"starts_at": now() + timedelta(days=2), "ends_at": now() + timedelta(days=2, hours=1)}
        meeting = plan_meeting(PlanMeeting(setting.team.id, chair_id=setting.nurse.account_id, **times), setting.nurse)
        place = Place(reason=Reason.WORRY, brought_by_id=setting.nurse.account_id, question="What would help?")
        put_on_agenda(meeting, setting.person.id, place, setting.nurse)
        assert listed(setting)[0].meets_at == meeting.starts_at
        with pytest.raises(Conflict):
            have_talked_about(setting.team.id, episode_in(setting.person).id, setting.nurse)
        assert db.session.scalars(select(CaseDiscussion)).one()


# Set aside.


def test_whoever_is_set_aside_is_counted_with_why_and_comes_back_by_themselves(setting: Setting) -> None:
    with after(days=40):
        aside(setting, days=14)
        assert listed(setting) == []
        [found] = set_aside_now(setting.nurse, setting.team.id)
        assert (found.name, found.why, found.written_by) == (
            "Kim Osei",
            "On a ward; the ward sees to it",
            "Priya Mistry",
        )
    with after(days=54):
        assert listed(setting) == []
    with after(days=55):
        assert [row.name for row in listed(setting)] == ["Kim Osei"]
        assert set_aside_now(setting.nurse, setting.team.id) == []
        aside(setting)


@pytest.mark.parametrize("days", [-1, 0, 85, 4000])
def test_nobody_is_set_aside_for_ever_or_for_no_time(setting: Setting, days: int) -> None:
    with after(days=40), pytest.raises(Invalid) as refused:
        aside(setting, days)
    assert list(refused.value.messages) == ["until_on"]


@pytest.mark.parametrize("words", ["", "  ", "x" * 501])
def test_nobody_is_set_aside_without_a_reason(setting: Setting, words: str) -> None:
    with after(days=40), pytest.raises(Invalid) as refused:
        aside(setting, why=words)
    assert list(refused.value.messages) == ["why"]


def test_nobody_is_set_aside_twice_or_put_back_twice(setting: Setting) -> None:
    episode_id = episode_in(setting.person).id
    with after(days=40):
        aside(setting)
        with pytest.raises(Conflict):
            aside(setting)
        put_back(setting.team.id, episode_id, setting.peer)
        assert [row.name for row in listed(setting)] == ["Kim Osei"]
        with pytest.raises(Conflict):
            put_back(setting.team.id, episode_id, setting.peer)


def test_another_team_sets_nobody_aside(setting: Setting) -> None:
    with after(days=40), pytest.raises(NotFound):
        set_aside(setting.team.id, episode_in(setting.person).id, "Because", date(2026, 4, 20), setting.stranger)


def test_the_list_takes_one_statement_however_long_it_is(
    setting: Setting, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    people: list[Person] = [make_referred(setting, f"Kwame {number}", "Boateng") for number in range(30)]
    with after(days=40):
        with count_statements() as statements:
            found = watch_list(setting.nurse, setting.team.id)
        assert (len(statements), len(found.rows), found.count) == (1, 25, len(people) + 1)
        assert len(watch_list(setting.nurse, setting.team.id, 2).rows) == 6

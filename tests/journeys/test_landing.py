"""Landing checks: when somebody is asked, what they answer, and when nobody asks any more."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from livingwell.adjustments.models import Way
from livingwell.core.clock import fixed, today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.journeys.actions.closing import complete_closure
from livingwell.journeys.actions.landing import (
    answer_landing,
    cancel_landing_checks,
    look_at_answer,
    say_what_should_change,
    stop_asking,
)
from livingwell.journeys.actions.landing_asking import ask
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.landing_times import landing_times
from livingwell.journeys.models import EndingKind, Landed
from livingwell.journeys.models.landing_today import LANDING_TO_ASK
from livingwell.journeys.queries.landing import checks_of
from livingwell.journeys.queries.landing_asks import ASKS
from livingwell.people.queries.asks import asks
from tests.factories.closing import make_proposal
from tests.factories.contacts import THURSDAY, Desk
from tests.factories.identity import actor_for
from tests.factories.landing import make_chosen, plan_checks
from tests.factories.people import make_own_account, make_person
from tests.factories.worklist import support


@pytest.fixture
def _thursday() -> Iterator[None]:
    with fixed(THURSDAY):
        yield


@pytest.fixture
def desk(app: Flask, _thursday: None) -> Desk:
    return Desk()


def told_by_phone(landed: Landed = Landed.WORKING, **given: object) -> AnswerLanding:
    return AnswerLanding(landed, way=Way.PHONE, on=today(), **given)  # type: ignore[arg-type]


def test_two_six_and_twelve_weeks_after_support_ended(desk: Desk) -> None:
    make_chosen(desk.amara, desk.nurse)
    plan_checks(desk.amara, desk.nurse)
    days = [(check.weeks, check.due_on) for check in checks_of(desk.amara.id)]
    assert days == [(2, date(2026, 6, 25)), (6, date(2026, 7, 23)), (12, date(2026, 9, 3))]


def test_the_weeks_are_a_setting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landing_times, "weeks", (4,))
    plan_checks(desk.amara, desk.nurse)
    assert [check.weeks for check in checks_of(desk.amara.id)] == [4]


def test_ending_support_plans_them_and_whoever_was_key_worker_asks(desk: Desk) -> None:
    support(desk.amara, desk.priya, desk.nurse)
    complete_closure(make_proposal(desk.amara, desk.nurse), desk.nurse)
    with fixed(THURSDAY + timedelta(weeks=2)):
        ask(checks_of(desk.amara.id)[0].id, "")
        assert [each.kind for each in asks(desk.nurse, ASKS, 20)] == [LANDING_TO_ASK]
        assert asks(desk.peer, ASKS, 20) == []


def test_each_place_that_they_chose_has_its_own(desk: Desk) -> None:
    for name in ("Ancoats Photo Walks", "Salford Bikes"):
        make_chosen(desk.amara, desk.nurse, name)
    plan_checks(desk.amara, desk.nurse)
    first = [check.destination for check in checks_of(desk.amara.id) if check.weeks == 2]
    assert [each and each.name for each in first] == ["Ancoats Photo Walks", "Salford Bikes"]


def test_who_chose_no_place_is_asked_how_things_are(desk: Desk) -> None:
    plan_checks(desk.amara, desk.nurse)
    assert [check.destination for check in checks_of(desk.amara.id)] == [None, None, None]


def test_nobody_asks_after_somebody_who_has_died(desk: Desk) -> None:
    assert plan_checks(desk.amara, desk.nurse, EndingKind.DIED) == []


def test_somebody_we_lost_contact_with_is_asked_once_how_things_are(desk: Desk) -> None:
    make_chosen(desk.amara, desk.nurse)
    [check] = plan_checks(desk.amara, desk.nurse, EndingKind.LOST_CONTACT)
    assert (check.weeks, check.destination_id) == (2, None)


def test_a_late_answer_is_taken_and_the_last_one_stands(desk: Desk) -> None:
    [check, *_others] = plan_checks(desk.amara, desk.nurse, on=today() - timedelta(weeks=30))
    answer_landing(desk.amara.id, check.id, told_by_phone(Landed.NOT_WORKING), desk.nurse)
    answer_landing(desk.amara.id, check.id, told_by_phone(Landed.PARTLY), desk.nurse)
    [first, *_later] = checks_of(desk.amara.id)
    assert [each.landed for each in first.answers] == [Landed.NOT_WORKING, Landed.PARTLY]
    assert first.answer is not None
    assert first.answer.landed is Landed.PARTLY


def test_an_answer_is_of_a_day_after_support_ended(desk: Desk) -> None:
    [check, *_others] = plan_checks(desk.amara, desk.nurse, on=today() - timedelta(days=3))
    for wrong in (today() + timedelta(days=1), today() - timedelta(days=4)):
        with pytest.raises(Invalid):
            answer_landing(desk.amara.id, check.id, AnswerLanding(Landed.WORKING, on=wrong), desk.nurse)


def test_the_person_answers_their_own_and_nobody_elses(desk: Desk) -> None:
    [check, *_others] = plan_checks(desk.amara, desk.nurse)
    amara = actor_for(make_own_account(desk.amara))
    answer = answer_landing(desk.amara.id, check.id, AnswerLanding(Landed.PARTLY), amara)
    say_what_should_change(desk.amara.id, answer.id, "It is on a Friday now.", amara)
    assert answer.change_needed == "It is on a Friday now."
    tunde = make_person("Tunde", "Osei", team=desk.team)
    stranger = actor_for(make_own_account(tunde))
    with pytest.raises(NotFound):
        answer_landing(desk.amara.id, check.id, AnswerLanding(Landed.PARTLY), stranger)
    with pytest.raises(NotFound):
        answer_landing(tunde.id, check.id, AnswerLanding(Landed.PARTLY), stranger)


def test_what_the_person_says_waits_for_a_member_and_what_a_member_heard_does_not(desk: Desk) -> None:
    [check, second, _third] = plan_checks(desk.amara, desk.nurse)
    own = answer_landing(
        desk.amara.id, check.id, AnswerLanding(Landed.NOT_WORKING), actor_for(make_own_account(desk.amara))
    )
    assert own.dealt_with_at is None
    look_at_answer(desk.amara.id, own.id, desk.nurse)
    with pytest.raises(Conflict):
        look_at_answer(desk.amara.id, own.id, desk.peer)
    heard = answer_landing(desk.amara.id, second.id, told_by_phone(Landed.NOT_WORKING), desk.nurse)
    assert heard.dealt_with_by_id == desk.nurse.account_id


def test_who_asks_not_to_be_asked_is_not_asked(desk: Desk) -> None:
    [check, *_others] = plan_checks(desk.amara, desk.nurse)
    answer_landing(desk.amara.id, check.id, told_by_phone(), desk.nurse)
    with pytest.raises(Invalid):
        stop_asking(desk.amara.id, " ", desk.nurse)
    stop_asking(desk.amara.id, "Please leave it now", desk.nurse)
    assert [each.cancelled_why for each in checks_of(desk.amara.id)] == [
        "",
        "Please leave it now",
        "Please leave it now",
    ]
    with pytest.raises(Conflict):
        stop_asking(desk.amara.id, "Again", desk.nurse)


def test_coming_back_cancels_what_is_to_come(desk: Desk) -> None:
    plan_checks(desk.amara, desk.nurse)
    assert cancel_landing_checks(desk.amara.id, "They are back with us.", desk.nurse) == 3
    assert cancel_landing_checks(desk.amara.id, "They are back with us.", desk.nurse) == 0

"""The steps of a hand-over: each has a person and a date, and the receiver's yes is the receiver's."""

from datetime import timedelta

import pytest

from livingwell.careplans.models import ActorKind
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from livingwell.journeys.actions.handing_over import end_hand_over, start_hand_over
from livingwell.journeys.actions.stepping import change_step, end_step, plan_step, take_step_over
from livingwell.journeys.hand_over_commands import StepOutcome, StepPlan
from livingwell.journeys.models import Choice, HandOverStepKind
from livingwell.journeys.queries.hand_overs import hand_over_of, hand_overs_of
from livingwell.journeys.queries.journeys import journey_now
from tests.factories.hand_overs import make_hand_over, make_step
from tests.factories.identity import actor_for
from tests.factories.journeys import make_choice, make_chosen, make_destination
from tests.factories.people import make_person

SOON = today() + timedelta(days=7)


def test_only_what_the_person_chose_is_handed_over(setting):
    option = make_destination(setting.person, setting.nurse)
    with pytest.raises(Conflict, match="has not chosen"):
        start_hand_over(setting.person.id, option.id, setting.nurse)
    make_choice(option, setting.nurse)
    make_choice(option, setting.nurse, Choice.NOT_NOW)
    with pytest.raises(Conflict, match="thought again"):
        start_hand_over(setting.person.id, option.id, setting.nurse)


def test_there_is_one_hand_over_to_a_destination_at_a_time(setting):
    option = make_chosen(setting.person, setting.nurse)
    first = start_hand_over(setting.person.id, option.id, setting.nurse)
    with pytest.raises(Conflict, match="already"):
        start_hand_over(setting.person.id, option.id, setting.nurse)
    end_hand_over(setting.person.id, first.id, "The group has closed.", setting.nurse)
    again = start_hand_over(setting.person.id, option.id, setting.nurse)
    assert [each.id for each in hand_overs_of(journey_now(setting.person.id).id)] == [first.id, again.id]


def test_nobody_else_reaches_it(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    with pytest.raises(NotFound):
        end_hand_over(setting.person.id, hand_over.id, "No.", setting.stranger)
    other = make_person("Kai", "Brown", team=setting.team)
    with pytest.raises(NotFound):
        hand_over_of(other.id, hand_over.id)


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        (ActorKind.PERSON, ""),
        (ActorKind.CARER, "Her sister Efua"),
        (ActorKind.OTHER, "Lena Brandt"),
    ],
)
def test_anybody_can_do_a_step_and_is_named(setting, kind, named):
    hand_over = make_hand_over(setting.person, setting.nurse)
    plan = StepPlan(HandOverStepKind.FIRST_APPOINTMENT, SOON, kind, done_by=named)
    step = plan_step(setting.person, hand_over.id, plan, setting.nurse)
    assert step.done_by == (named or setting.person.preferred_name)


def test_a_peer_goes_along(setting):
    step = make_step(make_hand_over(setting.person, setting.nurse), setting.person, setting.peer)
    assert (step.done_by, step.done_by_id) == ("Jo Brennan", setting.jo.id)


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (StepPlan(HandOverStepKind.INTRODUCED, SOON, ActorKind.MEMBER), "done_by_id"),
        (StepPlan(HandOverStepKind.INTRODUCED, SOON, ActorKind.CARER), "done_by"),
        (StepPlan(HandOverStepKind.OTHER, SOON, ActorKind.PERSON), "what"),
    ],
)
def test_a_step_says_who_and_what(setting, plan, field):
    hand_over = make_hand_over(setting.person, setting.nurse)
    with pytest.raises(Invalid) as refused:
        plan_step(setting.person, hand_over.id, plan, setting.nurse)
    assert list(refused.value.messages) == [field]


def test_somebody_of_another_team_does_no_step(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    with pytest.raises(Invalid):
        make_step(hand_over, setting.person, setting.nurse, done_by_id=setting.outsider.id)


def test_a_kind_of_step_is_planned_once_while_it_is_open(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    step = make_step(hand_over, setting.person, setting.nurse)
    with pytest.raises(Conflict):
        make_step(hand_over, setting.person, setting.nurse)
    end_step(setting.person, hand_over.id, step.id, StepOutcome(False, today(), "She was ill."), setting.nurse)
    assert make_step(hand_over, setting.person, setting.nurse).is_open


def test_what_is_dropped_says_why(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    step = make_step(hand_over, setting.person, setting.nurse)
    with pytest.raises(Invalid):
        end_step(setting.person, hand_over.id, step.id, StepOutcome(False, today()), setting.nurse)


def test_the_receivers_yes_is_not_ticked_by_us(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    step = make_step(hand_over, setting.person, setting.nurse, HandOverStepKind.ACCEPTED)
    with pytest.raises(Conflict, match="theirs to say"):
        end_step(setting.person, hand_over.id, step.id, StepOutcome(True, today(), "Sure."), setting.nurse)
    end_step(setting.person, hand_over.id, step.id, StepOutcome(False, today(), "Not needed."), setting.nurse)


def test_a_step_is_taken_over_by_whoever_comes_next(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    step = make_step(hand_over, setting.person, setting.peer)
    take_step_over(setting.person, hand_over.id, step.id, setting.nurse)
    step = hand_over_of(setting.person.id, hand_over.id).steps[0]
    assert (step.done_by_id, step.done_by, step.by_on) == (setting.priya.id, "Priya Mistry", SOON)


def test_two_who_change_a_step_are_told(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    step = make_step(hand_over, setting.person, setting.nurse)
    plan = StepPlan(step.kind, SOON, ActorKind.PERSON, row_version=step.row_version)
    change_step(setting.person, hand_over.id, step.id, plan, setting.nurse)
    with pytest.raises(Stale):
        change_step(setting.person, hand_over.id, step.id, plan, setting.peer)


def test_an_ended_hand_over_is_read_and_not_changed(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    end_hand_over(setting.person.id, hand_over.id, "She found another group.", setting.nurse)
    with pytest.raises(Conflict, match="has ended"):
        make_step(hand_over, setting.person, setting.nurse)


def test_somebody_who_may_only_read_changes_nothing(setting):
    option = make_chosen(setting.person, setting.nurse)
    nobody = actor_for(setting.priya)
    with pytest.raises((Forbidden, NotFound)):
        start_hand_over(setting.person.id, option.id, nobody)

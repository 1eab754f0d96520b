"""What the closing letter is drafted from: what the person sees, what they chose, and what we tried."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from livingwell.adjustments.actions.life import note_happening
from livingwell.adjustments.commands import Happening
from livingwell.adjustments.models import EventKind, Way
from livingwell.careplans import actions as plans
from livingwell.careplans.commands import GoalStatusCommand, StepStatusCommand
from livingwell.careplans.models import ActorKind, GoalState, StepState
from livingwell.contacts.models import Outcome
from livingwell.core.actor import the_system
from livingwell.core.clock import fixed, now, today
from livingwell.identity.actions.crisis_wording import begin_crisis_wording
from livingwell.journeys.models import EndingKind, HandOverStepKind, Paper
from livingwell.journeys.models.closing_facts import ClosingFacts
from livingwell.journeys.queries.closing_facts import closing_facts
from tests.factories.careplans import make_full_plan, make_goal, make_hold, make_plan, make_private_goal, make_step
from tests.factories.closing import end_support, make_proposal
from tests.factories.closing_letters import episode_of, make_practice, make_wish
from tests.factories.contacts import make_adjustment, make_contact
from tests.factories.directory import make_service
from tests.factories.hand_overs import make_hand_over
from tests.factories.hand_overs import make_step as make_hand_over_step
from tests.factories.journeys import make_chosen, make_destination
from tests.factories.setting import Setting


def facts(setting: Setting) -> ClosingFacts:
    return closing_facts(setting.person, episode_of(setting.person))


def test_goals_come_with_their_first_and_last_number_and_the_steps_that_were_done(setting: Setting) -> None:
    with fixed(now() - timedelta(days=60)):
        goal = make_goal(make_plan(setting.person, setting.nurse), setting.nurse, is_rated=True, baseline=2)
    step = make_step(goal, setting.nurse, "Ride two stops")
    make_step(goal, setting.nurse, "Ride to the end")
    plans.rate_goal(goal, 7, today(), setting.nurse)
    plans.set_step_status(step, StepStatusCommand(StepState.DONE), setting.nurse)
    [told] = facts(setting).goals
    assert (told.first.value, told.last.value, told.steps_done) == (2, 7, ("Ride two stops",))
    assert told.is_own


def test_a_goal_that_was_let_go_is_left_out_and_one_that_was_reached_is_not(setting: Setting) -> None:
    plan = make_plan(setting.person, setting.nurse)
    reached, let_go = make_goal(plan, setting.nurse, "Sleep"), make_goal(plan, setting.nurse, "Run")
    plans.set_goal_status(reached, GoalStatusCommand(GoalState.REACHED), setting.nurse)
    plans.set_goal_status(let_go, GoalStatusCommand(GoalState.LET_GO, "Her knee."), setting.nurse)
    assert [(each.words, each.is_reached) for each in facts(setting).goals] == [("Sleep", True)]


def test_what_is_held_back_or_private_never_comes_into_a_letter(setting: Setting) -> None:
    plan = make_full_plan(setting.person, setting.nurse)
    make_private_goal(setting.person, "Sing in front of people")
    assert "Sing" not in str(facts(setting).goals)
    assert facts(setting).goals
    plans.agree_to_hold_back(plan, make_hold(plan, setting.nurse), setting.peer)
    assert facts(setting).goals == ()


def test_what_helps_is_what_is_to_be_met_and_the_person_lets_us_share(setting: Setting) -> None:
    make_adjustment(setting.person, setting.nurse, "Low light")
    kept = make_adjustment(setting.person, setting.nurse, "A talking mat")
    note_happening(setting.person, kept.id, Happening(EventKind.OBJECTED, today()), setting.nurse)
    assert facts(setting).adjustments == ("Low light",)


def test_only_what_they_chose_is_where_they_go_with_how_to_join_and_reach_it(setting: Setting) -> None:
    choir = make_service("Open Choir", summary="A choir.", how_to_join="Come along", phone="0161 496 0000")
    make_chosen(setting.person, setting.nurse, name="", service_id=choir.id)
    make_destination(setting.person, setting.nurse, "The gym")
    [place] = facts(setting).places
    assert (place.name, place.how_to_join, place.reached_by) == ("Open Choir", "Come along", ("0161 496 0000",))


def test_what_comes_next_names_who_goes_along_and_never_the_person_in_their_own_letter(setting: Setting) -> None:
    hand_over = make_hand_over(setting.person, setting.nurse)
    make_hand_over_step(hand_over, setting.person, setting.nurse)
    alone = {"actor_kind": ActorKind.PERSON, "done_by_id": None, "by_on": today() + timedelta(days=9)}
    make_hand_over_step(hand_over, setting.person, setting.nurse, HandOverStepKind.FIRST_APPOINTMENT, **alone)
    [place] = facts(setting).places
    assert [each.who for each in place.next_steps] == ["Priya Mistry", ""]


def test_why_support_ends_is_what_was_proposed_also_once_it_ended(setting: Setting) -> None:
    assert facts(setting).kind is None
    make_proposal(setting.person, setting.nurse, EndingKind.MOVED_AWAY)
    assert facts(setting).kind is EndingKind.MOVED_AWAY


def test_after_support_ended_the_letter_knows_why(setting: Setting) -> None:
    end_support(setting.person, kind=EndingKind.OWN_DECISION)
    assert facts(setting).kind is EndingKind.OWN_DECISION


def test_after_lost_contact_it_knows_what_was_tried_since_somebody_last_reached_them(setting: Setting) -> None:
    for days, outcome in enumerate((Outcome.SENT, Outcome.SPOKE, Outcome.NO_ANSWER), start=1):
        make_contact(setting.person, setting.nurse, Way.TEXT, outcome, at=now() - timedelta(days=days))
    make_proposal(setting.person, setting.nurse, EndingKind.LOST_CONTACT)
    assert [each.way for each in facts(setting).tried] == [Way.TEXT]


def test_the_crisis_wording_is_the_services_own(setting: Setting) -> None:
    begin_crisis_wording("Call 0161 496 0199 at any time.", the_system("tests"))
    assert facts(setting).crisis == "Call 0161 496 0199 at any time."


def test_the_practice_and_whether_it_gets_a_copy(setting: Setting) -> None:
    assert facts(setting).is_copied_to_gp
    make_practice(setting.person, setting.nurse)
    make_wish(setting.person, setting.nurse, Paper.GP_COPY)
    assert (facts(setting).practice, facts(setting).is_copied_to_gp) == ("Weaver Street Surgery", False)


def test_it_takes_as_many_statements_for_much_as_for_little(
    setting: Setting, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    make_chosen(setting.person, setting.nurse)
    make_full_plan(setting.person, setting.nurse)
    episode = episode_of(setting.person)
    with count_statements() as few:
        closing_facts(setting.person, episode)
    for number in range(3):
        make_chosen(setting.person, setting.nurse, f"Place {number}")
        make_adjustment(setting.person, setting.nurse, f"Thing {number}")
        make_contact(setting.person, setting.nurse)
    with count_statements() as many:
        closing_facts(setting.person, episode)
    assert len(many) <= len(few) + 1

"""What the person suggests and says no to in their plan stands in the talk about them, in their words."""

from flask import Flask

from livingwell.careplans import actions
from livingwell.careplans.commands import LineNo
from livingwell.careplans.models import CarePlan, TargetKind
from livingwell.careplans.queries.plans import current_plan
from tests.factories.careplans import make_full_plan, make_suggestion
from tests.factories.discussions import Room, address, as_member
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account


def plan_in(room: Room) -> CarePlan:
    return current_plan(room.amara.id) or make_full_plan(room.amara, room.nurse)


def test_the_persons_suggestion_and_their_no_are_on_the_screen(app: Flask) -> None:
    room = Room()
    plan, amara = plan_in(room), actor_for(make_own_account(room.amara))
    make_suggestion(plan, plan.goals[0], "Take the tram with my dog", amara)
    step = plan.goals[0].steps[0]
    actions.say_no_to_line(room.amara, plan, LineNo(TargetKind.STEP, step.id, "Not on Mondays"), amara)
    page = as_member(app, room.priya).get(address(room)).text
    assert "Amara suggests other words" in page
    assert "Take the tram with my dog" in page
    assert "Amara says that something in the plan isn’t right" in page
    assert "Goal 1, step 1: Not on Mondays" in page


def test_a_members_suggestion_is_there_once_it_was_left_for_the_meeting(app: Flask) -> None:
    room = Room()
    suggestion = plan_in(room).suggestions[0]
    nurse = as_member(app, room.priya)
    assert suggestion.words not in nurse.get(address(room)).text
    actions.take_to_meeting(suggestion, room.nurse)
    assert suggestion.words in nurse.get(address(room)).text


def test_what_was_answered_is_there_no_more(app: Flask) -> None:
    room = Room()
    plan, amara = plan_in(room), actor_for(make_own_account(room.amara))
    suggestion = make_suggestion(plan, plan.goals[0], "Take the tram with my dog", amara)
    actions.decline_suggestion(suggestion, "No dogs on the tram", room.nurse)
    assert "Take the tram with my dog" not in as_member(app, room.priya).get(address(room)).text

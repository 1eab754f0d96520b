"""A line is held back by two members, for a reason and until a day; and then nothing of it is on the person's side."""

from datetime import date, timedelta

import pytest

from livingwell.careplans import actions
from livingwell.careplans.commands import ConsequenceCommand, HoldBackCommand, StatementCommand
from livingwell.careplans.models import (
    CarePlan,
    ConsequenceArea,
    HeldBack,
    StatementKind,
    TargetKind,
    WhoseWords,
)
from livingwell.careplans.models.snapshot import Snapshot, to_json
from livingwell.careplans.presenters.agreement import agreement_side
from livingwell.careplans.queries.needs_member import plan_needs_of
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.seen import plan_as_the_person_sees_it, version_as_the_person_sees_it
from livingwell.careplans.queries.versions import changes_since, version_numbered
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from tests.factories.careplans import (
    goal_command,
    make_agreed,
    make_goal,
    make_plan,
    make_statement,
    make_step,
    make_suggestion,
)
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting

CANARY = "kingfisher"
IN_A_MONTH = timedelta(days=30)


def command(line: object, kind: TargetKind = TargetKind.GOAL, **given: object) -> HoldBackCommand:
    usual = {"reason": "It would frighten her before we have talked", "look_again_on": today() + IN_A_MONTH}
    return HoldBackCommand(kind, line.id, **{**usual, **given})  # type: ignore[attr-defined, arg-type]


def fresh(setting: Setting) -> CarePlan:
    plan = current_plan(setting.person.id)
    assert plan is not None
    return plan


def hold(setting: Setting, line: object, kind: TargetKind = TargetKind.GOAL, **given: object) -> HeldBack:
    """Asked by the nurse, agreed by the peer support worker."""
    plan = fresh(setting)
    asked = actions.ask_to_hold_back(plan, command(line, kind, **given), setting.nurse)
    actions.agree_to_hold_back(plan, asked, setting.peer)
    return asked


def seen(setting: Setting) -> Snapshot:
    found = plan_as_the_person_sees_it(setting.person.id, "Amara")
    assert found is not None
    return found.snapshot


def tells(snapshot: Snapshot) -> bool:
    return CANARY in str(to_json(snapshot))


@pytest.fixture
def amara(setting: Setting) -> Actor:
    return actor_for(make_own_account(setting.person))


def test_the_person_sees_the_line_until_a_second_member_agrees(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse, f"See the {CANARY}")
    asked = actions.ask_to_hold_back(plan, command(goal), setting.nurse)
    assert tells(seen(setting))
    actions.agree_to_hold_back(plan, asked, setting.peer)
    assert not tells(seen(setting))


def test_whoever_asked_can_not_agree(setting: Setting, plan: CarePlan) -> None:
    asked = actions.ask_to_hold_back(plan, command(make_goal(plan, setting.nurse)), setting.nurse)
    with pytest.raises(Conflict, match="second member"):
        actions.agree_to_hold_back(plan, asked, setting.nurse)


@pytest.mark.parametrize("missing", [{"reason": " "}, {"look_again_on": date(2020, 1, 1)}])
def test_it_needs_a_reason_and_a_day_to_look_again(setting: Setting, plan: CarePlan, missing: dict) -> None:
    with pytest.raises(Invalid):
        actions.ask_to_hold_back(plan, command(make_goal(plan, setting.nurse), **missing), setting.nurse)


def test_only_members_who_reach_the_person_hold_anything_back(setting: Setting, plan: CarePlan, amara: Actor) -> None:
    goal = make_goal(plan, setting.nurse)
    with pytest.raises(Forbidden):
        actions.ask_to_hold_back(plan, command(goal), amara)
    with pytest.raises(NotFound):
        actions.ask_to_hold_back(plan, command(goal), setting.stranger)


def test_every_kind_of_line_goes_with_all_that_hangs_on_it(setting: Setting, plan: CarePlan) -> None:
    need = make_statement(setting.person, setting.nurse, f"Rest from the {CANARY}", StatementKind.NEED)
    goal = make_goal(plan, setting.nurse, f"Goal {CANARY}", is_rated=True, baseline=3)
    make_step(goal, setting.nurse, f"Step {CANARY}")
    other = make_goal(plan, setting.nurse, "Another goal", need_id=need.id)
    step = make_step(other, setting.nurse, f"Step of the other {CANARY}")
    matter = make_statement(setting.person, setting.nurse, f"Mine is the {CANARY}")
    consequence = actions.raise_consequence(plan, ConsequenceCommand(ConsequenceArea.WORK, CANARY), setting.nurse)

    hold(setting, need, TargetKind.STATEMENT)
    hold(setting, goal)
    hold(setting, step, TargetKind.STEP)
    hold(setting, matter, TargetKind.STATEMENT)
    hold(setting, consequence, TargetKind.CONSEQUENCE)

    left = seen(setting)
    assert not tells(left)
    assert [each.words for each in left.goals] == ["Another goal"]


def test_a_suggestion_for_a_held_line_is_not_seen_either(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse, f"Goal {CANARY}")
    step = make_step(goal, setting.nurse)
    for line in (goal, step):
        make_suggestion(plan, line, f"Other words for the {CANARY}", setting.peer)
    hold(setting, goal)
    found = plan_as_the_person_sees_it(setting.person.id, "Amara")
    assert found is not None
    assert found.suggestions == ()


def test_other_words_for_a_held_line_are_held_too(setting: Setting, plan: CarePlan) -> None:
    make_statement(setting.person, setting.nurse, f"{CANARY} the first")
    second = make_statement(setting.person, setting.nurse, f"{CANARY} the second")
    hold(setting, second, TargetKind.STATEMENT)
    actions.state(
        setting.person,
        StatementCommand(StatementKind.MATTERS, f"{CANARY} the third", WhoseWords.PERSON, today()),
        setting.nurse,
    )
    assert not tells(seen(setting))


def test_no_older_version_shows_what_is_held_back_now(setting: Setting, plan: CarePlan) -> None:
    make_statement(setting.person, setting.nurse, f"{CANARY} the first")
    goal = make_goal(plan, setting.nurse, f"Goal {CANARY}")
    version = make_agreed(plan, setting.nurse)
    later = make_statement(setting.person, setting.nurse, f"{CANARY} again")
    hold(setting, goal)
    hold(setting, later, TargetKind.STATEMENT)

    kept = version_numbered(plan.id, version.number)
    assert not tells(version_as_the_person_sees_it(fresh(setting), kept))
    found = plan_as_the_person_sees_it(setting.person.id, "Amara")
    assert found is not None
    assert found.standing.changes == ()
    assert found.standing.is_settled


def test_a_yes_is_to_what_was_read_so_a_line_shown_later_is_new(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse, f"Goal {CANARY}")
    held = hold(setting, goal)
    make_agreed(plan, setting.nurse)
    actions.end_hold(plan, held, setting.peer)
    found = plan_as_the_person_sees_it(setting.person.id, "Amara")
    assert found is not None
    [change] = found.standing.changes
    assert (change.difference.verb, change.difference.new) == ("Added", f"Goal {CANARY}")
    make_agreed(plan, setting.nurse, words="Yes, to this as well.")
    again = plan_as_the_person_sees_it(setting.person.id, "Amara")
    assert again is not None
    assert again.standing.is_settled


def test_the_person_is_told_that_something_is_held_back_and_whom_to_ask(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    step = make_step(goal, setting.nurse)
    hold(setting, step, TargetKind.STEP)
    found = plan_as_the_person_sees_it(setting.person.id, "Amara")
    assert found is not None
    assert [(each.section, each.ask, each.goal_id) for each in found.held] == [("step", "Priya Mistry", str(goal.id))]


def test_unless_that_itself_would_harm_which_needs_its_own_reason(setting: Setting, plan: CarePlan) -> None:
    hold(setting, make_goal(plan, setting.nurse), hides_that_because="Somebody else reads her phone")
    found = plan_as_the_person_sees_it(setting.person.id, "Amara")
    assert found is not None
    assert found.held == ()


def test_to_hold_it_back_for_longer_two_members_say_so_again(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse, f"Goal {CANARY}")
    first = hold(setting, goal)
    longer = actions.ask_to_hold_back(
        fresh(setting), command(goal, look_again_on=today() + 2 * IN_A_MONTH), setting.peer
    )
    assert first.is_in_force
    assert not tells(seen(setting))
    actions.agree_to_hold_back(fresh(setting), longer, setting.nurse)
    [left] = [each for each in fresh(setting).held_back if each.is_in_force]
    assert (left.id, left.look_again_on) == (longer.id, today() + 2 * IN_A_MONTH)


def test_it_is_asked_once_and_ended_once(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    asked = actions.ask_to_hold_back(plan, command(goal), setting.nurse)
    with pytest.raises(Conflict):
        actions.ask_to_hold_back(plan, command(goal), setting.peer)
    actions.end_hold(plan, asked, setting.peer)
    with pytest.raises(Conflict):
        actions.end_hold(plan, asked, setting.peer)
    with pytest.raises(Conflict):
        actions.agree_to_hold_back(plan, asked, setting.peer)


def test_the_person_can_not_touch_what_they_do_not_see(setting: Setting, plan: CarePlan, amara: Actor) -> None:
    goal = make_goal(plan, setting.nurse, is_rated=True)
    step = make_step(goal, setting.nurse)
    suggestion = make_suggestion(plan, goal, "Other words", setting.peer)
    hold(setting, goal)
    with pytest.raises(NotFound):
        actions.rate_own_goal(goal, 5, amara)
    with pytest.raises(NotFound):
        actions.decline_suggestion(suggestion, "No", amara)
    with pytest.raises(NotFound):
        make_suggestion(plan, step, "Other words", amara)


def test_a_hold_is_of_one_plan(setting: Setting, plan: CarePlan) -> None:
    asked = actions.ask_to_hold_back(plan, command(make_goal(plan, setting.nurse)), setting.nurse)

    other = make_plan(make_person("Tom", "Reid", team=setting.team), setting.nurse)
    with pytest.raises(NotFound):
        actions.agree_to_hold_back(other, asked, setting.peer)


def test_the_team_is_told_that_the_yes_was_given_without_the_line(setting: Setting, plan: CarePlan) -> None:
    hold(setting, make_goal(plan, setting.nurse))
    make_agreed(plan, setting.nurse)
    side = agreement_side(changes_since(fresh(setting), "Amara"), "Amara")
    assert side.not_seen == "Amara did not see 1 line, which was held back then."
    assert side.is_settled


def test_what_changes_in_a_held_line_is_counted_nowhere_as_something_to_ask_about(
    setting: Setting, plan: CarePlan
) -> None:
    goal = make_goal(plan, setting.nurse, whose_words=WhoseWords.TOGETHER)
    make_agreed(plan, setting.nurse)
    hold(setting, goal)
    told = goal_command("Other words", whose_words=WhoseWords.TOGETHER, row_version=goal.row_version)
    actions.reword_goal(goal, told, setting.nurse)
    needs = plan_needs_of(setting.person.id, setting.nurse.account_id)
    assert needs is not None
    assert needs.changes == 0

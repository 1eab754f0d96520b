"""What a member's day holds, and what it must not."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from livingwell.careplans import actions as plans
from livingwell.careplans.commands import GoalStatusCommand, StepStatusCommand
from livingwell.careplans.models import Answer, CarePlan, GoalState, StepState
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.versions import changes_since
from livingwell.core.actor import Right
from livingwell.core.clock import fixed, today
from livingwell.discussions.actions.agenda import say_line
from livingwell.discussions.actions.closing import mark_told, write_telling
from livingwell.discussions.actions.meetings import end_meeting
from livingwell.discussions.actions.round import add_view, close_challenge
from livingwell.discussions.commands import AddView, SayLine, WriteTelling
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.actions.limiting import limit_record
from livingwell.people.actions.striking import strike
from livingwell.people.commands import LimitRecord
from livingwell.people.models import AllocationRole, Person
from livingwell.worklist.models import Day, Supported
from livingwell.worklist.queries import day_of
from tests.factories.careplans import goal_command, make_agreed, make_goal, make_plan, make_suggestion, persons_answer
from tests.factories.discussions import make_meeting
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.people import make_person
from tests.factories.worklist import THURSDAY, Desk, ago, answer_plan, support

Counting = Callable[[], AbstractContextManager[list[str]]]


def day(desk: Desk) -> Day:
    return day_of(desk.nurse)


def supported(desk: Desk, person: Person) -> Supported:
    return next(who for who in day(desk).supported if who.person.id == person.id)


def fresh(person: Person) -> CarePlan:
    """The person's plan with all its lines."""
    db.session.expire_all()
    plan = current_plan(person.id)
    assert plan is not None
    return plan


def changes(desk: Desk, person: Person) -> int:
    """How many changes Today counts, which must be how many the plan's own page lists."""
    plan = supported(desk, person).plan
    assert plan is not None
    assert plan.changes == len(changes_since(fresh(person), person.preferred_name).changes)
    return plan.changes


def test_it_asks_as_much_for_many_people_as_for_one(desk: Desk, count_statements: Counting) -> None:
    desk.meet_at_ten()
    desk.agreed_plan(desk.key_worked("Peter", "Lyle"))
    with count_statements() as for_one:
        day(desk)
    for number in range(4):
        person = desk.key_worked("Ann", f"Lee{number}")
        goal = make_goal(desk.agreed_plan(person), desk.nurse, "Swim once a week")
        desk.step(goal, "Find the pool", number)
        desk.promise(f"Ring the pool {number}", number)
        make_person("Bo", f"Finch{number}", team=desk.team, is_started=False)
    with count_statements() as for_many:
        day(desk)
    assert len(for_many) == len(for_one)


def test_my_decisions_are_mine_until_they_are_settled(desk: Desk) -> None:
    desk.promise("Ask the GP", -3)
    desk.decide("Somebody else’s")
    assert [decision.what for decision in day(desk).promises.decisions] == ["Ask the GP"]


def test_steps_that_i_do_come_when_they_are_due_within_a_week(desk: Desk) -> None:
    goal = make_goal(make_plan(desk.amara, desk.nurse), desk.nurse)
    late, _later = desk.step(goal, "Late", -1), desk.step(goal, "In eight days", 8)
    done = desk.step(goal, "Done", 1)
    plans.set_step_status(done, StepStatusCommand(StepState.DONE), desk.nurse)
    assert [step.id for step, _goal, _person in day(desk).promises.steps] == [late.id]


def test_a_step_asks_for_nothing_once_its_goal_was_let_go(desk: Desk) -> None:
    goal = make_goal(make_plan(desk.amara, desk.nurse), desk.nurse)
    desk.step(goal, "Ride two stops", 0)
    plans.set_goal_status(goal, GoalStatusCommand(GoalState.LET_GO, "She found another way"), desk.nurse)
    assert day(desk).promises.steps == []


def test_what_i_am_to_tell_somebody_stays_until_it_was_told(desk: Desk) -> None:
    telling = WriteTelling("We stopped the calls.", desk.priya.id, "by text", today())
    write_telling(desk.discussion, telling, desk.chair)
    assert [person.id for _telling, person in day(desk).promises.tellings] == [desk.amara.id]
    mark_told(desk.discussion, desk.nurse)
    assert day(desk).promises.tellings == []


def test_the_people_i_support_are_those_i_am_key_worker_or_peer_for(desk: Desk) -> None:
    mine = desk.key_worked("Peter", "Lyle")
    support(desk.key_worked("Ann", "Lee"), desk.jo, desk.chair)
    make_person("Nobody’s", "Own", team=desk.team)
    support(desk.amara, desk.jo, desk.chair, AllocationRole.PEER)
    assert [who.person.id for who in day(desk).supported] == [mine.id]
    assert [who.person.preferred_name for who in day_of(desk.peer).supported] == ["Amara", "Ann"]


def test_somebody_without_a_plan_has_none(desk: Desk) -> None:
    assert supported(desk, desk.key_worked("Peter", "Lyle")).plan is None


def test_the_changes_since_a_yes_are_those_that_the_plan_lists(desk: Desk) -> None:
    person = desk.key_worked("Peter", "Lyle")
    desk.agreed_plan(person)
    assert changes(desk, person) == 0
    goal = make_goal(fresh(person), desk.nurse, "Swim once a week")
    assert changes(desk, person) == 1
    with fixed(THURSDAY + timedelta(minutes=1)):
        make_agreed(fresh(person), desk.nurse)
        assert changes(desk, person) == 0
    for minute, words, count in ((2, "Swim twice a week", 1), (3, "Swim once a week", 0)):
        with fixed(THURSDAY + timedelta(minutes=minute)):
            plans.reword_goal(goal, goal_command(words, answer=persons_answer()), desk.nurse)
            assert changes(desk, person) == count


def test_another_day_for_the_review_is_a_change(desk: Desk) -> None:
    person = desk.key_worked("Peter", "Lyle")
    desk.agreed_plan(person)
    plans.set_review(fresh(person), today(), desk.priya.id, desk.nurse)
    assert changes(desk, person) == 1


def test_what_only_goes_on_as_agreed_is_no_change(desk: Desk) -> None:
    person = desk.key_worked("Peter", "Lyle")
    desk.agreed_plan(person)
    plans.rate_goal(fresh(person).goals[0], 6, today(), desk.nurse)
    assert changes(desk, person) == 0


def test_a_line_struck_out_since_the_yes_is_a_change(desk: Desk) -> None:
    person = desk.key_worked("Peter", "Lyle")
    desk.agreed_plan(person)
    strike(fresh(person).goals[0], "Somebody else’s goal", desk.nurse)
    assert changes(desk, person) == 1


def test_the_last_answer_counts_also_after_a_yes(desk: Desk) -> None:
    person = desk.key_worked("Peter", "Lyle")
    plan = desk.agreed_plan(person)
    make_goal(plan, desk.nurse, "Swim once a week")
    answer_plan(plan, desk.nurse, Answer.NO, today(), not_right="I never said swimming.")
    found = supported(desk, person).plan
    assert found is not None
    assert found.answer is not None
    assert (found.answer.answer, found.answer.not_right) == (Answer.NO, "I never said swimming.")
    assert found.agreed_on is not None


def test_a_suggestion_waits_for_others_than_its_maker(desk: Desk) -> None:
    person = desk.key_worked("Peter", "Lyle")
    suggestion = make_suggestion(desk.agreed_plan(person), None, "Visit the allotment", desk.peer)
    make_suggestion(fresh(person), None, "My own idea", desk.nurse)
    assert supported(desk, person).plan.suggestions == 1  # type: ignore[union-attr]
    plans.decline_suggestion(suggestion, "Peter said no", desk.nurse)
    assert supported(desk, person).plan.suggestions == 0  # type: ignore[union-attr]


def test_a_challenge_stays_until_it_is_closed_and_says_what_was_decided_over_it(desk: Desk) -> None:
    support(desk.amara, desk.priya, desk.chair)
    add_view(desk.discussion, AddView("Why do we keep phoning?", is_challenge=True), desk.peer)
    assert [is_over for _challenge, is_over in supported(desk, desk.amara).challenges] == [False]
    desk.decide("Phone once a week")
    assert [is_over for _challenge, is_over in supported(desk, desk.amara).challenges] == [True]
    challenge, _is_over = supported(desk, desk.amara).challenges[0]
    close_challenge(desk.discussion, challenge, "We write now", desk.peer)
    assert supported(desk, desk.amara).challenges == []


def test_the_next_meeting_is_the_one_that_runs_or_else_the_soonest(desk: Desk) -> None:
    coming = desk.meet_at_ten()
    desk.put_on(make_person("Ann", "Lee", team=desk.team))
    make_meeting(desk, THURSDAY + timedelta(days=7))
    found = day(desk).next_meeting
    assert found is not None
    assert found.meeting.id == coming.id


def test_a_meeting_that_ended_is_no_next_meeting(desk: Desk) -> None:
    with ago(14):
        end_meeting(desk.meeting, desk.chair)
    assert day(desk).next_meeting is None


def test_who_waits_stands_in_the_order_of_the_referral(desk: Desk) -> None:
    for name, days in (("Nine", 9), ("Thirty", 30), ("Twenty", 20)):
        make_person(name, "Days", team=desk.team, referred_days_ago=days, is_started=False)
    found = day(desk)
    assert [who.person.preferred_name for who in found.waiting] == ["Thirty", "Twenty", "Nine"]
    assert found.waiting_count == 3


@pytest.fixture
def second_team(desk: Desk) -> Team:
    """Priya is in it too."""
    return make_team("Second team")


def test_a_member_of_two_teams_sees_who_waits_for_either(desk: Desk, second_team: Team) -> None:
    make_person("First", "Team", team=desk.team, referred_days_ago=9, is_started=False)
    make_person("Second", "Team", team=second_team, referred_days_ago=19, is_started=False)
    actor = actor_for(desk.priya, desk.team)
    actor.rights[second_team.id] = Right.MEMBER
    found = day_of(actor)
    assert [who.person.preferred_name for who in found.waiting] == ["Second", "First"]
    assert found.waiting_count == 2


def test_answers_are_ratings_and_lines_of_the_people_i_support(desk: Desk) -> None:
    person = desk.key_worked("Peter", "Lyle")
    desk.agreed_plan(person)
    plans.rate_goal(fresh(person).goals[0], 6, today(), desk.nurse)
    desk.meeting = desk.meet_at_ten()
    line = SayLine(brought_by_id=desk.jo.id, words="I start college soon")
    say_line(desk.put_on(person), line, desk.peer)
    say_line(desk.put_on(desk.amara), line, desk.peer)
    found = day(desk).answers
    assert [(rating.value, was) for rating, _goal, was in found.ratings] == [(6, 4)]
    assert [line.person_id for line in found.lines] == [person.id]


def test_a_limited_record_is_in_no_part_of_the_day(desk: Desk) -> None:
    support(desk.amara, desk.priya, desk.chair)
    make_goal(make_plan(desk.amara, desk.nurse), desk.nurse)
    desk.step(fresh(desk.amara).goals[0], "Ride two stops", 0)
    desk.promise("Ask the GP", -3)
    write_telling(desk.discussion, WriteTelling("No more calls.", desk.priya.id, "by text", today()), desk.chair)
    desk.meeting = desk.meet_at_ten()
    desk.put_on(desk.amara)
    waits = make_person("Ann", "Lee", team=desk.team, is_started=False)
    assert desk.amara.id in day(desk).person_ids
    second = make_account("Mo Iqbal", team=desk.team, right=Right.TEAM_LEAD)
    lead = actor_for(desk.ruth, desk.team, Right.TEAM_LEAD)
    for person in (desk.amara, waits):
        limit_record(person, LimitRecord(frozenset({second.id}), "Works here"), lead)
    assert day(desk).person_ids == set()
    assert day(desk).waiting_count == 0


def test_a_team_of_nobody_gives_an_empty_day(desk: Desk) -> None:
    team = make_team()
    found = day_of(actor_for(make_account(team=team), team))
    assert found.person_ids == set()
    assert found.next_meeting is None

"""What members do with a plan: the rules, one test each."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from livingwell.audit.models import AuditEntry
from livingwell.careplans import actions
from livingwell.careplans.commands import (
    AnswerCommand,
    ConsequenceCommand,
    GoalStatusCommand,
    SafetyPlanCommand,
    StatementCommand,
    StepStatusCommand,
    SuggestionCommand,
)
from livingwell.careplans.models import (
    ActorKind,
    Answer,
    CarePlan,
    ConsequenceArea,
    GoalState,
    HowSaid,
    PlanChange,
    Statement,
    StatementKind,
    StepState,
    SuggestionKind,
    TargetKind,
    WhoseWords,
)
from livingwell.careplans.models.differences import Difference
from livingwell.careplans.models.standing import Standing
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.versions import changes_since
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound, Stale
from livingwell.extensions import db
from tests.factories.careplans import (
    goal_command,
    make_agreed,
    make_goal,
    make_plan,
    make_statement,
    make_step,
    make_suggestion,
    persons_answer,
)
from tests.factories.setting import Setting


def plan_now(setting: Setting) -> CarePlan:
    db.session.expire_all()
    plan = current_plan(setting.person.id)
    assert plan is not None
    return plan


def standing(setting: Setting) -> Standing:
    return changes_since(plan_now(setting), "Amara")


def changes(setting: Setting) -> list[Difference]:
    return [each.difference for each in standing(setting).changes]


def last_verb() -> str:
    return db.session.scalars(select(AuditEntry.verb).order_by(AuditEntry.number.desc())).first() or ""


# Statements and needs


def test_new_words_replace_the_old_ones_which_are_kept(setting: Setting, plan: CarePlan) -> None:
    make_statement(setting.person, setting.peer, "I want to see my sister.", row_version=1)
    assert [each.words for each in plan_now(setting).current_statements] == ["I want to see my sister."]
    assert len(db.session.scalars(select(Statement)).all()) == 2


def test_the_teams_words_do_not_replace_the_persons_without_an_answer(setting: Setting, plan: CarePlan) -> None:
    ours = StatementCommand(StatementKind.MATTERS, "Libraries", WhoseWords.TOGETHER, today())
    with pytest.raises(Conflict):
        actions.state(setting.person, ours, setting.nurse)
    assert plan_now(setting).current_statements[0].words.startswith("I want")


def test_a_second_statement_made_from_an_older_reading_is_refused(setting: Setting, plan: CarePlan) -> None:
    with pytest.raises(Stale) as refused:
        make_statement(setting.person, setting.peer, "Mine", row_version=7)
    assert refused.value.texts == {"words": "I want to get to the library and back."}


def test_two_who_read_the_same_words_do_not_replace_each_others(setting: Setting, plan: CarePlan) -> None:
    make_statement(setting.person, setting.peer, "I want to see my sister.", row_version=1)
    with pytest.raises(Stale) as refused:
        make_statement(setting.person, setting.nurse, "Peace and quiet", row_version=1)
    assert (refused.value.texts, refused.value.row_version) == ({"words": "I want to see my sister."}, 2)


def test_two_who_found_no_words_do_not_replace_each_others(setting: Setting, plan: CarePlan) -> None:
    make_statement(setting.person, setting.peer, "She can draw.", StatementKind.GOOD_AT, row_version=0)
    with pytest.raises(Stale):
        make_statement(setting.person, setting.nurse, "She can sing.", StatementKind.GOOD_AT, row_version=0)


def test_words_written_after_others_were_struck_out_are_not_taken_for_them(setting: Setting, plan: CarePlan) -> None:
    actions.strike_line(plan_now(setting).current_statements[0], "Written on the wrong plan", setting.nurse)
    make_statement(setting.person, setting.peer, "I want to see my sister.", row_version=0)
    with pytest.raises(Stale):
        make_statement(setting.person, setting.nurse, "Peace and quiet", row_version=1)


def test_a_need_reworded_by_two_is_refused_to_the_second(setting: Setting, plan: CarePlan) -> None:
    need = make_statement(setting.person, setting.nurse, "Rest", StatementKind.NEED)
    make_statement(setting.person, setting.nurse, "A quiet room", StatementKind.NEED)
    again = StatementCommand(StatementKind.NEED, "Sleep", WhoseWords.PERSON, today(), row_version=1)
    actions.reword_need(need, again, setting.peer)
    with pytest.raises(Stale) as refused:
        actions.reword_need(need, replace(again, words="Some rest"), setting.nurse)
    assert refused.value.texts == {"words": "Sleep"}
    assert [each.words for each in plan_now(setting).needs] == ["A quiet room", "Sleep"]


def test_a_reworded_need_takes_its_goals_along(setting: Setting, plan: CarePlan) -> None:
    need = make_statement(setting.person, setting.nurse, "Rest", StatementKind.NEED)
    make_goal(plan, setting.nurse, need_id=need.id)
    command = StatementCommand(StatementKind.NEED, "Rest she can count on", WhoseWords.PERSON, today(), row_version=1)
    actions.reword_need(need, command, setting.peer)
    assert [each.words for each in plan_now(setting).needs] == ["Rest she can count on"]
    assert plan_now(setting).goals[0].need_id == plan_now(setting).needs[0].id


# Goals


def test_agreeing_a_goal_leaves_its_row_its_change_and_its_audit_entry(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.peer)
    assert (goal.state, goal.number, goal.written_by) == (GoalState.AGREED, 1, "Jo Brennan")
    assert last_verb() == "agree_goal"
    change = db.session.scalars(select(PlanChange).where(PlanChange.line_id == goal.id)).one()
    assert (change.before, change.after["words"], change.written_by) == (None, goal.words, "Jo Brennan")


def test_a_suggested_goal_is_agreed_only_with_the_persons_answer(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse, whose_words=WhoseWords.SUGGESTED, suggested_by="Priya Mistry")
    assert goal.state is GoalState.SUGGESTED
    with pytest.raises(Conflict):
        actions.set_goal_status(goal, GoalStatusCommand(GoalState.AGREED), setting.nurse)
    actions.set_goal_status(goal, GoalStatusCommand(GoalState.AGREED, answer=persons_answer()), setting.nurse)
    assert plan_now(setting).goals[0].state is GoalState.AGREED


def test_a_goal_sent_twice_is_one_goal(setting: Setting, plan: CarePlan) -> None:
    make_goal(plan, setting.nurse)
    with pytest.raises(Conflict):
        make_goal(plan, setting.nurse, "get the tram into town on my OWN")
    assert len(plan_now(setting).goals) == 1


def test_the_persons_goal_changes_only_with_their_answer(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    with pytest.raises(Conflict):
        actions.reword_goal(goal, goal_command("Use public transport", row_version=1), setting.nurse)
    actions.reword_goal(goal, goal_command("Get the bus", row_version=1, answer=persons_answer()), setting.nurse)
    assert plan_now(setting).goals[0].words == "Get the bus"
    change = db.session.scalars(select(PlanChange).where(PlanChange.answered_on.is_not(None))).one()
    assert (change.answer, change.answered_how) == ("Yes, say it like that.", HowSaid.IN_PERSON)


def test_a_goal_made_from_an_older_reading_is_refused_with_the_text_that_stands(
    setting: Setting, plan: CarePlan
) -> None:
    goal = make_goal(plan, setting.nurse)
    actions.reword_goal(goal, goal_command("Get the bus", row_version=1, answer=persons_answer()), setting.nurse)
    with pytest.raises(Stale) as refused:
        actions.reword_goal(goal, goal_command("Walk", row_version=1, answer=persons_answer()), setting.peer)
    assert refused.value.texts["words"] == "Get the bus"


def test_letting_go_needs_a_reason_and_a_goal_can_come_back_with_its_history(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    with pytest.raises(Invalid):
        actions.set_goal_status(goal, GoalStatusCommand(GoalState.LET_GO), setting.nurse)
    actions.set_goal_status(goal, GoalStatusCommand(GoalState.LET_GO, "Moved house"), setting.nurse)
    actions.set_goal_status(goal, GoalStatusCommand(GoalState.IN_PROGRESS, "Wants it again"), setting.peer)
    told = [(status.state, status.written_by) for status in plan_now(setting).goals[0].statuses]
    assert told == [
        (GoalState.AGREED, "Priya Mistry"),
        (GoalState.LET_GO, "Priya Mistry"),
        (GoalState.IN_PROGRESS, "Jo Brennan"),
    ]


def test_three_goals_are_rated_at_a_time_and_one_let_go_frees_its_place(setting: Setting, plan: CarePlan) -> None:
    goals = [make_goal(plan, setting.nurse, f"Goal {number}", is_rated=True) for number in range(3)]
    fourth = make_goal(plan, setting.nurse, "Fourth")
    with pytest.raises(Conflict):
        actions.rate_goal(fourth, 2, today(), setting.nurse)
    actions.set_goal_status(goals[1], GoalStatusCommand(GoalState.REACHED), setting.nurse)
    actions.rate_goal(fourth, 2, today(), setting.nurse)
    assert [goal.number for goal in plan_now(setting).rated_goals] == [1, 4, 3]


# Ratings


def test_a_rating_keeps_who_wrote_it_down_and_a_day_has_one(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    actions.rate_goal(goal, 0, today() - timedelta(days=7), setting.nurse)
    actions.rate_goal(goal, 10, today(), setting.peer)
    told = [(rating.value, rating.written_by) for rating in plan_now(setting).goals[0].ratings]
    assert told == [(0, "Priya Mistry"), (10, "Jo Brennan")]
    with pytest.raises(Conflict):
        actions.rate_goal(goal, 9, today(), setting.peer)


@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_is_from_0_to_10(setting: Setting, plan: CarePlan, value: int) -> None:
    goal = make_goal(plan, setting.nurse)
    with pytest.raises(Invalid):
        actions.rate_goal(goal, value, today(), setting.nurse)


def test_a_rating_is_not_from_the_future(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    with pytest.raises(Invalid):
        actions.rate_goal(goal, 5, today() + timedelta(days=1), setting.nurse)


# Steps


def test_a_members_step_names_a_member_of_the_persons_team(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    step = make_step(goal, setting.nurse, actor_kind=ActorKind.MEMBER, done_by_id=setting.jo.id)
    assert step.done_by == "Jo Brennan"
    with pytest.raises(Invalid):
        make_step(goal, setting.nurse, "Another", actor_kind=ActorKind.MEMBER, done_by_id=setting.outsider.id)


def test_a_step_that_was_not_done_says_why(setting: Setting, plan: CarePlan) -> None:
    step = make_step(make_goal(plan, setting.nurse), setting.nurse)
    with pytest.raises(Invalid):
        actions.set_step_status(step, StepStatusCommand(StepState.NOT_DONE), setting.nurse)
    actions.set_step_status(step, StepStatusCommand(StepState.NOT_DONE, "The tram was full"), setting.nurse)
    assert plan_now(setting).goals[0].steps[0].status.why == "The tram was full"


# Consequences


def test_a_consequence_is_open_until_it_was_talked_through(setting: Setting, plan: CarePlan) -> None:
    command = ConsequenceCommand(ConsequenceArea.TRAVEL, "The form names a diagnosis")
    consequence = actions.raise_consequence(plan, command, setting.peer)
    assert (consequence.is_open, consequence.written_by) == (True, "Jo Brennan")
    actions.talk_through(consequence, today(), "Yes, if I read the letter first", setting.nurse)
    kept = plan_now(setting).consequences[0]
    assert (kept.is_open, kept.talked_through_by, kept.decided) == (
        False,
        "Priya Mistry",
        "Yes, if I read the letter first",
    )


# Suggestions


def test_a_suggestion_is_accepted_by_another_and_keeps_whose_idea_it_was(setting: Setting, plan: CarePlan) -> None:
    step = make_step(make_goal(plan, setting.nurse), setting.nurse)
    suggestion = make_suggestion(plan, step, "Ride two stops, headphones on", setting.peer)
    with pytest.raises(Conflict):
        actions.accept_suggestion(suggestion, setting.peer)
    actions.accept_suggestion(suggestion, setting.nurse)
    assert plan_now(setting).goals[0].steps[0].what == "Ride two stops, headphones on"
    change = db.session.scalars(select(PlanChange).order_by(PlanChange.created_at.desc())).first()
    assert change is not None
    assert (change.idea_of, change.written_by) == ("Jo Brennan", "Priya Mistry")


def test_a_rewording_says_something_else(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    with pytest.raises(Invalid):
        make_suggestion(plan, goal, goal.words, setting.peer)


def test_a_suggestion_for_the_persons_words_stands_beside_them_until_they_answer(
    setting: Setting, plan: CarePlan
) -> None:
    goal = make_goal(plan, setting.nurse)
    suggestion = make_suggestion(plan, goal, "Take the tram once a week", setting.peer)
    with pytest.raises(Conflict):
        actions.accept_suggestion(suggestion, setting.nurse)
    kept = plan_now(setting)
    assert (kept.goals[0].words, kept.suggestions[0].is_open) == ("Get the tram into town on my own", True)
    actions.accept_suggestion(suggestion, setting.nurse, persons_answer())
    assert plan_now(setting).goals[0].words == "Take the tram once a week"
    assert plan_now(setting).goals[0].is_persons


def test_an_accepted_addition_becomes_a_suggested_goal_or_a_step(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    for_plan = make_suggestion(plan, None, "Join the library group", setting.peer)
    command = SuggestionCommand(SuggestionKind.ADDITION, TargetKind.GOAL, "Ask for a travel pass", goal.id)
    for_goal = actions.make_suggestion(plan, command, setting.peer)
    actions.accept_suggestion(for_plan, setting.nurse)
    actions.accept_suggestion(for_goal, setting.nurse)
    first, second = plan_now(setting).goals
    assert (first.steps[0].what, first.steps[0].done_by) == ("Ask for a travel pass", "Priya Mistry")
    assert (second.words, second.state, second.suggested_by) == (
        "Join the library group",
        GoalState.SUGGESTED,
        "Jo Brennan",
    )


def test_declining_needs_a_reason_and_one_for_the_meeting_stays_open(setting: Setting, plan: CarePlan) -> None:
    suggestion = make_suggestion(plan, None, "Join the library group", setting.peer)
    with pytest.raises(Invalid):
        actions.decline_suggestion(suggestion, "", setting.nurse)
    actions.take_to_meeting(suggestion, setting.nurse)
    assert plan_now(setting).suggestions[0].is_open
    actions.decline_suggestion(suggestion, "Amara has joined already", setting.nurse)
    assert not plan_now(setting).suggestions[0].is_open
    with pytest.raises(Conflict):
        actions.accept_suggestion(suggestion, setting.nurse)


# Versions and agreement


def test_asking_numbers_a_version_and_asking_again_does_not(setting: Setting, plan: CarePlan) -> None:
    assert actions.ask_agreement(plan, setting.nurse).number == 1
    assert actions.ask_agreement(plan, setting.peer).number == 1
    make_goal(plan, setting.nurse)
    assert actions.ask_agreement(plan, setting.nurse).number == 2


def test_nothing_is_agreed_by_default(setting: Setting, plan: CarePlan) -> None:
    actions.ask_agreement(plan, setting.nurse)
    assert (standing(setting).agreed, standing(setting).answer) == (None, None)


def test_the_changes_since_the_yes_are_listed_with_who_made_them(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    make_agreed(plan, setting.peer)
    assert standing(setting).is_settled
    make_step(goal, setting.nurse, "Ask for a free travel pass")
    (change,) = standing(setting).changes
    assert (change.difference.verb, change.difference.about, change.difference.new) == (
        "Added",
        "to goal 1",
        "Ask for a free travel pass",
    )
    assert change.change is not None
    assert change.change.written_by == "Priya Mistry"


def test_what_only_goes_on_as_agreed_asks_nobody_again(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    step = make_step(goal, setting.nurse)
    make_agreed(plan, setting.peer)
    actions.rate_goal(goal, 3, today(), setting.nurse)
    actions.set_step_status(step, StepStatusCommand(StepState.DONE), setting.nurse)
    assert standing(setting).changes == ()
    assert [each.difference.verb for each in standing(setting).progress] == ["Changed", "Rated"]


def test_a_no_says_what_is_not_right_and_the_earlier_yes_stands(setting: Setting, plan: CarePlan) -> None:
    make_agreed(plan, setting.nurse)
    make_goal(plan, setting.nurse)
    version = actions.ask_agreement(plan, setting.nurse)
    with pytest.raises(Invalid):
        actions.record_agreement(version, AnswerCommand(Answer.NO, today()), setting.nurse)
    no = AnswerCommand(Answer.NO, today(), how=HowSaid.IN_PERSON, not_right="Not the tram")
    actions.record_agreement(version, no, setting.nurse)
    now_stands = standing(setting)
    assert now_stands.answer is not None
    assert (now_stands.answer.answer, now_stands.answer.not_right) == (Answer.NO, "Not the tram")
    assert now_stands.agreed is not None
    assert now_stands.agreed.number == 1
    assert not now_stands.is_settled


def test_could_not_ask_says_why_and_by_when(setting: Setting, plan: CarePlan) -> None:
    version = actions.ask_agreement(plan, setting.nurse)
    for incomplete in ({"why_not_asked": "Unwell"}, {"ask_by": date(2030, 1, 1)}):
        with pytest.raises(Invalid):
            actions.record_agreement(version, AnswerCommand(Answer.COULD_NOT_ASK, today(), **incomplete), setting.nurse)


def test_staff_sign_off_is_not_agreement(setting: Setting, plan: CarePlan) -> None:
    version = actions.ask_agreement(plan, setting.nurse)
    actions.sign_off(version, setting.nurse)
    assert standing(setting).agreed is None
    with pytest.raises(Conflict):
        actions.sign_off(version, setting.nurse)


def test_a_discussion_numbers_a_version_only_when_it_changed_the_plan(setting: Setting, plan: CarePlan) -> None:
    make_agreed(plan, setting.nurse)
    assert actions.number_version_for_discussion(plan, setting.nurse) is None
    make_goal(plan, setting.nurse)
    version = actions.number_version_for_discussion(plan, setting.nurse)
    assert version is not None
    assert version.number == 2


# The safety plan


def test_a_safety_plan_needs_triggers_and_each_save_is_a_version(setting: Setting) -> None:
    with pytest.raises(Invalid):
        actions.save_safety_plan(setting.person, SafetyPlanCommand(" "), setting.nurse)
    actions.save_safety_plan(setting.person, SafetyPlanCommand("Crowds"), setting.nurse)
    with pytest.raises(Stale):
        actions.save_safety_plan(setting.person, SafetyPlanCommand("Noise"), setting.peer)
    second = actions.save_safety_plan(setting.person, SafetyPlanCommand("Noise", replaces=1), setting.peer)
    assert second.number == 2


# Who may


def test_nobody_changes_a_plan_out_of_their_reach(setting: Setting, plan: CarePlan) -> None:
    with pytest.raises(NotFound):
        make_goal(plan, setting.stranger)
    assert plan_now(setting).goals == []


def test_a_peer_support_worker_has_the_same_say_over_a_plan_as_a_nurse(setting: Setting) -> None:
    plan = make_plan(setting.person, setting.peer)
    make_goal(plan, setting.peer)
    assert make_agreed(plan, setting.peer).number == 1


def test_a_plan_is_started_once(setting: Setting) -> None:
    first = actions.start_plan(setting.person, setting.nurse)
    assert actions.start_plan(setting.person, setting.peer).id == first.id

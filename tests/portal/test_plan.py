"""The person's plan on their own pages: what staff see of it, and everything that they do with it."""

from dataclasses import dataclass
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from livingwell.careplans import actions
from livingwell.careplans.commands import HoldBackCommand, StepStatusCommand
from livingwell.careplans.models import Answer, CarePlan, GoalState, StepState, SuggestionKind, TargetKind, WhoseWords
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.seen import plan_as_the_person_sees_it
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import Person
from livingwell.people.queries.arriving import arrivals_of
from livingwell.people.queries.commenting import comments_on
from livingwell.portal.waiting import waiting_for
from tests.factories.careplans import (
    goal_command,
    make_full_plan,
    make_goal,
    make_step,
    make_suggestion,
    persons_answer,
)
from tests.factories.closing import end_support
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_own_account, make_person
from tests.harness.session import settle
from tests.harness.statements import counted
from tests.harness.together import together


@dataclass
class Setting:
    """Amara with a plan, on her own pages; and two of her team."""

    person: Person
    amara: Actor
    nurse: Actor
    peer: Actor
    client: FlaskClient

    @property
    def plan(self) -> CarePlan:
        plan = current_plan(self.person.id)
        assert plan is not None
        return plan

    def reads(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200
        return answer.get_data(as_text=True)

    def sends(self, path: str, status: int = 303, **fields: str) -> str:
        answer = self.client.post(path, data=fields)
        assert answer.status_code == status, answer.get_data(as_text=True)
        settle()
        db.session.expire_all()
        return answer.get_data(as_text=True)

    def arrived(self) -> list[tuple[str, str]]:
        return [(each.kind, each.words) for each in arrivals_of(self.person.id, 1)[0]]


@pytest.fixture
def my(app: Flask, client: FlaskClient) -> Setting:
    team = make_team("Irwell team")
    person = make_person("Amara", "Osei", team=team)
    nurse = actor_for(make_account("Priya Mistry", team=team), team)
    peer = actor_for(make_account("Jo Brennan", team=team), team)
    make_full_plan(person, nurse)
    account = make_own_account(person)
    sign_in(client, account)
    return Setting(person, actor_for(account), nurse, peer, client)


def test_the_plan_says_all_that_the_teams_page_says(my: Setting) -> None:
    page = my.reads("/my/plan")
    for words in (
        "I want to get to the library and back.",
        "Rest I can count on",
        "Get the tram into town on my own",
        "Ride two stops",
        "A pass names the diagnosis",
        "An idea from Priya Mistry",
        "You said yes on",
    ):
        assert words in page


def test_before_there_is_a_plan_the_page_says_so(client: FlaskClient) -> None:
    sign_in(client, make_own_account(make_person("Tom", "Reid")))
    page = client.get("/my/plan").get_data(as_text=True)
    assert "You don’t have a plan yet" in page


def test_a_goal_is_rated_in_two_presses_and_shows_how_it_moved(my: Setting) -> None:
    goal = my.plan.goals[0]
    my.sends(f"/my/plan/goals/{goal.id}/rating", value="6")
    assert [(each.value, each.written_by) for each in my.plan.goals[0].ratings] == [(6, "Amara Osei")]
    assert "you said 6" in my.reads(f"/my/plan/goals/{goal.id}")
    assert ("plan.rating", "Goal 1: 6 of 10") in my.arrived()


def test_another_number_on_the_same_day_takes_the_place_of_the_first(my: Setting) -> None:
    goal = my.plan.goals[0]
    for value in ("6", "3"):
        my.sends(f"/my/plan/goals/{goal.id}/rating", value=value)
    assert [each.value for each in my.plan.goals[0].ratings] == [3]


def test_a_number_has_to_be_chosen(my: Setting) -> None:
    page = my.sends(f"/my/plan/goals/{my.plan.goals[0].id}/rating", 422)
    assert "Choose a number" in page
    my.sends(f"/my/plan/goals/{my.plan.goals[0].id}/rating", 422, value="11")


def test_a_fourth_goal_is_not_rated_before_a_place_is_free(my: Setting) -> None:
    goals = [make_goal(my.plan, my.nurse, f"Goal {number}", is_rated=number < 2) for number in range(3)]
    assert "How close am I?" not in my.reads(f"/my/plan/goals/{goals[2].id}")
    page = my.sends(f"/my/plan/goals/{goals[2].id}/rating", 409, value="5")
    assert "Something has changed" in page


def test_a_step_is_ticked_or_something_got_in_the_way_and_what(my: Setting) -> None:
    step = my.plan.goals[0].steps[0]
    path = f"/my/plan/steps/{step.id}/progress"
    assert "Say what got in the way" in my.sends(path, 422, state="not done")
    my.sends(path, state="not done", why="The tram was full")
    assert my.plan.goals[0].steps[0].state is StepState.NOT_DONE
    assert "The tram was full" in my.reads("/my/plan/goals/" + str(my.plan.goals[0].id))
    my.sends(path, state="done")
    assert my.plan.goals[0].steps[0].state is StepState.DONE


def test_other_words_are_a_suggestion_of_theirs_that_the_team_accepts_without_asking_again(my: Setting) -> None:
    goal = my.plan.goals[0]
    my.sends(f"/my/plan/lines/goal/{goal.id}/words", words="Get the tram with my dog", why="He helps")
    suggestion = my.plan.suggestions[-1]
    assert (suggestion.is_persons, suggestion.written_by) == (True, "Amara Osei")
    assert "Get the tram with my dog" not in my.plan.goals[0].words
    actions.accept_suggestion(suggestion, my.nurse, why="He does")
    assert my.plan.goals[0].words == "Get the tram with my dog"
    page = my.reads("/my/plan/ideas")
    assert "Priya Mistry said yes" in page
    assert "He does" in page


def test_nobody_accepts_their_own(my: Setting) -> None:
    goal = my.plan.goals[0]
    my.sends(f"/my/plan/lines/goal/{goal.id}/words", words="Other words")
    my.sends(f"/my/plan/ideas/{my.plan.suggestions[-1].id}", 404, answer="yes")
    assert my.plan.suggestions[-1].is_open


@pytest.mark.parametrize(("answer", "words"), [("yes", "Take the tram once a week"), ("no", "Get the tram into town")])
def test_what_the_team_suggests_is_answered_with_why(my: Setting, answer: str, words: str) -> None:
    suggestion = my.plan.suggestions[0]
    my.sends(f"/my/plan/ideas/{suggestion.id}", answer=answer, why="Once is enough")
    assert my.plan.goals[0].words.startswith(words)
    assert my.plan.goals[0].whose_words is WhoseWords.PERSON
    given = my.plan.suggestions[0].answer
    assert given is not None
    assert (given.written_by, given.reason) == ("Amara Osei", "Once is enough")


def test_a_no_says_why(my: Setting) -> None:
    assert "Say why not" in my.sends(f"/my/plan/ideas/{my.plan.suggestions[0].id}", 422, answer="no")


def test_a_goal_that_the_person_suggests_joins_the_plan_in_their_words(my: Setting) -> None:
    my.sends("/my/plan/goals/new", words="Sing in a choir", why="It calms me")
    actions.accept_suggestion(my.plan.suggestions[-1], my.peer)
    goal = my.plan.goals[-1]
    assert (goal.words, goal.whose_words, goal.state) == ("Sing in a choir", WhoseWords.PERSON, GoalState.AGREED)


def test_a_goal_or_a_step_can_be_left_out_once_the_team_says_yes(my: Setting) -> None:
    goal = make_goal(my.plan, my.nurse, "Another goal")
    step = make_step(goal, my.nurse)
    my.sends(f"/my/plan/lines/step/{step.id}/leave-out", why="I did it long ago")
    my.sends(f"/my/plan/lines/goal/{goal.id}/leave-out", why="I don't want it now")
    for suggestion in my.plan.suggestions[-2:]:
        assert suggestion.kind is SuggestionKind.DROP
        actions.accept_suggestion(suggestion, my.peer)
    left = my.plan.goals[-1]
    assert (left.state, left.status.why, left.steps[0].state) == (
        GoalState.LET_GO,
        "I don't want it now",
        StepState.DROPPED,
    )


def test_what_is_no_goal_and_no_step_can_not_be_left_out(my: Setting) -> None:
    need = my.plan.needs[0]
    assert my.client.get(f"/my/plan/lines/statement/{need.id}/leave-out").status_code == 404


def test_a_suggested_goal_is_answered_at_home(my: Setting) -> None:
    goal = make_goal(my.plan, my.peer, "Swim", whose_words=WhoseWords.SUGGESTED, suggested_by="Jo Brennan")
    assert "Is this a goal for you?" in my.reads(f"/my/plan/goals/{goal.id}/answer")
    my.sends(f"/my/plan/goals/{goal.id}/answer", answer="yes")
    assert my.plan.goals[-1].state is GoalState.AGREED


def test_no_to_one_line_with_why_stands_beside_it_and_the_next_no_joins_it(my: Setting) -> None:
    step, need = my.plan.goals[0].steps[0], my.plan.needs[0]
    my.sends(f"/my/plan/lines/step/{step.id}/not-right", why="Not on Mondays", seen=step.what)
    my.sends(f"/my/plan/lines/statement/{need.id}/not-right", why="I rest enough", seen=need.words)
    found = plan_as_the_person_sees_it(my.person.id, "Amara")
    assert found is not None
    assert {each.why for each in found.standing.not_right} == {"Not on Mondays", "I rest enough"}
    answer = found.standing.answer
    assert answer is not None
    assert (answer.answer, answer.written_by) == (Answer.NO, "Amara Osei")
    page = my.reads("/my/plan")
    assert "Not on Mondays" in page
    assert "You said yes on" not in page


def test_no_is_said_to_the_words_that_were_read(my: Setting) -> None:
    need = my.plan.needs[0]
    my.sends(f"/my/plan/lines/statement/{need.id}/not-right", 409, why="Not this", seen="What it said an hour ago")


@pytest.mark.parametrize(("answer", "kept"), [("yes", Answer.YES), ("no", Answer.NO), ("later", Answer.COULD_NOT_ASK)])
def test_agreement_is_answered_to_the_plan_that_was_read(my: Setting, answer: str, kept: Answer) -> None:
    make_goal(my.plan, my.nurse, "A new goal")
    page = my.reads("/my/plan/answer")
    assert "A new goal" in page
    seen = page.split('name="seen"')[1].split('value="')[1].split('"')[0]
    my.sends("/my/plan/answer", answer=answer, words="So it is", seen=seen)
    found = plan_as_the_person_sees_it(my.person.id, "Amara")
    assert found is not None
    assert found.standing.answer is not None
    assert found.standing.answer.answer is kept


def answers(my: Setting, answer: str, words: str = "") -> None:
    """Amara answers to the plan as she reads it."""
    seen = my.reads("/my/plan/answer").split('name="seen"')[1].split('value="')[1].split('"')[0]
    my.sends("/my/plan/answer", answer=answer, words=words, seen=seen)


def team_reads(app: Flask, my: Setting, rest: str = "") -> str:
    """A page of the plan, as a member reads it."""
    member = app.test_client()
    account = db.session.get(Account, my.nurse.account_id)
    assert account is not None
    sign_in(member, account)
    page = member.get(f"/people/{my.person.id}/plan{rest}")
    assert page.status_code == 200
    return unescape(page.get_data(as_text=True))


@pytest.mark.parametrize("words", ["I want to ask my sister", ""])
def test_not_yet_is_the_persons_answer_with_their_own_words_and_no_others(app: Flask, my: Setting, words: str) -> None:
    make_goal(my.plan, my.nurse, "A new goal")
    answers(my, "later", words)
    day = long_date(today())
    for path in ("/my/plan", "/my/plan/versions", "/my/plan/print"):
        page = my.reads(path)
        assert f"You said not yet on {day}." in page, path
        assert ("“I want to ask my sister”" in page) is bool(words), path
        assert "not the time to ask" not in page
        assert "“Not" not in page
    for rest in ("", "/versions"):
        page = team_reads(app, my, rest)
        assert f"Amara said not yet on {day}." in page, rest
        assert ("“I want to ask my sister”" in page) is bool(words), rest
        assert "obody could ask" not in page
        assert "ritten down by Amara" not in page
        assert "“Not" not in page


def test_not_yet_arrives_as_a_kind_of_its_own_with_the_persons_words_alone(app: Flask, my: Setting) -> None:
    make_goal(my.plan, my.nurse, "A new goal")
    answers(my, "later", "I want to ask my sister")
    assert ("plan.not_yet", "I want to ask my sister") in my.arrived()
    page = my.reads("/my/messages")
    assert "You said not yet about your plan" in page
    assert "Could not ask" not in page


def nos(my: Setting) -> set[str]:
    """Why the lines are not right to which Amara says no as it stands."""
    found = plan_as_the_person_sees_it(my.person.id, "Amara")
    assert found is not None
    return {each.why for each in found.standing.not_right}


def test_not_yet_takes_no_no_back(app: Flask, my: Setting) -> None:
    goal, need = my.plan.goals[0], my.plan.needs[0]
    step = goal.steps[0]
    my.sends(f"/my/plan/lines/statement/{need.id}/not-right", why="I rest enough", seen=need.words)
    answers(my, "later")
    assert "I rest enough" in my.reads("/my/plan")
    assert "I rest enough" in team_reads(app, my)
    my.sends(f"/my/plan/lines/step/{step.id}/not-right", why="Not on Mondays", seen=step.what)
    answers(my, "later", "I want to ask my sister")
    assert "Not on Mondays" in my.reads(f"/my/plan/goals/{goal.id}")
    assert nos(my) == {"Not on Mondays", "I rest enough"}


def test_a_no_stays_when_another_line_changed_and_the_person_said_not_yet_to_that(my: Setting) -> None:
    step = my.plan.goals[0].steps[0]
    my.sends(f"/my/plan/lines/step/{step.id}/not-right", why="Not on Mondays", seen=step.what)
    make_goal(my.plan, my.nurse, "A new goal")
    answers(my, "later")
    assert nos(my) == {"Not on Mondays"}
    actions.set_step_status(my.plan.goals[0].steps[0], StepStatusCommand(StepState.UNDER_WAY), my.nurse)
    assert nos(my) == {"Not on Mondays"}


def test_a_no_ends_with_a_yes_to_the_plan(my: Setting) -> None:
    step = my.plan.goals[0].steps[0]
    my.sends(f"/my/plan/lines/step/{step.id}/not-right", why="Not on Mondays", seen=step.what)
    answers(my, "yes")
    assert nos(my) == set()
    answers(my, "later")
    assert nos(my) == set()


def test_a_no_ends_when_its_line_changed(my: Setting) -> None:
    goal = my.plan.goals[0]
    my.sends(f"/my/plan/lines/goal/{goal.id}/not-right", why="Not the tram", seen=goal.words)
    answers(my, "later")
    told = goal_command("Get the bus into town", row_version=my.plan.goals[0].row_version, answer=persons_answer())
    actions.reword_goal(my.plan.goals[0], told, my.nurse)
    assert nos(my) == set()


def test_a_new_version_waits_at_home_though_a_no_to_an_older_one_stands(app: Flask, my: Setting) -> None:
    step = my.plan.goals[0].steps[0]
    my.sends(f"/my/plan/lines/step/{step.id}/not-right", why="Not on Mondays", seen=step.what)
    assert "Is your plan right for you?" not in waiting(app, my)
    make_goal(my.plan, my.nurse, "A new goal")
    actions.ask_agreement(my.plan, my.nurse)
    assert "Is your plan right for you?" in waiting(app, my)


def test_an_answer_to_a_plan_that_changed_meanwhile_is_not_taken(my: Setting) -> None:
    seen = my.reads("/my/plan/answer").split('name="seen"')[1].split('value="')[1].split('"')[0]
    make_goal(my.plan, my.nurse, "A new goal")
    page = my.sends("/my/plan/answer", 409, answer="yes", words="Mine", seen=seen)
    assert "Mine" in page


def test_the_persons_words_beside_a_line_can_be_taken_back(my: Setting) -> None:
    goal = my.plan.goals[0]
    my.sends(f"/my/plan/lines/goal/{goal.id}/comment", words="That isn’t how I’d put it")
    assert "That isn’t how I’d put it" in my.reads("/my/plan")
    [comment] = comments_on(my.person.id)[goal.id]
    my.sends(f"/my/comments/{comment.id}/removal")
    assert "That isn’t how I’d put it" not in my.reads("/my/plan")


def test_the_person_is_told_that_something_is_held_back_and_whom_to_ask(my: Setting) -> None:
    goal = make_goal(my.plan, my.nurse, "Kingfisher")
    command = HoldBackCommand(TargetKind.GOAL, goal.id, "Soon", today().replace(year=today().year + 1))
    hold = actions.ask_to_hold_back(my.plan, command, my.nurse)
    assert "Kingfisher" in my.reads("/my/plan")
    actions.agree_to_hold_back(my.plan, hold, my.peer)
    page = my.reads("/my/plan")
    assert "Kingfisher" not in page
    assert "Something is held back here. Ask Priya Mistry." in page
    assert my.client.get(f"/my/plan/goals/{goal.id}").status_code == 404
    assert my.client.get(f"/my/plan/lines/goal/{goal.id}").status_code == 404


def test_every_version_is_there_to_read_and_so_are_the_papers(my: Setting) -> None:
    assert "/my/plan/versions/1" in my.reads("/my/plan/versions")
    assert "Ride two stops" in my.reads("/my/plan/versions/1")
    assert "Ride two stops" in my.reads("/my/plan/print")
    assert "Crowds" in my.reads("/my/safety-plan")
    assert "Crowds" in my.reads("/my/safety-plan/print")


def test_the_plan_takes_as_many_statements_with_one_goal_as_with_forty(app: Flask, my: Setting) -> None:
    my.reads("/my/plan")
    with counted(app) as few:
        my.reads("/my/plan")
    for number in range(38):
        step = make_step(make_goal(my.plan, my.nurse, f"Goal {number}"), my.nurse)
        make_suggestion(my.plan, step, f"Other words {number}", my.peer)
    settle()
    with counted(app) as many:
        my.reads("/my/plan")
    assert len(few) == len(many) <= 16


def waiting(app: Flask, my: Setting) -> list[str]:
    """What stands at home."""
    with app.test_request_context():
        g.pop("seen_plan", None)  # kept for one request, and the app's context of a test lasts longer
        return [each.title for each in waiting_for(my.person)]


def test_what_the_team_suggests_and_answers_waits_at_home(app: Flask, my: Setting) -> None:
    assert waiting(app, my) == ["Priya Mistry has an idea for your plan"]
    my.sends(f"/my/plan/ideas/{my.plan.suggestions[0].id}", answer="no", why="Not now")
    my.sends(f"/my/plan/lines/goal/{my.plan.goals[0].id}/words", words="Other words")
    assert waiting(app, my) == []
    actions.decline_suggestion(my.plan.suggestions[-1], "We need the first ones", my.peer)
    db.session.expire_all()
    assert waiting(app, my) == ["Jo Brennan answered your idea"]


def test_whether_the_plan_is_right_waits_once_something_changed_since_the_last_yes(app: Flask, my: Setting) -> None:
    make_goal(my.plan, my.nurse, "A new goal")
    assert "Is your plan right for you?" in waiting(app, my)


def test_a_held_line_waits_for_nothing(app: Flask, my: Setting) -> None:
    told = HoldBackCommand(TargetKind.GOAL, my.plan.goals[0].id, "Soon", today() + timedelta(days=9))
    actions.agree_to_hold_back(my.plan, actions.ask_to_hold_back(my.plan, told, my.nurse), my.peer)
    db.session.expire_all()
    assert waiting(app, my) == []


def test_of_numbers_given_at_the_same_moment_one_stands(app: Flask, my: Setting) -> None:
    goal_id, person_id = my.plan.goals[0].id, my.person.id

    def rate() -> None:
        plan = current_plan(person_id)
        assert plan is not None
        actions.rate_own_goal(next(each for each in plan.goals if each.id == goal_id), 7, my.amara)

    assert together(app, rate) == []
    settle()
    db.session.expire_all()
    assert [each.value for each in my.plan.goals[0].ratings] == [7]


def test_the_person_rates_while_a_member_changes_the_goal_and_neither_loses_anything(my: Setting) -> None:
    goal = my.plan.goals[0]
    read = goal_command("Get the tram into town", row_version=goal.row_version, answer=persons_answer())
    my.sends(f"/my/plan/goals/{goal.id}/rating", value="6")
    actions.reword_goal(my.plan.goals[0], read, my.nurse)
    left = my.plan.goals[0]
    assert (left.words, [each.value for each in left.ratings]) == ("Get the tram into town", [6])


def test_home_asks_nothing_about_the_plan_once_support_has_ended(app: Flask, my: Setting) -> None:
    end_support(my.person)
    settle()
    assert waiting(app, my) == []

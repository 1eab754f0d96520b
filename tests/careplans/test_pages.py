"""The pages of the plan: what they show, what they take, and what they refuse."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from livingwell.careplans import actions
from livingwell.careplans.commands import ConsequenceCommand, GoalStatusCommand, SafetyPlanCommand
from livingwell.careplans.models import (
    Agreement,
    Answer,
    CarePlan,
    Consequence,
    ConsequenceArea,
    Goal,
    GoalState,
    HowSaid,
    PlanVersion,
    Statement,
    StatementKind,
    Step,
    Suggestion,
)
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.clock import today
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
from tests.factories.identity import sign_in
from tests.factories.people import make_person
from tests.factories.setting import Setting
from tests.harness.forms import form_with


@dataclass
class Full:
    """A plan with something of everything."""

    setting: Setting
    plan: CarePlan
    goal: Goal
    step: Step
    need: Statement
    suggestion: Suggestion
    consequence: Consequence
    version: PlanVersion

    def path(self, rest: str = "") -> str:
        return f"/people/{self.setting.person.id}/plan{rest}"


@pytest.fixture
def full(setting: Setting, client: FlaskClient) -> Full:
    nurse, peer, person = setting.nurse, setting.peer, setting.person
    plan = make_plan(person, nurse)
    make_statement(person, peer, "I notice things.", StatementKind.GOOD_AT)
    make_statement(person, peer, "The library group.", StatementKind.WHERE_NEXT)
    need = make_statement(person, peer, "Rest I can count on", StatementKind.NEED)
    goal = make_goal(plan, nurse, is_rated=True, baseline=1, said_on=today() - timedelta(days=30))
    actions.rate_goal(goal, 5, today() - timedelta(days=2), peer)
    step = make_step(goal, nurse, in_the_way="The tram is full", then_we="Let it go")
    over = make_goal(plan, nurse, "Sleep")
    actions.set_goal_status(over, GoalStatusCommand(GoalState.LET_GO, "It is fine now"), nurse)
    consequence = actions.raise_consequence(plan, ConsequenceCommand(ConsequenceArea.TRAVEL, "A travel pass"), peer)
    version = make_agreed(plan, peer)
    actions.sign_off(version, nurse)
    make_step(goal, nurse, "Ask for a free travel pass")
    suggestion = make_suggestion(plan, goal, "Take the tram once a week", peer)
    actions.save_safety_plan(person, SafetyPlanCommand("Crowds", what_helps="Headphones"), nurse)
    sign_in(client, setting.priya)
    return Full(setting, plan, goal, step, need, suggestion, consequence, version)


def text_of(response: TestResponse) -> str:
    return unescape(response.get_data(as_text=True))


def paths(full: Full) -> list[str]:
    """Every page about the plan that is opened by a link."""
    return [
        full.path(rest)
        for rest in (
            "",
            "/words/matters",
            "/words/good_at",
            "/words/where_next",
            "/needs/new",
            f"/needs/{full.need.id}",
            "/review",
            "/goals/new",
            f"/goals/{full.goal.id}",
            f"/goals/{full.goal.id}/statuses/new",
            f"/goals/{full.goal.id}/ratings/new",
            f"/goals/{full.goal.id}/steps/new",
            f"/steps/{full.step.id}",
            f"/steps/{full.step.id}/statuses/new",
            "/consequences/new",
            f"/consequences/{full.consequence.id}",
            f"/consequences/{full.consequence.id}/talk",
            "/suggestions/new",
            f"/suggestions/new/goal/{full.goal.id}",
            f"/suggestions/new/step/{full.step.id}",
            f"/suggestions/{full.suggestion.id}/acceptance",
            f"/suggestions/{full.suggestion.id}/declining",
            "/versions",
            "/versions/1",
            "/versions/1/answers/new",
            "/changes",
            "/cover",
            "/turned",
            "/print",
            "/text",
            f"/struck/goal/{full.goal.id}",
        )
    ] + [f"/people/{full.setting.person.id}/safety-plan{rest}" for rest in ("", "/edit", "/print", "/versions")]


def test_every_page_opens(full: Full, client: FlaskClient) -> None:
    for path in paths(full):
        assert client.get(path).status_code == 200, path


def test_every_page_is_as_good_as_absent_for_a_stranger(full: Full, client: FlaskClient) -> None:
    stranger = client.application.test_client()
    sign_in(stranger, full.setting.outsider)
    for path in paths(full):
        assert stranger.get(path).status_code == 404, path


def test_the_plan_takes_at_most_18_statements_with_one_goal_or_forty(
    full: Full, client: FlaskClient, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    client.get(full.path())  # the session notes that it was seen, once a minute
    with count_statements() as few:
        client.get(full.path())
    for number in range(38):
        make_step(make_goal(full.plan, full.setting.nurse, f"Goal {number}"), full.setting.nurse)
    with count_statements() as many:
        client.get(full.path())
    assert len(few) == len(many) <= 18


# The plan's page


def test_before_there_is_a_plan_the_page_says_what_to_do_first(setting: Setting, client: FlaskClient) -> None:
    sign_in(client, setting.priya)
    page = text_of(client.get(f"/people/{setting.person.id}/plan"))
    assert "Start with what matters to Amara" in page
    assert "Write down what matters to Amara" in page


def test_the_persons_words_come_before_anything_else_on_the_page(full: Full, client: FlaskClient) -> None:
    page = text_of(client.get(full.path()))
    places = [page.index(said) for said in ("I want to get to the library", "Agreed with Amara on", "I notice things.")]
    assert places == sorted(places)
    assert page.index("What Amara is good at") < page.index("Goals and steps")


def test_the_page_says_which_version_was_agreed_and_what_changed_since(full: Full, client: FlaskClient) -> None:
    page = text_of(client.get(full.path()))
    assert "version 1</h2>" in page
    assert "1 change since" in page
    assert "to goal 1: “Ask for a free travel pass”" in page
    assert "Staff sign-off: Priya Mistry" in page
    assert "Amara has not been asked about these yet." in page


def test_a_rating_is_shown_as_a_change_and_never_judged(full: Full, client: FlaskClient) -> None:
    page = text_of(client.get(full.path())).lower()
    assert "5, was 1. up 4 since" in page
    assert "reliabl" not in page
    assert "significan" not in page


def test_a_suggestion_for_the_persons_words_stands_beside_them(full: Full, client: FlaskClient) -> None:
    page = text_of(client.get(full.path()))
    assert "Suggestion from Jo Brennan" in page
    assert re.search("<ins>.*Take.*</ins>", page)
    assert "Get the tram into town on my own</h3>" in page


def test_a_suggestion_is_answered_once_and_whoever_is_second_hears_by_whom_with_their_words(
    full: Full, client: FlaskClient
) -> None:
    path = full.path(f"/suggestions/{full.suggestion.id}/declining")
    twice = [client.post(path, data={"reason": "Not this month"}).status_code for _press in range(2)]
    assert twice == [303, 303]
    sign_in(client, full.setting.jo)
    second = client.post(path, data={"reason": "It was my idea, and I take it back"})
    assert second.status_code == 409
    assert "Priya Mistry has answered this suggestion already" in text_of(second)
    assert "It was my idea, and I take it back" in text_of(second)


def test_a_version_with_a_number_beyond_every_plan_is_not_found(full: Full, client: FlaskClient) -> None:
    paths = [full.path(f"/versions/{number}{more}") for number in (7, 10**20) for more in ("", "/answers/new")]
    assert [client.get(path).status_code for path in paths] == [404] * 4
    assert client.post(full.path(f"/versions/{10**20}/sign-off")).status_code == 404


def test_a_text_with_markup_stays_text(full: Full, client: FlaskClient) -> None:
    make_goal(full.plan, full.setting.nurse, "<script>alert(1)</script>")
    assert "<script>alert(1)" not in client.get(full.path()).get_data(as_text=True)


# Forms


def goal_fields(**changes: str) -> dict[str, str]:
    day = today()
    return {
        "words": "Join the library group",
        "whose_words": "person",
        "said_on-day": str(day.day),
        "said_on-month": str(day.month),
        "said_on-year": str(day.year),
        "life_area": "getting out and about",
        "importance": "8",
        **changes,
    }


def plan_again(full: Full) -> CarePlan:
    db.session.expire_all()
    plan = current_plan(full.setting.person.id)
    assert plan is not None
    return plan


def test_a_goal_is_agreed_and_the_browser_sent_on(full: Full, client: FlaskClient) -> None:
    response = client.post(full.path("/goals/new"), data=goal_fields(is_rated="y", baseline="0"))
    assert (response.status_code, response.location) == (303, f"{full.path()}#goals")
    goal = plan_again(full).goals[-1]
    assert (goal.words, goal.state, [rating.value for rating in goal.ratings]) == (
        "Join the library group",
        GoalState.AGREED,
        [0],
    )


def test_a_goal_without_words_is_asked_for_again_with_what_was_typed(full: Full, client: FlaskClient) -> None:
    response = client.post(full.path("/goals/new"), data=goal_fields(words=" ", why_it_matters="It is mine"))
    assert response.status_code == 422
    assert "Write down the goal" in text_of(response)
    assert "It is mine" in text_of(response)
    assert len(plan_again(full).goals) == 2


def test_a_goal_that_is_there_already_is_a_conflict_with_the_text_kept(full: Full, client: FlaskClient) -> None:
    response = client.post(full.path("/goals/new"), data=goal_fields(words="Get the tram into town on my own"))
    assert response.status_code == 409
    assert "This goal is in the plan already." in text_of(response)
    assert "Get the tram into town on my own</textarea>" in text_of(response)


def test_a_suggested_goal_says_who_suggested_it(full: Full, client: FlaskClient) -> None:
    response = client.post(full.path("/goals/new"), data=goal_fields(whose_words="suggested"))
    assert response.status_code == 422
    assert "Enter who suggested the goal" in text_of(response)


def test_the_persons_goal_is_not_reworded_before_they_were_asked(full: Full, client: FlaskClient) -> None:
    path = full.path(f"/goals/{full.goal.id}")
    fields = goal_fields(words="Use public transport", row_version="3")
    assert client.post(path, data=fields).status_code == 422
    assert "Ask Amara first" in text_of(client.post(path, data={**fields, "has_answered": "no"}))
    assert plan_again(full).goals[0].words == "Get the tram into town on my own"


def test_a_goal_saved_from_an_older_reading_shows_both_texts(full: Full, client: FlaskClient) -> None:
    newer = goal_command("Get the bus", answer=persons_answer())
    actions.reword_goal(full.goal, newer, full.setting.peer)
    fields = goal_fields(words="Walk instead", row_version="1", has_answered="yes", answered_how="by text", answer="OK")
    dated = {f"answered_on-{part}": str(getattr(today(), part)) for part in ("day", "month", "year")}
    response = client.post(full.path(f"/goals/{full.goal.id}"), data={**fields, **dated})
    assert response.status_code == 409
    assert "Walk instead" in text_of(response)
    assert "Get the bus" in text_of(response)


@pytest.mark.parametrize("kind", [StatementKind.MATTERS, StatementKind.NEED])
def test_words_saved_from_an_older_reading_show_both_texts(
    full: Full, client: FlaskClient, kind: StatementKind
) -> None:
    path = full.path(f"/needs/{full.need.id}" if kind is StatementKind.NEED else f"/words/{kind}")
    form = form_with(client.get(path).get_data(as_text=True), path, "words")
    assert client.post(path, data=form.filled(words="Jo wrote this")).status_code == 303
    second = client.post(path, data=form.filled(words="Priya wrote that"))
    assert second.status_code == 409
    assert "Jo wrote this" in text_of(second)
    assert "Priya wrote that" in text_of(second)
    choosing = form_with(second.get_data(as_text=True), path, "words")
    assert client.post(path, data=choosing.filled(words="Both of them")).status_code == 303
    assert "Both of them" in [each.words for each in plan_again(full).current_statements]


def test_a_form_about_one_person_is_not_saved_to_another(full: Full, client: FlaskClient) -> None:
    other = make_plan_for_another(full)
    response = client.post(full.path("/goals/new"), data=goal_fields(about=str(other.person_id)))
    assert response.status_code in (400, 404, 409, 422)
    assert len(plan_again(full).goals) == 2


def make_plan_for_another(full: Full) -> CarePlan:
    return make_plan(make_person("Callum", "Reid", team=full.setting.team), full.setting.nurse)


def test_a_line_of_another_persons_plan_is_not_found(full: Full, client: FlaskClient) -> None:
    other = make_goal(make_plan_for_another(full), full.setting.nurse, "Theirs")
    for rest in (f"/goals/{other.id}", f"/goals/{other.id}/ratings/new", f"/struck/goal/{other.id}"):
        assert client.get(full.path(rest)).status_code == 404


# Agreement and the screen turned round


def test_asking_leads_to_the_answer_of_a_new_version_and_nothing_is_chosen(full: Full, client: FlaskClient) -> None:
    response = client.post(full.path("/versions"))
    assert response.location == full.path("/versions/2/answers/new")
    assert " checked" not in client.get(response.location).get_data(as_text=True)


def test_the_turned_screen_has_nobody_elses_name_and_no_work_of_the_team(full: Full, client: FlaskClient) -> None:
    make_plan_for_another(full)
    for rest in ("/cover", "/turned"):
        page = text_of(client.get(full.path(rest)))
        for kept_back in ("Callum", "Find a person", "Suggestion from", "Sign out", "Staff sign-off", "Priya Mistry"):
            assert kept_back not in page, (rest, kept_back)


def test_what_was_said_to_the_member_is_not_said_on_the_turned_screen(full: Full, client: FlaskClient) -> None:
    client.post(full.path("/goals/new"), data=goal_fields())
    assert "The goal is in the plan." not in text_of(client.get(full.path("/cover")))
    assert "The goal is in the plan." not in text_of(client.get(full.path()))


def seen(client: FlaskClient, full: Full) -> str:
    page = client.get(full.path("/turned")).get_data(as_text=True)
    return page.split('name="seen"')[1].split('value="')[1].split('"')[0]


@pytest.mark.parametrize(
    ("pressed", "answer"), [("yes", Answer.YES), ("no", Answer.NO), ("later", Answer.COULD_NOT_ASK)]
)
def test_the_person_answers_on_the_screen_and_it_says_who_wrote_it_down(
    full: Full, client: FlaskClient, pressed: str, answer: Answer
) -> None:
    data = {"answer": pressed, "words": "Leave the pass out", "seen": seen(client, full)}
    assert client.post(full.path("/turned"), data=data).status_code == 303
    kept = db.session.scalars(select(Agreement).order_by(Agreement.created_at.desc())).first()
    assert kept is not None
    assert (
        kept.answer,
        kept.written_by,
        kept.words or kept.not_right,
        kept.is_not_yet,
    ) == (
        answer,
        "Priya Mistry",
        "Leave the pass out",
        pressed == "later",
    )


def test_nobody_could_ask_is_no_not_yet_of_the_persons(full: Full, client: FlaskClient) -> None:
    version = full.path("/versions/1/answers/new")
    asked_by = today() + timedelta(days=3)
    days = {"on": today(), "ask_by": asked_by}
    parts = {
        f"{name}-{part}": str(getattr(day, part)) for name, day in days.items() for part in ("day", "month", "year")
    }
    told = {"answer": "could not ask", "how": HowSaid.ON_THIS_SCREEN.value, "why_not_asked": "On a ward"}
    assert client.post(version, data=told | parts).status_code == 303
    assert "Nobody could ask Amara" in text_of(client.get(full.path("/versions")))


def test_an_answer_is_never_to_another_plan_than_was_read(full: Full, client: FlaskClient) -> None:
    data = {"answer": "yes", "seen": seen(client, full)}
    make_step(full.goal, full.setting.peer, "Something new")
    response = client.post(full.path("/turned"), data=data)
    assert response.status_code == 409
    assert "Read it again" in text_of(response)
    assert len(db.session.scalars(select(Agreement)).all()) == 1


def test_every_version_can_be_read_as_it_stood(full: Full, client: FlaskClient) -> None:
    page = text_of(client.get(full.path("/versions/1")))
    assert "Ride two stops" in page
    assert "Ask for a free travel pass" not in page


# The safety plan


def test_the_safety_plan_is_one_press_from_the_plan_and_has_no_risk_level(full: Full, client: FlaskClient) -> None:
    path = f"/people/{full.setting.person.id}/safety-plan"
    assert f'href="{path}"' in text_of(client.get(full.path()))
    for page in (text_of(client.get(path)), text_of(client.get(f"{path}/edit"))):
        assert "Crowds" in page
        assert not any(word in page.lower() for word in ("high risk", "low risk", "medium risk", "risk level", "score"))


# Copied to the trust's record


def test_what_was_copied_is_kept_and_what_is_new_since_is_shown(full: Full, client: FlaskClient) -> None:
    page = client.get(full.path("/text")).get_data(as_text=True)
    mark = page.split('name="seen" value="')[1].split('"')[0]
    client.post(full.path("/text/copies"), data={"seen": mark})
    assert "Nothing has changed since." in text_of(client.get(full.path("/text")))
    make_step(full.goal, full.setting.peer, "Something new")
    shown = text_of(client.get(full.path("/text")))
    assert "New since then:" in shown
    assert client.post(full.path("/text/copies"), data={"seen": mark}).status_code == 409


def test_a_line_struck_out_leaves_the_plan_with_a_reason(full: Full, client: FlaskClient) -> None:
    path = full.path(f"/struck/step/{full.step.id}")
    assert client.post(path, data={"reason": ""}).status_code == 422
    assert client.post(path, data={"reason": "Wrong person"}).status_code == 303
    assert "Ride two stops" not in text_of(client.get(full.path())).split("What Amara is good at")[1]

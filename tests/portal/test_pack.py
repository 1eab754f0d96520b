"""The paper pack: the person's plan and every question, to read and to answer by hand."""

from datetime import timedelta

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Background
from livingwell.careplans.actions import agree_to_hold_back, ask_to_hold_back
from livingwell.careplans.commands import HoldBackCommand
from livingwell.careplans.models import CarePlan, Goal, StatementKind, TargetKind, WhoseWords
from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.core.clock import today
from livingwell.identity.actions.crisis_wording import begin_crisis_wording
from livingwell.passports.actions import write_section
from livingwell.passports.commands import WriteSection
from livingwell.passports.models import HowWritten, Section
from tests.factories.adjustments import make_preferences
from tests.factories.careplans import make_goal, make_plan, make_statement, make_step, make_suggestion
from tests.factories.identity import actor_for, make_account, sign_in
from tests.factories.journeys import make_destination, make_hope, make_point
from tests.factories.routes import World


@pytest.fixture
def world(app: Flask) -> World:
    return World.make()


@pytest.fixture
def member(client: FlaskClient, world: World) -> FlaskClient:
    sign_in(client, world.colleague)
    return client


def pages_of(client: FlaskClient, world: World) -> str:
    answer = client.get(f"/people/{world.person.id}/pack/page")
    assert answer.status_code == 200
    return answer.text


def part(html: str, heading: str) -> str:
    """What stands between a heading and the next one of its kind."""
    return html.partition(f">{heading}<")[2].partition("<h2")[0]


def test_the_plan_is_in_it_in_their_words(member: FlaskClient, world: World) -> None:
    plan = make_plan(world.person, world.actor, "The library. Nothing else.")
    make_statement(world.person, world.actor, "Rest I can count on", StatementKind.NEED)
    goal = make_goal(plan, world.actor, "Ride the tram", is_rated=True, baseline=4)
    make_step(goal, world.actor, "Ride two stops", with_whom="Jo")

    pages = pages_of(member, world)
    assert "The library. Nothing else." in part(pages, "What matters to me")
    assert "Rest I can count on" in part(pages, "What I need")
    goals = part(pages, "My goals")
    assert "Ride the tram" in goals
    assert "the number was 4" in goals
    assert "Ride two stops (Me, with Jo)" in goals


def test_each_goal_asks_for_a_number_and_one_that_the_team_suggests_asks_for_an_answer(
    member: FlaskClient, world: World
) -> None:
    plan = make_plan(world.person, world.actor)
    make_goal(plan, world.actor, "Mine")
    make_goal(plan, world.actor, "Theirs", whose_words=WhoseWords.SUGGESTED, suggested_by="Tom")

    mine, theirs = (
        pages_of(member, world).partition(f">{words}<")[2].partition("<h")[0] for words in ("Mine", "Theirs")
    )
    assert mine.count('class="box"') == 11
    assert "Your team suggests this goal" in theirs


def test_it_asks_every_question_even_before_there_is_a_plan(member: FlaskClient, world: World) -> None:
    pages = pages_of(member, world)
    for question in (
        "Is this plan right for you?",
        "What isn’t right?",
        "What should we talk about?",
        "Will you come?",
    ):
        assert question in pages
    assert 'class="room"' in part(pages, "What matters to me")


def test_it_comes_in_the_format_that_they_asked_for(member: FlaskClient, world: World) -> None:
    make_preferences(world.person, world.actor, font_points=24, background=Background.CREAM, language="Polish")

    pages = pages_of(member, world)
    assert "24pt" in pages
    assert "#fff6dc" in pages
    assert html5lib.parse(pages, namespaceHTMLElements=False).get("lang") == "en-GB"
    shown = member.get(f"/people/{world.person.id}/pack").text
    assert "24 point print, cream background" in shown.lower()
    assert "asked for Polish" in shown


def test_it_is_a_pdf_too(member: FlaskClient, world: World) -> None:
    answer = member.get(f"/people/{world.person.id}/pack/pack.pdf")
    assert answer.status_code == (200 if can_make_pdf() else 404)
    assert answer.data.startswith(b"%PDF-") or not can_make_pdf()


def test_it_is_for_members_who_reach_the_person(client: FlaskClient, world: World) -> None:
    sign_in(client, make_account("Somebody Else"))
    assert client.get(f"/people/{world.person.id}/pack/page").status_code in (403, 404)


def test_a_line_that_is_held_back_is_on_no_paper(member: FlaskClient, world: World) -> None:
    plan = make_plan(world.person, world.actor)
    goal = make_goal(plan, world.actor, "What would frighten her today")
    hold_back(plan, goal, world)

    pages = pages_of(member, world)
    assert "frighten" not in pages
    assert "We keep something back from this plan for now. You can ask Tom Adeyemi about it." in pages


def hold_back(plan: CarePlan, goal: Goal, world: World) -> None:
    """Two members agree to it."""
    command = HoldBackCommand(
        TargetKind.GOAL, goal.id, "Jo tells her on Friday, in person", today() + timedelta(days=7)
    )
    hold = ask_to_hold_back(plan, command, world.actor)
    agree_to_hold_back(plan, hold, actor_for(make_account("Jo Brennan", team=world.team), world.team))


def test_what_the_team_suggests_is_there_to_be_answered(member: FlaskClient, world: World) -> None:
    plan = make_plan(world.person, world.actor)
    goal = make_goal(plan, world.actor, "Ride the tram")
    make_suggestion(plan, goal, "Ride the tram on a quiet day", world.actor)

    suggested = part(pages_of(member, world), "What your team suggests")
    assert "Ride the tram on a quiet day" in suggested
    assert suggested.count('class="box"') == 2


def test_the_passport_is_in_it_and_every_part_that_is_empty_can_be_filled_in(member: FlaskClient, world: World) -> None:
    write_section(world.person.id, WriteSection(Section.FIRST, "Never phone.", HowWritten.TOGETHER), world.actor)

    passport = part(pages_of(member, world), "My passport")
    assert "Never phone." in passport
    assert passport.count('class="room"') == len(Section) - 1


def test_it_ends_with_what_the_service_says_if_things_get_too_much(member: FlaskClient, world: World) -> None:
    assert "call 999" in part(pages_of(member, world), "If things get too much")

    begin_crisis_wording("- Text **here** to 70001", world.actor)

    assert "Text here to 70001" in part(pages_of(member, world), "If things get too much")


def test_where_next_is_asked_with_each_option_and_nothing_chosen(member: FlaskClient, world: World) -> None:
    assert "What do you hope for, after our support?" in pages_of(member, world)
    make_hope(world.person, world.actor, "A week with people in it.")
    make_point(make_destination(world.person, world.actor, "The allotment group"), world.actor, "It is outside.")
    pages = pages_of(member, world)
    for words in ("A week with people in it.", "The allotment group", "It is outside.", "Yes, I choose this"):
        assert words in pages

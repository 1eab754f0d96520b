"""After years of use: a discussion with 500 views and 500 decisions, 500 decisions from before, a plan of 40 goals."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert

from livingwell.careplans.models import (
    ActorKind,
    Goal,
    GoalState,
    GoalStatus,
    LifeArea,
    Step,
    StepState,
    StepStatus,
    WhoseWords,
)
from livingwell.core.clock import now, today
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.actions.taking_part import say_for_them
from livingwell.discussions.commands import AddView, SayLine
from livingwell.discussions.models import Contribution, Decision, Doer, Perspective, Way
from livingwell.discussions.queries.decisions import MOST_SHOWN
from livingwell.extensions import db
from livingwell.identity.models import Profession
from tests.factories.careplans import make_full_plan
from tests.factories.discussions import Room, address, as_member, make_meeting

Counted = Callable[[], AbstractContextManager[list[str]]]
Row = dict[str, Any]

MANY, GOALS = 500, 40
NEXT_PAGE = 12 * 1024

DOINGS = ("Ask", "Walk to", "Write down", "Find out about", "Visit", "Practise", "Plan", "Talk to Jo about")
THINGS = ("the library", "the tram", "a quiet hour", "the allotment", "money for the week", "my sister", "the letters")


def said(number: int) -> str:
    """Words that differ as people's words do."""
    return f"{DOINGS[number % 8]} {THINGS[number % 7]} on day {number}"


def put(model: Any, rows: Iterable[Row]) -> None:
    """Write many rows at once, as years of work leave them: through the actions it would take a minute."""
    with db.engine.begin() as connection:
        connection.execute(insert(model.__table__), [*rows])


def views(room: Room) -> Iterator[Row]:
    for number in range(MANY):
        yield {
            "discussion_id": room.discussion.id,
            "person_id": room.amara.id,
            "perspective": Perspective.PROFESSION,
            "profession": Profession.NURSE,
            "said_by_id": room.priya.id,
            "written_by_id": room.priya.id,
            "text": said(number),
        }


def decisions(room: Room, discussion_id: UUID, days_ago: int) -> Iterator[Row]:
    for number in range(MANY):
        yield {
            "discussion_id": discussion_id,
            "team_id": room.team.id,
            "person_id": room.amara.id,
            "what": said(number),
            "doer": Doer.MEMBER,
            "member_id": room.ruth.id,
            "by_on": today() + timedelta(days=7 - days_ago),
            "written_by_id": room.ruth.id,
            "created_at": now() - timedelta(days=days_ago),
        }


def fill_plan(room: Room) -> None:
    """A plan with something of everything, and 40 goals in all with a step each."""
    plan = make_full_plan(room.amara, room.nurse)
    line: Row = {"person_id": room.amara.id, "plan_id": plan.id, "written_by": "Priya Mistry"}
    goals = [(uuid4(), uuid4(), number) for number in range(2, GOALS + 1)]
    put(
        Goal,
        (
            {
                **line,
                "id": goal,
                "number": number,
                "words": f"I want to {said(number).lower()}",
                "why_it_matters": f"It is what I did before {said(number + 1).lower()}",
                "life_area": LifeArea.OUT,
                "importance": 1 + number % 10,
                "whose_words": WhoseWords.PERSON,
                "said_on": today(),
            }
            for goal, _step, number in goals
        ),
    )
    put(
        Step,
        (
            {
                **line,
                "id": step,
                "goal_id": goal,
                "number": 1,
                "what": said(number + 3),
                "actor_kind": ActorKind.PERSON,
                "by_on": today() + timedelta(days=number),
                "confidence": 1 + number % 10,
            }
            for goal, step, number in goals
        ),
    )
    stands = {"person_id": room.amara.id, "written_by": "Priya Mistry", "number": 1, "since_on": today()}
    put(GoalStatus, ({**stands, "goal_id": goal, "state": GoalState.IN_PROGRESS} for goal, _step, _number in goals))
    put(StepStatus, ({**stands, "step_id": step, "state": StepState.PLANNED} for _goal, step, _number in goals))


@pytest.fixture
def room(app: Flask) -> Room:
    """A person whom the team has known for years."""
    room = Room(is_started=False)
    earlier = room.discussion
    room.meeting = make_meeting(room, now() + timedelta(minutes=1))
    room.discussion = room.put_on(room.amara)
    put(Contribution, views(room))
    put(Decision, [*decisions(room, earlier.id, 30), *decisions(room, room.discussion.id, 0)])
    fill_plan(room)
    room.hear_lived_experience()
    return room


@pytest.fixture
def ruth(app: Flask, room: Room) -> FlaskClient:
    return as_member(app, room.ruth)


def test_every_page_keeps_to_its_statements_and_cuts_nothing_off_in_silence(
    room: Room, ruth: FlaskClient, count_statements: Counted
) -> None:
    meeting, last = f"/meetings/{room.meeting.id}", said(MANY - 1)
    cut = f"These are the {MOST_SHOWN} that are due first"
    for page, most, shown in (
        (address(room), 20, last),
        (address(room, "/closing"), 22, f"{MANY} decisions have a person and a date"),
        (meeting, 16, "Amara"),
        (f"{meeting}/minutes", 12, last),
        (f"{meeting}/follow-through", 9, cut),
        ("/decisions", 8, cut),
        (f"/people/{room.amara.id}/discussions", 9, "What would help?"),
        (f"/people/{room.amara.id}/plan", 18, f"Goal {GOALS}"),
    ):
        with count_statements() as statements:
            answer = ruth.get(page)
        assert (answer.status_code, shown in answer.text) == (200, True), page
        assert len(statements) <= most, (page, *(each[:110] for each in statements))


def weight(client: FlaskClient, page: str) -> int:
    """Bytes of the page alone, as a browser asks for it."""
    return len(client.get(page, headers={"Accept-Encoding": "gzip, deflate, br"}).data)


def test_my_own_decisions_are_all_shown(ruth: FlaskClient) -> None:
    assert ruth.get("/decisions?mine").text.count("Say what happened") == 2 * MANY


def test_a_discussion_in_usual_use_is_no_heavier_than_a_page_may_be(app: Flask) -> None:
    room = Room()
    make_full_plan(room.amara, room.nurse)
    room.hear_line()
    say_for_them(room.discussion, SayLine(room.jo.id, who_there="Efua", way=Way.SPEAKER, speaker="Efua"), room.peer)
    room.hear_lived_experience()
    for number in range(8):
        add_view(room.discussion, AddView(said(number) * 4, is_challenge=number % 4 == 0), room.nurse)
        room.decide(said(number), why=said(number + 1))
    assert weight(as_member(app, room.ruth), address(room)) <= NEXT_PAGE


def test_a_plan_with_forty_goals_is_no_heavier_than_a_page_may_be(room: Room, ruth: FlaskClient) -> None:
    assert weight(ruth, f"/people/{room.amara.id}/plan") <= NEXT_PAGE

"""Home, while something of every part of the portal waits for the person."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.actor import Right
from livingwell.core.clock import now
from livingwell.discussions.actions.agenda import put_on_agenda
from livingwell.discussions.actions.meetings import plan_meeting
from livingwell.discussions.commands import Place, PlanMeeting
from livingwell.discussions.models import Reason
from livingwell.people.actions.looked import answer_looked_question
from tests.factories.careplans import make_full_plan
from tests.factories.closing import make_proposal
from tests.factories.closing_letters import make_gp_summary
from tests.factories.contacts import make_appointment
from tests.factories.hand_overs import make_hand_over, make_sending, make_told_answer
from tests.factories.identity import actor_for, make_account, sign_in
from tests.factories.looked import make_looked_question
from tests.factories.people import make_arrival_answer, make_own_account
from tests.factories.routes import World
from tests.factories.staying import make_way_back

WAITS = {"ending", "hand-overs", "letters", "meetings", "messages", "plan", "way-back", "who-looked"}
"""What can wait there; whether it landed is asked once nobody supports the person any more."""


def coming_up(world: World) -> None:
    """The person is on the agenda of the next meeting, and was told."""
    chair = world.colleague.id
    soon = now() + timedelta(days=2)
    meeting = plan_meeting(PlanMeeting(world.team.id, soon, soon + timedelta(hours=1), chair), world.actor)
    place = Place(reason=Reason.REVIEW, brought_by_id=chair, question="What would help?", is_person_told=True)
    put_on_agenda(meeting, world.person.id, place, world.actor)


def everything(world: World) -> None:
    """Each part of the portal waits for the person."""
    person, actor = world.person, world.actor
    make_full_plan(person, actor)
    make_arrival_answer(person, actor)
    lead = actor_for(make_account("Ruth Okafor", team=world.team, right=Right.TEAM_LEAD), world.team, Right.TEAM_LEAD)
    answer_looked_question(person, make_looked_question(person).id, "She covered for Priya.", lead)
    coming_up(world)
    make_sending(make_hand_over(person, actor), actor)
    make_told_answer(make_hand_over(person, actor, "The men’s shed"), actor)
    make_way_back(person, actor, told=False)
    make_gp_summary(person, actor)
    make_proposal(person, actor)


def test_with_everything_waiting_it_stays_within_its_statements(
    app: Flask, client: FlaskClient, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    world = World.make()
    everything(world)
    make_appointment(world.person, world.actor, now() + timedelta(days=1))
    sign_in(client, make_own_account(world.person))
    client.get("/my")
    with count_statements() as statements:
        page = client.get("/my").get_data(as_text=True)
    waiting = page[page.index("Waiting for you") :].partition("</ul>")[0]
    assert set(re.findall(r'href="/my/([a-z-]+)', waiting)) == WAITS
    assert len(statements) <= 25

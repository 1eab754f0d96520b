"""The person's private goals on their own pages: kept, changed, shared, thrown away, and shown to nobody else."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.careplans.models import PrivateGoal
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.identity.models import LoginSession
from livingwell.people.models import Person, Topic
from tests.factories.careplans import make_full_plan
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.harness.session import settle

WORDS = "Sing in front of people"


@pytest.fixture
def amara(app: Flask, client: FlaskClient) -> Person:
    team = make_team()
    person = make_person(team=team)
    make_full_plan(person, actor_for(make_account(team=team), team))
    sign_in(client, make_own_account(person))
    return person


def only_goal() -> PrivateGoal:
    settle()
    db.session.expire_all()
    return db.session.scalars(db.select(PrivateGoal)).one()


def test_it_is_kept_changed_shared_and_thrown_away(client: FlaskClient, amara: Person) -> None:
    assert client.post("/my/goals/new", data={"words": WORDS, "notes": "In the kitchen first"}).status_code == 303
    page = client.get("/my/goals").get_data(as_text=True)
    assert "Nobody is told that you wrote it" in page
    assert WORDS in page
    goal = only_goal()
    changed = {"words": f"{WORDS} once", "notes": "In the hall", "row_version": str(goal.row_version)}
    assert client.post(f"/my/goals/{goal.id}", data=changed).status_code == 303
    assert client.post(f"/my/goals/{goal.id}/sharing", data={"why": "It calms me"}).status_code == 303
    ideas = client.get("/my/plan/ideas").get_data(as_text=True)
    assert f"{WORDS} once" in ideas
    assert "In the hall" not in ideas
    assert "Your team has the words" in client.get("/my/goals").get_data(as_text=True)
    thrown = client.post(f"/my/goals/{goal.id}/removal", follow_redirects=True).get_data(as_text=True)
    assert "Your team still has the words that you shared" in thrown
    assert f"{WORDS} once" in client.get("/my/plan/ideas").get_data(as_text=True)
    assert "You have none yet" in client.get("/my/goals").get_data(as_text=True)


def test_no_page_of_the_team_or_of_a_carer_shows_it(app: Flask, client: FlaskClient, amara: Person) -> None:
    client.post("/my/goals/new", data={"words": WORDS})
    team = make_team()
    for who in (make_account(team=team), make_carer_account(amara, *Topic)):
        other = app.test_client()
        sign_in(other, who)
        assert other.get("/my/goals").status_code in (403, 404)
        assert other.get(f"/my/goals/{only_goal().id}").status_code in (403, 404)


def test_while_somebody_helps_nothing_of_it_is_shown(client: FlaskClient, amara: Person) -> None:
    client.post("/my/goals/new", data={"words": WORDS})
    goal = only_goal()
    somebody_helps()
    page = client.get("/my/goals").get_data(as_text=True)
    assert "Someone is helping you now" in page
    assert WORDS not in page
    for path in ("/my/goals/new", f"/my/goals/{goal.id}", f"/my/goals/{goal.id}/sharing"):
        assert client.get(path).status_code == 303
    assert client.post(f"/my/goals/{goal.id}/removal").status_code == 303
    assert only_goal().words == WORDS


@atomic()
def somebody_helps() -> None:
    for session in db.session.scalars(db.select(LoginSession)):
        session.helped_by = "Tom Reid"

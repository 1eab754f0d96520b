"""Where next on the person's own pages: hopes, options, and what they choose."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Way
from livingwell.careplans.models import StatementKind
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.directory.models import Feature
from livingwell.extensions import db
from livingwell.identity.models import LoginSession, Team
from livingwell.journeys.models import Choice, OnwardJourney, PointKind
from livingwell.journeys.queries.journeys import journey_now
from livingwell.people.models import FromPerson, Person, Topic
from tests.factories.adjustments import make_preferences
from tests.factories.careplans import make_statement
from tests.factories.directory import make_service, make_stale_service, say
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.journeys import make_choice, make_destination, make_hope, make_point, ours_together
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.harness.session import settle

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell team")


@pytest.fixture
def nurse(team: Team) -> Actor:
    return actor_for(make_account("Priya Mistry", team=team), team)


@pytest.fixture
def amara(team: Team, client: FlaskClient) -> Person:
    person = make_person(team=team)
    sign_in(client, make_own_account(person))
    return person


def now_of(person: Person) -> OnwardJourney:
    settle()
    db.session.expire_all()
    journey = journey_now(person.id)
    assert journey is not None
    return journey


def shown(client: FlaskClient, path: str = "/my/onward") -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return unescape(response.get_data(as_text=True))


def arrived() -> list[tuple[str, str]]:
    settle()
    found = db.session.scalars(db.select(FromPerson).order_by(FromPerson.arrived_at))
    return [(each.kind, each.words) for each in found]


def test_home_leads_there_calmly(client: FlaskClient, amara: Person) -> None:
    assert 'href="/my/onward"' in shown(client, "/my")
    assert "You have not said yet." in shown(client)


def test_the_person_says_what_they_hope_for_and_members_are_told(client: FlaskClient, amara: Person) -> None:
    assert client.post("/my/onward/hopes/new", data={"words": "To sing."}).status_code == 303
    (hope,) = now_of(amara).current_hopes
    assert (hope.is_persons, hope.written_by) == (True, amara.name)
    assert arrived() == [("onward.hope", "To sing.")]
    assert "“To sing.”" in shown(client)
    assert "You said what you hope for" in shown(client, "/my/messages")


def test_what_the_plan_says_already_is_theirs_by_one_press(client: FlaskClient, amara: Person, nurse: Actor) -> None:
    make_statement(amara, nurse, "The library group.", StatementKind.WHERE_NEXT)
    assert "Yes, this is my hope" in shown(client)
    assert client.post("/my/onward/hopes/from-plan").status_code == 303
    assert [hope.words for hope in now_of(amara).current_hopes] == ["The library group."]
    assert "Yes, this is my hope" not in shown(client)


def test_there_is_nothing_to_press_where_the_plan_says_nothing(client: FlaskClient, amara: Person) -> None:
    assert client.post("/my/onward/hopes/from-plan").status_code == 404


def test_they_change_a_hope_and_take_it_away(client: FlaskClient, amara: Person, nurse: Actor) -> None:
    hope = make_hope(amara, nurse, "To sing.")
    changed = {"words": "To sing in a choir.", "row_version": "1"}
    assert client.post(f"/my/onward/hopes/{hope.id}", data=changed).status_code == 303
    assert client.post(f"/my/onward/hopes/{hope.id}", data=changed | {"words": "Mine"}).status_code == 409
    (newer,) = now_of(amara).current_hopes
    assert newer.words == "To sing in a choir."
    assert client.post(f"/my/onward/hopes/{newer.id}/removal").status_code == 303
    assert now_of(amara).current_hopes == []
    assert ("onward.hope_out", "To sing in a choir.") in arrived()


def test_they_name_something_and_say_what_is_good_and_hard(client: FlaskClient, amara: Person) -> None:
    assert client.post("/my/onward/options/new", data={"name": "My cousin's shop", "what": ""}).status_code == 303
    (option,) = now_of(amara).options
    where = f"/my/onward/options/{option.id}"
    for kind, words in (("good", "I know them."), ("hard", "The bus."), ("consequence", "My benefit may change.")):
        assert client.post(f"{where}/add/{kind}", data={"words": words}).status_code == 303
    text = shown(client, where)
    for words in ("“I know them.”", "“The bus.”", "“My benefit may change.”"):
        assert words in text
    assert [kind for kind, _words in arrived()] == ["onward.option", "onward.good", "onward.hard", "onward.consequence"]
    point = now_of(amara).options[0].points[0]
    assert client.post(f"{where}/points/{point.id}/removal").status_code == 303
    assert "“I know them.”" not in shown(client, where)


def test_there_is_no_fourth_question(client: FlaskClient, amara: Person, nurse: Actor) -> None:
    option = make_destination(amara, nurse)
    assert client.get(f"/my/onward/options/{option.id}/add/risk").status_code == 404


def test_only_they_choose_and_they_may_change_their_mind(client: FlaskClient, amara: Person, nurse: Actor) -> None:
    option = make_destination(amara, nurse)
    where = f"/my/onward/options/{option.id}/answer"
    assert "checked" not in shown(client, where)
    assert client.post(where, data={"says": "", "row_version": "0"}).status_code == 422
    assert client.post(where, data={"says": "chosen", "why": "Near.", "row_version": "0"}).status_code == 303
    assert client.post(where, data={"says": "not_now", "row_version": "1"}).status_code == 303
    (found,) = now_of(amara).options
    assert [(each.said, each.is_persons, each.how) for each in found.choices] == [
        (Choice.CHOSEN, True, None),
        (Choice.NOT_NOW, True, None),
    ]
    assert arrived() == [("onward.chosen", f"{option.name}\nNear."), ("onward.not_now", option.name)]


def test_what_a_member_wrote_down_since_is_shown_before_it_is_overwritten(
    client: FlaskClient, amara: Person, nurse: Actor
) -> None:
    option = make_destination(amara, nurse)
    make_choice(option, nurse, Choice.NO, why="Too far.")
    sent = client.post(f"/my/onward/options/{option.id}/answer", data={"says": "chosen", "row_version": "0"})
    assert sent.status_code == 409
    assert "Too far." in sent.get_data(as_text=True)


def test_what_could_follow_is_shown_before_they_choose(client: FlaskClient, amara: Person, nurse: Actor) -> None:
    option = make_destination(amara, nurse)
    make_point(option, nurse, "It may change a benefit.", PointKind.CONSEQUENCE, voice=ours_together())
    text = shown(client, f"/my/onward/options/{option.id}/answer")
    assert text.index("Talk about this with your team") < text.index("It may change a benefit.")


def test_they_say_what_they_would_like_most(client: FlaskClient, amara: Person, nurse: Actor) -> None:
    first, second = (make_destination(amara, nurse, name) for name in ("A", "B"))
    wanted = {f"place-{first.id}": "2", f"place-{second.id}": "1", "row_version": "0"}
    assert client.post("/my/onward/order", data=wanted).status_code == 303
    assert [option.name for option in now_of(amara).options] == ["B", "A"]
    assert arrived() == [("onward.order", "1. B\n2. A")]
    refused = client.post("/my/onward/order", data=wanted | {"row_version": "1", f"place-{first.id}": "x"})
    assert refused.status_code == 422


def test_they_look_at_a_service_that_was_checked(client: FlaskClient, amara: Person) -> None:
    service = make_service("The Quiet Café")
    where = f"/my/onward/options/from/{service.id}"
    assert "The Quiet Café" in shown(client, where)
    assert client.post(where).status_code == 303
    assert [option.service_id for option in now_of(amara).options] == [service.id]
    assert client.post(where).status_code == 409


def test_a_service_that_nobody_checked_in_time_is_no_option_yet(client: FlaskClient, amara: Person) -> None:
    where = f"/my/onward/options/from/{make_stale_service('The Quiet Café').id}"
    assert "We need to check this first" in shown(client, where)
    client.post(where)
    settle()
    assert journey_now(amara.id) is None


def test_what_they_need_there_is_said_in_their_terms(client: FlaskClient, amara: Person, nurse: Actor) -> None:
    service = make_service("The Quiet Café")
    option = make_destination(amara, nurse, service_id=service.id)
    make_preferences(amara, nurse, never=(Way.PHONE,))
    assert "You asked not to be phoned." in shown(client, f"/my/onward/options/{option.id}")
    assert "We do not know yet. Ask us to find out." in shown(client, f"/my/onward/options/{option.id}")
    say(service, Feature.BOOK_BY_TEXT, nurse)
    text = shown(client, f"/my/onward/options/{option.id}")
    assert "You can book by text. 1 person in the team says so." in text


def test_whose_words_each_line_is_stands_beside_it(client: FlaskClient, amara: Person, nurse: Actor) -> None:
    option = make_destination(amara, nurse)
    make_point(option, nurse, "Outside.")
    make_point(option, nurse, "Mud.", PointKind.HARD, voice=ours_together())
    text = shown(client, f"/my/onward/options/{option.id}")
    assert "Your words. You told Priya Mistry on" in text
    assert "Ours together" in text


def test_whoever_helps_signs_too(client: FlaskClient, amara: Person) -> None:
    session = db.session.scalars(db.select(LoginSession).order_by(LoginSession.created_at.desc())).first()
    assert session is not None
    with atomic():
        session.helped_by = "Tom Reid"
    client.post("/my/onward/hopes/new", data={"words": "To sing."})
    assert now_of(amara).current_hopes[0].written_by == f"{amara.name}, helped by Tom Reid"


def test_nobody_elses_are_there(client: FlaskClient, amara: Person, nurse: Actor, team: Team) -> None:
    theirs = make_destination(make_person("Bo", team=team), nurse)
    make_hope(amara, nurse)
    assert client.get(f"/my/onward/options/{theirs.id}").status_code == 404
    assert client.post(f"/my/onward/options/{theirs.id}/answer", data={"says": "chosen"}).status_code == 404


def test_neither_a_member_nor_a_carer_opens_it(app: Flask, amara: Person) -> None:
    for account in (make_account(team=make_team()), make_carer_account(amara, *Topic)):
        other = app.test_client()
        sign_in(other, account)
        assert other.get("/my/onward").status_code in (403, 404)


def test_twelve_options_take_as_many_statements_as_one(
    client: FlaskClient, amara: Person, nurse: Actor, count_statements: Counting
) -> None:
    fill(amara, nurse, 1)
    shown(client)
    with count_statements() as few:
        shown(client)
    fill(amara, nurse, 11)
    with count_statements() as many:
        shown(client)
    assert len(few) == len(many) <= 20


def fill(person: Person, nurse: Actor, count: int) -> None:
    for number in range(count):
        option = make_destination(person, nurse, f"Option {count} {number}")
        for point in range(8):
            make_point(option, nurse, f"Point {point}", list(PointKind)[point % 3])
        make_choice(option, nurse, Choice.NOT_NOW)
    make_hope(person, nurse, f"Hope {count}", voice=ours_together())

"""The demo: told once, kept, started over, and only ever in a database of its own."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from livingwell.audit.chain import first_broken_link
from livingwell.careplans.models import Agreement
from livingwell.core.actor import Side
from livingwell.core.clock import fixed, in_london, london_instant, now, today
from livingwell.demo.keeping import bring_meeting_to_today
from livingwell.demo.queries import AccountToTry, accounts_to_try
from livingwell.demo.telling import NotTheDemo, require_demo_database
from livingwell.demo.telling_meetings import todays_start
from livingwell.discussions.models import CaseDiscussion, Decision, Meeting
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership, Profession
from livingwell.people.models import Person
from tests.factories.identity import make_account, make_team
from tests.harness.application import build_app
from tests.harness.demo import put_demo


@pytest.fixture
def told(app: Flask) -> None:
    put_demo(app)


@pytest.fixture
def demo_client(app: Flask, told: None) -> Iterator[FlaskClient]:
    """A visitor from this machine to an app over the same database with the demo on."""
    with_demo = build_app(app.config["SQLALCHEMY_DATABASE_URI"], demo=True)
    with_demo.test_client_class = app.test_client_class
    with_demo.extensions["pages"] = app.extensions["pages"]
    yield with_demo.test_client()
    with with_demo.app_context():
        db.engine.dispose()


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def account_named(name: str) -> Account:
    return db.session.scalars(select(Account).where(Account.name == name)).one()


def test_it_tells_of_nine_members_two_of_them_peers_and_twenty_five_people(told: None) -> None:
    peers = select(Account).where(Account.profession == Profession.PEER_SUPPORT_WORKER)

    assert count(Membership) == 9
    assert len(db.session.scalars(peers).all()) == 2
    assert count(Person) == 25


def test_three_meetings_have_been_and_todays_waits_with_eight_people(told: None) -> None:
    meetings = db.session.scalars(select(Meeting).order_by(Meeting.starts_at)).all()
    waiting = meetings[-1]
    agenda = db.session.scalars(select(CaseDiscussion).where(CaseDiscussion.meeting_id == waiting.id)).all()

    assert [meeting.ended_at is not None for meeting in meetings] == [True, True, True, False]
    assert waiting.started_at is None
    assert in_london(waiting.starts_at).date() == today()
    assert len(agenda) == 8


def test_some_decisions_have_come_back_and_some_wait(told: None) -> None:
    settled = {row.settled_at is not None for row in db.session.scalars(select(Decision))}

    assert settled == {True, False}
    assert count(Agreement) >= 12


def test_its_audit_is_whole(told: None) -> None:
    assert first_broken_link(db.session.connection()) is None


def test_a_database_with_anybody_elses_accounts_is_refused(app: Flask) -> None:
    make_account(team=make_team())

    with pytest.raises(NotTheDemo):
        require_demo_database()
    assert accounts_to_try() == []


def test_a_meeting_that_never_started_moves_to_today(told: None) -> None:
    with fixed(london_instant(today(), 9) + timedelta(days=3)):
        bring_meeting_to_today()
        meeting = db.session.scalars(select(Meeting).order_by(Meeting.starts_at.desc())).first()

        assert meeting is not None
        assert in_london(meeting.starts_at).date() == today()
        assert meeting.starts_at > now()


@pytest.mark.parametrize(("hour", "minute", "starts"), [(9, 41, (10, 0)), (9, 12, (9, 30)), (22, 5, (10, 0))])
def test_todays_meeting_is_about_to_begin_whenever_the_demo_is_opened(
    hour: int, minute: int, starts: tuple[int, int]
) -> None:
    with fixed(london_instant(today(), hour, minute)):
        wall = in_london(todays_start())

    assert (wall.hour, wall.minute) == starts


def test_its_sign_in_page_lists_the_accounts_and_says_that_everybody_is_invented(demo_client: FlaskClient) -> None:
    page = demo_client.get("/sign-in").text

    assert "Everybody here is invented" in page
    assert page.count("/demo/sign-in/") == 10 + len(own_sides())
    assert "Efua, Amara’s sister" in page


@pytest.mark.parametrize("side", [Side.PERSON, Side.CARER])
def test_one_press_signs_in_on_their_own_side(demo_client: FlaskClient, side: Side) -> None:
    """And on no page of the team’s."""
    for account in own_sides():
        if account.side is side:
            begun = demo_client.post(f"/demo/sign-in/{account.id}", follow_redirects=True)
            assert begun.status_code == 200
            assert demo_client.get("/people").status_code == 403


def own_sides() -> list[AccountToTry]:
    return [account for account in accounts_to_try() if account.side is not Side.TEAM]


def test_one_press_signs_in(demo_client: FlaskClient, told: None) -> None:
    demo_client.post(f"/demo/sign-in/{account_named('Jo Brennan').id}")

    assert "Jo Brennan" in demo_client.get("/account").text


def test_one_press_is_for_this_machine_alone(demo_client: FlaskClient, told: None) -> None:
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}

    refused = demo_client.post(f"/demo/sign-in/{account_named('Jo Brennan').id}", environ_overrides=elsewhere)

    assert refused.status_code == 404
    assert "Jo Brennan" not in demo_client.get("/sign-in", environ_overrides=elsewhere).text


def test_without_the_demo_nobody_signs_in_with_one_press(client: FlaskClient, told: None) -> None:
    assert client.post(f"/demo/sign-in/{account_named('Jo Brennan').id}").status_code == 404
    assert "Jo Brennan" not in client.get("/sign-in").text

"""The demo: told once, kept, started over, and only ever in a database of its own."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from livingwell.audit.chain import first_broken_link
from livingwell.careplans.models import Agreement
from livingwell.core.clock import fixed, in_london, london_instant, now, today
from livingwell.demo.keeping import bring_meeting_to_today
from livingwell.demo.queries import accounts_to_try
from livingwell.demo.telling import NotTheDemo, require_demo_database, tell_demo
from livingwell.demo.telling_meetings import todays_start
from livingwell.discussions.models import CaseDiscussion, Decision, Meeting
from livingwell.extensions import db
from livingwell.identity.models import Membership, Profession
from livingwell.people.models import Person
from tests.factories.identity import make_account, make_team
from tests.harness.application import build_app


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_it_tells_of_nine_members_and_twenty_four_people(app: Flask) -> None:
    cast = tell_demo()

    assert count(Membership) == 9
    assert count(Person) == 24
    peers = [a for a in cast.accounts.values() if a.profession is Profession.PEER_SUPPORT_WORKER]
    assert len(peers) == 2


def test_three_meetings_have_been_and_todays_waits_with_eight_people(app: Flask) -> None:
    tell_demo()

    meetings = db.session.scalars(select(Meeting).order_by(Meeting.starts_at)).all()
    waiting = meetings[-1]
    agenda = db.session.scalars(select(CaseDiscussion).where(CaseDiscussion.meeting_id == waiting.id)).all()

    assert [meeting.ended_at is not None for meeting in meetings] == [True, True, True, False]
    assert waiting.started_at is None
    assert in_london(waiting.starts_at).date() == today()
    assert len(agenda) == 8


def test_decisions_have_come_back_and_some_wait(app: Flask) -> None:
    tell_demo()

    settled = [row.settled_at is not None for row in db.session.scalars(select(Decision))]

    assert any(settled)
    assert not all(settled)
    assert count(Agreement) >= 12


def test_its_audit_is_whole_and_in_the_order_of_time(app: Flask) -> None:
    tell_demo()

    with db.engine.connect() as connection:
        assert first_broken_link(connection) is None


def test_a_database_with_anybody_elses_accounts_is_refused(app: Flask) -> None:
    make_account(team=make_team())

    with pytest.raises(NotTheDemo):
        require_demo_database()
    assert accounts_to_try() == []


def test_a_meeting_that_never_started_moves_to_today(app: Flask) -> None:
    tell_demo()
    next_day = london_instant(today(), 9).replace(microsecond=0)
    from datetime import timedelta

    with fixed(next_day + timedelta(days=3)):
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


def test_without_the_demo_nobody_signs_in_with_one_press(client: FlaskClient) -> None:
    cast = tell_demo()

    assert client.post(f"/demo/sign-in/{cast.accounts['Jo Brennan'].id}").status_code == 404
    assert "Jo Brennan" not in client.get("/sign-in").text


@pytest.fixture
def demo_app(application: Flask, app: Flask) -> Flask:
    """The same database, in an app with the demo on."""
    return build_app(application.config["SQLALCHEMY_DATABASE_URI"], demo=True)

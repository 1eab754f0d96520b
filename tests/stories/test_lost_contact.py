"""Somebody was phoned although she had asked us never to, and is to be closed as lost. It can't be done: not from the
page, not by a request, not from the command line. Then we try it her way, a peer is heard, and it can.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from livingwell.core.clock import fixed, london_instant, now, running_from
from livingwell.extensions import db
from livingwell.journeys.models import Closure, EndingKind
from livingwell.journeys.models.lost_contact import IN_WORDS
from livingwell.people.models import Episode, Person
from tests.factories.closing import phone_against_wish
from tests.factories.discussions import begin_discussion
from tests.factories.identity import actor_for
from tests.factories.people import make_person
from tests.harness.session import settle
from tests.stories.conftest import TODAY, Cast
from tests.stories.telling import Member

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
THE_VISIT = TODAY + timedelta(days=3)
AtAScreen = Callable[..., Member]
Look = Callable[[Page], None]

FROM_THE_COMMAND_LINE = """
from livingwell.app import create_app
from livingwell.core.actor import Actor, Right
from livingwell.core.clock import today
from livingwell.core.atomic import atomic
from livingwell.audit import record
from livingwell.extensions import db
from livingwell.journeys.actions.closing import complete_closure
from livingwell.journeys.models import ClosureProposal
from livingwell.people.models import Episode

def say(attempt):
    try:
        attempt()
        print("ended")
    except Exception as error:
        db.session.rollback()
        print(type(error).__name__)

def set_the_day():
    with atomic():
        episode.ended_on = today()
        record("end", actor, episode.person_id)

with create_app().app_context():
    proposal = db.session.scalars(db.select(ClosureProposal)).one()
    episode = db.session.get(Episode, proposal.episode_id)
    actor = Actor(None, "the command line", rights={episode.team_id: Right.TEAM_LEAD})
    say(lambda: complete_closure(proposal, actor))
    say(set_the_day)
"""


@dataclass(frozen=True)
class Lost:
    """Priya's screen, Ruth's phone and Jo's screen; and Amara, whom nobody has heard from."""

    priya: Member
    ruth: Member
    jo: Member
    amara: Person

    @property
    def address(self) -> str:
        return f"/people/{self.amara.id}/ending"

    def opens(self, more: str = "") -> None:
        self.priya.page.goto(f"{self.address}{more}")


@pytest.fixture
def lost(cast: Cast, at_a_screen: AtAScreen) -> Lost:
    """Amara asked us never to phone. Ten days ago we did, and she did not pick up."""
    with fixed(now() - timedelta(days=60)):
        amara = make_person("Amara", "Osei", team=cast.team)
    phone_against_wish(amara, actor_for(cast.priya, cast.team), now() - timedelta(days=10))
    settle()
    priya, jo = (at_a_screen(account, viewport=WIDE) for account in (cast.priya, cast.jo))
    return Lost(priya, at_a_screen(cast.ruth, viewport=PHONE), jo, amara)


def test_nobody_is_closed_as_lost_who_was_phoned_against_their_wish(
    app: Flask, cast: Cast, lost: Lost, check_axe: Look
) -> None:
    it_is_proposed(lost)
    the_page_says_why_not(lost, check_axe)
    nor_by_a_direct_request(lost)
    nor_from_the_command_line(app)
    nobody_has_ended_it()

    she_is_written_to_and_visited(lost)
    a_peer_is_heard(cast, lost)
    the_way_back_is_written(lost)
    every_question_is_answered(lost)
    with running_from(london_instant(THE_VISIT, 15)):
        lost.priya.signs_in()
        nobody_was_in(lost)
        now_it_can_end(lost, check_axe)
    it_has_ended_once()


def it_is_proposed(lost: Lost) -> None:
    lost.opens()
    lost.priya.goes_to("Propose to end support")
    lost.priya.page.get_by_label("We have lost contact with Amara").check()
    lost.priya.writes("Why, in plain words", "She did not pick up.")
    lost.priya.presses("Propose it")
    lost.priya.sees("It is proposed. Nothing has ended.")


def the_page_says_why_not(lost: Lost, look: Look) -> None:
    """In words about us; with what to do next, and no button. A lead on a phone reads the same."""
    lost.priya.sees("Amara’s support can’t be ended yet. We have not tried it Amara’s way.")
    lost.priya.sees("1 of the 1 contacts that brought no answer was not as Amara asked: 1 phone call.")
    expect(lost.priya.page.get_by_role("button", name="End support")).to_have_count(0)
    look(lost.priya.page)
    lost.ruth.page.goto(lost.address)
    lost.ruth.sees("We have not tried it Amara’s way.")
    expect(lost.ruth.page.get_by_role("button", name="End support")).to_have_count(0)
    look(lost.ruth.page)


def nor_by_a_direct_request(lost: Lost) -> None:
    page = lost.priya.page
    token = page.locator("input[name=csrf_token]").first.get_attribute("value") or ""
    [proposal] = set(re.findall(r"/ending/([0-9a-f-]{36})/", page.content()))
    origin = re.match(r"https?://[^/]+", page.url)
    answer = page.request.post(
        f"{lost.address}/{proposal}/completion",
        form={"csrf_token": token},
        headers={"Origin": origin.group() if origin else "", "Referer": page.url},
    )
    assert answer.status == 409
    assert "Do this next" in answer.text()


def nor_from_the_command_line(app: Flask) -> None:
    """By the action itself with a lead's rights, and by setting the day."""
    settle()
    settings = {"LIVINGWELL_ENVIRONMENT": "test", "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"]}
    done = subprocess.run(
        [sys.executable, "-c", FROM_THE_COMMAND_LINE],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["NotTheirWayYet", "EndedOtherwise"]


def nobody_has_ended_it() -> None:
    settle()
    assert db.session.scalars(select(Closure)).all() == []
    assert [episode.ended_on for episode in db.session.scalars(select(Episode))] == [None]


def she_is_written_to_and_visited(lost: Lost) -> None:
    """A text, as she likes best; and a visit in three days."""
    priya = lost.priya
    priya.page.goto(f"/people/{lost.amara.id}/contacts/new")
    priya.page.get_by_label("Text").check()
    priya.page.get_by_label("Sent").check()
    priya.presses("Save contact")
    priya.sees("The contact is saved.")
    lost.opens()
    priya.goes_to("Plan it")
    priya.page.get_by_label("Visit").check()
    priya.writes_date("Day", THE_VISIT)
    priya.writes("Time", "2pm")
    priya.presses("Save appointment")
    priya.sees("The appointment is saved.")


def a_peer_is_heard(cast: Cast, lost: Lost) -> None:
    """Put on the agenda in one press; and Jo says what she sees."""
    lost.opens()
    lost.priya.page.get_by_role("button", name="Put it on the agenda").click()
    lost.priya.sees("The next agenda proposes it.")
    settle()
    discussion = begin_discussion(lost.amara, cast.team, cast.ruth)
    settle()
    lost.jo.page.goto(f"/people/{lost.amara.id}/discussions/{discussion.id}")
    lost.jo.adds_view("She reads texts. Ask her sister whether the post gets to her.")


def the_way_back_is_written(lost: Lost) -> None:
    lost.opens()
    lost.priya.goes_to("Write down how Amara can come back")
    lost.priya.goes_to("Agree a way back")
    lost.priya.writes("Whom does Amara reach?", "Jo Brennan")
    lost.priya.page.get_by_label("In which way do we answer?").select_option(value="text")
    lost.priya.presses("Save")
    lost.priya.sees("The way back is saved.")


def every_question_is_answered(lost: Lost) -> None:
    """By Priya, in words: the page leads from each question to its answer until none is open."""
    lost.opens()
    points = lost.priya.page.get_by_role("region", name="What must be true first")
    for open_question in (re.compile("^Say what we changed"), *[re.compile("^Answer")] * len(IN_WORDS)):
        points.get_by_role("link", name=open_question).first.click()
        lost.priya.writes("What was done, and what is known?", "We asked her sister and the GP. Nobody is worried.")
        lost.priya.presses("Save")
        lost.priya.sees("The answer is saved.")
    expect(points.get_by_role("link", name=re.compile("^Answer"))).to_have_count(0)


def nobody_was_in(lost: Lost) -> None:
    lost.priya.page.goto(f"/people/{lost.amara.id}/contacts/new")
    lost.priya.goes_to("Say what became of it")
    lost.priya.page.get_by_label("Did not come, without word").check()
    lost.priya.presses("Save")


def now_it_can_end(lost: Lost, look: Look) -> None:
    lost.opens()
    lost.priya.sees("10 of 10, worked out from the record")
    look(lost.priya.page)
    lost.priya.presses("End support")
    lost.priya.sees("Support has ended.")
    lost.priya.sees("lost contact")
    look(lost.priya.page)


def it_has_ended_once() -> None:
    settle()
    [closure] = db.session.scalars(select(Closure)).all()
    assert (closure.kind, closure.is_override, closure.written_by) == (EndingKind.LOST_CONTACT, False, "Priya Mistry")

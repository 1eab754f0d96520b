"""Today, as a member sees it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page
from sqlalchemy import select

from livingwell.audit.models import AuditEntry
from livingwell.extensions import db
from livingwell.identity.models import Account
from tests.factories.careplans import make_goal
from tests.factories.identity import make_account, make_team, sign_in
from tests.factories.people import make_person
from tests.factories.worklist import Desk, support

MOST_STATEMENTS = 18
"""Sixteen, one for all that waits for a member's answer, whichever features ask, and one for what the whole team should
know about messages: nothing that was read before holds either."""

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A day with something in every part."""
    support(desk.amara, desk.priya, desk.chair)
    goal = make_goal(desk.agreed_plan(desk.amara), desk.nurse, "Swim once a week")
    desk.step(goal, "Find the pool", 1)
    desk.promise("Ask the GP which tablets she is taking", -3)
    desk.agreed_plan(desk.key_worked("Peter", "Lyle"))
    make_person("Tomasz", "Wolski", team=desk.team, referred_days_ago=31, is_started=False)
    desk.meeting = desk.meet_at_ten()
    desk.put_on(desk.amara, brought_by_id=desk.priya.id)
    return desk


def today(client: FlaskClient, account: Account) -> str:
    sign_in(client, account)
    answer = client.get("/today")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_a_member_lands_on_today(client: FlaskClient) -> None:
    sign_in(client, make_account(team=make_team()))
    assert client.get("/").location == "/today"


def test_an_account_administrator_without_a_team_lands_elsewhere(client: FlaskClient) -> None:
    sign_in(client, make_account(is_account_administrator=True))
    assert client.get("/").location == "/accounts"
    assert client.get("/today").status_code == 403


def test_a_stranger_signs_in_first(client: FlaskClient) -> None:
    assert client.get("/today").location.startswith("/sign-in")


def test_every_part_says_why_and_what_to_do(client: FlaskClient, busy: Desk) -> None:
    page = today(client, busy.priya)
    for words in (
        "Your next meeting, in 25 minutes",
        "You bring 1 of 1 person: Amara Osei.",
        "1 late, 1 this week",
        "Ask the GP which tablets she is taking",
        "Late by 3 days.",
        "A step in goal 2 of Amara Osei’s plan.",
        "1 needs something, 1 is fine",
        "2 changes since Amara agreed on 12 May.",
        "Tomasz Wolski",
        "31 days",
        "The standard is four weeks to an agreed plan.",
    ):
        assert words in page


def test_late_stands_first(client: FlaskClient, busy: Desk) -> None:
    page = today(client, busy.priya)
    assert page.index("Late by 3 days") < page.index("Due tomorrow")


def test_somebody_who_is_fine_is_a_press_away(client: FlaskClient, busy: Desk) -> None:
    page = today(client, busy.priya).split('id="mine"')[1]
    assert page.index("<summary") < page.index("Peter Lyle") < page.index("</details>")


def test_it_asks_little_of_the_database(client: FlaskClient, busy: Desk, count_statements: Counting) -> None:
    sign_in(client, busy.priya)
    with count_statements() as statements:
        client.get("/today")
    assert len(statements) <= MOST_STATEMENTS


def test_looking_is_one_entry_with_everybody_shown(client: FlaskClient, busy: Desk) -> None:
    page = today(client, busy.priya)
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.verb == "show_today")).all()
    assert len(entries) == 1
    assert str(busy.amara.id) in entries[0].detail["shown"]
    assert len(entries[0].detail["shown"]) == 3
    assert "Tomasz Wolski" in page


def test_a_new_member_is_told_where_to_begin(client: FlaskClient) -> None:
    page = today(client, make_account(team=make_team()))
    assert "Nobody is waiting for you. Look at the team list or the next meeting." in page
    assert "No meeting is planned." in page
    assert "Nobody is waiting for the team to start." in page


def test_another_teams_people_are_not_there(client: FlaskClient, busy: Desk) -> None:
    page = today(client, make_account("Sam Okoro", team=make_team()))
    for name in ("Amara", "Peter", "Tomasz"):
        assert name not in page


@pytest.mark.browser
def test_it_fits_a_phone_and_has_no_violation(
    busy: Desk, client: FlaskClient, new_context: Callable[..., BrowserContext], check_axe: Callable[[Page], None]
) -> None:
    long_name = busy.key_worked("Gwendolyn-Antoinette", "Featherstonehaugh-Cholmondeley")
    assert long_name.name in today(client, busy.priya)
    cookie = client.get_cookie("session")
    assert cookie is not None
    for width in (320, 1280):
        context = new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto("/sign-in")
        context.add_cookies([{"name": "session", "value": cookie.value, "url": page.url}])
        page.goto("/today")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        check_axe(page)

"""The team's figures, the list behind each, and the file of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page
from sqlalchemy import select

from livingwell.adjustments.models import Way
from livingwell.audit.models import AuditEntry
from livingwell.contacts.models import Outcome
from livingwell.core.spreadsheet import BYTE_ORDER_MARK
from livingwell.extensions import db
from livingwell.oversight.models import Figure
from tests.factories.adjustments import make_adjustment
from tests.factories.contacts import Desk, tell_preferences
from tests.factories.discussions import as_member
from tests.factories.engagement import AMARA, NOT_AS_ASKED, make_contacts, noon, years_of_contacts
from tests.factories.identity import make_account, make_team, new_session_token
from tests.factories.people import make_person

Counting = Callable[[], AbstractContextManager[list[str]]]
SPRING = "from=2026-03-01&to=2026-06-11"
MOST_STATEMENTS = 9


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Amara's spring: phoned five times after she had asked for no calls, and with an adjustment on record."""
    asked = tell_preferences(desk.amara, desk.peer, told_at=noon(date(2026, 2, 1)))
    make_contacts(desk.amara, desk.nurse, AMARA, preferences_id=asked.id)
    make_adjustment(desk.amara, desk.nurse)
    return desk


@pytest.fixture
def client(app: Flask, desk: Desk) -> FlaskClient:
    return as_member(app, desk.priya)


def figures(client: FlaskClient, desk: Desk, more: str = f"?{SPRING}", status: int = 200) -> str:
    """The page of figures, or a list behind one: "/contacts?…"."""
    answer = client.get(f"/teams/{desk.team.id}/figures{more}")
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def last_read(verb: str) -> AuditEntry:
    found = select(AuditEntry).where(AuditEntry.verb == verb).order_by(AuditEntry.number.desc()).limit(1)
    return db.session.scalars(found).one()


class TestFigures:
    def test_counts_stand_beside_the_share(self, client: FlaskClient, told: Desk) -> None:
        page = figures(client, told)
        assert '<span class="lw-figure">64%</span>' in page
        assert "11 of 17</a>" in page
        assert "of 1 person, in 5 calls." in page

    def test_of_a_few_contacts_no_share_is_made(self, client: FlaskClient, desk: Desk) -> None:
        make_contacts(desk.amara, desk.nurse, AMARA[:3])
        page = figures(client, desk)
        assert "1 of 3</a>" in page
        assert "%" not in page[page.index("<main") : page.index("</main")]

    def test_nobody_of_the_team_is_named(self, client: FlaskClient, told: Desk) -> None:
        page = figures(client, told)
        main = page[page.index("<main") : page.index("</main")]
        assert not any(name in main for name in ("Priya", "Jo Brennan", "Ruth Okafor"))

    def test_an_empty_team_is_told_so_kindly(self, client: FlaskClient, desk: Desk) -> None:
        page = figures(client, desk, "")
        assert "No contact is on record in this time." in page
        assert "Nobody had asked never to be phoned." in page

    def test_three_months_where_nobody_chose(self, client: FlaskClient, desk: Desk) -> None:
        assert "12 March to 11 June 2026" in figures(client, desk, "")

    @pytest.mark.parametrize(
        "days",
        [
            "from=&to=2026-01-01",
            "from=31/3/2026&to=x",
            "from=2026-06-01&to=2026-05-01",
            "from=2026-06-01&to=2027-01-01",
        ],
    )
    def test_days_that_make_no_period_are_told(self, client: FlaskClient, desk: Desk, days: str) -> None:
        assert 'role="alert"' in figures(client, desk, f"?{days}", status=422)

    def test_the_team_leads_to_it(self, client: FlaskClient, desk: Desk) -> None:
        assert f"/teams/{desk.team.id}/figures" in client.get(f"/teams/{desk.team.id}").get_data(as_text=True)

    def test_another_teams_figures_do_not_exist(self, client: FlaskClient, desk: Desk) -> None:
        for more in ("", "/contacts", "/contacts.csv"):
            assert client.get(f"/teams/{make_team().id}/figures{more}").status_code == 404

    def test_five_thousand_contacts_cost_no_more_statements(
        self, client: FlaskClient, desk: Desk, count_statements: Counting
    ) -> None:
        make_contacts(desk.amara, desk.nurse, years_of_contacts(5_000, date(2026, 6, 10), days=80))
        figures(client, desk)
        with count_statements() as statements:
            figures(client, desk)
        assert len(statements) <= MOST_STATEMENTS


class TestLists:
    @pytest.mark.parametrize("figure", Figure)
    def test_each_opens_on_a_page_and_as_a_file(self, client: FlaskClient, told: Desk, figure: Figure) -> None:
        figures(client, told, f"/{figure}?{SPRING}")
        assert figures(client, told, f"/{figure}.csv?{SPRING}").startswith(f"{BYTE_ORDER_MARK}Name,")

    def test_a_figure_that_is_none_is_not_there(self, client: FlaskClient, desk: Desk) -> None:
        figures(client, desk, "/staff", status=404)

    def test_it_shows_what_the_figure_counts_and_who_read_it(self, client: FlaskClient, told: Desk) -> None:
        page = figures(client, told, f"/phoned?{SPRING}")
        assert page.count("No answer") == 4
        assert page.count("Left a message") == 1
        assert last_read("list_behind_figure").detail["shown"] == [str(told.amara.id)]

    def test_downloading_is_recorded_with_everybody_in_the_file(self, client: FlaskClient, told: Desk) -> None:
        kwame = make_person("Kwame", team=told.team)
        make_contacts(kwame, told.nurse, AMARA[:1])
        figures(client, told, f"/contacts.csv?{SPRING}")
        entry = last_read("download_figure")
        assert entry.is_read
        assert set(entry.detail["shown"]) == {str(told.amara.id), str(kwame.id)}

    def test_no_cell_of_the_file_is_a_formula(self, client: FlaskClient, desk: Desk) -> None:
        person = make_person('=HYPERLINK("http://example.com")', "Osei", team=desk.team)
        make_contacts(
            person, desk.nurse, [(date(2026, 4, 2), Way.PHONE, Outcome.NO_ANSWER, NOT_AS_ASKED)], reason="@SUM(1+1)"
        )
        lines = figures(client, desk, f"/contacts.csv?{SPRING}").splitlines()
        assert lines[1].startswith("\"'=HYPERLINK(")
        assert ",'@SUM(1+1)" in lines[1]

    def test_the_page_says_where_a_name_leads(self, client: FlaskClient, told: Desk) -> None:
        assert f'href="/people/{told.amara.id}"' in figures(client, told, f"/contacts?{SPRING}&kept=no&way=phone")


def test_only_members_of_teams_see_it(app: Flask, desk: Desk) -> None:
    administrator = as_member(app, make_account("Una", is_account_administrator=True))
    assert administrator.get(f"/teams/{desk.team.id}/figures").status_code == 403


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_fit_and_have_no_violation(
    app: Flask,
    told: Desk,
    live_server: str,
    new_context: Callable[..., BrowserContext],
    check_axe: Callable[[Page], None],
    width: int,
) -> None:
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = new_session_token(told.priya), True
    context = new_context(viewport={"width": width, "height": 900})
    context.add_cookies([{"name": "session", "value": client.get_cookie("session").value, "url": live_server}])
    page = context.new_page()
    for more in ("", "/contacts", "/reviews"):
        page.goto(f"/teams/{told.team.id}/figures{more}?{SPRING}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        check_axe(page)

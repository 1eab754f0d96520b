"""The harness catches what it promises to catch, on both databases."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from urllib.request import urlopen

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page
from sqlalchemy import create_engine, func, inspect, select

from livingwell.audit.models import AuditEntry
from livingwell.extensions import db
from livingwell.identity.models import Team
from tests.factories.identity import make_team
from tests.harness import html
from tests.harness.axe import Inaccessible
from tests.harness.live_server import serving
from tests.harness.pages import Pages
from tests.harness.session import UnsavedChanges, settle

PAGE = "<!DOCTYPE html><html lang=en><title>A page</title><body>{}"


def teams() -> int:
    return db.session.scalar(select(func.count()).select_from(Team))


@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_test_begins_with_an_empty_database(app: Flask, turn: str) -> None:
    assert teams() == 0
    assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == 0
    make_team(turn)
    assert teams() == 1


def test_what_is_flushed_and_never_committed_is_noticed(app: Flask) -> None:
    db.session.add(Team(name="North"))
    db.session.flush()
    with pytest.raises(UnsavedChanges, match="what was flushed"):
        settle()


def test_what_is_added_and_never_flushed_is_noticed(app: Flask) -> None:
    db.session.add(Team(name="North"))
    with pytest.raises(UnsavedChanges, match="Team"):
        settle()


def test_requests_see_only_what_was_committed(client: FlaskClient) -> None:
    db.session.add(Team(name="North"))
    with pytest.raises(UnsavedChanges):
        client.get("/sign-in")


def test_statements_are_counted_on_every_connection(
    app: Flask, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    with count_statements() as statements:
        teams()
        with db.engine.connect() as other:
            other.execute(select(Team.id))
    assert [statement.split()[0] for statement in statements] == ["SELECT", "SELECT"]


def test_an_empty_database_has_not_even_tables(empty_database: str) -> None:
    engine = create_engine(empty_database)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<p>fine</p><p id=one></p><p id=two></p>", None),
        ("<p id=one></p><p id=one></p>", 'id="one" occurs 2 times'),
        ("<p><em>never closed</p>", "line 1: "),
        ("<table><div>misplaced</div></table>", "line 1: "),
    ],
)
def test_html_that_needs_repair_is_told(body: str, problem: str | None) -> None:
    found = html.problems_in(PAGE.format(body))
    assert found == [] if problem is None else found[0].startswith(problem)


def test_a_fragment_is_judged_as_a_fragment() -> None:
    assert html.problems_in("<p>Only this.</p>") == []


def test_the_live_server_answers() -> None:
    app = Flask("greeting")
    app.add_url_rule("/", view_func=lambda: "Hello")
    with serving(app) as url, urlopen(url) as response:  # noqa: S310  our own address
        assert response.read() == b"Hello"


def test_a_page_that_needs_repair_fails_whoever_asked_for_it() -> None:
    app = Flask("untidy")
    app.add_url_rule("/", view_func=lambda: PAGE.format("<p id=one><p id=one>"))
    pages = Pages(app)
    app.test_client().get("/")
    with pytest.raises(html.InvalidHTML, match=r"GET / \(200\)"):
        pages.check()


@pytest.mark.browser
def test_the_browsers_complaints_are_heard(page: Page, browser_errors: list[str]) -> None:
    page.evaluate("console.error('Refused'); setTimeout(() => undefined_name)")
    page.wait_for_timeout(50)
    assert sorted(browser_errors) == ["Refused", "undefined_name is not defined"]
    browser_errors.clear()


@pytest.mark.browser
def test_axe_finds_what_it_should(page: Page, check_axe: Callable[[Page], None]) -> None:
    page.set_content("<!DOCTYPE html><html lang=en><title>A page</title><main><h1>Hello</h1><img src=x></main>")
    with pytest.raises(Inaccessible, match="image-alt"):
        check_axe(page)

"""What every test may ask for. Every test that touches a database runs on SQLite and on PostgreSQL."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from playwright.sync_api import BrowserContext, Page

from livingwell.extensions import db
from tests.harness import axe, complaints, databases, statements
from tests.harness.application import build_app
from tests.harness.client import VisitorClient
from tests.harness.live_server import serving
from tests.harness.pages import Pages
from tests.harness.session import settle, watch_flushes

# No deadline: how long an example takes says more about the machine than about the code. An `app` or `client` is
# shared by the examples of one test, so these must not mind what earlier ones left. The examples are the same each
# time, so that a change never fails for what it did not touch; `--hypothesis-profile=searching` looks for new ones.
LENIENT = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}
settings.register_profile("livingwell", derandomize=True, **LENIENT)
settings.register_profile("searching", **LENIENT)
settings.load_profile("livingwell")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", metavar="DIR", help="keep the pictures that the stories take for the README here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test in a browser has a second try, which the summary tells: on a busy machine a browser may start too late.

    What is broken fails both times.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session", params=databases.KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A server for this session; each parallel worker has its own."""
    with databases.postgresql_server() as url:
        yield url


@pytest.fixture(scope="session")
def database(
    database_kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[databases.Database]:
    if database_kind == "sqlite":
        yield databases.SQLite(tmp_path_factory.mktemp("sqlite"))
        return
    with databases.postgresql_database(request.getfixturevalue("postgresql_server")) as url:
        yield databases.PostgreSQL(url)


@pytest.fixture(scope="session")
def application(database: databases.Database) -> Iterator[Flask]:
    """One app for all tests on a database: building it takes longer than most tests."""
    app = build_app(database.url)
    app.test_client_class = VisitorClient
    app.extensions["pages"] = Pages(app)
    watch_flushes(app)
    database.build(app)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(application: Flask, database: databases.Database) -> Iterator[Flask]:
    """The app over an empty database, with its context pushed for the test's own work.

    Fails the test when it leaves changes in its session that were never committed, or was shown a page that is
    not valid HTML.
    """
    database.empty(application)
    with application.app_context():
        yield application
        try:
            application.extensions["pages"].check()
        finally:
            settle()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor. `app.test_client()` makes another one."""
    return app.test_client()


@pytest.fixture
def empty_database(database_kind: str, request: pytest.FixtureRequest, tmp_path: os.PathLike[str]) -> Iterator[str]:
    """The address of a database with nothing in it, not even tables: for migrations and commands."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
        return
    with databases.postgresql_database(request.getfixturevalue("postgresql_server")) as url:
        yield url


@pytest.fixture
def count_statements(app: Flask) -> Callable[[], AbstractContextManager[list[str]]]:
    """`with count_statements() as statements: client.get(…)`, then `len(statements)`."""
    return partial(statements.counted, app)


@pytest.fixture
def live_server(app: Flask) -> Iterator[str]:
    """The address of the app, served to a browser. Call `settle()` before looking at what it wrote."""
    with serving(app) as url:
        yield url


@pytest.fixture
def browser_errors() -> Iterator[list[str]]:
    """What the browser complained about; a test that expects a complaint clears the list. Others fail."""
    errors: list[str] = []
    yield errors
    assert errors == []


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], live_server: str, browser_errors: list[str]
) -> Callable[..., BrowserContext]:
    """Another browser, with cookies of its own; `page` comes from one. They start at the app:
    `page.goto("/people")`."""

    def watched(**options: object) -> BrowserContext:
        context = new_context(**{"base_url": live_server, **options})
        complaints.collect(context, browser_errors)
        return context

    return watched


@pytest.fixture
def check_axe() -> Callable[[Page], None]:
    """`check_axe(page)` fails on any violation that axe finds on what the page shows now."""
    return axe.check


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The Chromium that `run.py` found. Chromium has no sandbox for root."""
    executable = os.environ.get("CHROMIUM")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = ["--disable-gpu", "--disable-background-networking", *(["--no-sandbox"] if is_root else [])]
    named = {"executable_path": executable} if executable else {}
    return {**browser_type_launch_args, "args": arguments, **named}

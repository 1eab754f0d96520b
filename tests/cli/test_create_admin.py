"""The first account of an installation, made from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask.testing import FlaskClient

from livingwell.cli import main
from livingwell.identity.queries.accounts import account_by_email
from tests.factories.identity import PASSWORD

GIVEN = ("create-admin", "--name", "Joan Bell", "--email", "Joan@example.com", "--password")


@pytest.fixture
def settings(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of somebody at the command line of this database."""
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "test")
    monkeypatch.setenv("DATABASE_URL", app.config["SQLALCHEMY_DATABASE_URI"])
    monkeypatch.delenv("LIVINGWELL_DEMO", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.usefixtures("settings")
def test_the_administrator_can_sign_in_and_invite(client: FlaskClient) -> None:
    result = run(*GIVEN, PASSWORD)
    assert result.exit_code == 0, result.output
    assert PASSWORD not in result.output
    client.post("/sign-in", data={"email": "joan@example.com", "password": PASSWORD})
    assert client.get("/accounts/new").status_code == 200


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((*GIVEN, "short"), "12 characters"),
        (("create-admin", "--name", " ", "--email", "joan@example.com", "--password", PASSWORD), "Enter a name"),
        (("create-admin", "--name", "Joan", "--email", "joan", "--password", PASSWORD), "must be like name@"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_line(app: Flask, arguments: tuple[str, ...], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert says in result.output
    assert account_by_email("joan@example.com") is None


@pytest.mark.usefixtures("settings")
def test_an_account_that_is_there_is_left_alone(app: Flask) -> None:
    run(*GIVEN, PASSWORD)
    result = run(*GIVEN, "another quite good password")
    assert result.exit_code == 1
    assert "already an account" in result.output


def test_a_database_without_tables_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "test")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    result = run(*GIVEN, PASSWORD)
    assert result.exit_code == 1
    assert "livingwell upgrade" in result.output


def test_upgrading_makes_the_tables(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "test")
    monkeypatch.setenv("DATABASE_URL", empty_database)
    assert run("upgrade").exit_code == 0


def test_settings_that_are_not_safe_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "production")
    monkeypatch.delenv("SECRET_KEY", raising=False)
    result = run(*GIVEN, PASSWORD)
    assert result.exit_code == 1
    assert "SECRET_KEY is not set" in result.output

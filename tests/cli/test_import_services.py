"""Services of a feed from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import func, select

from livingwell.cli import main
from livingwell.directory.models import Service
from livingwell.directory.queries.search import services_found
from livingwell.directory.sought import Sought
from livingwell.extensions import db
from tests.factories.feeds import as_json, entry, sends, serving_feed
from tests.harness.session import settle


@pytest.fixture
def run(app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    """Run the command with these arguments; bytes are handed over as a file."""
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "development")
    monkeypatch.setenv("DATABASE_URL", db.engine.url.render_as_string(hide_password=False))

    def command(*arguments: str | bytes, hosts: str = "") -> Result:
        monkeypatch.setenv("LIVINGWELL_FEED_HOSTS", hosts)
        file = tmp_path / "services.json"
        told = []
        for each in arguments:
            if isinstance(each, bytes):
                file.write_bytes(each)
            told.append(str(file) if isinstance(each, bytes) else each)
        settle()
        return CliRunner().invoke(main, ["import-services", "--feed", "Salford", *told])

    return command


def services() -> int:
    settle()
    return db.session.scalar(select(func.count()).select_from(Service)) or 0


def test_a_file_comes_in_and_is_found(run) -> None:
    ran = run(as_json([entry("a"), entry("b", name=""), entry("c")]))
    assert ran.exit_code == 0, ran.output
    assert "Salford: Open Referral UK 3.0, utf-8" in ran.output
    assert "      2  are new" in ran.output
    assert "Row 2 b: It has no name." in ran.output
    assert services() == 2
    assert services_found(Sought(words="allotment")).count == 2


def test_a_dry_run_changes_nothing(run) -> None:
    ran = run(as_json([entry("a")]), "--dry-run")
    assert ran.exit_code == 0
    assert "Nothing was changed." in ran.output
    assert services() == 0


def test_what_cant_be_read_says_why_and_ends_with_1(run) -> None:
    ran = run(b"<html>")
    assert ran.exit_code == 1
    assert "This is a web page, not a feed." in ran.output


def test_most_of_a_feed_goes_only_where_that_is_said(run) -> None:
    run(as_json([entry(str(number)) for number in range(5)]))
    assert run(as_json([entry("1")])).exit_code == 1
    assert run(as_json([entry("1")]), "--most-may-go").exit_code == 0


def test_an_address_inside_the_network_is_read_only_where_the_settings_name_it(run) -> None:
    with serving_feed(sends(as_json([entry("a")]))) as url:
        refused = run("--url", url)
        assert (refused.exit_code, "private place" in refused.output) == (1, True)
        assert run("--url", url, hosts="127.0.0.1").exit_code == 0
    assert services() == 1


@pytest.mark.parametrize("arguments", [(), (b"{}", "--url", "https://example.org")])
def test_a_file_or_an_address_is_named(run, arguments) -> None:
    assert "Name a file, or an address with --url." in run(*arguments).output

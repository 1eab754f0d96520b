"""The bench runs, and measures every page; how long they take is no test's matter."""

import subprocess
import sys
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine, MetaData, func, select

from bench.trust import make_trust
from livingwell.demo.cast import EVERYBODY
from livingwell.extensions import db

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    *("Today", "Team list", "Search", "Plan", "Engagement picture"),
    *("Discussion screen", "Live poll", "Saving a contribution"),
)
SEARCHES = ("All, by name", "A common word", "Two words", "Kind and place", "Words, place, needs", "To be checked")


def test_every_page_is_measured() -> None:
    bench = [sys.executable, "-m", "bench", "--people", "1", "--database", "sqlite", "--rounds", "1"]
    bench += ["--only", "pages"]
    printed = subprocess.run(bench, cwd=ROOT, capture_output=True, text=True, check=False)

    times, _, weights = printed.stdout.partition("what is sent")
    assert [page for page in PAGES if f"\n{page}  " not in times] == []
    assert [page for page in ("Today", "Team list", "Plan", "Discussion screen") if f"\n{page}  " not in weights] == []
    assert printed.stderr == ""


def test_each_search_of_the_directory_is_measured() -> None:
    bench = [sys.executable, "-m", "bench", "--only", "directory", "--services", "60"]
    bench += ["--database", "sqlite", "--rounds", "1"]
    printed = subprocess.run(bench, cwd=ROOT, capture_output=True, text=True, check=False)

    assert [search for search in SEARCHES if f"\n{search}  " not in printed.stdout] == []
    assert printed.stderr == ""


def test_a_copied_team_is_whole(app: Flask) -> None:
    trust = make_trust(app, people=len(EVERYBODY) * 8 + 1)

    assert trust.people == 2 * len(EVERYBODY) * 8
    assert [key for key in keys_of(db.metadata) if has_lost_its_row(db.engine, *key)] == []


def keys_of(metadata: MetaData) -> list[tuple]:
    return [(key.parent, key.column) for table in metadata.sorted_tables for key in table.foreign_keys]


def has_lost_its_row(engine: Engine, column, refers_to) -> bool:
    there = refers_to.table.alias()
    lost = select(func.count()).where(column.is_not(None), ~select(there.c.id).where(there.c.id == column).exists())
    with engine.connect() as connection:
        return bool(connection.scalar(lost))

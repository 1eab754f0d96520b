"""What holds of every page of the person's side, however many there will be.

On SQLite alone: the words and the number of statements are the same on both databases.
"""

from dataclasses import dataclass

import pytest
from flask import Flask

from tests.factories.readers import Readers, portal_pages
from tests.factories.routes import World, address_of
from tests.harness.pseudo import PLAIN
from tests.harness.reading import grade, own_sentences
from tests.harness.statements import counted

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")

HARDEST = 6.0  # Flesch–Kincaid: read at eleven
MOST_STATEMENTS = 25


@dataclass(frozen=True)
class Seen:
    """What a page says in sentences of ours, and how many statements it took."""

    sentences: list[str]
    statements: int


def test_every_page_is_read_easily_and_asks_little_of_the_database(app: Flask, translated: Flask) -> None:
    pages = every_page(app, translated)
    assert {"/my", "/for", "/my/reading", "/my/plan"} <= pages.keys()
    assert [page for page, seen in pages.items() if not seen.sentences] == []
    grades = {page: grade(seen.sentences) for page, seen in pages.items()}
    assert {page: found for page, found in grades.items() if found > HARDEST} == {}
    assert {page: seen.statements for page, seen in pages.items() if seen.statements > MOST_STATEMENTS} == {}


def every_page(app: Flask, translated: Flask) -> dict[str, Seen]:
    """Each page of the person's side that is shown to whoever it is for."""
    world = World.make()
    readers, pages = Readers(world), {}
    for rule in portal_pages(app):
        address, client = address_of(rule, world), readers.visit(translated, rule)
        client.set_cookie("reading", f"language={PLAIN}")
        with counted(translated) as statements:
            answer = client.get(address)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            pages[rule.rule] = Seen(own_sentences(answer.get_data(as_text=True)), len(statements))
    return pages

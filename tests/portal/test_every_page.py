"""What holds of every page of the person's side, however many there will be.

On SQLite alone: the words, the weight and the number of statements are the same on both databases.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask

from tests.factories.readers import Readers, portal_pages
from tests.factories.routes import World, address_of
from tests.harness.pseudo import PLAIN
from tests.harness.reading import grade, own_sentences

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")

HARDEST = 6.0  # Flesch–Kincaid: read at eleven
MOST_STATEMENTS = 25


def test_a_page_is_read_easily(app: Flask, translated: Flask) -> None:
    world = World.make()
    readers, grades = Readers(world), {}
    for rule in portal_pages(app):
        address, client = address_of(rule, world), readers.visit(translated, rule)
        client.set_cookie("reading", f"language={PLAIN}")
        answer = client.get(address)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            sentences = own_sentences(answer.get_data(as_text=True))
            assert sentences, rule.rule
            grades[rule.rule] = grade(sentences)
    assert {"/my", "/for", "/my/reading"} <= grades.keys()
    assert {page: found for page, found in grades.items() if found > HARDEST} == {}


def test_a_page_asks_the_database_for_little(
    app: Flask, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    world = World.make()
    readers, counts = Readers(world), {}
    for rule in portal_pages(app):
        address, client = address_of(rule, world), readers.visit(app, rule)
        with count_statements() as statements:
            client.get(address)
        counts[rule.rule] = len(statements)
    assert {page: count for page, count in counts.items() if count > MOST_STATEMENTS} == {}

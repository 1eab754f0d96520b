"""No string of the person's side is left out of translation, in a language with accents and in one from right to left.

On SQLite alone: the words are the same on both databases.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from babel import Locale
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Enum, String, Text, select

from livingwell.extensions import Model, db
from tests.factories.readers import Readers, portal_pages
from tests.factories.routes import World, address_of
from tests.harness.forms import forms_in
from tests.harness.pseudo import ACCENTED, RIGHT_TO_LEFT, outside

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")

UNSAID, COMPARED = {"textarea", "script", "style"}, {"ins", "del"}
SAID_BY_ATTRIBUTES = {"aria-label", "alt", "title", "placeholder"}
NAMES = {"Living Well", "English", "Cymraeg", "Gaeilge", "עברית", "QR", "PIN", "PDF"}
"""What is called the same in every language."""


@pytest.mark.parametrize("language", [ACCENTED, RIGHT_TO_LEFT])
def test_no_string_of_the_persons_side_is_left_out(app: Flask, translated: Flask, language: str) -> None:
    pages = dict(every_page(app, translated, language))
    known, calendar = written_by_people(), words_of_the_calendar(language)
    left = {where: left_out(page, known, calendar) for where, page in pages.items()}
    assert {where: words for where, words in left.items() if words} == {}
    assert [where for where, page in pages.items() if f'lang="{language}"' not in page] == []


def every_page(app: Flask, translated: Flask, language: str) -> Iterator[tuple[str, str]]:
    """Each page of the person's side, as whoever it is for is shown it."""
    world = World.make()
    readers = Readers(world)
    for rule in portal_pages(app):
        address, client = address_of(rule, world), readers.visit(translated, rule)
        client.set_cookie("reading", f"language={language}")
        yield from ((f"{rule.rule} {what}", page) for what, page in shown(client, address))


def shown(client: FlaskClient, address: str) -> Iterator[tuple[str, str]]:
    """The page, and what it says to each of its forms when nothing was filled in."""
    answer = client.get(address)
    if answer.mimetype != "text/html" or answer.status_code != 200:
        return
    page = answer.get_data(as_text=True)
    yield "", page
    for form in forms_in(page, address):
        if form.action == address:
            sent = dict.fromkeys(form.names, "") | {"submission": form.fields.get("submission", "")}
            refused = client.post(form.action, data=sent)
            if refused.status_code == 422:
                yield "(refused)", refused.get_data(as_text=True)


def left_out(page: str, known: list[str], calendar: set[str]) -> list[str]:
    """What the page says that was neither translated nor written by somebody."""
    told = [piece for text in said(page) for piece in outside(text)]
    return sorted({piece for piece in told if not is_known(piece, known, calendar)})


def said(page: str) -> Iterator[str]:
    """Everything that is read or read out: each text, each label that only a screen reader says."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    body, title = tree.find("body"), tree.find("head/title")
    yield title.text.partition(" – ")[0]
    yield "\n".join(text for text in texts_of(body))
    for element in tree.iter():
        yield from (value for name, value in element.attrib.items() if name in SAID_BY_ATTRIBUTES)
        yield from (value for name, value in element.attrib.items() if name.startswith("data-says-"))


def texts_of(element: Element) -> Iterator[str]:
    """Each piece of text in it. Of two wordings that are compared, only what stands beside them."""
    is_compared = any(child.tag in COMPARED for child in element)
    if not is_compared:
        yield element.text or ""
    for child in element:
        if child.tag not in COMPARED | UNSAID:
            yield from texts_of(child)
        if not is_compared:
            yield child.tail or ""


def is_known(piece: str, known: list[str], calendar: set[str]) -> bool:
    """Whether nothing is left of it once the words of people and of the calendar are taken away."""
    left = piece
    for words in known:
        left = left.replace(words, " ")
    words = re.findall(r"[^\W\d_]{2,}", left)
    return all(word.lower() in calendar for word in words)


def written_by_people() -> list[str]:
    """Every text in the database that somebody wrote, the longest first; a point of a list without its dash."""
    known = set(NAMES)
    for mapper in Model.registry.mappers:
        for column in mapper.local_table.columns:
            if isinstance(column.type, (String, Text)) and not isinstance(column.type, Enum):
                known.update(filter(None, db.session.scalars(select(column))))
    lines = {" ".join(line.split()).removeprefix("- ") for text in known for line in str(text).splitlines()}
    return sorted({line for line in {*known, *lines} if len(line) > 2}, key=len, reverse=True)


def words_of_the_calendar(language: str) -> set[str]:
    """Months, days and halves of the day in that language."""
    locale = Locale.parse(language)
    names = [
        *locale.months["format"]["wide"].values(),
        *locale.months["format"]["abbreviated"].values(),
        *locale.days["format"]["wide"].values(),
        *(str(name) for name in locale.day_periods["format"]["wide"].values()),
    ]
    words = {word.lower() for name in names for word in re.findall(r"[^\W\d_]{2,}", name)}
    return words | {f"ב{word}" for word in words} | {"ב"}  # Hebrew writes "in" onto the month

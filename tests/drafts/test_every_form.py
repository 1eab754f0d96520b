"""Every form of more than one line keeps what is typed in it, on whatever page it stands."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.discussions.actions.round import add_view
from livingwell.discussions.commands import AddView
from tests.factories.readers import Readers
from tests.factories.routes import World, address_of
from tests.harness.application import build_app

RULES = [
    rule
    for rule in build_app("sqlite://").url_map.iter_rules()
    if "GET" in (rule.methods or ()) and rule.endpoint != "static"
]


@pytest.fixture
def world(app: Flask) -> World:
    """A world in which each box is on show: with a challenge to answer too."""
    world = World.make()
    add_view(world.discussion, AddView(text="Are we keeping our side?", is_challenge=True), world.actor)
    return world


def test_every_form_with_a_box_for_lines_keeps_drafts(app: Flask, world: World) -> None:
    readers = Readers(world)
    found = {
        (rule.endpoint, action): kept
        for rule in RULES
        for action, kept in forms_with_a_box(readers.visit(app, rule), address_of(rule, world))
    }
    assert [form for form, kept in found.items() if not kept] == []
    pages = {endpoint for endpoint, _action in found}
    assert {"people.edit_limit", "people.strike_note", "discussions.new_line", "careplans.new_goal"} <= pages


def forms_with_a_box(client: FlaskClient, path: str) -> Iterator[tuple[str, bool]]:
    """Where each such form of the page goes, and whether it keeps drafts."""
    response = client.get(path)
    if response.mimetype == "text/html":
        page = html5lib.parse(response.get_data(as_text=True), namespaceHTMLElements=False)
        yield from ((form.get("action") or path, is_kept(form)) for form in page.iter("form") if has_box(form))


def has_box(form: Element) -> bool:
    """Whether somebody writes lines in it."""
    return any("readonly" not in box.attrib for box in form.iter("textarea"))


def is_kept(form: Element) -> bool:
    """Whether it says where drafts go, and which form's draft it is, about what and from which reading."""
    names = {field.get("name") for field in form.iter("input")}
    return bool(form.get("data-draft-url")) and {"draft_form", "draft_subject", "draft_reading"} <= names

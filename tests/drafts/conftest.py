"""An app with one form of its own, so that these tests need no feature above drafts."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import ChoiceLoader, DictLoader

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict
from livingwell.core.text import LINE
from livingwell.drafts.kept import draft_of
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import ImportedNote, Person
from livingwell.web.fields import HiddenField, TextField, WordsField
from livingwell.web.forms import Form
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see
from tests.factories.identity import make_account, make_team, sign_in
from tests.factories.people import make_person
from tests.harness.application import build_app
from tests.harness.client import VisitorClient
from tests.harness.databases import Database
from tests.harness.pages import Pages

TEMPLATE = """{% extends "layouts/form.html" %}{% block title %}A note{% endblock %}
{% block heading %}A note{% endblock %}"""


class NoteForm(Form):
    """One line and some lines."""

    said = WordsField("What was said", required="Enter what was said", max_length=LINE)
    source = TextField("Where from")
    row_version = HiddenField("Version")


@atomic()
def add_note(person: Person, said: str, source: str, actor: Actor) -> ImportedNote:
    if source == "refuse":
        raise Conflict("The facts don’t allow it.")
    note = ImportedNote(person_id=person.id, said=said, source=source)
    db.session.add(note)
    record("add_note", actor, person.id)
    return note


@atomic()
def rename(person: Person, name: str, version: int, actor: Actor) -> None:
    person.require_version(version, {"said": person.preferred_name})
    person.preferred_name = name
    record("rename", actor, person.id)


@door(Permission.CHANGE_PEOPLE)
def new_note(person: Person) -> Any:
    form = NoteForm()
    draft = draft_of(form, "new_note", person.id)
    if form.validate_on_submit():
        draft.save(add_note, person, form.said.data, form.source.data or "", current_actor())
        return see("people.show_person", person_id=person.id)
    return page("note.html", form=form, draft=draft, status=422 if form.errors else 200)


@door(Permission.CHANGE_PEOPLE)
def edit_name(person: Person) -> Any:
    form = NoteForm(said=person.preferred_name, row_version=str(person.row_version))
    draft = draft_of(form, "edit_name", person.id)
    if form.validate_on_submit():
        draft.save(rename, person, form.said.data, int(form.row_version.data), current_actor())
        return see("people.show_person", person_id=person.id)
    return page("note.html", form=form, draft=draft, status=422 if form.errors else 200)


@pytest.fixture
def app(app: Flask, database: Database) -> Iterator[Flask]:
    """The app with two pages more, over the same empty database."""
    larger = build_app(database.url)
    larger.test_client_class = VisitorClient
    larger.extensions["pages"] = Pages(larger)
    larger.add_url_rule("/people/<uuid:person_id>/note", "new_note", new_note, methods=["GET", "POST"])
    larger.add_url_rule("/people/<uuid:person_id>/name", "edit_name", edit_name, methods=["GET", "POST"])
    larger.jinja_env.loader = ChoiceLoader([DictLoader({"note.html": TEMPLATE}), larger.jinja_env.loader])
    yield larger
    with larger.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def person(app: Flask, client: FlaskClient) -> Person:
    """Somebody within reach of whoever is signed in."""
    team = make_team()
    sign_in(client, make_account("Priya Mistry", team=team))
    return make_person(team=team)

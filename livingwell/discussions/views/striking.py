"""Striking out what was recorded in error, each on a page that shows it and asks why."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import url_for

from livingwell.core.errors import NotFound
from livingwell.discussions.actions import striking
from livingwell.discussions.forms.the_round import ReasonForm
from livingwell.discussions.presenters.meetings import line_words
from livingwell.discussions.queries.decisions import answer, decision
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.lines import line
from livingwell.discussions.queries.round import contribution
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.the_round import ADDRESS, back
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor
from livingwell.web.page import page


@discussions.route(f"{ADDRESS}/views/<uuid:view_id>/strike", methods=["GET", "POST"])
@door(Permission.DISCUSS)
def strike_one_view(person: Person, discussion_id: UUID, view_id: UUID) -> Any:
    """Strike a view of the round out."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    view = contribution(here.id, view_id)
    striking.require_own_view(view, actor)
    return _ask(person, here.id, "round", view.text, striking.strike_view, here, view)


@discussions.route(f"{ADDRESS}/lines/<uuid:own_line_id>/strike", methods=["GET", "POST"])
@door(Permission.DISCUSS)
def strike_one_line(person: Person, discussion_id: UUID, own_line_id: UUID) -> Any:
    """Strike the person's line out, or why they were not asked."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    said = line(here.id, own_line_id)
    striking.require_own_line(said, actor)
    words = line_words(said) or said.not_asked_because
    return _ask(person, here.id, "line", words, striking.strike_line, here, said)


@discussions.route(f"{ADDRESS}/decisions/<uuid:decision_id>/strike", methods=["GET", "POST"])
@door(Permission.DISCUSS)
def strike_one_decision(person: Person, discussion_id: UUID, decision_id: UUID) -> Any:
    """Strike a decision out."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    decided = decision(actor, person.id, decision_id)
    if decided.discussion_id != here.id:
        raise NotFound
    striking.require_own_decision(decided, actor)
    return _ask(person, here.id, "decide", decided.what, striking.strike_decision, here, decided)


@discussions.route(f"{ADDRESS}/answers/<uuid:answer_id>/strike", methods=["GET", "POST"])
@door(Permission.DISCUSS)
def strike_one_answer(person: Person, discussion_id: UUID, answer_id: UUID) -> Any:
    """Strike out what was said to have become of a decision, from the discussion where it shows."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    said = answer(person.id, answer_id)
    decided = decision(actor, person.id, said.decision_id)
    striking.require_own_answer(said, actor)
    words = f"{decided.what}\n{said.outcome.label}: {said.why}"
    return _ask(person, here.id, "last", words, striking.strike_answer, decided, said)


def _ask(person: Person, discussion_id: UUID, part: str, words: str, strike: Callable[..., Any], *what: Any) -> Any:
    """The page that shows what is struck out and asks why; once it is known why, it is done."""
    form = ReasonForm()
    if form.validate_on_submit():
        once(strike, *what, form.reason.data, current_actor())
        return back(person, discussion_id, part)
    leave = url_for("discussions.show_discussion", person_id=person.id, discussion_id=discussion_id, _anchor=part)
    return page("discussions/strike.html", form=form, words=words, back=leave, status=422 if form.errors else 200)

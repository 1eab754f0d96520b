"""Registering somebody new, unless they are known already."""

from typing import Any
from uuid import UUID

from flask import Response, request
from flask_login import current_user

from livingwell.audit import record_read
from livingwell.core.errors import Conflict
from livingwell.drafts.kept import FormDraft, draft_of
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions import known, registering
from livingwell.people.forms.details import RegisterForm
from livingwell.people.presenters.asking import typed_before
from livingwell.people.presenters.matching import ASK, SAME, SOMEBODY_ELSE, Question
from livingwell.people.queries.duplicates import Matches, possible_matches
from livingwell.people.queries.known import request_asked
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see


@people.route("/people/new", methods=["GET", "POST"])
@needs(Permission.REGISTER_PEOPLE)
def new_person() -> Any:
    """Who they are and who referred them; then, where they may be known, a question before anything is saved."""
    form = RegisterForm(data=_typed_before())
    form.offer_teams(current_user.teams)
    draft = draft_of(form, "new_person")
    if not form.validate_on_submit():
        return _show(form, draft, status=422 if form.errors else 200)
    command = form.command()
    details = command.details
    names = (details.preferred_name, details.given_name, details.family_name)
    matches = possible_matches(current_actor(), names, details.born_on, details.nhs_number)
    question = Question.about_matches(matches.within_reach, matches.known_to)
    if matches and not form.ask(question.about, question.values):
        return _ask(form, draft, question, matches)
    try:
        return _save(form, draft, matches)
    except Conflict as conflict:
        form.form_errors.append(str(conflict))
        return _show(form, draft, status=409)


def _typed_before() -> dict[str, Any]:
    """What was typed when another team was asked, so that it need not be typed again; nothing without it."""
    try:
        request_id = UUID(request.args.get("asked", ""))
    except ValueError:
        return {}
    return typed_before(request_asked(request_id, current_actor()))


def _save(form: RegisterForm, draft: FormDraft, matches: Matches) -> Response:
    """Do what was answered: register somebody new, refer the same person again, or ask the team that may know them."""
    actor, command, decision = current_actor(), form.command(), form.decision.data or SOMEBODY_ELSE
    if matches and decision == ASK:
        draft.save(known.ask_whether_known, matches.known_to, command, actor)
        return see("people.list_known", said="You have asked. The answer will be on this page.")
    same = next((person for person in matches.within_reach if decision == f"{SAME}{person.id}"), None)
    if same:
        draft.save(registering.refer_again, same.id, command.referral, actor)
        return see("people.show_person", person_id=same.id, said="The new referral is on record.")
    person_id = draft.save(registering.register_person, command, actor)
    return see("people.show_person", person_id=person_id, said="Registered.")


def _ask(form: RegisterForm, draft: FormDraft, question: Question, matches: Matches) -> Response:
    """The question. Showing somebody who matches is a read of their record."""
    db.session.rollback()
    record_read("show_possible_matches", current_actor(), shown=[person.id for person in matches.within_reach])
    return _show(form, draft, question=question, status=422 if form.errors else 200)


def _show(form: RegisterForm, draft: FormDraft, status: int, question: Question | None = None) -> Response:
    return page("people/new_person.html", form=form, draft=draft, question=question, status=status)

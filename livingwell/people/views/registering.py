"""Registering somebody new, unless they are known already."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Response, request
from flask_login import current_user

from livingwell.audit import record_read
from livingwell.core.errors import Conflict
from livingwell.drafts.kept import FormDraft, draft_of
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.receiving import MayBeKnown, receive_referral
from livingwell.people.forms.details import RegisterForm
from livingwell.people.presenters.asking import typed_before
from livingwell.people.presenters.matching import Choice, choices_for
from livingwell.people.queries.duplicates import Matches
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
    try:
        person_id = draft.save(receive_referral, form.command(), form.answer(), current_actor())
    except MayBeKnown as may_be:
        return _ask(form, draft, may_be.matches)
    except Conflict as conflict:
        form.form_errors.append(str(conflict))
        return _show(form, draft, status=409)
    if person_id is None:
        return see("people.list_known", said="You have asked. The answer will be on this page.")
    return see("people.show_person", person_id=person_id, said="The referral is on record.")


def _typed_before() -> dict[str, Any]:
    """What was typed when another team was asked, so that it need not be typed again; nothing without it."""
    try:
        request_id = UUID(request.args.get("asked", ""))
    except ValueError:
        return {}
    return typed_before(request_asked(request_id, current_actor()))


def _ask(form: RegisterForm, draft: FormDraft, matches: Matches) -> Response:
    """The question who it is. Showing somebody who matches is a read of their record."""
    db.session.rollback()
    record_read("show_possible_matches", current_actor(), shown=[person.id for person in matches.within_reach])
    form.ask_about(matches.about)
    choices = choices_for(matches.within_reach, matches.known_to)
    return _show(form, draft, choices, status=422 if form.errors else 200)


def _show(form: RegisterForm, draft: FormDraft, choices: Sequence[Choice] = (), *, status: int) -> Response:
    return page("people/new_person.html", form=form, draft=draft, choices=choices, status=status)

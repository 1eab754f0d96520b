"""A team's own templates, and its list of words that judge."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.contacts.actions import templates as actions
from livingwell.contacts.forms.templates import PLACEHOLDERS, NumberedForm, TemplateForm, WordsToAvoidForm
from livingwell.contacts.queries.templates import (
    template_called,
    templates_of,
    versions_of_template,
    versions_of_words_to_avoid,
    words_to_avoid_of,
)
from livingwell.contacts.views.blueprint import contacts
from livingwell.core.dates import date_and_time
from livingwell.core.errors import Conflict, Invalid, Stale
from livingwell.drafts.kept import FormDraft, draft_of
from livingwell.identity.permissions import Permission
from livingwell.identity.policy import require_member
from livingwell.identity.queries.teams import team_by_id
from livingwell.web.conflicts import show_conflict
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see

UNPROCESSABLE = 422


@contacts.get("/teams/<uuid:team_id>/templates")
@needs(Permission.CHANGE_TEMPLATES)
def list_templates(team_id: UUID) -> Any:
    """The team's templates."""
    require_member(current_actor(), team_id)
    found = templates_of(team_id).values()
    return page(
        "contacts/list_templates.html",
        team=team_by_id(team_id),
        templates=[each for each in found if not each.is_put_away],
        put_away=[each for each in found if each.is_put_away],
    )


@contacts.route("/teams/<uuid:team_id>/templates/new", methods=["GET", "POST"])
@needs(Permission.CHANGE_TEMPLATES)
def new_template(team_id: UUID) -> Any:
    """A template of the team's own."""
    actor = current_actor()
    require_member(actor, team_id)
    form = TemplateForm(data={"number": "0"})
    del form.is_put_away
    draft = draft_of(form, "new_template", None, team_id)
    if _saved(form, draft, lambda: actions.add_template(team_id, form.command(), actor)):
        return see("contacts.list_templates", said="The template is there.", team_id=team_id)
    return _form_page("contacts/edit_template.html", form, draft, team_id, placeholders=PLACEHOLDERS)


@contacts.route("/teams/<uuid:team_id>/templates/<template_key>", methods=["GET", "POST"])
@needs(Permission.CHANGE_TEMPLATES)
def edit_template(team_id: UUID, template_key: str) -> Any:
    """The next version of a template, with every one before it."""
    actor = current_actor()
    require_member(actor, team_id)
    template = template_called(team_id, template_key)
    form = TemplateForm(obj=template)
    draft = draft_of(form, "edit_template", None, team_id, template_key)
    try:
        if _saved(form, draft, lambda: actions.edit_template(team_id, template_key, form.command(), actor)):
            return see("contacts.list_templates", said="The template is changed.", team_id=team_id)
    except Stale as stale:
        return show_conflict(stale)
    versions = [
        (each.number, each.written_by.name, date_and_time(each.created_at), each.words, each.text_words)
        for each in versions_of_template(team_id, template_key)
    ]
    return _form_page(
        "contacts/edit_template.html",
        form,
        draft,
        team_id,
        placeholders=PLACEHOLDERS,
        versions=versions,
        template_name=template.name,
    )


@contacts.route("/teams/<uuid:team_id>/words-to-avoid", methods=["GET", "POST"])
@needs(Permission.CHANGE_TEMPLATES)
def edit_words_to_avoid(team_id: UUID) -> Any:
    """The words that are pointed out while somebody writes, with the team's own alternatives."""
    actor = current_actor()
    require_member(actor, team_id)
    form = WordsToAvoidForm(obj=words_to_avoid_of(team_id))
    draft = draft_of(form, "edit_words_to_avoid", None, team_id)
    typed = form.lines.data or ""
    try:
        if _saved(form, draft, lambda: actions.edit_words_to_avoid(team_id, typed, form.read_number(), actor)):
            return see("contacts.list_templates", said="The list is changed.", team_id=team_id)
    except Stale as stale:
        return show_conflict(stale)
    versions = [
        (each.number, each.written_by.name, date_and_time(each.created_at))
        for each in versions_of_words_to_avoid(team_id)
    ]
    return _form_page("contacts/edit_words_to_avoid.html", form, draft, team_id, versions=versions)


def _saved(form: NumberedForm, draft: FormDraft, action: Any) -> bool:
    """Whether it was sent and saved. What the action refuses stands beside its field."""
    if not form.validate_on_submit():
        return False
    try:
        draft.save(action)
    except Stale:
        raise
    except Invalid as error:
        form.refuse(error)
        return False
    except Conflict as error:
        form.form_errors.append(str(error))
        return False
    return True


def _form_page(template: str, form: NumberedForm, draft: FormDraft, team_id: UUID, **more: Any) -> Response:
    status = UNPROCESSABLE if form.errors else 200
    return page(
        template,
        **{"versions": [], "template_name": "", **more},
        form=form,
        draft=draft,
        team_id=team_id,
        status=status,
    )

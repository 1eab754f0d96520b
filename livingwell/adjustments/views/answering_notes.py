"""What another record said about support: asked of the person before anything comes of it."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.adjustments.actions.notes import answer_note as answer
from livingwell.adjustments.catalogue import choices_found, choices_suggested
from livingwell.adjustments.forms.adding import FIND
from livingwell.adjustments.forms.notes import NoteForm
from livingwell.adjustments.presenters.picking import groups, pick
from livingwell.adjustments.views.blueprint import adjustments
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.episodes import note_of
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@adjustments.route("/people/<uuid:person_id>/notes/<uuid:note_id>/answer", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def answer_note(person: Person, note_id: UUID) -> Any:
    """The note word for word, choices that it may mean, and what the person says to it."""
    note = note_of(person.id, note_id)
    form = NoteForm(name=person.preferred_name)
    draft = draft_of(form, "answer_note", person.id, note_id)
    is_search = FIND in request.form
    if not is_search and saved(form, draft, lambda: answer(person, note, form.command(), current_actor())):
        return see("adjustments.list_adjustments", said="Saved.", person_id=person.id)
    picked, suggested = form.picked.data or (), choices_suggested(note.said)
    found = choices_found(form.sought.data or "") if is_search else choices_found("")
    others = [choice for choice in found if choice not in suggested]
    return form_page(
        "adjustments/answer_note.html",
        form,
        draft,
        note=note,
        suggested=[pick(choice, picked) for choice in suggested],
        groups=groups(others, set(picked) - {choice.key for choice in suggested}, is_search=is_search),
        is_search=is_search,
    )

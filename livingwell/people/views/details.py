"""Correcting what is on record, and striking out what was recorded in error."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.actions import registering
from livingwell.people.actions.striking import strike
from livingwell.people.door import door
from livingwell.people.forms.details import EditDetailsForm
from livingwell.people.forms.reach import StrikeForm
from livingwell.people.models import Person
from livingwell.people.queries.episodes import episode_of, note_of
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@people.route("/people/<uuid:person_id>/details", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def edit_details(person: Person) -> Any:
    """Names, date of birth, NHS number and how to get in touch."""
    form = EditDetailsForm.of(person)
    draft = draft_of(form, "edit_details", person.id)
    if form.validate_on_submit():
        draft.save(registering.edit_details, person, form.command(person), current_actor())
        return see("people.show_person", person_id=person.id, said="The details are saved.")
    return page("people/edit_details.html", form=form, draft=draft, status=422 if form.errors else 200)


@people.route("/people/<uuid:person_id>/notes/<uuid:note_id>/error", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def strike_note(person: Person, note_id: UUID) -> Any:
    """What was imported was wrong."""
    return _strike(note_of(person.id, note_id), "what was imported")


@people.route("/people/<uuid:person_id>/episodes/<uuid:episode_id>/error", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def strike_episode(person: Person, episode_id: UUID) -> Any:
    """The referral should not be there."""
    return _strike(episode_of(person.id, episode_id), "this referral")


def _strike(row: Any, what: str) -> Response:
    """Strike it out, with the reason."""
    form = StrikeForm()
    draft = draft_of(form, "strike_out", row.person_id, row.id)
    if form.validate_on_submit():
        draft.save(strike, row, form.reason.data, current_actor())
        return see("people.show_person", person_id=row.person_id, said="Struck out. It stays in the history.")
    return page("people/confirm_strike.html", form=form, draft=draft, what=what, status=422 if form.errors else 200)

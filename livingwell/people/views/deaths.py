"""That somebody has died: written down with who told us, and taken back where it was wrong."""

from typing import Any

from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.actions import deaths
from livingwell.people.door import door
from livingwell.people.forms.deaths import DeathForm, TakeDeathBackForm
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@people.route("/people/<uuid:person_id>/death", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def record_death(person: Person) -> Any:
    """Write down a death. Everything that waits to go out is cancelled."""
    form = DeathForm(name=person.preferred_name)
    draft = draft_of(form, "record_death", person.id)
    if saved(form, draft, lambda: deaths.record_death(person, form.command(), current_actor())):
        return see("people.show_person", person_id=person.id, said="It is written down. What waited is cancelled.")
    return form_page("people/record_death.html", form, draft)


@people.route("/people/<uuid:person_id>/death/end", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def take_death_back(person: Person) -> Any:
    """It was recorded in error. What was cancelled stays so."""
    form = TakeDeathBackForm(name=person.preferred_name)
    draft = draft_of(form, "take_death_back", person.id)
    if saved(form, draft, lambda: deaths.take_death_back(person, form.why.data, current_actor())):
        return see("people.show_person", person_id=person.id, said="Taken back. Messages that were cancelled stay so.")
    return form_page("people/take_death_back.html", form, draft)

"""Adjustments, agreed in the discussion without leaving it."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.adjustments.forms.adding import FIND, AddForm
from livingwell.core.errors import Conflict, Invalid
from livingwell.discussions.actions.adjustments import agree_adjustments_here
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.discussion import Refused, show_screen
from livingwell.discussions.views.the_round import ADDRESS, back
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor


@discussions.post(f"{ADDRESS}/adjustments")
@door(Permission.CHANGE_PEOPLE)
def new_adjustment_here(person: Person, discussion_id: UUID) -> Any:
    """Agree what we do otherwise: picked, or in words of one's own. The button that finds choices saves nothing."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    form = AddForm(prefix="adjustment", name=person.preferred_name)
    draft = draft_of(form, "adjustment", person.id, discussion_id)
    if FIND in request.form:
        return show_screen(person, discussion_id, Refused("adjustment", form, is_wrong=False))
    if form.validate():
        try:
            draft.save(lambda: agree_adjustments_here(here, form.command(), actor))
            return back(person, discussion_id, "decide")
        except Invalid as error:
            form.refuse(error)
        except Conflict as error:
            form.say_conflict(str(error))
    return show_screen(person, discussion_id, Refused("adjustment", form))

"""Texts that nobody could file by itself: a member says whose they are."""

from typing import Any
from uuid import UUID

from livingwell.audit import record_read
from livingwell.contacts.actions import replying
from livingwell.contacts.forms.replies import WhoseTextForm
from livingwell.contacts.presenters.received import text_row
from livingwell.contacts.queries.replies import unfiled_text, unfiled_texts
from livingwell.contacts.views.blueprint import contacts
from livingwell.core.atomic import let_go
from livingwell.core.errors import Conflict, Invalid
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.queries.reach import people_within_reach, person_within_reach
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see


@contacts.get("/texts/to-file")
@needs(Permission.LOG_CONTACTS)
def list_unfiled_texts() -> Any:
    """Texts from numbers that nobody has, or that several people share."""
    actor = current_actor()
    waiting = unfiled_texts(actor)
    record_read("list_unfiled_texts", actor, shown=sorted({person.id for each in waiting for person in each.people}))
    return page("contacts/list_unfiled_texts.html", rows=[text_row(each.text, each.people) for each in waiting])


@contacts.route("/texts/to-file/<uuid:text_id>", methods=["GET", "POST"])
@needs(Permission.LOG_CONTACTS)
def clear_text(text_id: UUID) -> Any:
    """Whose it is; or how we know that it is from nobody we support."""
    actor = current_actor()
    found = unfiled_text(text_id, actor)
    form = WhoseTextForm()
    form.offer(found.people, people_within_reach(actor))
    draft = draft_of(form, "clear_text", None, text_id)
    if form.validate_on_submit():
        try:
            whose = form.whose()
            if whose:
                person = person_within_reach(actor, whose)
                draft.save(replying.file_with, found.text, person, actor)
                return see("contacts.list_messages", said="The text is filed here.", person_id=person.id)
            draft.save(replying.set_text_aside, found.text, form.why.data or "", actor)
            return see("contacts.list_unfiled_texts", said="The text is set aside.")
        except Invalid as error:
            form.refuse(error)
        except Conflict as error:
            form.form_errors.append(str(error))
    let_go()
    record_read("clear_text", actor, shown=sorted(person.id for person in found.people))
    row = text_row(found.text, found.people)
    return page("contacts/clear_text.html", form=form, draft=draft, row=row, status=422 if form.errors else 200)

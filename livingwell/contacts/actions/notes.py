"""What is put right about a contact afterwards: its note, or that it is on record at all."""

from livingwell.audit import record
from livingwell.contacts.actions.judging import account_of, noted, require_reach
from livingwell.contacts.actions.reminders import call_off_reminders
from livingwell.contacts.models import Contact, EarlierNote
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.people.actions.striking import strike
from livingwell.people.models import Struck


@atomic()
def change_note(contact: Contact, note: str, row_version: int | None, actor: Actor) -> Contact:
    """Put the note in other words. How it read before is kept."""
    require_reach(contact.person_id, actor)
    contact.require_version(row_version, {"note": contact.note})
    if noted(note) == contact.note:
        return contact
    if contact.note:
        before = EarlierNote(
            person_id=contact.person_id, contact_id=contact.id, note=contact.note, changed_by_id=account_of(actor)
        )
        db.session.add(before)
    contact.note = noted(note)
    record("change_note_of_contact", actor, contact.person_id)
    return contact


@atomic()
def strike_contact(contact: Contact, reason: str, actor: Actor) -> Struck:
    """Strike a contact out as recorded in error. It counts no more, and stays in the history."""
    require_reach(contact.person_id, actor)
    struck = strike(contact, reason, actor)
    call_off_reminders(contact, actor)
    return struck

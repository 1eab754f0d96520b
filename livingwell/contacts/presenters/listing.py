"""Contacts as a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.contacts.models import AsAsked, Contact
from livingwell.contacts.words import AS_ASKED, KINDS, WAYS, outcome_words
from livingwell.core.dates import date_and_time
from livingwell.people.models import PersonComment
from livingwell.people.presenters.commenting import CommentLine, comment_line


@dataclass(frozen=True)
class ContactRow:
    """One contact as a line. `icon` says its state by a shape; the words beside it say the same."""

    id: str
    when: str
    way: str
    icon: str
    became: str
    as_asked: str
    is_against: bool
    by: str
    note: str
    needs_outcome: bool
    said: tuple[CommentLine, ...] = ()

    @classmethod
    def of(cls, contact: Contact, name: str, now: datetime, said: Sequence[PersonComment] = ()) -> "ContactRow":
        is_over = contact.is_ahead and contact.until < now
        kind = KINDS[contact.kind].format(name=name)
        return cls(
            id=str(contact.id),
            when=date_and_time(contact.at),
            way=f"{WAYS[contact.way]}, {kind}" if kind else WAYS[contact.way],
            icon=_icon(contact),
            became=became_words(contact, name, now),
            as_asked=AS_ASKED[contact.as_asked],
            is_against=contact.as_asked is AsAsked.NOT_AS_ASKED,
            by=contact.made_by.name,
            note=contact.note,
            needs_outcome=is_over,
            said=tuple(comment_line(each) for each in said),
        )


def contact_rows(
    contacts: Iterable[Contact], name: str, now: datetime, comments: Mapping[UUID, Sequence[PersonComment]]
) -> list[ContactRow]:
    """Each contact as a line, with what the person says about its note."""
    return [ContactRow.of(contact, name, now, comments.get(contact.id, ())) for contact in contacts]


def became_words(contact: Contact, name: str, now: datetime) -> str:
    """What happened, in plain words; of an appointment perhaps nobody knows yet."""
    if contact.outcome is not None:
        return outcome_words(contact.outcome, name)
    return "Nobody has said yet what became of it" if contact.until < now else "To come"


def _icon(contact: Contact) -> str:
    if contact.outcome is None:
        return "open"
    if contact.outcome.has_reached:
        return "done"
    return "not_done" if contact.outcome.has_not_reached else "half"

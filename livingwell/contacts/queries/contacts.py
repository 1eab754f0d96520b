"""The contacts of one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from livingwell.contacts.models import AppointmentReminder, Contact, EarlierNote
from livingwell.core.clock import now
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.identity.models import Introduction
from livingwell.people.queries.striking import is_struck

PAGE = 50


@dataclass(frozen=True)
class ContactsFound:
    """One page of somebody's contacts, the latest first."""

    rows: Sequence[Contact]
    has_more: bool


def contacts_of(person_id: UUID, page: int = 1) -> ContactsFound:
    """The person's contacts, the latest first: appointments to come stand on top. One statement."""
    found = _of(person_id).order_by(Contact.at.desc(), Contact.id).offset((page - 1) * PAGE).limit(PAGE + 1)
    rows = db.session.scalars(found).all()
    return ContactsFound(rows[:PAGE], len(rows) > PAGE)


def contact_of(person_id: UUID, contact_id: UUID) -> Contact:
    """One contact with who made and recorded it. Raises NotFound where it is another person's or was struck out."""
    wanted = _of(person_id).where(Contact.id == contact_id)
    everybody = (joinedload(Contact.recorded_by), joinedload(Contact.outcome_by), joinedload(Contact.allowed_by))
    found = db.session.scalar(wanted.options(*everybody, joinedload(Contact.preferences)))
    if found is None:
        raise NotFound
    return found


def appointments_ahead(person_id: UUID) -> Sequence[Contact]:
    """Appointments of which nobody said yet what became, the earliest first: to come, or waiting for an answer."""
    return db.session.scalars(_of(person_id).where(Contact.outcome.is_(None)).order_by(Contact.at, Contact.id)).all()


def next_appointment(person_id: UUID) -> tuple[Contact, Introduction | None, datetime | None] | None:
    """The next one that is still to come, or goes on: with what whoever comes shows of themselves, and when the first
    reminder goes that is still to go. One statement; none where nothing is planned.
    """
    reminder = (
        select(func.min(AppointmentReminder.remind_at))
        .where(
            AppointmentReminder.contact_id == Contact.id,
            AppointmentReminder.remind_at > now(),
            AppointmentReminder.done_at.is_(None),
        )
        .scalar_subquery()
    )
    found = (
        _of(person_id)
        .add_columns(Introduction, reminder)
        .outerjoin(Introduction, Introduction.account_id == Contact.made_by_id)
        .where(Contact.outcome.is_(None), func.coalesce(Contact.ends_at, Contact.at) > now())
        .order_by(Contact.at, Contact.id)
        .limit(1)
    )
    row = db.session.execute(found).one_or_none()
    return (row[0], row[1], row[2]) if row else None


def latest_contacts(person_id: UUID, most: int) -> Sequence[Contact]:
    """The last few that have been, the latest first."""
    been = _of(person_id).where(Contact.outcome.is_not(None))
    return db.session.scalars(been.order_by(Contact.at.desc(), Contact.id).limit(most)).all()


def has_contacts(person_id: UUID) -> bool:
    """Whether any contact with the person is on record, or planned."""
    return bool(db.session.scalar(select(_of(person_id).exists())))


def earlier_notes(contact_id: UUID) -> Sequence[EarlierNote]:
    """How its note read before, the latest first."""
    wanted = select(EarlierNote).where(EarlierNote.contact_id == contact_id)
    ordered = wanted.options(joinedload(EarlierNote.changed_by)).order_by(EarlierNote.created_at.desc())
    return db.session.scalars(ordered).all()


def _of(person_id: UUID) -> Select[Contact]:
    return (
        select(Contact).where(Contact.person_id == person_id, ~is_struck(Contact)).options(joinedload(Contact.made_by))
    )

"""What of carers waits for a member: for `people.queries.asks`, so in one statement with what other features ask."""

from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Select, bindparam, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from livingwell.carers.models import (
    CARER_MESSAGE_TO_READ,
    SHARING_TO_REVIEW,
    WHO_HELPS_NEVER_ASKED,
    Carer,
    CarerNote,
    CarerNoteRead,
    SharingAgreement,
)
from livingwell.carers.models.sharing import SOON
from livingwell.carers.queries.carers import is_who_helps_known_of
from livingwell.core.clock import now, today
from livingwell.core.model import Instant
from livingwell.people.models import Episode, Person
from livingwell.people.queries.arriving import is_for_member
from livingwell.people.queries.asks import ask
from livingwell.people.queries.deaths import has_died
from livingwell.people.queries.members import is_supported
from livingwell.people.queries.striking import is_struck

ASK_WITHIN = timedelta(weeks=4)
"""How long after somebody is put on record they are to be asked who helps them: the wait to a plan is as long."""

# Asked when the statement runs, so that one that was built once doesn't stay on the day when it was built.
_KNOWN_BEFORE: ColumnElement[Any] = bindparam(
    "carers_known_before", callable_=lambda: now() - ASK_WITHIN, type_=Instant()
)
_SOON: ColumnElement[Any] = bindparam("carers_soon", callable_=lambda: today() + SOON, type_=Date())


def _supported(person_id: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """The condition that the member is key worker or peer for the person, whose support goes on."""
    goes_on = select(Episode.person_id).where(Episode.ended_on.is_(None), ~is_struck(Episode))
    return is_supported(person_id) & person_id.in_(goes_on)


@cache
def _never_asked() -> Select[Any]:
    """People on record for four weeks whom nobody has asked who helps them, and of whom nobody knows."""
    told = ask(WHO_HELPS_NEVER_ASKED, person_id=Person.id, row_id=Person.id, since=Person.created_at)
    return select(*told).where(
        Person.created_at < _KNOWN_BEFORE, ~is_who_helps_known_of(Person.id), ~has_died(), _supported(Person.id)
    )


def _messages() -> Select[Any]:
    """What carers told us and nobody has read: a row for each carer, by name. No words of it stand on Today."""
    told = ask(
        CARER_MESSAGE_TO_READ,
        person_id=CarerNote.person_id,
        row_id=CarerNote.carer_id,
        since=func.min(CarerNote.told_at),
        by=func.max(Carer.name),
    )
    return (
        select(*told)
        .join(Carer, Carer.id == CarerNote.carer_id)
        .where(
            ~exists().where(CarerNoteRead.note_id == CarerNote.id).correlate(CarerNote),
            ~is_struck(CarerNote),
            ~is_struck(Carer),
            is_for_member(CarerNote, CarerNote.told_at),
        )
        .group_by(CarerNote.person_id, CarerNote.carer_id)
    )


def _reviews() -> Select[Any]:
    """Carers of whom the person is soon to be asked again what they may know, or who lost it since nobody asked."""
    later = aliased(SharingAgreement)
    is_latest = ~exists().where(
        later.carer_id == SharingAgreement.carer_id,
        later.topic == SharingAgreement.topic,
        later.number > SharingAgreement.number,
    ).correlate(SharingAgreement)
    told = ask(
        SHARING_TO_REVIEW,
        person_id=SharingAgreement.person_id,
        row_id=SharingAgreement.carer_id,
        since=func.min(SharingAgreement.created_at),
        by=func.max(Carer.name),
    )
    return (
        select(*told)
        .join(Carer, Carer.id == SharingAgreement.carer_id)
        .where(
            SharingAgreement.review_on <= _SOON, is_latest, ~is_struck(Carer), _supported(SharingAgreement.person_id)
        )
        .group_by(SharingAgreement.person_id, SharingAgreement.carer_id)
    )


ASKS = (_never_asked(), _messages(), _reviews())
"""What is asked of a member about carers, for `people.queries.asks`."""

"""The people around one person, in a fixed number of statements however many they are."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, exists, literal, or_, select

from livingwell.carers.models import (
    Around,
    AskedWhoHelps,
    Carer,
    CarerEvent,
    CarerOffer,
    SharingAgreement,
    SomebodyHelped,
    sharing_now,
)
from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.striking import is_struck


def carers_of(person_id: UUID) -> Sequence[Around]:
    """Everybody who helps the person, or whom they asked us not to contact, by name. Four statements."""
    return _with_rows(Carer.person_id == person_id)


def helpers_of(person_ids: Collection[UUID]) -> Mapping[UUID, Sequence[Around]]:
    """Who still helps each of these people, or is not to be contacted, by name. One statement where nobody does."""
    found: dict[UUID, list[Around]] = defaultdict(list)
    for around in _with_rows(Carer.person_id.in_(person_ids)):
        if around.stopped is None:
            found[around.carer.person_id].append(around)
    return found


def carer_of(person_id: UUID, carer_id: UUID) -> Around:
    """One of them. Raises NotFound where it is another person's."""
    found = _with_rows((Carer.person_id == person_id) & (Carer.id == carer_id))
    if not found:
        raise NotFound
    return found[0]


def carer_signed_in(actor: Actor, person_id: UUID) -> Carer:
    """What is on record of the carer who is signed in. Raises NotFound where they are none of this person's."""
    wanted = select(Carer).where(Carer.person_id == person_id, Carer.account_id == actor.account_id, ~is_struck(Carer))
    carer = db.session.scalar(wanted)
    if carer is None:
        raise NotFound
    return carer


def helped_by(person_id: UUID) -> Sequence[tuple[SomebodyHelped, Sequence[CarerOffer]]]:
    """Everybody whom the person helps, with what the person was offered as their carer. Two statements."""
    wanted = select(SomebodyHelped).where(SomebodyHelped.person_id == person_id, ~is_struck(SomebodyHelped))
    rows = db.session.scalars(wanted.order_by(SomebodyHelped.created_at, SomebodyHelped.id)).all()
    offers = _by(CarerOffer.helped_id, _rows(CarerOffer, CarerOffer.helped_id, [each.id for each in rows]))
    return [(each, offers[each.id]) for each in rows]


def helped_of(person_id: UUID, helped_id: UUID) -> tuple[SomebodyHelped, Sequence[CarerOffer]]:
    """One of them. Raises NotFound where it is another person's."""
    found = next((each for each in helped_by(person_id) if each[0].id == helped_id), None)
    if found is None:
        raise NotFound
    return found


def last_asked(person_id: UUID) -> AskedWhoHelps | None:
    """When the person was last asked who helps them, or whom they help, and what they answered."""
    wanted = select(AskedWhoHelps).where(AskedWhoHelps.person_id == person_id, ~is_struck(AskedWhoHelps))
    return db.session.scalar(wanted.order_by(AskedWhoHelps.asked_on.desc(), AskedWhoHelps.created_at.desc()).limit(1))


def is_known_who_helps(person_id: UUID) -> bool:
    """Whether the person was asked who helps them, or somebody is on record already. One statement."""
    return bool(db.session.scalar(select(is_who_helps_known_of(literal(person_id, Uuid)))))


def is_who_helps_known_of(person_id: Any) -> ColumnElement[bool]:
    """The same as a condition."""
    return or_(
        *(
            exists().where(model.person_id == person_id, ~is_struck(model)).correlate(Person)
            for model in (AskedWhoHelps, Carer, SomebodyHelped)
        )
    )


def _with_rows(wanted: ColumnElement[bool]) -> Sequence[Around]:
    carers = db.session.scalars(select(Carer).where(wanted, ~is_struck(Carer)).order_by(Carer.name, Carer.id)).all()
    ids = [each.id for each in carers]
    agreements = _by(SharingAgreement.carer_id, _rows(SharingAgreement, SharingAgreement.carer_id, ids))
    events = _by(CarerEvent.carer_id, _rows(CarerEvent, CarerEvent.carer_id, ids))
    offers = _by(CarerOffer.carer_id, _rows(CarerOffer, CarerOffer.carer_id, ids))
    return [
        Around(each, agreements[each.id], events[each.id], offers[each.id], sharing_now(agreements[each.id]))
        for each in carers
    ]


def _rows(model: Any, column: Any, ids: Sequence[UUID]) -> Sequence[Any]:
    if not ids:
        return ()
    return db.session.scalars(select(model).where(column.in_(ids)).order_by(model.number, model.created_at)).all()


def _by(column: Any, rows: Sequence[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column.key)].append(row)
    return found

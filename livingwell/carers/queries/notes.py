"""What carers tell us, and who has read it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from livingwell.carers.models import CarerNote
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Allocation
from livingwell.people.queries.striking import is_struck

MOST = 200


def notes_of_carer(carer_id: UUID) -> Sequence[CarerNote]:
    """What one carer told us, the latest first. Two statements."""
    return db.session.scalars(_notes().where(CarerNote.carer_id == carer_id).limit(MOST)).all()


def note_of_carer(carer_id: UUID, note_id: UUID) -> CarerNote:
    """One of them. Raises NotFound where another carer told it."""
    note = db.session.scalar(_notes().where(CarerNote.carer_id == carer_id, CarerNote.id == note_id))
    if note is None:
        raise NotFound
    return note


def notes_open_to_person(person_id: UUID, carer_id: UUID) -> Sequence[CarerNote]:
    """What the carer said the person may see, and nothing else: for the person's own side."""
    return [each for each in notes_of_carer(carer_id) if each.person_id == person_id and each.is_open_to_person]


def unread_by_carer(person_id: UUID) -> frozenset[UUID]:
    """The carers who told us something that nobody has read."""
    rows = db.session.scalars(_notes().where(CarerNote.person_id == person_id))
    return frozenset(each.carer_id for each in rows if each.read is None)


def supports(account_id: UUID | None, person_id: UUID) -> bool:
    """Whether the member is key worker or peer for the person now."""
    now = Allocation.account_id == account_id, Allocation.person_id == person_id, Allocation.until_on.is_(None)
    return db.session.scalar(select(Allocation.id).where(*now).limit(1)) is not None


def _notes() -> Select[CarerNote]:
    ordered = select(CarerNote).where(~is_struck(CarerNote)).order_by(CarerNote.told_at.desc(), CarerNote.id)
    whole = ordered.options(selectinload(CarerNote.says), joinedload(CarerNote.read))
    return whole.execution_options(populate_existing=True)

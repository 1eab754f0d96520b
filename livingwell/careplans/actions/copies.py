"""What somebody copied into the trust's own record."""

from uuid import UUID

from livingwell.audit import record
from livingwell.careplans import policy
from livingwell.careplans.models import CopiedToRecord, CopiedWhat
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.people.models import Person


@atomic()
def record_copy(person: Person, what: CopiedWhat, subject_id: UUID, text: str, actor: Actor) -> CopiedToRecord:
    """Write down that this text of a plan or a discussion went into the trust's record."""
    policy.require_change(actor, person.id)
    copy = CopiedToRecord(person_id=person.id, what=what, subject_id=subject_id, text=text)
    copy.sign(actor)
    db.session.add(copy)
    record("record_copy", actor, person.id)
    return copy

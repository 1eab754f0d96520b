"""What contacts need from a member: in as few statements for fifty people as for one."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, or_, select

from livingwell.contacts.models import Contact
from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.model import Instant
from livingwell.extensions import db
from livingwell.people.models import Allocation, Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach
from livingwell.people.queries.striking import is_struck

MOST = 20

_NOW: ColumnElement[Any] = bindparam("contacts_now", callable_=now, type_=Instant())


def appointments_without_outcome(actor: Actor) -> Sequence[tuple[Contact, Person]]:
    """Appointments that are over and of which nobody said what became: the member's own, and those of people whom
    the member is key worker or peer for. The earliest first. One statement.
    """
    rows = db.session.execute(_over(), reach_of(actor))
    return [(contact, person) for contact, person in rows]


@cache
def _over() -> Select[Contact, Person]:
    return (
        select(Contact, Person)
        .join(Person, Person.id == Contact.person_id)
        .where(
            Contact.outcome.is_(None),
            func.coalesce(Contact.ends_at, Contact.at) < _NOW,
            or_(Contact.made_by_id == ANYBODY.account_id, is_supported()),
            ~is_struck(Contact),
            within_reach(ANYBODY),
        )
        .order_by(Contact.at, Contact.id)
        .limit(MOST)
    )


def is_supported() -> ColumnElement[bool]:
    """The condition on Person that holds for those whom the member is key worker or peer for."""
    return (
        exists()
        .where(
            Allocation.person_id == Person.id,
            Allocation.account_id == ANYBODY.account_id,
            Allocation.until_on.is_(None),
        )
        .correlate(Person)
    )

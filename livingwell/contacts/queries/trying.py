"""What was tried since somebody was last reached."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from livingwell.adjustments.models import Way
from livingwell.contacts.models import REACHED, Contact, Outcome
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck

# What was cancelled was not tried.
NOT_TRIED = (Outcome.CANCELLED_BY_PERSON, Outcome.CANCELLED_BY_US)


def is_since_reached() -> ColumnElement[bool]:
    """The condition on Contact that holds for those after the person’s last contact that reached, whoever began it."""
    later = aliased(Contact)
    reached = select(func.max(later.at)).where(
        later.person_id == Contact.person_id, later.outcome.in_(sorted(REACHED)), ~is_struck(later)
    )
    last = reached.correlate(Contact).scalar_subquery()
    return (last.is_(None)) | (Contact.at > last)


def ways_tried(person_id: UUID) -> Collection[Way]:
    """The ways that were tried since the person was last reached. One statement."""
    tried = select(Contact.way).where(
        Contact.person_id == person_id,
        Contact.outcome.is_not(None),
        Contact.outcome.not_in(NOT_TRIED),
        ~is_struck(Contact),
        is_since_reached(),
    )
    return set(db.session.scalars(tried.distinct()))

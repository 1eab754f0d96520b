"""Which part of the four-week wait contacts show: that somebody was reached for the first time."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select

from livingwell.contacts.models import REACHED, Contact
from livingwell.extensions import db
from livingwell.people.four_week_wait import ClockPart
from livingwell.people.queries.striking import is_struck

PARTS = (ClockPart.FIRST_CONTACT,)


def clock_parts(person_ids: Collection[UUID]) -> Mapping[UUID, Collection[ClockPart]]:
    """For each person who was reached, that they were. One statement."""
    reached = select(Contact.person_id).where(
        Contact.person_id.in_(person_ids), Contact.outcome.in_(sorted(REACHED)), ~is_struck(Contact)
    )
    return dict.fromkeys(db.session.scalars(reached.distinct()), PARTS)

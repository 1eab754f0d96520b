"""Which part of the four-week wait contacts show: that somebody was reached for the first time."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Select, literal, select

from livingwell.contacts.models import REACHED, Contact
from livingwell.people.four_week_wait import ClockPart
from livingwell.people.queries.striking import is_struck

PARTS = (ClockPart.FIRST_CONTACT,)


def clock_parts(person_ids: Collection[UUID]) -> Sequence[Select[UUID, str]]:
    """Who was reached."""
    reached = select(Contact.person_id, literal(ClockPart.FIRST_CONTACT.name)).where(
        Contact.person_id.in_(person_ids), Contact.outcome.in_(sorted(REACHED)), ~is_struck(Contact)
    )
    return (reached,)

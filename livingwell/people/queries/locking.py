"""Doing one thing at a time for one person."""

from uuid import UUID

from sqlalchemy import select

from livingwell.extensions import db
from livingwell.people.models import Person


def hold_person(person_id: UUID) -> None:
    """Keep others from starting or numbering something of this person until the action ends."""
    db.session.execute(select(Person.id).where(Person.id == person_id).with_for_update())

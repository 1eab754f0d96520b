"""Whether somebody has died."""

from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, exists, select

from livingwell.extensions import db
from livingwell.people.models import Death, Person


def death_of(person_id: UUID) -> Death | None:
    """What we were told of the person's death, or none."""
    return db.session.scalar(_DEATH, {"person_id": person_id})


def has_died() -> ColumnElement[bool]:
    """The condition on Person that holds once we were told of their death."""
    return exists().where(Death.person_id == Person.id, Death.taken_back_at.is_(None)).correlate(Person)


# Asked for every page about a person, and so built only once.
_DEATH = select(Death).where(Death.person_id == bindparam("person_id"), Death.taken_back_at.is_(None))

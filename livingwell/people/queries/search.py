"""Finding people within reach, by the indexes that both databases have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.orm import aliased

from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.people.models import NamePart, Person
from livingwell.people.queries.reach import within_reach
from livingwell.people.sought import Sought

AT_MOST = 50
_AFTER_ALL = "\U0010ffff"


@dataclass(frozen=True)
class Found:
    """Who was found, by name, and whether there are more than are shown."""

    people: Sequence[Person] = ()
    has_more: bool = False


def people_found(actor: Actor, sought: Sought) -> Found:
    """Whoever the actor reaches and the term fits."""
    statement = _statement(sought)
    if statement is None:
        return Found()
    people = db.session.scalars(statement.where(within_reach(actor)).limit(AT_MOST + 1)).all()
    return Found(people[:AT_MOST], len(people) > AT_MOST)


def _statement(sought: Sought) -> Select[Any] | None:
    if sought.nhs_number:
        return select(Person).where(Person.nhs_number == sought.nhs_number).order_by(Person.created_at, Person.id)
    if sought.born_on:
        same_day = select(Person).where(Person.born_on == sought.born_on)
        return same_day.order_by(Person.family_name, Person.given_name, Person.id)
    return by_name(sought.words) if sought.words else None


def by_name(words: Sequence[str]) -> Select[Any]:
    """People with a part of a name for each word, in the order of the part that the longest word begins.

    That order is the index's own, so the database stops at the first fifty however many there are.
    """
    leading, *others = sorted(words, key=len, reverse=True)
    part, earlier = aliased(NamePart), aliased(NamePart)
    is_first = ~exists().where(
        earlier.person_id == part.person_id, begins(earlier.folded, leading), earlier.folded < part.folded
    )
    found = select(Person).join(part, part.person_id == Person.id).where(begins(part.folded, leading), is_first)
    for word in others:
        other = aliased(NamePart)
        found = found.where(exists().where(other.person_id == Person.id, begins(other.folded, word)))
    return found.order_by(part.folded, part.person_id)


def begins(column: Any, prefix: str) -> ColumnElement[bool]:
    """Whether the folded text begins so: as a range, which an index answers on both databases."""
    return and_(column >= prefix, column < prefix + _AFTER_ALL)

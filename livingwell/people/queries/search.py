"""Finding people within reach, by the indexes that both databases have."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, bindparam, exists, select
from sqlalchemy.orm import aliased

from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.people.models import NamePart, Person
from livingwell.people.queries.reach import ANYBODY, among_reached, reach_of, within_reach
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
    if sought == Sought():
        return Found()
    statement, values = _question(sought)
    people = db.session.scalars(statement, {**values, **reach_of(actor)}).all()
    return Found(people[:AT_MOST], len(people) > AT_MOST)


def _question(sought: Sought) -> tuple[Select[Any], dict[str, Any]]:
    if sought.nhs_number:
        return _BY_NUMBER, {"nhs_number": sought.nhs_number}
    if sought.born_on:
        return _BY_BIRTH, {"born_on": sought.born_on}
    leading_first = sorted(sought.words, key=len, reverse=True)
    return by_name(len(leading_first)), {f"word_{number}": word for number, word in enumerate(leading_first)}


def _found(condition: ColumnElement[bool]) -> Select[Any]:
    return select(Person).where(condition).limit(AT_MOST + 1)


_BY_NUMBER = (
    _found(within_reach(ANYBODY))
    .where(Person.nhs_number == bindparam("nhs_number"))
    .order_by(Person.created_at, Person.id)
)
_BY_BIRTH = (
    _found(within_reach(ANYBODY))
    .where(Person.born_on == bindparam("born_on"))
    .order_by(Person.family_name, Person.given_name, Person.id)
)


@cache
def by_name(count: int) -> Select[Any]:
    """People with a part of a name for each of so many words, in the order of the part that the longest word begins.

    It begins with the people whom the teams support, who are some hundreds however many the trust knows.
    """
    part, earlier = aliased(NamePart), aliased(NamePart)
    leading, *others = (bindparam(f"word_{number}", type_=String()) for number in range(count))
    is_first = ~exists().where(
        earlier.person_id == part.person_id, begins(earlier.folded, leading), earlier.folded < part.folded
    )
    found = (
        _found(among_reached(ANYBODY))
        .join(part, part.person_id == Person.id)
        .where(begins(part.folded, leading), is_first)
    )
    for word in others:
        other = aliased(NamePart)
        found = found.where(exists().where(other.person_id == Person.id, begins(other.folded, word)))
    return found.order_by(part.folded, part.person_id)


def begins(column: Any, prefix: Any) -> ColumnElement[bool]:
    """Whether the folded text begins so: as a range, which an index answers on both databases."""
    return and_(column >= prefix, column < prefix.concat(_AFTER_ALL))

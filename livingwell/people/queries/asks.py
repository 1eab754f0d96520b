"""What waits for a member's answer, told alike by every feature, so that Today reads all of it in one statement."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Label, Select, Text, Uuid, cast, literal, null, select, type_coerce, union_all

from livingwell.core.actor import Actor
from livingwell.core.model import Instant
from livingwell.extensions import db
from livingwell.people.models import Ask, Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach


def ask(
    kind: str,
    *,
    person_id: Any,
    row_id: Any,
    since: Any,
    place_id: Any = None,
    by: Any = "",
    words: Any = "",
) -> tuple[Label[Any], ...]:
    """The columns of a feature's statement for `asks`. A feature begins `kind` with its own name."""
    return (
        literal(kind).label("kind"),
        person_id.label("person_id"),
        row_id.label("row_id"),
        (cast(null(), Uuid) if place_id is None else place_id).label("place_id"),
        type_coerce(since, Instant).label("since"),
        _text(by).label("by"),
        _text(words).label("words"),
    )


def asks(actor: Actor, sources: Sequence[Select[Any]], most: int, **values: Any) -> list[Ask]:
    """What the statements find about people within the actor's reach, what has waited longest first; at most so many.

    A statement may ask for ANYBODY, who is the actor here.
    """
    found = union_all(*sources).subquery()
    rows = db.session.execute(
        select(found, Person)
        .join(Person, Person.id == found.c.person_id)
        .where(within_reach(ANYBODY))
        .order_by(found.c.since, found.c.row_id)
        .limit(most),
        {**values, **reach_of(actor)},
    )
    return [Ask(row.kind, row.Person, row.row_id, row.place_id, row.since, row.by, row.words) for row in rows]


def _text(words: Any) -> ColumnElement[str]:
    return cast(literal(words) if isinstance(words, str) else words, Text)

"""What every reason to talk about somebody looks like to the database."""

from typing import Any

from sqlalchemy import ColumnElement, Date, Select, String, and_, exists, func, literal, null, select

from livingwell.discussions.models import Ground, Meeting
from livingwell.extensions import db
from livingwell.people.models import Episode


def reason(
    ground: Ground, person_id: Any, since: Any, words: Any = None, by: Any = None, *, missed: Any = 0, attempts: Any = 0
) -> Select[Any]:
    """A row that says who, since when, and why; the same columns whatever the reason."""
    return select(
        literal(ground.value, String).label("ground"),
        person_id.label("person_id"),
        func.date(since, type_=Date).label("since"),
        (words if words is not None else null()).label("words"),
        (by if by is not None else null()).label("by"),
        _number(missed).label("missed"),
        _number(attempts).label("attempts"),
    )


def in_team(person_id: Any, meeting: Meeting) -> Any:
    """The condition that the team supports the person now."""
    return exists().where(
        and_(Episode.person_id == person_id, Episode.team_id == meeting.team_id, Episode.ended_on.is_(None))
    )


def _number(count: Any) -> ColumnElement[int]:
    return literal(count, db.Integer) if isinstance(count, int) else count

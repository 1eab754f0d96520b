"""What the person says to their discussion."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, exists, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Side
from livingwell.core.errors import NotFound
from livingwell.discussions.models import LineTakenBack, PersonLine
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def still_said() -> ColumnElement[bool]:
    """The condition on PersonLine that holds while the person has neither changed the line nor taken it back."""
    return ~exists().where(LineTakenBack.line_id == PersonLine.id).correlate(PersonLine)


def lines(discussion_ids: Sequence[UUID]) -> Sequence[PersonLine]:
    """What the people say to their discussions, or why they were not asked, in order; without what they took back, and
    what was struck out."""
    return db.session.scalars(_lines(), {"discussion_ids": discussion_ids}).all()


@cache
def _lines() -> Select[PersonLine]:
    return (
        select(PersonLine)
        .where(PersonLine.discussion_id.in_(bindparam("discussion_ids")), still_said(), ~is_struck(PersonLine))
        .options(joinedload(PersonLine.brought_by))
        .order_by(PersonLine.created_at, PersonLine.id)
    )


def line(discussion_id: UUID, line_id: UUID) -> PersonLine:
    """One line of a discussion. Raises NotFound for any other, and for one that was struck out."""
    found = db.session.scalar(
        select(PersonLine).where(
            PersonLine.id == line_id, PersonLine.discussion_id == discussion_id, ~is_struck(PersonLine)
        )
    )
    if found is None:
        raise NotFound
    return found


def own_lines(discussion_id: UUID) -> Sequence[PersonLine]:
    """What the person wrote to the discussion themself, and still says, the oldest first."""
    return [line for line in lines([discussion_id]) if line.brought_by.side is Side.PERSON]


def line_in_their_words(discussion_id: UUID, line_id: UUID) -> PersonLine:
    """What the person says, whoever wrote it down. Raises NotFound for any other line, and for one taken back."""
    found = next((line for line in lines([discussion_id]) if line.id == line_id and line.is_their_own), None)
    if found is None:
        raise NotFound
    return found

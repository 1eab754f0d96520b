"""What the person says about rows of their record, for the pages that show those rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select, table
from sqlalchemy.sql.expression import column

from livingwell.core.errors import NotFound
from livingwell.extensions import Model, db
from livingwell.people.models import PersonComment
from livingwell.people.models.commenting import CAN_BE_COMMENTED
from livingwell.people.queries.striking import is_struck


def comments_on(person_id: UUID) -> Mapping[UUID, Sequence[PersonComment]]:
    """All that the person says of what is written about them, by the id of the row: one statement for a whole page."""
    found = db.session.scalars(
        select(PersonComment)
        .where(PersonComment.person_id == person_id, PersonComment.taken_back_at.is_(None), ~is_struck(PersonComment))
        .order_by(PersonComment.created_at)
    )
    by_row: dict[UUID, list[PersonComment]] = defaultdict(list)
    for comment in found:
        by_row[comment.row_id].append(comment)
    return by_row


def comment_by_id(person_id: UUID, comment_id: UUID) -> PersonComment:
    """One comment. Raises NotFound for another person's and for one that was taken back."""
    for comments in comments_on(person_id).values():
        for comment in comments:
            if comment.id == comment_id:
                return comment
    raise NotFound


def require_row_of(person_id: UUID, table_name: str, row_id: UUID) -> None:
    """Raise NotFound unless it is a table of what is written about people, and its row is about this person."""
    if table_name not in CAN_BE_COMMENTED:
        raise NotFound
    known = Model.metadata.tables[table_name]
    rows = table(table_name, column("id", known.c.id.type), column("person_id", known.c.person_id.type))
    if db.session.scalar(select(rows.c.id).where(rows.c.id == row_id, rows.c.person_id == person_id)) is None:
        raise NotFound

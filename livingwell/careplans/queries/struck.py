"""Lines that were struck out as recorded in error leave the page; their rows stay."""

from sqlalchemy import ColumnElement, exists

from livingwell.careplans.models.line import Line
from livingwell.people.models import Struck


def not_struck(model: type[Line]) -> ColumnElement[bool]:
    """The condition that holds for rows that nobody struck out."""
    return ~exists().where(Struck.table_name == model.__tablename__, Struck.row_id == model.id)  # type: ignore[attr-defined]

"""What was struck out as recorded in error."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import joinedload

from livingwell.extensions import db
from livingwell.people.models import Struck


def is_struck(model: Any) -> ColumnElement[bool]:
    """The condition on a model's rows that holds for those struck out: lists leave them out with `~`."""
    return exists().where(Struck.table_name == model.__tablename__, Struck.row_id == model.id).correlate(model)


def struck_of(person_id: UUID) -> Mapping[UUID, Struck]:
    """What was struck out of a person's record, by the id of the row, with who did it: a history shows it so."""
    found = select(Struck).where(Struck.person_id == person_id).options(joinedload(Struck.struck_by))
    return {struck.row_id: struck for struck in db.session.scalars(found)}

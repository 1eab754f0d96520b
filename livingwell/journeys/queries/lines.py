"""A line of a journey by its kind and id."""

from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import select

from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.journeys.models import Destination, DestinationPoint, Hope
from livingwell.people.queries.striking import is_struck

OnwardLine: TypeAlias = Hope | Destination | DestinationPoint
MODELS: dict[str, Any] = {
    "hope": Hope,
    "option": Destination,
    "point": DestinationPoint,
}


def onward_line_of(person_id: UUID, kind: str, line_id: UUID) -> OnwardLine:
    """The line. Raises NotFound for another person's, and for one that was struck out."""
    model = MODELS.get(kind)
    if model is None:
        raise NotFound
    found = select(model).where(model.id == line_id, model.person_id == person_id, ~is_struck(model))
    line: OnwardLine | None = db.session.scalar(found)
    if line is None:
        raise NotFound
    return line

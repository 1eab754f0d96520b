"""What every line of a person's record has: its person, who wrote it, and texts that keep to their length."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid, event
from sqlalchemy.orm import Mapped, QueryableAttribute, mapped_column

from livingwell.core.actor import Actor
from livingwell.core.errors import Invalid
from livingwell.core.model import Identified, Timed
from livingwell.core.text import SHORT


class Line(Identified, Timed):
    """A row that belongs to a person's record, and says who wrote it down.

    The name is kept as it was then, so that the page reads as it was signed. A text longer than its column raises
    Invalid when it is set.
    """

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    written_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    written_by: Mapped[str] = mapped_column(String(SHORT))

    def sign(self, actor: Actor) -> None:
        """Say who wrote it down."""
        self.written_by_id, self.written_by = actor.account_id, actor.name


@event.listens_for(Line, "attribute_instrument", propagate=True)
def _watch_length(_model: type, name: str, attribute: QueryableAttribute[Any]) -> None:
    column = getattr(attribute.property, "columns", [None])[0]
    longest = column.type.length if column is not None and type(column.type) is String else None
    if longest is None:
        return

    @event.listens_for(attribute, "set")
    def _refuse_too_long(_row: Any, value: Any, _old: Any, _initiator: Any) -> None:
        if isinstance(value, str) and len(value) > longest:
            raise Invalid({name: f"Use {longest:,} characters or fewer."})

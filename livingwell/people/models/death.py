"""That somebody has died."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Instant
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class Death(Line, Model):
    """That the person has died: who told us, and when. `died_on` is None where nobody has said.

    One that was recorded in error is taken back, with why, and stays in the history.
    """

    __tablename__ = "death"
    __table_args__ = (
        Index(
            "uq_death_standing",
            "person_id",
            unique=True,
            sqlite_where=text("taken_back_at IS NULL"),
            postgresql_where=text("taken_back_at IS NULL"),
        ),
    )

    told_by: Mapped[str] = mapped_column(String(SHORT))
    told_on: Mapped[date]
    died_on: Mapped[date | None]
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)
    taken_back_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    taken_back_why: Mapped[str] = mapped_column(String(LINE), default="")

    def take_back(self, why: str, account_id: UUID | None) -> None:
        """It was recorded in error. Raises Conflict the second time."""
        if self.taken_back_at:
            raise Conflict("This was taken back already.")
        self.taken_back_at, self.taken_back_by_id, self.taken_back_why = now(), account_id, why

"""What the service says to people about what to do if things get too much."""

from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.actor import Actor
from livingwell.core.model import Identified, Timed
from livingwell.core.text import SHORT
from livingwell.extensions import Model


class CrisisWording(Identified, Timed, Model):
    """One version of it, word for word. The one with the highest number stands on every page; none is ever changed.

    `core.marked` says how it is written.
    """

    __tablename__ = "crisis_wording"

    number: Mapped[int] = mapped_column(unique=True)
    words: Mapped[str] = mapped_column(Text)
    set_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    set_by: Mapped[str] = mapped_column(String(SHORT))

    def sign(self, actor: Actor) -> None:
        """Say who set it."""
        self.set_by_id, self.set_by = actor.account_id, actor.name

"""What the person sent from their own side, until somebody in the team has read it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.model import Instant
from livingwell.core.text import SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account
from livingwell.people.models.line import Line

FROM_PERSON = "people_from_person"
"""The kind of `Ask` that unread arrivals make."""
PAGE = 25
"""So many arrivals are on a page."""


class FromPerson(Line, Model):
    """Something that the person sent: its kind ("plan.rating", "message"), their words, and the row it made.

    It stands on the key worker's Today until a member has read it. Who read it first is kept, and the person sees it.
    """

    __tablename__ = "from_person"
    __table_args__ = (
        Index("ix_from_person_person_id_arrived_at", "person_id", "arrived_at"),
        Index(
            "ix_from_person_unread",
            "person_id",
            "arrived_at",
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
    )

    kind: Mapped[str] = mapped_column(String(60))
    words: Mapped[str] = mapped_column(Text, default="")
    row_id: Mapped[UUID | None] = mapped_column(Uuid, index=True)
    arrived_at: Mapped[datetime] = mapped_column(Instant, default=now)
    read_at: Mapped[datetime | None] = mapped_column(Instant)
    read_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    read_by: Mapped[str] = mapped_column(String(SHORT), default="")

    reader: Mapped[Account | None] = relationship(foreign_keys=[read_by_id], lazy="raise_on_sql")

    def be_read(self, actor: Actor) -> None:
        """Somebody in the team has read it. Whoever reads it after them changes nothing."""
        if self.read_at is None:
            self.read_at, self.read_by_id, self.read_by = now(), actor.account_id, actor.name


class ArrivalAnswer(Line, Model):
    """What a member answered to something that arrived. It waits for the person until they say that they saw it."""

    __tablename__ = "arrival_answer"

    arrival_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("from_person.id"), index=True)
    words: Mapped[str] = mapped_column(Text)
    seen_at: Mapped[datetime | None] = mapped_column(Instant)

    arrival: Mapped[FromPerson] = relationship(lazy="raise_on_sql")

    def be_seen(self) -> None:
        """The person has seen it. The first time stays."""
        self.seen_at = self.seen_at or now()

"""A person whom another team knows: asked about without a word of who they are."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed
from livingwell.core.text import SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account, Team
from livingwell.people.models.person import Person


class KnownElsewhere(Identified, Timed, Model):
    """A referral to one team that may be about somebody another team knows; that team's lead answers.

    Confirmed, the person gets a second episode with the asking team. What was typed is kept until then, so
    that it need not be told again.
    """

    __tablename__ = "known_elsewhere"

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    asking_team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"), index=True)
    knowing_team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"), index=True)
    asked_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    referred_on: Mapped[date]
    referred_by: Mapped[str] = mapped_column(String(SHORT))
    referral_reason: Mapped[str] = mapped_column(Text, default="")
    given_details: Mapped[Any] = mapped_column(JSON)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    is_same_person: Mapped[bool | None]

    person: Mapped[Person] = relationship(lazy="raise_on_sql")
    asking_team: Mapped[Team] = relationship(foreign_keys=[asking_team_id], lazy="raise_on_sql")
    knowing_team: Mapped[Team] = relationship(foreign_keys=[knowing_team_id], lazy="raise_on_sql")
    asked_by: Mapped[Account] = relationship(foreign_keys=[asked_by_id], lazy="raise_on_sql")
    answered_by: Mapped[Account | None] = relationship(foreign_keys=[answered_by_id], lazy="raise_on_sql")

    def answer(self, is_same: bool, by: UUID | None, at: datetime) -> None:
        """Say whether it is the same person. Raises Conflict the second time."""
        if self.answered_at:
            raise Conflict("This was answered already.")
        self.is_same_person, self.answered_by_id, self.answered_at = is_same, by, at

"""Teams, and who is in them."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.actor import Right
from livingwell.core.clock import today
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Timed, Versioned, choice
from livingwell.core.text import SHORT
from livingwell.extensions import Model, db
from livingwell.identity.models.account import Account, Profession


class Team(Identified, Timed, Model):
    """A multidisciplinary team that supports people."""

    __tablename__ = "team"

    name: Mapped[str] = mapped_column(String(SHORT), unique=True)


class Membership(Identified, Timed, Versioned, Model):
    """An account in a team, with its right there, from one day to another.

    `is_marked_lived_experience`: a lead marked this member as filling the lived-experience place; peer
    support workers fill it without being marked.
    """

    __tablename__ = "membership"
    __table_args__ = (
        Index(
            "uq_membership_current",
            "account_id",
            "team_id",
            unique=True,
            sqlite_where=db.text("left_on IS NULL"),
            postgresql_where=db.text("left_on IS NULL"),
        ),
    )

    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"), index=True)
    right: Mapped[Right] = mapped_column(choice(Right), default=Right.MEMBER)
    is_marked_lived_experience: Mapped[bool] = mapped_column(default=False)
    joined_on: Mapped[date]
    left_on: Mapped[date | None]

    account: Mapped[Account] = relationship(lazy="raise_on_sql")
    team: Mapped[Team] = relationship(lazy="raise_on_sql")

    @property
    def brings_lived_experience(self) -> bool:
        """Needs `account` to be loaded."""
        return self.is_marked_lived_experience or self.account.profession is Profession.PEER_SUPPORT_WORKER

    def change_right(self, right: Right) -> None:
        """Give another right in the team from now on."""
        self._require_current()
        self.right = right

    def end(self) -> None:
        """Take the account out of the team from today. The row stays, to say who was in it when."""
        self._require_current()
        self.left_on = today()

    def mark_lived_experience(self, is_marked: bool) -> None:
        """Say whether this member fills the lived-experience place. Peer support workers fill it unmarked.

        Needs `account` to be loaded.
        """
        self._require_current()
        if self.account.profession is Profession.PEER_SUPPORT_WORKER:
            raise Conflict("Peer support workers fill the lived-experience place without being marked.")
        self.is_marked_lived_experience = is_marked

    def _require_current(self) -> None:
        if self.left_on is not None:
            raise Conflict("This account has left the team. Look at the team again to see who is in it now.")

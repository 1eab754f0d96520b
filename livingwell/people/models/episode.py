"""An episode of support: from a referral to its end, with one team."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Timed, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model, db
from livingwell.identity.models import Account, Team
from livingwell.people.models.person import Person


class EpisodeStage(StrEnum):
    """Where an episode stands, derived from its dates. A referral that was turned away is closed."""

    REFERRED = "referred"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    CLOSED = "closed"


class ReferralSource(StrEnum):
    """Who referred somebody, as the record it came from names it."""

    SELF = "Self"
    GP = "GP"
    CMHT = "CMHT"
    PRIMARY_CARE = "Primary care mental health"
    HOUSING = "Housing"
    VCSE = "VCSE partner"
    LIAISON = "A&E liaison"
    OTHER = "Other"


def _index_where(name: str, condition: str, *columns: str) -> Index:
    """An index that gives a team's list in its order. PostgreSQL reads no order off an index over a null."""
    where = text(condition)
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


class Episode(Identified, Timed, Versioned, Model):
    """A person's time with a team. Each stage is a date, in order; there is no flag to disagree with them."""

    __tablename__ = "episode"
    __table_args__ = (
        CheckConstraint("accepted_on IS NULL OR accepted_on >= referred_on", name="accepted_after_referred"),
        Index("ix_episode_ended", "team_id", "ended_on", "referred_on", "id"),
        Index("ix_episode_person_id_team_id", "person_id", "team_id"),
        _index_where("ix_episode_open", "ended_on IS NULL", "team_id", "referred_on", "id"),
        # SQLite takes the index with more columns to compare, and would go through everybody active without this one.
        _index_where(
            "ix_episode_waiting",
            "ended_on IS NULL AND started_on IS NULL",
            "team_id",
            "started_on",
            "referred_on",
            "id",
        ),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    referred_on: Mapped[date]
    referred_by: Mapped[str] = mapped_column(String(SHORT))
    referral_reason: Mapped[str] = mapped_column(Text, default="")
    accepted_on: Mapped[date | None]
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    turned_away_on: Mapped[date | None]
    helped_instead_by: Mapped[str] = mapped_column(String(LINE), default="")
    told_by: Mapped[str] = mapped_column(String(LINE), default="")
    way_back: Mapped[str] = mapped_column(String(LINE), default="")

    person: Mapped[Person] = relationship(lazy="raise_on_sql")
    team: Mapped[Team] = relationship(lazy="raise_on_sql")

    @property
    def stage(self) -> EpisodeStage:
        if self.ended_on:
            return EpisodeStage.CLOSED
        if self.started_on:
            return EpisodeStage.ACTIVE
        return EpisodeStage.ACCEPTED if self.accepted_on else EpisodeStage.REFERRED

    def accept(self, on: date) -> None:
        """Take the referral on. Raises Conflict where it was taken on already or turned away."""
        if self.stage is not EpisodeStage.REFERRED:
            raise Conflict("This referral isn’t waiting any more. The person’s page shows where it stands.")
        self.accepted_on = on

    def start(self, on: date) -> None:
        """Support has begun. Raises Conflict before it was accepted, or twice."""
        if self.stage is not EpisodeStage.ACCEPTED:
            raise Conflict("Support can start once the referral is accepted, and only once.")
        self.started_on = on

    def turn_away(self, on: date, *, helped_instead_by: str, told_by: str, way_back: str) -> None:
        """Close the referral as a discussion decided: who will help, who told the person, and the way back.

        Raises Conflict where any of the three is missing or the referral was accepted.
        """
        if self.stage is not EpisodeStage.REFERRED:
            raise Conflict("Only a referral that is waiting can be turned away.")
        if not (helped_instead_by and told_by and way_back):
            raise Conflict("Say who will help instead, who tells the person, and how they can come back.")
        self.turned_away_on = self.ended_on = on
        self.helped_instead_by, self.told_by, self.way_back = helped_instead_by, told_by, way_back

    def end(self, on: date) -> None:
        """Support ends, as a closure says. Raises Conflict where it has ended already."""
        if self.stage is EpisodeStage.CLOSED:
            raise Conflict("Support has ended already. The person’s page shows when, and by whom.")
        self.ended_on = on

    @property
    def is_turned_away(self) -> bool:
        """Whether the referral was turned away, which a discussion does before anybody has accepted it."""
        return self.turned_away_on is not None and self.turned_away_on == self.ended_on and self.accepted_on is None


class AllocationRole(StrEnum):
    """What a member is to a person."""

    KEY_WORKER = "key_worker"
    PEER = "peer"


class Allocation(Identified, Timed, Model):
    """A member who is key worker or peer support worker in an episode, from one day to another."""

    __tablename__ = "allocation"
    __table_args__ = (
        Index(
            "uq_allocation_current",
            "episode_id",
            "role",
            unique=True,
            sqlite_where=db.text("until_on IS NULL"),
            postgresql_where=db.text("until_on IS NULL"),
        ),
        Index("ix_allocation_account_id_until_on", "account_id", "until_on"),
    )

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"))
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    role: Mapped[AllocationRole] = mapped_column(choice(AllocationRole))
    from_on: Mapped[date]
    until_on: Mapped[date | None]

    account: Mapped[Account] = relationship(lazy="raise_on_sql")

    def end(self, on: date) -> None:
        """From this day it is somebody else, or nobody."""
        self.until_on = on

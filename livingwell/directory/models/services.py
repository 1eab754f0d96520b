"""A service that somebody could go to, as the directory knows it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, validates

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Timed, Versioned, choice
from livingwell.core.text import LINE, SHORT, fold
from livingwell.extensions import Model

POSTCODE = 10
SOUGHT = (
    *("id", "withdrawn_on", "kind", "is_drop_in", "is_self_referral"),
    *("sort_name", "latitude", "longitude", "last_checked_on"),
)
"""What searches look at: in an index of its own, so that thousands are sorted without reading a whole entry."""

NO_LONGER_THERE = "This service is no longer there. Bring the entry back first, if it is there after all."


def alike(length: int) -> String:
    """A text whose order is the same on both databases, so that an index answers how it begins."""
    return String(length, collation="C").with_variant(String(length), "sqlite")


class ServiceKind(StrEnum):
    """What a service is, in the order in which pages list them."""

    VOLUNTARY = "voluntary"
    RECOVERY_COLLEGE = "recovery_college"
    GP = "gp"
    TALKING_THERAPIES = "talking_therapies"
    COMMUNITY_MENTAL_HEALTH = "community_mental_health"
    HOUSING = "housing"
    WORK = "work"
    MONEY = "money"
    LEARNING = "learning"
    VOLUNTEERING = "volunteering"
    CRISIS_HOUSE = "crisis_house"
    CRISIS_LINE = "crisis_line"
    OTHER = "other"


class Service(Identified, Timed, Versioned, Model):
    """One entry, in plain words. It is about nobody in particular, and every team sees the same.

    `feed_id` and `feed_key` name the row of the feed that it came from; an entry made by hand has neither. Where it is
    (`latitude`, `longitude`, in degrees) is known only where the data said so. `withdrawn_on`: it is no longer there.
    `sort_name` follows from the name: lists go by it, in one order on both databases.
    """

    __tablename__ = "service"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        CheckConstraint("(feed_id IS NULL) = (feed_key IS NULL)", name="feed_and_key"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="whole_place"),
        Index("uq_service_feed_id_feed_key", "feed_id", "feed_key", unique=True),
        Index("ix_service_sort_name_id", "sort_name", "id"),
        Index("ix_service_kind_sort_name_id", "kind", "sort_name", "id"),
        Index("ix_service_postcode", "postcode"),
        Index("ix_service_sought", *SOUGHT),
    )

    name: Mapped[str] = mapped_column(String(SHORT))
    sort_name: Mapped[str] = mapped_column(alike(SHORT))
    kind: Mapped[ServiceKind] = mapped_column(choice(ServiceKind))
    summary: Mapped[str] = mapped_column(Text, default="")
    for_whom: Mapped[str] = mapped_column(String(LINE), default="")
    cost: Mapped[str] = mapped_column(String(LINE), default="")
    is_self_referral: Mapped[bool] = mapped_column(default=False)
    is_by_referral: Mapped[bool] = mapped_column(default=False)
    is_drop_in: Mapped[bool] = mapped_column(default=False)
    how_to_join: Mapped[str] = mapped_column(String(LINE), default="")
    phone: Mapped[str] = mapped_column(String(SHORT), default="")
    email: Mapped[str] = mapped_column(String(LINE), default="")
    website: Mapped[str] = mapped_column(String(LINE), default="")
    address: Mapped[str] = mapped_column(String(LINE), default="")
    postcode: Mapped[str] = mapped_column(alike(POSTCODE), default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    opening_hours: Mapped[str] = mapped_column(String(LINE), default="")
    waiting_time: Mapped[str] = mapped_column(String(LINE), default="")

    feed_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("feed.id"))
    feed_key: Mapped[str | None] = mapped_column(String(SHORT))
    last_checked_on: Mapped[date | None]
    last_checked_by: Mapped[str] = mapped_column(String(SHORT), default="")
    withdrawn_on: Mapped[date | None]

    @validates("name")
    def _keep_in_order(self, _field: str, name: str) -> str:
        self.sort_name = fold(name)[:SHORT]
        return name

    def require_there(self) -> None:
        """Raise Conflict once it was withdrawn."""
        if self.withdrawn_on is not None:
            raise Conflict(NO_LONGER_THERE)


class ServiceCheck(Identified, Timed, Model):
    """Somebody made sure that an entry is right. `last_checked_on` and `_by` of the service are those of the latest."""

    __tablename__ = "service_check"

    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"), index=True)
    checked_on: Mapped[date]
    checked_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    checked_by: Mapped[str] = mapped_column(String(SHORT))
    how: Mapped[str] = mapped_column(String(LINE), default="")


class ServiceWithdrawal(Identified, Timed, Model):
    """Somebody said that a service is no longer there, and why; `ended_on`: it was brought back."""

    __tablename__ = "service_withdrawal"

    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"), index=True)
    reason: Mapped[str] = mapped_column(String(LINE))
    withdrawn_on: Mapped[date]
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    withdrawn_by: Mapped[str] = mapped_column(String(SHORT))
    ended_on: Mapped[date | None]
    ended_by: Mapped[str] = mapped_column(String(SHORT), default="")

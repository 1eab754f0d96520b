"""What a feed says of each service, as it was read: set aside until it is made live, and kept as what was said last."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified
from livingwell.core.text import LINE, SHORT
from livingwell.directory.models.services import Service
from livingwell.extensions import Model

SAID = (
    "name",
    "kind",
    "summary",
    "for_whom",
    "cost",
    "is_self_referral",
    "is_by_referral",
    "is_drop_in",
    "how_to_join",
    "phone",
    "email",
    "website",
    "address",
    "postcode",
    "latitude",
    "longitude",
    "opening_hours",
    "waiting_time",
)
"""The columns of a service that a feed fills."""

_service = Service.__table__.c


def _said(name: str) -> Column[Any]:
    """A column of a service once more, under the same type."""
    return Column(name, _service[name].type, nullable=_service[name].nullable)


class FeedRow(Model):
    """What a reading found about one service. `id` becomes that of the service, where it is a new one.

    The rows of the reading that is live stay, as what the feed said last: where the service says something else now, a
    member changed it by hand, and a later reading leaves it so. `assured_on`: when the feed says that it was checked.
    """

    __table__ = Table(
        "feed_row",
        Model.metadata,
        Column("id", Uuid, primary_key=True),
        Column("reading_id", Uuid, ForeignKey("feed_reading.id"), nullable=False),
        Column("feed_key", String(SHORT), nullable=False),
        Column("number", Integer, nullable=False),
        Column("digest", String(64), nullable=False),
        Column("assured_on", Date),
        _said("sort_name"),
        *(_said(name) for name in SAID),
        Index("uq_feed_row_reading_id_feed_key", "reading_id", "feed_key", unique=True),
    )
    if TYPE_CHECKING:
        id: Mapped[UUID]
        reading_id: Mapped[UUID]
        feed_key: Mapped[str]


class FeedRefusal(Identified, Model):
    """Why a row of a feed was refused, or what of it was left out (`is_whole` is false then)."""

    __tablename__ = "feed_refusal"
    __table_args__ = (Index("ix_feed_refusal_reading_id_number", "reading_id", "number"),)

    reading_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("feed_reading.id"))
    number: Mapped[int]
    feed_key: Mapped[str] = mapped_column(String(SHORT), default="")
    name: Mapped[str] = mapped_column(String(SHORT), default="")
    is_whole: Mapped[bool]
    reason: Mapped[str] = mapped_column(String(LINE))

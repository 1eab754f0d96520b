"""What makes a discussion live on several screens. Operational: no part of the record."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Instant
from livingwell.extensions import Model

HERE_FOR = timedelta(seconds=40)
"""A screen says every 15 seconds that it is there; two may be lost before it counts as gone."""


class DiscussionStamp(Model):
    """A number that grows with each change of a discussion, so that asking "anything new?" is one cheap row."""

    __tablename__ = "discussion_stamp"

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), primary_key=True)
    number: Mapped[int] = mapped_column(default=1)


class Presence(Identified, Model):
    """An account has a discussion on its screen, and perhaps writes in one part of it."""

    __tablename__ = "presence"
    __table_args__ = (Index("uq_presence_discussion_account", "discussion_id", "account_id", unique=True),)

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"))
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    writing: Mapped[str] = mapped_column(String(40), default="")
    seen_at: Mapped[datetime] = mapped_column(Instant)

"""What comes back from the person once we have told them what a discussion came to."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Instant, choice
from livingwell.core.text import SHORT
from livingwell.extensions import Model, db
from livingwell.people.models.line import Line


class IsItRight(StrEnum):
    """What the person says to our telling. "Read": they have read it and answer later, or never."""

    READ = "read"
    YES = "yes"
    NOT_QUITE = "not_quite"


class TellingAnswer(Line, Model):
    """The person's answer to a telling. The last one holds, and earlier ones stay.

    `number` counts the answers to one telling. `told_how` is how a member came to know it; it is empty where the
    person pressed the button.
    """

    __tablename__ = "telling_answer"
    __table_args__ = (
        CheckConstraint("answer <> 'not_quite' OR words <> ''", name="says_what_is_not_right"),
        Index("uq_telling_answer_number", "telling_id", "number", unique=True),
    )

    telling_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("telling.id"))
    number: Mapped[int]
    answer: Mapped[IsItRight] = mapped_column(choice(IsItRight))
    words: Mapped[str] = mapped_column(Text, default="")
    told_how: Mapped[str] = mapped_column(String(SHORT), default="")


class TellingRelease(Line, Model):
    """A member lets the person read a telling on their own pages before anybody has told them.

    Without one they read it once they were told: news that upsets is not broken by a page (Academy of Medical Royal
    Colleges, Please write to me). A release that was taken back has `withdrawn_at`.
    """

    __tablename__ = "telling_release"
    __table_args__ = (
        Index(
            "uq_telling_release_open",
            "telling_id",
            unique=True,
            sqlite_where=db.text("withdrawn_at IS NULL"),
            postgresql_where=db.text("withdrawn_at IS NULL"),
        ),
    )

    telling_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("telling.id"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)

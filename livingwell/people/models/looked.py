"""A question from the person about who opened their record, until a lead has answered it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Instant
from livingwell.core.text import SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line

LOOKED_QUESTION = "people_looked_question"
"""The kind of `Ask` that such a question makes."""


class LookedQuestion(Line, Model):
    """What the person asks about a day on which somebody opened their record. It goes to the leads alone.

    `about` is the name that the person was shown, and `about_id` that account, where it was one.
    """

    __tablename__ = "looked_question"
    __table_args__ = (
        Index(
            "ix_looked_question_open",
            "person_id",
            sqlite_where=text("answered_at IS NULL"),
            postgresql_where=text("answered_at IS NULL"),
        ),
    )

    looked_on: Mapped[date]
    about: Mapped[str] = mapped_column(String(SHORT), default="")
    about_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    words: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    answered_by: Mapped[str] = mapped_column(String(SHORT), default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    seen_at: Mapped[datetime | None] = mapped_column(Instant)

    def be_answered(self, words: str, actor: Actor) -> None:
        """A lead answers. Raises Conflict the second time."""
        if self.answered_at:
            raise Conflict("Somebody has answered this already.")
        self.answered_at, self.answered_by_id, self.answered_by, self.answer = (
            now(),
            actor.account_id,
            actor.name,
            words,
        )

    def be_seen(self) -> None:
        """The person has seen the answer. The first time stays."""
        self.seen_at = self.seen_at or now()

"""What is written at the end: the letter to the person, its copy for the GP, and the summary for the GP."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models import HowSaid
from livingwell.core.model import choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class Paper(StrEnum):
    """Which paper it is."""

    LETTER = "letter"
    GP_COPY = "gp_copy"
    GP_SUMMARY = "gp_summary"

    @property
    def is_for_gp(self) -> bool:
        return self is not Paper.LETTER


class GoneHow(StrEnum):
    """How a paper went to the GP."""

    EMAIL = "email"
    POSTED = "posted"
    BY_HAND = "by_hand"


class PaperShown(Line, Model):
    """The person saw a paper before it went, and how; or why they could not (`why_not`). Added to; the last stands."""

    __tablename__ = "paper_shown"
    __table_args__ = (CheckConstraint("(how IS NULL) = (length(why_not) > 0)", name="how_or_why_not"),)

    paper_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("closing_paper.id", ondelete="CASCADE"), index=True)
    shown_on: Mapped[date]
    how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    why_not: Mapped[str] = mapped_column(String(LINE), default="")


class PaperSending(Line, Model):
    """That a paper went to the GP: by a message of the outbox, which may carry two, or printed by a member."""

    __tablename__ = "paper_sending"
    __table_args__ = (CheckConstraint("(how = 'email') = (message_id IS NOT NULL)", name="email_has_a_message"),)

    paper_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("closing_paper.id"), index=True)
    how: Mapped[GoneHow] = mapped_column(choice(GoneHow))
    to: Mapped[str] = mapped_column(String(LINE), default="")
    gone_on: Mapped[date]
    message_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("message.id"), index=True)


class ClosingPaper(Line, Model):
    """A paper about the end of an episode, as it was made: it is never changed. The last of its kind stands.

    The letter to the person is one of `contacts`, and so is what its copy for the GP is a copy of (`letter_id`). Of
    the copy, `text` and `html` are the covering page, and `pdf` is the copy where the letter itself went as no PDF; of
    the summary, `text`, `html` and `pdf` are all of it.
    """

    __tablename__ = "closing_paper"
    __table_args__ = (
        CheckConstraint("(paper = 'gp_summary') = (letter_id IS NULL)", name="letter_or_summary"),
        Index("ix_closing_paper_episode_id_paper", "episode_id", "paper"),
    )

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"))
    paper: Mapped[Paper] = mapped_column(choice(Paper))
    # A letter that nobody sent can be thrown away by those who write to the person, and then this is gone with it.
    letter_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("letter.id", ondelete="CASCADE"), index=True)
    has_safety_plan: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str] = mapped_column(Text, default="")
    html: Mapped[str] = mapped_column(Text, default="", deferred=True, deferred_raiseload=True)
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)

    shown: Mapped[list[PaperShown]] = relationship(order_by=PaperShown.created_at, lazy="raise_on_sql")
    sendings: Mapped[list[PaperSending]] = relationship(order_by=PaperSending.created_at, lazy="raise_on_sql")

    @property
    def sending(self) -> PaperSending | None:
        """How it went last: what came back is sent again."""
        return self.sendings[-1] if self.sendings else None


class PaperWish(Line, Model):
    """The person asked that a paper is not written or does not go, or that it does after all. The last stands."""

    __tablename__ = "paper_wish"
    __table_args__ = (Index("ix_paper_wish_episode_id_paper", "episode_id", "paper"),)

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"))
    paper: Mapped[Paper] = mapped_column(choice(Paper))
    is_wanted: Mapped[bool]
    words: Mapped[str] = mapped_column(String(LINE), default="")
    how: Mapped[HowSaid] = mapped_column(choice(HowSaid))
    said_on: Mapped[date]


class GpPractice(Line, Model):
    """The person's GP practice, and where it reads what is sent. Added to, never changed; the last stands."""

    __tablename__ = "gp_practice"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        CheckConstraint("length(email) > 0 OR length(address) > 0", name="can_be_reached"),
    )

    name: Mapped[str] = mapped_column(String(SHORT))
    email: Mapped[str] = mapped_column(String(320), default="")
    address: Mapped[str] = mapped_column(String(LINE), default="")


class CarerToldKind(StrEnum):
    """What became of telling a carer that support ends."""

    TOLD = "told"
    NOT_WANTED = "not_wanted"
    COULD_NOT = "could_not"


class CarerTold(Line, Model):
    """That a carer was told what they may know, by whom and how; or that the person doesn't want it, or why it could
    not be done. Added to; the last stands."""

    __tablename__ = "carer_told"
    __table_args__ = (
        CheckConstraint("kind <> 'could_not' OR length(words) > 0", name="says_why"),
        Index("ix_carer_told_episode_id_carer_id", "episode_id", "carer_id"),
    )

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"))
    carer_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("carer.id"), index=True)
    kind: Mapped[CarerToldKind] = mapped_column(choice(CarerToldKind))
    words: Mapped[str] = mapped_column(String(LINE), default="")
    told_on: Mapped[date]

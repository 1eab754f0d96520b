"""One person's place on one meeting's agenda, and what the person has to say to it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.discussions.models.meeting import Meeting
from livingwell.extensions import Model, db
from livingwell.identity.models import Account
from livingwell.people.models import Person

DEFAULT_MINUTES = 10
LONGEST_MINUTES = 120


class Reason(StrEnum):
    """Why somebody is on the agenda."""

    NEW = "new"
    REVIEW = "review"
    STUCK = "stuck"
    WORRY = "worry"
    TURN_AWAY = "turn_away"
    OTHER = "other"


class LinePart(StrEnum):
    """What a line can say, each by the name of its column."""

    TALK_ABOUT = "talk_about"
    PLEASE_DONT = "please_dont"
    WORDS = "words"


class CaseDiscussion(Identified, Timed, Versioned, Model):
    """One person's place on one meeting's agenda: planned, begun, closed.

    `question` is the one that the meeting is to answer. `is_person_told`: the person knows that we will talk
    about them. A closed discussion has a Closing: it is added to, and never edited.
    """

    __tablename__ = "case_discussion"
    __table_args__ = (
        CheckConstraint(f"minutes BETWEEN 1 AND {LONGEST_MINUTES}", name="minutes_possible"),
        Index("ix_case_discussion_person_id_created_at", "person_id", "created_at"),
        Index(
            "uq_case_discussion_on_agenda",
            "meeting_id",
            "person_id",
            unique=True,
            sqlite_where=db.text("taken_off_at IS NULL"),
            postgresql_where=db.text("taken_off_at IS NULL"),
        ),
    )

    meeting_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("meeting.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    position: Mapped[int]
    minutes: Mapped[int] = mapped_column(default=DEFAULT_MINUTES)
    reason: Mapped[Reason] = mapped_column(choice(Reason))
    reason_words: Mapped[str] = mapped_column(String(LINE), default="")
    question: Mapped[str] = mapped_column(String(LINE), default="")
    brought_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    is_person_told: Mapped[bool] = mapped_column(default=False)
    carried_from_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("case_discussion.id"), index=True)
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    taken_off_at: Mapped[datetime | None] = mapped_column(Instant)

    meeting: Mapped[Meeting] = relationship(lazy="raise_on_sql")
    person: Mapped[Person] = relationship(lazy="raise_on_sql")
    brought_by: Mapped[Account] = relationship(lazy="raise_on_sql")

    def start(self, at: datetime) -> None:
        """Begin, and with it the timer. Does nothing where it was begun already."""
        self.require_on_agenda()
        self.meeting.start(at)
        self.started_at = self.started_at or at

    def take_off(self, at: datetime) -> None:
        """Take it off the agenda. Raises Conflict once it was begun: what was said stays said."""
        self.require_on_agenda()
        if self.started_at is not None:
            raise Conflict("This discussion has begun, so it stays. Close it with “No change, because …” instead.")
        self.taken_off_at = at

    def require_not_begun(self) -> None:
        """Raise Conflict once the team talks, or has talked: what the person said beforehand stays as it was heard."""
        if self.started_at is not None:
            raise Conflict("The team has begun to talk, so what was said before it stays as it is.")

    def require_on_agenda(self) -> None:
        """Raise Conflict where it was taken off the agenda."""
        if self.taken_off_at is not None:
            raise Conflict("This was taken off the agenda. Put the person on again to discuss them.")


WRITTEN_BY = "Written by "
"""What `how` begins with in a line that the person wrote on their own pages; who signed it comes after."""


class PersonLine(Identified, Timed, Model):
    """What the person says to their discussion, or why they were not asked.

    Each is a row of its own: a second one stands beside the first and overwrites nothing.
    """

    __tablename__ = "person_line"
    __table_args__ = (
        CheckConstraint(
            "talk_about <> '' OR please_dont <> '' OR words <> '' OR not_asked_because <> ''", name="says_something"
        ),
        CheckConstraint(
            "not_asked_because = '' OR (talk_about = '' AND please_dont = '' AND words = '')", name="asked_or_not"
        ),
    )

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    talk_about: Mapped[str] = mapped_column(Text, default="")
    please_dont: Mapped[str] = mapped_column(Text, default="")
    words: Mapped[str] = mapped_column(Text, default="")
    how: Mapped[str] = mapped_column(String(SHORT), default="")
    not_asked_because: Mapped[str] = mapped_column(Text, default="")
    brought_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    brought_by: Mapped[Account] = relationship(lazy="raise_on_sql")

    def part(self, part: LinePart) -> str:
        """What the line says in this part."""
        words: str = getattr(self, part.value)
        return words

    @property
    def signed_by(self) -> str:
        """Who wrote it on the person's own pages: they, and whoever helped them. Empty for any other line."""
        return self.how.removeprefix(WRITTEN_BY) if self.how.startswith(WRITTEN_BY) else ""

    @property
    def is_their_own(self) -> bool:
        """The person's words, rather than why there are none."""
        return not self.not_asked_because


class AgendaRequest(Identified, Timed, Model):
    """Somebody asks that a person be talked about: the person, a carer, or a member. Open until they were."""

    __tablename__ = "agenda_request"
    __table_args__ = (Index("ix_agenda_request_team_id_met_at", "team_id", "met_at"),)

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    asked_by: Mapped[str] = mapped_column(String(SHORT))
    words: Mapped[str] = mapped_column(String(LINE))
    written_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    met_at: Mapped[datetime | None] = mapped_column(Instant)

    written_by: Mapped[Account] = relationship(lazy="raise_on_sql")

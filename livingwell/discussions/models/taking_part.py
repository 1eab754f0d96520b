"""How the person takes part in their own discussion: whom they would like there, and whether they come."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import choice
from livingwell.core.text import SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class Way(StrEnum):
    """How the person takes part. "Not sure" takes an earlier answer back."""

    COME = "come"
    SEND_WORDS = "send_words"
    SPEAKER = "speaker"
    NOT_SURE = "not_sure"


class TakingPart(Line, Model):
    """One answer: whom the person would like there, or how they take part. The latest of each holds, earlier ones stay.

    `number` counts the answers of one discussion. `speaker` is who speaks for them. `told_how` is how a member came
    to know it ("by phone on 3 May"); it is empty where the person wrote it.
    """

    __tablename__ = "taking_part"
    __table_args__ = (
        CheckConstraint("way IS NULL OR who_there = ''", name="one_answer"),
        CheckConstraint("way IS NULL OR way <> 'speaker' OR speaker <> ''", name="speaker_named"),
        Index("uq_taking_part_number", "discussion_id", "number", unique=True),
    )

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"))
    number: Mapped[int]
    who_there: Mapped[str] = mapped_column(Text, default="")
    way: Mapped[Way | None] = mapped_column(choice(Way))
    speaker: Mapped[str] = mapped_column(String(SHORT), default="")
    told_how: Mapped[str] = mapped_column(String(SHORT), default="")


class LineTakenBack(Line, Model):
    """The person no longer says a line: they changed it (`instead_id`) or took it back. The line stays where it was."""

    __tablename__ = "line_taken_back"

    line_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person_line.id"), unique=True)
    instead_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("person_line.id"))


@dataclass(frozen=True)
class Wishes:
    """What holds of the person's answers about taking part: the latest of each kind, or none."""

    who_there: TakingPart | None = None
    way: TakingPart | None = None

    @classmethod
    def of(cls, answers: Iterable[TakingPart]) -> "Wishes":
        """What holds after these answers, the oldest first."""
        wishes = cls()
        for answer in answers:
            wishes = replace(wishes, way=answer) if answer.way else replace(wishes, who_there=answer)
        return wishes

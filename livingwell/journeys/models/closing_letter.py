"""What is written at the end: the letter to the person, its copy for the GP, and the summary for the GP."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import choice
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class Paper(StrEnum):
    """Which paper it is."""

    LETTER = "letter"
    GP_COPY = "gp_copy"
    GP_SUMMARY = "gp_summary"


class ClosingPaper(Line, Model):
    """A paper about the end of an episode that has gone: the letter to the person is one of `contacts`."""

    __tablename__ = "closing_paper"

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"), index=True)
    paper: Mapped[Paper] = mapped_column(choice(Paper))
    letter_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("letter.id"), index=True)

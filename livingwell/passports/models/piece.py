"""A picture or a recording in a section of the passport. The file is in the store; here is what it says in words."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import choice
from livingwell.core.text import LONG
from livingwell.extensions import Model
from livingwell.passports.models.passport import HowWritten, Section
from livingwell.people.models.line import Line

MOST_PIECES = 6  # in one section


class PieceKind(StrEnum):
    """What it is."""

    PICTURE = "picture"
    RECORDING = "recording"


class PassportPiece(Line, Model):
    """Put in with version `number`. `words` say what a picture shows, or what is said in a recording.

    `file` and `small_file` are names in the store; a recording has no small one.
    """

    __tablename__ = "passport_piece"

    section: Mapped[Section] = mapped_column(choice(Section))
    number: Mapped[int]
    how_written: Mapped[HowWritten] = mapped_column(choice(HowWritten))
    kind: Mapped[PieceKind] = mapped_column(choice(PieceKind))
    file: Mapped[str] = mapped_column(String(32))
    small_file: Mapped[str] = mapped_column(String(32), default="")
    words: Mapped[str] = mapped_column(String(LONG), default="")
    width: Mapped[int] = mapped_column(default=0)
    height: Mapped[int] = mapped_column(default=0)
    seconds: Mapped[int] = mapped_column(default=0)


class PassportRemoval(Line, Model):
    """A picture or recording was taken out with version `number`. Earlier versions still have it."""

    __tablename__ = "passport_removal"

    piece_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("passport_piece.id"), unique=True)
    number: Mapped[int]

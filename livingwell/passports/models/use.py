"""A line of the passport used elsewhere, so that the person did not have to say it again."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.model import choice
from livingwell.extensions import Model
from livingwell.passports.models.passport import PassportLine
from livingwell.people.models.line import Line


class UsedIn(StrEnum):
    """Where a line was used."""

    PLAN = "plan"
    LETTER = "letter"
    MEETING = "meeting"


class PassportUse(Line, Model):
    """Who used a line, when, and in what: `row_id` is of the statement, the letter or the discussion."""

    __tablename__ = "passport_use"
    __table_args__ = (Index("uq_passport_use_line_id_row_id", "line_id", "row_id", unique=True),)

    line_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("passport_line.id"))
    used_in: Mapped[UsedIn] = mapped_column(choice(UsedIn))
    row_id: Mapped[UUID] = mapped_column(Uuid)

    line: Mapped[PassportLine] = relationship(lazy="raise_on_sql")

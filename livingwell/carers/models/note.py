"""What a carer tells us: kept apart from the person's record, with the carer's own say on who may read it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.carers.models.sharing import HowTold
from livingwell.core.model import Instant, choice
from livingwell.core.text import LINE, LONG
from livingwell.extensions import Model
from livingwell.identity.models import Profession
from livingwell.people.models.line import Line


class MayPersonSee(StrEnum):
    """What the carer says about whether the person may see it. Anything but a yes keeps it from the person."""

    YES = "yes"
    NO = "no"
    ASK_FIRST = "ask_first"


class CarerNoteSay(Line, Model):
    """What the carer said about who may see a note. The latest stands; nothing changes an earlier one."""

    __tablename__ = "carer_note_say"
    __table_args__ = (Index("uq_carer_note_say_note_id_number", "note_id", "number", unique=True),)

    note_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("carer_note.id"))
    number: Mapped[int]
    may_see: Mapped[MayPersonSee] = mapped_column(choice(MayPersonSee))


class CarerNoteRead(Line, Model):
    """That a member read what a carer told us: by name, by what they were then, and when. `words` go back."""

    __tablename__ = "carer_note_read"

    note_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("carer_note.id"), unique=True)
    profession: Mapped[Profession | None] = mapped_column(choice(Profession))
    words: Mapped[str] = mapped_column(String(LINE), default="")


class CarerNote(Line, Model):
    """What a carer told us, on their own side or to a member who wrote it down."""

    __tablename__ = "carer_note"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="has_words"),
        Index("ix_carer_note_carer_id_told_at", "carer_id", "told_at"),
    )

    carer_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("carer.id"))
    words: Mapped[str] = mapped_column(String(LONG))
    how: Mapped[HowTold] = mapped_column(choice(HowTold))
    told_at: Mapped[datetime] = mapped_column(Instant)

    says: Mapped[list[CarerNoteSay]] = relationship(order_by=CarerNoteSay.number, lazy="raise_on_sql")
    read: Mapped[CarerNoteRead | None] = relationship(uselist=False, lazy="raise_on_sql")

    @property
    def may_see(self) -> MayPersonSee:
        """What the carer says now."""
        return self.says[-1].may_see if self.says else MayPersonSee.NO

    @property
    def is_open_to_person(self) -> bool:
        """Whether it may stand on the person's own side."""
        return self.may_see is MayPersonSee.YES

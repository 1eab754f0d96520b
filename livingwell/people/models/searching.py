"""What makes a person findable by the beginning of any part of a name."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified
from livingwell.core.text import SHORT
from livingwell.extensions import Model


class NamePart(Identified, Model):
    """One word of a name, folded (`core.text.fold`), in an order that is the same on both databases."""

    __tablename__ = "name_part"
    __table_args__ = (Index("ix_name_part_folded_person_id", "folded", "person_id"),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    folded: Mapped[str] = mapped_column(String(SHORT, collation="C").with_variant(String(SHORT), "sqlite"))

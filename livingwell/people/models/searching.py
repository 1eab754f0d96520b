"""What makes a person findable by the beginning of any part of a name."""

import re
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified
from livingwell.core.text import SHORT, fold
from livingwell.extensions import Model

_JOINED = re.compile(r"[^\w\s]+")


class NamePart(Identified, Model):
    """One word of a name, folded (`core.text.fold`), in an order that is the same on both databases."""

    __tablename__ = "name_part"
    __table_args__ = (
        Index("ix_name_part_folded_person_id", "folded", "person_id"),
        Index("ix_name_part_person_id_folded", "person_id", "folded"),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    folded: Mapped[str] = mapped_column(String(SHORT, collation="C").with_variant(String(SHORT), "sqlite"))


def folded_parts(*names: str) -> frozenset[str]:
    """Every part of the names that somebody may begin to type.

    >>> sorted(folded_parts("Siân", "O’Neill-Jones"))
    ['jones', 'neill', 'o', 'oneilljones', 'sian']
    """
    words = [word for name in names for word in (*name.split(), *_JOINED.sub(" ", name).split())]
    return frozenset(fold(word)[:SHORT] for word in words) - {""}

"""What makes a service findable by the beginning of any word of its entry."""

from uuid import UUID

from sqlalchemy import ForeignKey, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.text import SHORT
from livingwell.directory.models.services import alike
from livingwell.extensions import Model


class ServiceWord(Model):
    """One word of an entry, folded (`core.text.fold`).

    It follows from the entry and says nothing of its own, so that no audit entry names it.
    """

    __tablename__ = "service_word"

    folded: Mapped[str] = mapped_column(alike(SHORT), primary_key=True)
    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"), primary_key=True, index=True)

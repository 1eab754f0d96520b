"""What a worker does now and then, one worker at a time."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Instant
from livingwell.extensions import Model


class Chore(Model):
    """Something that is due again at an instant; the worker that moves the instant on does it."""

    __tablename__ = "chore"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(Instant)

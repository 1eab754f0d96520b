"""What came in, as the provider told it."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Instant, Timed
from livingwell.core.text import SHORT
from livingwell.extensions import Model


class ReceivedText(Identified, Timed, Model):
    """A text that somebody sent us. `handed_on_at`: when the packages above filed it."""

    __tablename__ = "received_text"
    __table_args__ = (
        Index("ix_received_text_handed_on_at", "handed_on_at"),
        Index("ix_received_text_from_number_received_at", "from_number", "received_at"),
    )

    provider_id: Mapped[str] = mapped_column(String(SHORT), unique=True)
    from_number: Mapped[str] = mapped_column(String(SHORT))
    words: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(Instant)
    handed_on_at: Mapped[datetime | None] = mapped_column(Instant)

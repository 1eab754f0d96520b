"""What a person decided about a message."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.clock import now
from livingwell.core.model import Identified, Instant, choice
from livingwell.core.text import LINE
from livingwell.extensions import Model


class Decision(StrEnum):
    """What was decided."""

    CANCEL = "cancel"
    IT_WENT = "it_went"
    IT_DID_NOT_GO = "it_did_not_go"
    PUT_BACK = "put_back"
    PRINTED = "printed"


class MessageDecision(Identified, Model):
    """One decision, with who made it and why. What the worker did by itself stands in `DeliveryStep`."""

    __tablename__ = "message_decision"

    message_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("message.id"), index=True)
    decision: Mapped[Decision] = mapped_column(choice(Decision))
    reason: Mapped[str] = mapped_column(String(LINE))
    decided_by_id: Mapped[UUID | None] = mapped_column(Uuid)
    decided_at: Mapped[datetime] = mapped_column(Instant, default=now)

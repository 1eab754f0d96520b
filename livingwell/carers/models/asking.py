"""That somebody was asked who helps them, or whom they help; and what of carers waits for a member."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import choice
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.people.models.line import Line

WHO_HELPS_NEVER_ASKED = "carers_never_asked"
"""The kind of Ask: nobody has asked somebody, whom the member supports, who helps them."""
CARER_MESSAGE_TO_READ = "carers_message_to_read"
"""The kind of Ask: a carer told us something, and nobody has read it."""
SHARING_TO_REVIEW = "carers_sharing_to_review"
"""The kind of Ask: what a carer may know is soon to be asked of the person again."""


class WhoHelps(StrEnum):
    """What the person answered. That nobody does is an answer as good as another."""

    SOMEBODY = "somebody"
    NOBODY = "nobody"
    NOT_NOW = "not_now"


class AskedWhoHelps(Line, Model):
    """We asked "who helps you, or whom do you help?", in these words or in others, and this was the answer."""

    __tablename__ = "asked_who_helps"
    __table_args__ = (Index("ix_asked_who_helps_person_id_asked_on", "person_id", "asked_on"),)

    asked_on: Mapped[date]
    answer: Mapped[WhoHelps] = mapped_column(choice(WhoHelps))
    said: Mapped[str] = mapped_column(String(LINE), default="")

"""A channel that is down as a whole."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.clock import now
from livingwell.core.model import Instant, choice
from livingwell.core.text import LINE
from livingwell.delivery.models.channel import Channel
from livingwell.extensions import Model


class Outage(Model):
    """Nothing goes by this channel before `until`; then one message tries it. The row goes when one gets through."""

    __tablename__ = "outage"

    channel: Mapped[Channel] = mapped_column(choice(Channel), primary_key=True)
    since: Mapped[datetime] = mapped_column(Instant, default=now)
    until: Mapped[datetime] = mapped_column(Instant)
    tries: Mapped[int] = mapped_column(default=0)
    said: Mapped[str] = mapped_column(String(LINE))

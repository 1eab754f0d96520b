"""How the channels do: so that Today can say that e-mail has been down since noon."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from livingwell.core.clock import now
from livingwell.delivery.models import Channel, Delivery, Outage
from livingwell.delivery.models.delivery import WAITS_FOR_WORKER
from livingwell.extensions import db


@dataclass(frozen=True)
class ChannelStanding:
    """A channel whose messages wait for too long. `down_since` is none where nobody seems to send at all."""

    channel: Channel
    waiting: int
    oldest_due_at: datetime
    down_since: datetime | None
    said: str


def channels_behind(by: timedelta = timedelta(hours=1)) -> list[ChannelStanding]:
    """The channels where something that was due has waited for longer than this, or that are down; two statements."""
    outages = {outage.channel: outage for outage in db.session.scalars(select(Outage))}
    return list(_behind(outages, now() - by))


def _behind(outages: dict[Channel, Outage], before: datetime) -> Iterable[ChannelStanding]:
    due = (
        select(Delivery.channel, func.count(), func.min(Delivery.due_at))
        .where(Delivery.state.in_(WAITS_FOR_WORKER), Delivery.due_at <= now())
        .group_by(Delivery.channel)
        .order_by(Delivery.channel)
    )
    for channel, waiting, oldest in db.session.execute(due):
        outage = outages.get(channel)
        if oldest and (outage or oldest <= before):
            since, said = (outage.since, outage.said) if outage else (None, "")
            yield ChannelStanding(channel, waiting, oldest, since, said)

"""How the channels do: so that Today can say that e-mail has been down since noon."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select, type_coerce

from livingwell.core.model import Instant
from livingwell.delivery.models import Delivery, Outage
from livingwell.delivery.models.delivery import WAITS_FOR_WORKER
from livingwell.extensions import db

LONG = timedelta(hours=1)


def channels_behind(at: datetime) -> Select[Any]:
    """The channels that are down, or whose oldest message should have gone an hour ago: for one statement of a page.

    Gives `what` (the channel), how many are `waiting`, `since` when the oldest is due, and since when the channel is
    `down`; none where nobody seems to send at all.
    """
    oldest = func.min(Delivery.due_at)
    return (
        select(
            type_coerce(Delivery.channel, db.String).label("what"),
            func.count().label("waiting"),
            type_coerce(oldest, Instant).label("since"),
            type_coerce(Outage.since, Instant).label("down"),
        )
        .outerjoin(Outage, Outage.channel == Delivery.channel)
        .where(Delivery.state.in_(WAITS_FOR_WORKER), Delivery.due_at <= at)
        .group_by(Delivery.channel, Outage.since)
        .having(or_(Outage.since.is_not(None), oldest <= at - LONG))
    )

"""A channel goes down, and comes back."""

from sqlalchemy import delete

from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.text import LINE
from livingwell.delivery.models import Channel, Outage
from livingwell.delivery.pace import next_after_outage
from livingwell.extensions import db


@atomic()
def note_down(channel: Channel, said: str) -> None:
    """Nothing goes by the channel for a while, longer each time; who looks at Today sees since when."""
    outage = db.session.get(Outage, channel, with_for_update=True, populate_existing=True)
    if outage is None:
        outage = Outage(channel=channel, said="", tries=0, until=now())
        db.session.add(outage)
    outage.tries += 1
    outage.said = said[:LINE]
    outage.until = next_after_outage(outage.tries)


@atomic()
def note_up(channel: Channel) -> None:
    """Something was taken, or refused for its own sake: the channel works."""
    db.session.execute(delete(Outage).where(Outage.channel == channel))

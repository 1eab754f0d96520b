"""Opening the demo again: what was changed is kept, and a meeting that never started is today's."""

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.demo.telling import THE_DEMO
from livingwell.demo.telling_meetings import LENGTH, todays_start
from livingwell.discussions.models import Meeting
from livingwell.extensions import db


@atomic()
def bring_meeting_to_today() -> None:
    """Move the first meeting that never started, and whose day has passed, to today."""
    left = select(Meeting).where(Meeting.started_at.is_(None), Meeting.ended_at.is_(None), Meeting.ends_at < now())
    meeting = db.session.scalars(left.order_by(Meeting.starts_at)).first()
    if meeting is None:
        return
    meeting.starts_at = todays_start()
    meeting.ends_at = meeting.starts_at + LENGTH
    record("bring_meeting_to_today", THE_DEMO)

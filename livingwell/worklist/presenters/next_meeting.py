"""The member's next meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for

from livingwell.core.clock import in_london
from livingwell.discussions.models import Meeting
from livingwell.worklist.models import NextMeeting
from livingwell.worklist.presenters.when import span, until, weekday


@dataclass(frozen=True)
class MeetingCard:
    """When, in how long, where, and whom the member brings."""

    when: str
    title: str
    brings: str
    href: str

    @classmethod
    def of(cls, coming: NextMeeting, account_id: UUID | None, now: datetime, *, has_teams: bool) -> "MeetingCard":
        """`has_teams`: the member is in several teams, so that each meeting says whose it is."""
        meeting = coming.meeting
        brought = [place.person.name for place in coming.places if place.brought_by_id == account_id]
        return cls(
            when=_when(meeting, now),
            title=", ".join(part for part in (_whose(meeting, has_teams), *_time(meeting, now), meeting.place) if part),
            brings=brings(brought, len(coming.places)),
            href=url_for("discussions.show_meeting", meeting_id=meeting.id),
        )


def brings(names: Sequence[str], on_agenda: int) -> str:
    """You bring 2 of 8 people: Amara Osei and Kwame Boateng."""
    if not on_agenda:
        return "Nobody is on the agenda yet."
    people = "1 person" if on_agenda == 1 else f"{on_agenda} people"
    if not names:
        return f"{people} on the agenda. You bring nobody."
    return f"You bring {len(names)} of {people}: {_listed(names)}."


def _when(meeting: Meeting, now: datetime) -> str:
    if meeting.is_running:
        return "Your meeting is running now"
    if meeting.starts_at <= now:
        return "Your meeting is due to begin now"
    return f"Your next meeting, {until(meeting.starts_at, now)}"


def _whose(meeting: Meeting, has_teams: bool) -> str:
    return f"{meeting.team.name} meeting" if has_teams else "Team meeting"


def _time(meeting: Meeting, now: datetime) -> tuple[str, str]:
    """The day, unless it is today, and the hours."""
    day = in_london(meeting.starts_at).date()
    is_today = day == in_london(now).date()
    return "" if is_today else weekday(day), span(meeting.starts_at, meeting.ends_at)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

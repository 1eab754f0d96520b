"""The whole page of Today."""

from dataclasses import dataclass

from flask import url_for

from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.dates import day_and_date
from livingwell.worklist.models import LATELY, Day
from livingwell.worklist.presenters.answers import Said, said_lately
from livingwell.worklist.presenters.ask_row import AskRow
from livingwell.worklist.presenters.asked import asked
from livingwell.worklist.presenters.next_meeting import MeetingCard
from livingwell.worklist.presenters.notices import NoticeLine, notice_lines
from livingwell.worklist.presenters.people import SupportedPeople, WaitingPeople
from livingwell.worklist.presenters.promised import Promised


@dataclass(frozen=True)
class Today:
    """What Today says. `is_quiet`: nobody waits for the member, so it says where to begin."""

    first_name: str
    date: str
    meeting: MeetingCard | None
    asked: tuple[AskRow, ...]
    notices: tuple[NoticeLine, ...]
    promised: Promised
    people: SupportedPeople
    waiting: WaitingPeople
    answers: tuple[Said, ...]
    is_quiet: bool
    meetings_href: str
    people_href: str
    decisions_href: str

    @classmethod
    def of(cls, day: Day, actor: Actor, *, has_teams: bool) -> "Today":
        """The page for one member; `has_teams`: in more than one team."""
        promised = Promised.of(day.promises, day.today)
        people = SupportedPeople.of(day.supported, actor.account_id, day.today)
        coming = day.next_meeting
        return cls(
            first_name=actor.name.split()[0],
            date=day_and_date(day.today),
            meeting=MeetingCard.of(coming, actor.account_id, now(), has_teams=has_teams) if coming else None,
            asked=asked(day.asks),
            notices=notice_lines(day.notices),
            promised=promised,
            people=people,
            waiting=WaitingPeople.of(day.waiting, day.waiting_count, day.today),
            answers=said_lately(day.answers, day.supported, day.today - LATELY),
            is_quiet=not (day.asks or promised.rows or promised.later or day.supported),
            meetings_href=url_for("discussions.list_meetings"),
            people_href=url_for("people.list_people"),
            decisions_href=url_for("discussions.list_decisions", mine=1),
        )

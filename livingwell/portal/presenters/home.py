"""Home: one calm page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app, url_for
from flask_babel import lazy_gettext

from livingwell.discussions.models import OwnDiscussion, OwnState
from livingwell.people.models import AllocationRole
from livingwell.people.models.around import Supporter, SupportingTeam
from livingwell.portal.presenters.appointments import Face, NextAppointment, when_words
from livingwell.portal.presenters.plan import GoalCard
from livingwell.portal.presenters.way_back import MyWayBack
from livingwell.portal.saying import gettext as _
from livingwell.portal.waiting import Waiting

GOALS_SHOWN = 3


@dataclass(frozen=True)
class TeamMember:
    """Somebody who works with the person."""

    face: Face
    role: str


@dataclass(frozen=True)
class TeamCard:
    """A team, who of it works with the person, and how it is reached."""

    name: str
    members: tuple[TeamMember, ...]
    text_number: str
    phone_number: str
    reads: str

    @classmethod
    def of(cls, around: SupportingTeam) -> "TeamCard":
        contact = around.contact
        return cls(
            name=around.team.name,
            members=tuple(_member(each) for each in around.supporters),
            text_number=contact.text_number if contact else "",
            phone_number=contact.phone_number if contact else "",
            reads=contact.reads if contact and contact.reads else _("We read messages on working days."),
        )


def _member(supporter: Supporter) -> TeamMember:
    account = supporter.account
    is_key = supporter.role is AllocationRole.KEY_WORKER
    face = Face.of(account.name, account.profession and account.profession.value, supporter.introduction)
    return TeamMember(face, _("your key worker") if is_key else "")


@dataclass(frozen=True)
class MeetingCard:
    """What the team wants to talk about in a meeting that is to come."""

    when: str
    question: str
    href: str


@dataclass(frozen=True)
class Home:
    """All of it. `carers` names those who see a part of what is on it; `ways_back` can be used now."""

    appointment: NextAppointment | None
    waiting: tuple[Waiting, ...]
    goals: tuple[GoalCard, ...]
    meetings: tuple[MeetingCard, ...]
    teams: tuple[TeamCard, ...]
    carers: str
    ways_back: tuple[MyWayBack, ...] = ()

    @property
    def who_sees(self) -> str:
        """Who can see what is on the page."""
        if self.carers:
            return _(
                "You and your team can see what is on this page. %(names)s can see a part of it. You said so.",
                names=self.carers,
            )
        return _("You and your team can see what is on this page.")

    @property
    def is_new(self) -> bool:
        return not (self.appointment or self.waiting or self.goals or self.meetings)

    @property
    def is_over(self) -> bool:
        """Whether no team supports the person now."""
        return not self.teams


MORE = (
    (lazy_gettext("Where next: after our support"), "portal.show_onward"),
    (lazy_gettext("On the way: who walks with me"), "portal.list_hand_overs"),
    (lazy_gettext("My passport: what helps me"), "portal.show_passport"),
    (lazy_gettext("My plan for staying well"), "portal.show_staying_well"),
    (lazy_gettext("My meetings: what I want to say"), "portal.list_meetings"),
    (lazy_gettext("My people: who may know what"), "portal.list_people"),
    (lazy_gettext("What I sent, and your answers"), "portal.list_messages"),
    (lazy_gettext("My letters, and what my GP gets"), "portal.list_letters"),
    (lazy_gettext("My own goals: only I see them"), "portal.list_own_goals"),
    (lazy_gettext("If things get hard: my safety plan"), "portal.show_safety_plan"),
    (lazy_gettext("When support ends"), "portal.show_ending"),
    (lazy_gettext("How I can come back"), "portal.show_way_back"),
)
"""What home leads to. What this installation doesn't have is left out."""


def more_links() -> list[tuple[str, str]]:
    """Label and address of each."""
    return [(str(label), href) for label, endpoint in MORE if (href := _there(endpoint))]


def _there(endpoint: str, **values: Any) -> str:
    """The page's address, where this installation has it."""
    return url_for(endpoint, **values) if endpoint in current_app.view_functions else ""


def meeting_cards(discussions: Sequence[OwnDiscussion]) -> tuple[MeetingCard, ...]:
    """Meetings to come in which the team asks something, the first first."""
    coming = [each for each in discussions if each.state is OwnState.COMING and each.question]
    coming.sort(key=lambda each: each.discussion.meeting.starts_at)
    return tuple(
        MeetingCard(
            when=when_words(each.discussion.meeting.starts_at),
            question=each.question,
            href=_there("portal.show_meeting", discussion_id=each.discussion.id),
        )
        for each in coming
    )


def goal_cards(goals: Sequence[GoalCard]) -> tuple[GoalCard, ...]:
    """The first few goals that the person is working on."""
    return tuple(goal for goal in goals if goal.is_live)[:GOALS_SHOWN]

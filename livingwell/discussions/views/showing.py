"""The discussion's screen put together: what the page and its live update both show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from livingwell.careplans.presenters.agreement import agreement_line
from livingwell.core.actor import Actor
from livingwell.core.clock import now, today
from livingwell.core.text import possessive
from livingwell.discussions.models import Challenge, CheckIn, Contribution, Perspective
from livingwell.discussions.policy import is_chair, may_close
from livingwell.discussions.presenters.decisions import decision_card, follow_row
from livingwell.discussions.presenters.from_plan import from_plan
from livingwell.discussions.presenters.meetings import Attendance, attendance
from livingwell.discussions.presenters.own_line import LineCard, asked_not_to, wishes_of
from livingwell.discussions.presenters.round import Round, challenge_card, round_of, view_card
from livingwell.discussions.presenters.screen import (
    AgreedCard,
    Asked,
    NoChangeCard,
    Parts,
    closed_words,
    counts_of,
    mini_goal,
    not_heard,
    plan_line_choices,
    plan_lines,
    timer_of,
    writing_words,
)
from livingwell.discussions.presenters.stamps import stamp_of
from livingwell.discussions.presenters.telling import TellingCard
from livingwell.discussions.queries.screen import Answered, Screen
from livingwell.identity.models import Membership
from livingwell.people.models import Person


@dataclass(frozen=True)
class Viewer:
    """Whose screen it is."""

    actor: Actor
    name: str
    around: datetime


def parts_of(found: Screen, actor: Actor) -> Parts:
    """The parts of the screen as this member sees them."""
    head = found.head
    discussion, person = head.discussion, head.discussion.person
    viewer = Viewer(actor, person.preferred_name, discussion.started_at or discussion.meeting.starts_at)
    around = viewer.around
    here = _here(found, actor)
    circle = _round(found, viewer, here)
    shown = [each for each in found.challenges if _is_unfolded(each.row.contribution, circle, actor)]
    challenges = tuple(_challenge(each, found, viewer) for each in shown)
    last = tuple(
        follow_row(each.row, each.answers, "", viewer.name, today(), head.meeting_before_at, actor.account_id)
        for each in found.decisions
        if each.row.discussion_id != discussion.id
    )
    lines_by_id = plan_lines(found.plan.goals, found.plan.steps)
    decisions = tuple(
        decision_card(each.row, viewer.name, lines_by_id, head.closing, actor.account_id)
        for each in found.decisions
        if each.row.discussion_id == discussion.id
    )
    no_change = NoChangeCard.of(head.no_change, around) if head.no_change else None
    telling = _telling(found, viewer)
    lines = tuple(LineCard.of(line, around, actor.account_id) for line in found.lines)
    names = {each.account_id: each.account.name for each in found.members}
    return Parts(
        counts=counts_of(last, circle, challenges, decisions, no_change, telling),
        asked=Asked.of(discussion, head.number, head.count),
        lines=lines,
        before=tuple(LineCard.of(line, around, None) for line in found.taken_back),
        asked_not_to=asked_not_to(lines),
        wishes=wishes_of(head.wishes, viewer.name, around),
        last=last,
        round=circle,
        challenges=challenges,
        decisions=decisions,
        no_change=no_change,
        agreed=tuple(AgreedCard.of(each, around) for each in found.agreed),
        telling=telling,
        goals=tuple(mini_goal(goal, viewer.name, found.plan.ratings[goal.id]) for goal in found.plan.goals),
        agreement=agreement_line(found.plan_needs, viewer.name),
        from_plan=from_plan(found.suggestions, found.plan_needs, viewer.name),
        here=here,
        writing=writing_words(found.pulse.writing, names, actor.account_id),
        closed=closed_words(head.closing, around),
        is_started=discussion.started_at is not None,
    )


def shown_with(found: Screen, actor: Actor) -> dict[str, Any]:
    """What the templates of the screen need, besides the forms."""
    head, parts = found.head, parts_of(found, actor)
    return {
        "discussion": head.discussion,
        "meeting": head.discussion.meeting,
        "parts": parts,
        "version": found.pulse.version,
        "timer": timer_of(head.discussion, head.closing, now()),
        "is_chair": is_chair(actor, head.discussion.meeting),
        "is_mine_to_fill": head.discussion.meeting.team_id in actor.lived_experience_team_ids,
        "stamp_of": stamp_of,
    }


def speakers(
    there: Sequence[CheckIn], team: Sequence[Membership], person: Person, actor: Actor
) -> list[tuple[str, str]]:
    """Whose view can be written down: one's own, the person's, guests', and the other members'."""
    guests = [each for each in there if each.account_id is None and each.is_there]
    near = [each for each in guests if each.person_id in (None, person.id)]
    return [
        ("", "This is my view"),
        ("person", f"{possessive(person.preferred_name)} own words"),
        *((f"guest:{each.id}", each.full_title) for each in near),
        *((f"member:{each.account_id}", each.account.name) for each in team if each.account_id != actor.account_id),
    ]


def line_choices(found: Screen) -> list[tuple[str, str]]:
    """The goals and steps that a decision may change."""
    return plan_line_choices(found.plan.goals, found.plan.steps)


def goal_choices(found: Screen) -> list[tuple[str, str]]:
    """The goals that a step may lead to."""
    return [(str(goal.id), f"Goal {goal.number}: {goal.words}") for goal in found.plan.goals]


def _telling(found: Screen, viewer: Viewer) -> TellingCard | None:
    head = found.head
    if head.telling is None:
        return None
    return TellingCard.of(
        head.telling, viewer.name, viewer.around, may_read_first=head.may_read_first, answer=head.answer
    )


def _here(found: Screen, actor: Actor) -> Attendance:
    meeting = found.head.discussion.meeting
    return attendance(
        meeting, found.check_ins, found.members, frozenset(), actor.account_id, writing=found.pulse.writing
    )


def _round(found: Screen, viewer: Viewer, here: Attendance) -> Round:
    challenged = {each.row.contribution_id for each in found.challenges}
    viewer_id, head = viewer.actor.account_id, found.head
    cards = [
        (
            view,
            view_card(view, viewer.name, viewer.around, head.closing, viewer_id, is_challenge=view.id in challenged),
        )
        for view in found.contributions
    ]
    has_lived = any(view.perspective is Perspective.LIVED_EXPERIENCE for view in found.contributions)
    return round_of(
        cards,
        viewer_id,
        challenged,
        is_open=has_lived or head.absence is not None,
        absence=f"{head.absence.said_by.name}: {head.absence.reason}" if head.absence else "",
        not_heard=not_heard(here, found.contributions),
    )


def _is_unfolded(view: Contribution, circle: Round, actor: Actor) -> bool:
    return circle.is_open or view.perspective.is_heard_first or view.is_by(actor.account_id)


def _challenge(each: Answered, found: Screen, viewer: Viewer) -> Any:
    challenge: Challenge = each.row
    raiser: UUID | None = challenge.contribution.said_by_id
    is_raiser_here = any(member.account_id == raiser for member in found.members)
    return challenge_card(
        challenge,
        each.answers,
        viewer.name,
        viewer.around,
        is_earlier=challenge.discussion_id != found.head.discussion.id,
        can_be_closed=may_close(viewer.actor, challenge, is_raiser_here=is_raiser_here),
    )

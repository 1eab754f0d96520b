"""What the discussion's screen shows, in a fixed number of statements however much was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.careplans.models import Suggestion
from livingwell.careplans.models.needs import PlanNeeds
from livingwell.careplans.queries.needs_member import plan_needs_of
from livingwell.careplans.queries.waiting import suggestions_waiting
from livingwell.core.actor import Actor
from livingwell.discussions.models import CheckIn, Contribution, PersonLine
from livingwell.discussions.queries.attendance import there_and_members
from livingwell.discussions.queries.live import Pulse, pulse
from livingwell.discussions.queries.plan import PlanBeside, plan_beside
from livingwell.discussions.queries.round import contributions
from livingwell.discussions.queries.screen.answered import (
    Answered,
    challenges_with_answers,
    decisions_with_answers,
)
from livingwell.discussions.queries.screen.opening import Head, opening_of
from livingwell.identity.models import Membership

__all__ = ["Answered", "Head", "Screen", "screen"]


@dataclass(frozen=True)
class Screen:
    """Everything that the screen shows."""

    head: Head
    lines: Sequence[PersonLine]
    taken_back: Sequence[PersonLine]
    agreed: Sequence[ReasonableAdjustment]
    contributions: Sequence[Contribution]
    challenges: Sequence[Answered]
    decisions: Sequence[Answered]
    check_ins: Sequence[CheckIn]
    members: Sequence[Membership]
    pulse: Pulse
    plan: PlanBeside
    plan_needs: PlanNeeds | None
    suggestions: Sequence[Suggestion]


def screen(actor: Actor, person_id: UUID, discussion_id: UUID) -> Screen:
    """The screen of a discussion about the person. Raises NotFound for any other. Nine statements.

    The pulse comes first: what is added while the rest is read, the next poll brings.
    """
    beat = pulse(discussion_id, person_id)
    opening = opening_of(actor, person_id, discussion_id)
    head = opening.head
    came, team = there_and_members(actor, head.discussion.meeting)
    return Screen(
        head=head,
        lines=opening.lines,
        taken_back=opening.taken_back,
        agreed=opening.agreed,
        contributions=contributions(discussion_id),
        challenges=challenges_with_answers(person_id, discussion_id),
        decisions=decisions_with_answers(head.discussion),
        check_ins=came,
        members=team,
        pulse=beat,
        plan=plan_beside(person_id),
        plan_needs=plan_needs_of(person_id, actor.account_id),
        suggestions=suggestions_waiting(person_id),
    )

"""Striking out what was recorded in error in a meeting: each by whoever recorded it. It stays in the history."""

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, Forbidden
from livingwell.discussions.actions.changing import (
    hold_decision,
    let_screens_know,
    require_change,
    require_reach,
)
from livingwell.discussions.models import CaseDiscussion, Contribution, Decision, FollowThrough, PersonLine
from livingwell.discussions.policy import require_in_team
from livingwell.discussions.queries.decisions import answers_to, live_discussion_ids
from livingwell.discussions.queries.round import is_challenge
from livingwell.identity.permissions import Permission
from livingwell.people.actions.striking import strike


@atomic()
def strike_view(discussion: CaseDiscussion, view: Contribution, reason: str, actor: Actor) -> None:
    """Strike a view out: by whoever said or wrote it, a challenge only by whoever raised it."""
    require_change(discussion, actor)
    require_own_view(view, actor)
    strike(view, reason, actor)


@atomic()
def strike_line(discussion: CaseDiscussion, line: PersonLine, reason: str, actor: Actor) -> None:
    """Strike the person's line out, or why they were not asked: by whoever brought it."""
    require_change(discussion, actor)
    require_own_line(line, actor)
    strike(line, reason, actor)


@atomic()
def strike_decision(discussion: CaseDiscussion, decision: Decision, reason: str, actor: Actor) -> None:
    """Strike a decision out: by whoever wrote it down. It is asked about no more."""
    require_change(discussion, actor)
    require_own_decision(decision, actor)
    strike(decision, reason, actor)


@atomic()
def strike_answer(decision: Decision, answer: FollowThrough, reason: str, actor: Actor) -> None:
    """Strike out what was said to have become of a decision: by whoever said it. The answer before it holds again."""
    require_in_team(actor, Permission.DISCUSS, decision.team_id)
    require_reach(actor, decision.person_id)
    require_own_answer(answer, actor)
    hold_decision(decision)
    decision.stand_as([each for each in answers_to([decision.id])[decision.id] if each.id != answer.id])
    for discussion_id in live_discussion_ids(decision.person_id):
        let_screens_know(discussion_id)
    strike(answer, reason, actor)


def require_own_view(view: Contribution, actor: Actor) -> None:
    """Raise Forbidden unless the view is the actor's to strike out."""
    _require(view.said_by_id == actor.account_id if is_challenge(view.id) else view.is_by(actor.account_id), "said")


def require_own_line(line: PersonLine, actor: Actor) -> None:
    """Raise Forbidden unless the actor brought the line."""
    _require(line.brought_by_id == actor.account_id, "brought")


def require_own_decision(decision: Decision, actor: Actor) -> None:
    """Raise Forbidden unless the actor wrote the decision down, and Conflict where it has turned a referral away."""
    _require(decision.written_by_id == actor.account_id, "wrote")
    if decision.turns_away:
        raise Conflict("This decision turned the referral away. Record a new referral instead.")


def require_own_answer(answer: FollowThrough, actor: Actor) -> None:
    """Raise Forbidden unless the actor said it."""
    _require(answer.answered_by_id == actor.account_id, "said")


def _require(is_theirs: bool, did: str) -> None:
    if not is_theirs:
        raise Forbidden(f"Only whoever {did} this can strike it out.")

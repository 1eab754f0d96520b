"""Deciding, and saying what became of it."""

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import LINE
from livingwell.discussions.actions.changing import (
    hold_decision,
    let_screens_know,
    require_change,
    require_not_closed,
    require_reach,
)
from livingwell.discussions.commands import Answer, Decide, TurnAway
from livingwell.discussions.models import CaseDiscussion, Decision, Doer, FollowThrough, NoChange
from livingwell.discussions.policy import require_in_team
from livingwell.discussions.queries.decisions import has_no_change, live_discussion_ids
from livingwell.discussions.queries.discussions import readiness
from livingwell.discussions.queries.meetings import member
from livingwell.discussions.queries.round import has_open_challenge
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.episodes import turn_away_referral
from livingwell.people.commands import TurnAway as ReferralTurnedAway
from livingwell.people.queries.episodes import current_episode


@atomic()
def decide(discussion: CaseDiscussion, command: Decide, actor: Actor) -> Decision:
    """Decide something, with a named person and a date. Over an open challenge it says so, for good."""
    require_change(discussion, actor)
    decision = new_decision(discussion, command, actor)
    record("decide", actor, discussion.person_id)
    return decision


@atomic()
def turn_away(discussion: CaseDiscussion, command: TurnAway, actor: Actor) -> Decision:
    """Decide that the referral is not for this team, and close it: nothing else turns a referral away.

    The decision names who sees to it that the person is told and helped, and comes back like any other. Raises
    Conflict where no referral of the person waits with the team, or the lived-experience view is missing.
    """
    require_change(discussion, actor)
    episode = current_episode(discussion.person_id, [discussion.meeting.team_id])
    if episode is None:
        raise Conflict("No referral of theirs is waiting with this team.")
    if not readiness(discussion.id).is_round_open:
        raise Conflict("Hear the lived-experience view first, or have the chair say why there is none.")
    what = f"Not for this team. {command.helped_instead_by} will help instead. {command.told_by}. {command.way_back}"
    told = Decide(what=what[:LINE], why=command.why, member_id=command.member_id, by_on=command.by_on)
    decision = new_decision(discussion, told, actor, turns_away=True)
    record("decide_to_turn_away", actor, discussion.person_id)
    facts = ReferralTurnedAway(command.helped_instead_by, command.told_by, command.way_back)
    turn_away_referral(episode, facts, actor)
    return decision


@atomic()
def decide_no_change(discussion: CaseDiscussion, reason: str, actor: Actor) -> NoChange:
    """The outcome is that nothing changes, with the reason."""
    require_change(discussion, actor)
    require_open_outcome(discussion)
    if not reason:
        raise Invalid({"reason": "Say why nothing changes"})
    outcome = NoChange(
        discussion_id=discussion.id, person_id=discussion.person_id, reason=reason, said_by_id=actor.account_id
    )
    db.session.add(outcome)
    record("decide_no_change", actor, discussion.person_id)
    return outcome


def require_open_outcome(discussion: CaseDiscussion) -> None:
    """Raise Conflict where it can't be said any more that nothing changes."""
    require_not_closed(discussion)
    if has_no_change(discussion.id):
        raise Conflict("“No change” was said already, with a reason.")


@atomic()
def answer_decision(decision: Decision, answer: Answer, actor: Actor) -> FollowThrough:
    """Say what became of a decision, and why: one's own, or for a colleague who is away."""
    require_in_team(actor, Permission.DISCUSS, decision.team_id)
    require_reach(actor, decision.person_id)
    if not answer.why:
        raise Invalid({"why": "Say why, in a few words"})
    hold_decision(decision)
    decision.answer(answer.outcome, now())
    said = FollowThrough(
        decision_id=decision.id,
        person_id=decision.person_id,
        outcome=answer.outcome,
        why=answer.why,
        answered_by_id=actor.account_id,
    )
    db.session.add(said)
    for discussion_id in live_discussion_ids(decision.person_id):
        let_screens_know(discussion_id)
    record("answer_decision", actor, decision.person_id)
    return said


def new_decision(discussion: CaseDiscussion, command: Decide, actor: Actor, *, turns_away: bool = False) -> Decision:
    """The row of a decision: for an action that checks and records."""
    if not command.what:
        raise Invalid({"what": "Write what was decided"})
    if command.doer is Doer.OTHER and not command.doer_name:
        raise Invalid({"doer_name": "Enter the name of whoever does it"})
    member(discussion.meeting.team_id, command.member_id)
    decision = Decision(
        discussion_id=discussion.id,
        team_id=discussion.meeting.team_id,
        person_id=discussion.person_id,
        what=command.what,
        why=command.why,
        doer=command.doer,
        doer_name=command.doer_name,
        member_id=command.member_id,
        by_on=command.by_on,
        goal_id=command.goal_id,
        step_id=command.step_id,
        is_over_open_challenge=has_open_challenge(discussion.person_id, discussion.meeting.team_id),
        turns_away=turns_away,
        written_by_id=actor.account_id,
    )
    db.session.add(decision)
    return decision

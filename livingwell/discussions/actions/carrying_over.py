"""Whom a meeting did not reach goes on the next one's agenda, with what they said."""

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.discussions.actions.agenda import add_place, after
from livingwell.discussions.actions.changing import hold_meeting
from livingwell.discussions.actions.said_already import carry_what_was_said
from livingwell.discussions.models import CaseDiscussion, Meeting
from livingwell.discussions.queries.agenda import places, unreached


def carry_over(meeting: Meeting, following: Meeting, actor: Actor) -> None:
    """Put on the following agenda whoever this meeting did not reach: for an action that ends or plans one.

    Somebody whom the actor doesn't reach is carried too: the agenda is the team's, and shows to each only
    whom they reach. What the person said goes along, so that they need not say it again.
    """
    hold_meeting(following.id)
    taken = places(following.id)
    there = {place.person_id for place in taken}
    waiting = [left for left in unreached(meeting.id) if left.person_id not in there]
    for position, left in enumerate(waiting, after(taken)):
        carried = _carried(left, following, position)
        add_place(carried)
        carry_what_was_said(left, carried)
        record("carry_over", actor, left.person_id)


def _carried(left: CaseDiscussion, following: Meeting, position: int) -> CaseDiscussion:
    return CaseDiscussion(
        meeting_id=following.id,
        person_id=left.person_id,
        position=position,
        minutes=left.minutes,
        reason=left.reason,
        reason_words=left.reason_words,
        question=left.question,
        brought_by_id=left.brought_by_id,
        is_person_told=left.is_person_told,
        carried_from_id=left.id,
    )

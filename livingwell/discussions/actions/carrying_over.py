"""Whom a meeting did not reach goes on the next one's agenda, with what they said."""

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.discussions.actions.agenda import add_place, after
from livingwell.discussions.actions.changing import hold_meeting
from livingwell.discussions.models import CaseDiscussion, Meeting, PersonLine, TakingPart
from livingwell.discussions.queries.agenda import places, unreached
from livingwell.discussions.queries.lines import lines
from livingwell.discussions.queries.taking_part import wishes
from livingwell.extensions import db


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


def carry_what_was_said(left: CaseDiscussion, carried: CaseDiscussion) -> None:
    """Have the person's words, and how they take part, stand in the new place as they stood in the old, with when and
    by whom they were said. Why nobody asked them stays behind: for the new meeting they are to be asked."""
    db.session.add_all(_same_line(line, carried) for line in lines([left.id]) if line.is_their_own)
    standing = wishes([left.id])[left.id]
    answers = [answer for answer in (standing.who_there, standing.way) if answer is not None]
    db.session.add_all(_same_answer(answer, carried, number) for number, answer in enumerate(answers, 1))


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


def _same_line(line: PersonLine, carried: CaseDiscussion) -> PersonLine:
    return PersonLine(
        discussion_id=carried.id,
        person_id=carried.person_id,
        talk_about=line.talk_about,
        please_dont=line.please_dont,
        words=line.words,
        how=line.how,
        brought_by_id=line.brought_by_id,
        created_at=line.created_at,
    )


def _same_answer(answer: TakingPart, carried: CaseDiscussion, number: int) -> TakingPart:
    return TakingPart(
        discussion_id=carried.id,
        person_id=carried.person_id,
        number=number,
        who_there=answer.who_there,
        way=answer.way,
        speaker=answer.speaker,
        told_how=answer.told_how,
        written_by_id=answer.written_by_id,
        written_by=answer.written_by,
        created_at=answer.created_at,
    )

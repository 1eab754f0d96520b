"""What somebody has said already stands in their new place on an agenda, so that nobody asks them again."""

from uuid import UUID

from livingwell.core.actor import Side
from livingwell.core.clock import now
from livingwell.core.text import SHORT
from livingwell.discussions.models import AgendaRequest, CaseDiscussion, PersonLine, TakingPart
from livingwell.discussions.queries.agenda import open_requests
from livingwell.discussions.queries.lines import lines
from livingwell.discussions.queries.taking_part import wishes
from livingwell.extensions import db


def meet_requests(discussion: CaseDiscussion, team_id: UUID) -> None:
    """Whoever asked is answered by this discussion: for an action that asks and records.

    What the person asked themself is their line to it, so that nobody asks them again.
    """
    for request in open_requests(team_id, discussion.person_id):
        request.met_at = now()
        if request.written_by.side is Side.PERSON:
            db.session.add(_as_line(request, discussion))


def carry_what_was_said(left: CaseDiscussion, carried: CaseDiscussion) -> None:
    """Have the person's words, and how they take part, stand in the new place as they stood in the old, with when and
    by whom they were said. Why nobody asked them stays behind: for the new meeting they are to be asked."""
    db.session.add_all(_same_line(line, carried) for line in lines([left.id]) if line.is_their_own)
    standing = wishes([left.id])[left.id]
    answers = [answer for answer in (standing.who_there, standing.way) if answer is not None]
    db.session.add_all(_same_answer(answer, carried, number) for number, answer in enumerate(answers, 1))


def _as_line(request: AgendaRequest, discussion: CaseDiscussion) -> PersonLine:
    return PersonLine(
        discussion_id=discussion.id,
        person_id=discussion.person_id,
        talk_about=request.words,
        how=f"Asked for by {request.asked_by}"[:SHORT],
        brought_by_id=request.written_by_id,
        created_at=request.created_at,
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

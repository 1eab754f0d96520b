"""What becomes of a request that the team talk about somebody."""

from uuid import UUID

from livingwell.core.actor import Side
from livingwell.core.clock import now
from livingwell.core.text import SHORT
from livingwell.discussions.models import AgendaRequest, CaseDiscussion, PersonLine
from livingwell.discussions.queries.agenda import open_requests
from livingwell.extensions import db


def meet_requests(discussion: CaseDiscussion, team_id: UUID) -> None:
    """Whoever asked is answered by this discussion: for an action that asks and records.

    What the person asked themself is their line to it, so that nobody asks them again.
    """
    for request in open_requests(team_id, discussion.person_id):
        request.met_at = now()
        if request.written_by.side is Side.PERSON:
            db.session.add(_as_line(request, discussion))


def _as_line(request: AgendaRequest, discussion: CaseDiscussion) -> PersonLine:
    return PersonLine(
        discussion_id=discussion.id,
        person_id=discussion.person_id,
        talk_about=request.words,
        how=f"Asked for by {request.asked_by}"[:SHORT],
        brought_by_id=request.written_by_id,
        created_at=request.created_at,
    )

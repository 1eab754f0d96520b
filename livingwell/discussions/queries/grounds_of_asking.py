"""Reasons to talk about somebody that they gave themself, or somebody gave in their name."""

from typing import Any

from sqlalchemy import Select, exists
from sqlalchemy.orm import aliased

from livingwell.discussions.models import (
    AgendaRequest,
    CaseDiscussion,
    Ground,
    IsItRight,
    Meeting,
    Telling,
    TellingAnswer,
)
from livingwell.discussions.queries.grounds import reason
from livingwell.people.models import Person
from livingwell.people.queries.striking import is_struck


def _request(meeting: Meeting) -> Select[Any]:
    return (
        reason(
            Ground.REQUEST,
            AgendaRequest.person_id,
            AgendaRequest.created_at,
            AgendaRequest.words,
            AgendaRequest.asked_by,
        )
        .where(AgendaRequest.team_id == meeting.team_id, AgendaRequest.met_at.is_(None), ~is_struck(AgendaRequest))
        .order_by(AgendaRequest.created_at)
    )


def _not_right(meeting: Meeting) -> Select[Any]:
    """What the person says is not right about what we told them, until they were discussed after it."""
    said, newer = TellingAnswer, aliased(TellingAnswer)
    overtaken = exists().where(newer.telling_id == said.telling_id, newer.number > said.number)
    later = aliased(CaseDiscussion)
    discussed = exists().where(later.person_id == said.person_id, later.started_at > said.created_at)
    return (
        reason(
            Ground.NOT_RIGHT,
            said.person_id,
            said.created_at,
            said.words,
            Person.preferred_name,
        )
        .join(Person, Person.id == said.person_id)
        .join(Telling, Telling.id == said.telling_id)
        .join(CaseDiscussion, CaseDiscussion.id == Telling.discussion_id)
        .join(Meeting, Meeting.id == CaseDiscussion.meeting_id)
        .where(
            Meeting.team_id == meeting.team_id,
            said.answer == IsItRight.NOT_QUITE,
            ~overtaken,
            ~discussed,
        )
        .order_by(said.created_at)
    )


GROUNDS_OF_ASKING = (_request, _not_right)

"""What was said and decided before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.core.actor import Actor
from livingwell.discussions.models import AgreedAdjustment, CaseDiscussion, Closing, Decision, Meeting, NoChange
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.reach import within_reach
from livingwell.people.queries.striking import is_struck


def discussions_about(actor: Actor, person_id: UUID) -> Sequence[Any]:
    """The discussions about a person in the actor's teams, newest first: each with its closing and its decisions'
    number."""
    decided = (
        select(func.count())
        .where(Decision.discussion_id == CaseDiscussion.id, ~is_struck(Decision))
        .correlate(CaseDiscussion)
        .scalar_subquery()
    )
    return db.session.execute(
        select(CaseDiscussion, Closing, decided.label("decided"))
        .join(CaseDiscussion.meeting)
        .outerjoin(Closing, Closing.discussion_id == CaseDiscussion.id)
        .where(
            CaseDiscussion.person_id == person_id,
            CaseDiscussion.taken_off_at.is_(None),
            Meeting.team_id.in_(sorted(actor.team_ids)),
        )
        .options(contains_eager(CaseDiscussion.meeting), joinedload(CaseDiscussion.brought_by))
        .order_by(Meeting.starts_at.desc())
    ).all()


def no_changes_of(meeting_id: UUID) -> Mapping[UUID, NoChange]:
    """The discussions of a meeting whose outcome was that nothing changes."""
    rows = db.session.scalars(
        select(NoChange)
        .join(CaseDiscussion, CaseDiscussion.id == NoChange.discussion_id)
        .where(CaseDiscussion.meeting_id == meeting_id, ~is_struck(NoChange))
    )
    return {row.discussion_id: row for row in rows}


def agreed_at(actor: Actor, meeting_id: UUID) -> Mapping[UUID, list[str]]:
    """What each discussion of a meeting agreed that we do otherwise, about people within reach."""
    rows = db.session.execute(
        select(AgreedAdjustment.case_discussion_id, ReasonableAdjustment.what)
        .join(ReasonableAdjustment, ReasonableAdjustment.id == AgreedAdjustment.adjustment_id)
        .join(CaseDiscussion, CaseDiscussion.id == AgreedAdjustment.case_discussion_id)
        .join(Person, Person.id == CaseDiscussion.person_id)
        .where(CaseDiscussion.meeting_id == meeting_id, within_reach(actor), ~is_struck(ReasonableAdjustment))
        .order_by(ReasonableAdjustment.position, ReasonableAdjustment.id)
    )
    agreed: dict[UUID, list[str]] = defaultdict(list)
    for discussion_id, what in rows:
        agreed[discussion_id].append(what)
    return agreed

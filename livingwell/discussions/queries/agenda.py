"""A meeting's agenda."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, exists, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from livingwell.core.actor import Actor
from livingwell.discussions.models import AgendaRequest, CaseDiscussion, Closing, TakingPart, Wishes
from livingwell.discussions.queries.taking_part import latest_wish
from livingwell.extensions import db
from livingwell.people.models import Episode, NamePart, Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach


def places(meeting_id: UUID, *, reached_by: Actor | None = None) -> Sequence[CaseDiscussion]:
    """The agenda in order; with an actor, only the people whom the actor reaches."""
    found = select(CaseDiscussion).where(CaseDiscussion.meeting_id == meeting_id, CaseDiscussion.taken_off_at.is_(None))
    if reached_by is not None:
        found = found.join(CaseDiscussion.person).where(within_reach(reached_by))
    return db.session.scalars(found.order_by(CaseDiscussion.position, CaseDiscussion.created_at)).all()


def agenda(actor: Actor, meeting_id: UUID) -> Sequence[tuple[CaseDiscussion, Closing | None]]:
    """The agenda as a page shows it: people within reach, who brings them, and whether it was closed."""
    rows = db.session.execute(_agenda(), {"meeting_id": meeting_id, **reach_of(actor)})
    return [(discussion, closing) for discussion, closing in rows]


def agenda_with_wishes(actor: Actor, meeting_id: UUID) -> Sequence[tuple[CaseDiscussion, Closing | None, Wishes]]:
    """The same, with how each person takes part."""
    rows = db.session.execute(_agenda_with_wishes(), {"meeting_id": meeting_id, **reach_of(actor)})
    return [(discussion, closing, Wishes(who_there, way)) for discussion, closing, who_there, way in rows]


@cache
def _agenda_with_wishes() -> Select[Any]:
    who_there, way = aliased(TakingPart), aliased(TakingPart)
    return (
        _agenda()
        .add_columns(who_there, way)
        .outerjoin(who_there, who_there.id == latest_wish(is_way=False))
        .outerjoin(way, way.id == latest_wish(is_way=True))
    )


@cache
def _agenda() -> Select[CaseDiscussion, Closing]:
    return (
        select(CaseDiscussion, Closing)
        .join(CaseDiscussion.person)
        .outerjoin(Closing, Closing.discussion_id == CaseDiscussion.id)
        .where(
            CaseDiscussion.meeting_id == bindparam("meeting_id"),
            CaseDiscussion.taken_off_at.is_(None),
            within_reach(ANYBODY),
        )
        .options(contains_eager(CaseDiscussion.person), joinedload(CaseDiscussion.brought_by))
        .order_by(CaseDiscussion.position, CaseDiscussion.created_at)
    )


def taken_off(meeting_id: UUID, person_id: UUID) -> CaseDiscussion | None:
    """The person's place that was taken off the agenda last, if there was one."""
    return db.session.scalar(
        select(CaseDiscussion)
        .where(
            CaseDiscussion.meeting_id == meeting_id,
            CaseDiscussion.person_id == person_id,
            CaseDiscussion.taken_off_at.is_not(None),
        )
        .order_by(CaseDiscussion.taken_off_at.desc())
        .limit(1)
    )


def unreached(meeting_id: UUID) -> Sequence[CaseDiscussion]:
    """Places that were never begun, and not yet carried to another meeting, in order."""
    later = aliased(CaseDiscussion)
    return db.session.scalars(
        select(CaseDiscussion)
        .where(
            CaseDiscussion.meeting_id == meeting_id,
            CaseDiscussion.taken_off_at.is_(None),
            CaseDiscussion.started_at.is_(None),
            ~exists().where(later.carried_from_id == CaseDiscussion.id),
        )
        .order_by(CaseDiscussion.position)
    ).all()


def open_requests(team_id: UUID, person_id: UUID) -> Sequence[AgendaRequest]:
    """Requests that the team talk about the person, not yet met, with who wrote each, the oldest first."""
    return db.session.scalars(
        select(AgendaRequest)
        .where(AgendaRequest.team_id == team_id, AgendaRequest.person_id == person_id, AgendaRequest.met_at.is_(None))
        .options(joinedload(AgendaRequest.written_by))
        .order_by(AgendaRequest.created_at, AgendaRequest.id)
    ).all()


def findable(actor: Actor, team_id: UUID, meeting_id: UUID, folded: str) -> Sequence[Person]:
    """People of the team whose name begins so, within reach, who are not on the agenda: as many as fit a list."""
    words = folded.split()
    found = select(Person).where(
        within_reach(actor),
        exists().where(Episode.person_id == Person.id, Episode.team_id == team_id, Episode.ended_on.is_(None)),
        ~exists().where(
            CaseDiscussion.person_id == Person.id,
            CaseDiscussion.meeting_id == meeting_id,
            CaseDiscussion.taken_off_at.is_(None),
        ),
    )
    for word in words:
        found = found.where(
            exists().where(
                NamePart.person_id == Person.id, NamePart.folded >= word, NamePart.folded < word + "\U0010ffff"
            )
        )
    return db.session.scalars(found.order_by(Person.preferred_name, Person.family_name, Person.id).limit(10)).all()


def next_on_agenda(actor: Actor, discussion: CaseDiscussion) -> CaseDiscussion | None:
    """Whoever comes next and was not discussed yet, with the person."""
    return db.session.scalar(
        select(CaseDiscussion)
        .join(CaseDiscussion.person)
        .where(
            CaseDiscussion.meeting_id == discussion.meeting_id,
            CaseDiscussion.id != discussion.id,
            CaseDiscussion.taken_off_at.is_(None),
            ~exists().where(Closing.discussion_id == CaseDiscussion.id),
            within_reach(actor),
        )
        .options(contains_eager(CaseDiscussion.person))
        .order_by(CaseDiscussion.position < discussion.position, CaseDiscussion.position)
        .limit(1)
    )

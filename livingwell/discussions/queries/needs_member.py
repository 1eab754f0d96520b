"""What meetings and discussions need from a member: for a page about many people."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.discussions.models import (
    CaseDiscussion,
    Challenge,
    Closing,
    Contribution,
    Decision,
    Meeting,
    PersonLine,
    Telling,
)
from livingwell.discussions.queries.meetings import LONGEST_OVERRUN
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.reach import within_reach
from livingwell.people.queries.striking import is_struck


def soonest_meeting(actor: Actor) -> Meeting | None:
    """The meeting of the actor's teams that runs now, or else the next one; with its team."""
    at = now()
    is_running = Meeting.started_at.is_not(None) & (Meeting.ends_at > at - LONGEST_OVERRUN)
    return db.session.scalar(
        select(Meeting)
        .where(
            Meeting.team_id.in_(sorted(actor.team_ids)),
            Meeting.ended_at.is_(None),
            Meeting.starts_at > at - 2 * LONGEST_OVERRUN,
            or_(is_running, Meeting.ends_at > at),
        )
        .options(joinedload(Meeting.team))
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(1)
    )


def tellings_promised(actor: Actor) -> Sequence[tuple[Telling, Person]]:
    """What the actor is to tell people and has not yet, the earliest first."""
    rows = db.session.execute(
        select(Telling, Person)
        .join(Person, Person.id == Telling.person_id)
        .where(
            Telling.teller_id == actor.account_id, Telling.told_at.is_(None), ~is_struck(Telling), within_reach(actor)
        )
        .order_by(Telling.by_on, Telling.written_at, Telling.id)
    )
    return [(telling, person) for telling, person in rows]


def open_challenges(actor: Actor, person_ids: Sequence[UUID]) -> Sequence[tuple[Challenge, bool]]:
    """Challenges about these people that nobody has closed, oldest first, and whether something was decided over it."""
    decided = exists().where(
        Decision.person_id == Challenge.person_id,
        Decision.team_id == Challenge.team_id,
        Decision.is_over_open_challenge,
        Decision.created_at >= Challenge.created_at,
        Decision.settled_at.is_(None),
        ~is_struck(Decision),
    )
    rows = db.session.execute(
        select(Challenge, decided)
        .join(Challenge.contribution)
        .where(
            Challenge.person_id.in_(person_ids),
            Challenge.team_id.in_(sorted(actor.team_ids)),
            Challenge.closed_at.is_(None),
            ~is_struck(Contribution),
        )
        .options(contains_eager(Challenge.contribution).joinedload(Contribution.said_by))
        .order_by(Challenge.created_at, Challenge.id)
    )
    return [(challenge, is_decided_over) for challenge, is_decided_over in rows]


def coming_places(actor: Actor, person_ids: Sequence[UUID]) -> Sequence[tuple[CaseDiscussion, PersonLine | None]]:
    """Where these people stand on agendas still to come, soonest first, with each line that they have sent."""
    rows = db.session.execute(
        select(CaseDiscussion, PersonLine)
        .join(CaseDiscussion.meeting)
        .outerjoin(PersonLine, (PersonLine.discussion_id == CaseDiscussion.id) & ~is_struck(PersonLine))
        .where(
            CaseDiscussion.person_id.in_(person_ids),
            CaseDiscussion.taken_off_at.is_(None),
            ~exists().where(Closing.discussion_id == CaseDiscussion.id),
            Meeting.team_id.in_(sorted(actor.team_ids)),
            Meeting.ended_at.is_(None),
            Meeting.ends_at > now() - LONGEST_OVERRUN,
        )
        .options(contains_eager(CaseDiscussion.meeting))
        .order_by(Meeting.starts_at, CaseDiscussion.position, PersonLine.created_at)
    )
    return [(place, line) for place, line in rows]

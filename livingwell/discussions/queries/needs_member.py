"""What meetings and discussions need from a member: for a page about many people."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, exists, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.discussions.models import (
    WORDS_OF_YOURS,
    CaseDiscussion,
    Challenge,
    CheckIn,
    Closing,
    Contribution,
    Decision,
    Meeting,
    PersonLine,
    Telling,
    ViewConfirmation,
)
from livingwell.discussions.queries.lines import still_said
from livingwell.discussions.queries.meetings import LONGEST_OVERRUN
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import Person
from livingwell.people.queries.asks import ask
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach
from livingwell.people.queries.striking import is_struck


def soonest_meeting(actor: Actor) -> Meeting | None:
    """The meeting of the actor's teams that runs now, or else the next one; with its team."""
    at = now()
    times = {"at": at, "overrun_from": at - LONGEST_OVERRUN, "any_from": at - 2 * LONGEST_OVERRUN}
    return db.session.scalar(_SOONEST, {**times, **reach_of(actor)})


def tellings_promised(actor: Actor) -> Sequence[tuple[Telling, Person]]:
    """What the actor is to tell people and has not yet, the earliest first."""
    rows = db.session.execute(_TELLINGS, reach_of(actor))
    return [(telling, person) for telling, person in rows]


def open_challenges(actor: Actor, person_ids: Sequence[UUID]) -> Sequence[tuple[Challenge, bool]]:
    """Challenges about these people that nobody has closed, oldest first, and whether something was decided over it."""
    rows = db.session.execute(_CHALLENGES, {"people": person_ids, **reach_of(actor)})
    return [(challenge, is_decided_over) for challenge, is_decided_over in rows]


def coming_places(actor: Actor, person_ids: Sequence[UUID]) -> Sequence[tuple[CaseDiscussion, PersonLine | None]]:
    """Where these people stand on agendas still to come, soonest first, with each line that they have sent."""
    values = {"people": person_ids, "overrun_from": now() - LONGEST_OVERRUN, **reach_of(actor)}
    return [(place, line) for place, line in db.session.execute(_PLACES, values)]


# Put together once: that takes longer than to run them.
_SOONEST = (
    select(Meeting)
    .where(
        Meeting.team_id.in_(ANYBODY.team_ids),
        Meeting.ended_at.is_(None),
        Meeting.starts_at > bindparam("any_from"),
        or_(
            Meeting.started_at.is_not(None) & (Meeting.ends_at > bindparam("overrun_from")),
            Meeting.ends_at > bindparam("at"),
        ),
    )
    .options(joinedload(Meeting.team))
    .order_by(Meeting.starts_at, Meeting.id)
    .limit(1)
)
_TELLINGS = (
    select(Telling, Person)
    .join(Person, Person.id == Telling.person_id)
    .where(
        Telling.teller_id == ANYBODY.account_id, Telling.told_at.is_(None), ~is_struck(Telling), within_reach(ANYBODY)
    )
    .order_by(Telling.by_on, Telling.written_at, Telling.id)
)
_IS_DECIDED_OVER = exists().where(
    Decision.person_id == Challenge.person_id,
    Decision.team_id == Challenge.team_id,
    Decision.is_over_open_challenge,
    Decision.created_at >= Challenge.created_at,
    Decision.settled_at.is_(None),
    ~is_struck(Decision),
)
_CHALLENGES = (
    select(Challenge, _IS_DECIDED_OVER)
    .join(Challenge.contribution)
    .where(
        Challenge.person_id.in_(bindparam("people")),
        Challenge.team_id.in_(ANYBODY.team_ids),
        Challenge.closed_at.is_(None),
        ~is_struck(Contribution),
    )
    .options(contains_eager(Challenge.contribution).joinedload(Contribution.said_by))
    .order_by(Challenge.created_at, Challenge.id)
)
_PLACES = (
    select(CaseDiscussion, PersonLine)
    .join(CaseDiscussion.meeting)
    .outerjoin(PersonLine, (PersonLine.discussion_id == CaseDiscussion.id) & still_said() & ~is_struck(PersonLine))
    .where(
        CaseDiscussion.person_id.in_(bindparam("people")),
        CaseDiscussion.taken_off_at.is_(None),
        ~exists().where(Closing.discussion_id == CaseDiscussion.id),
        Meeting.team_id.in_(ANYBODY.team_ids),
        Meeting.ended_at.is_(None),
        Meeting.ends_at > bindparam("overrun_from"),
    )
    .options(contains_eager(CaseDiscussion.meeting))
    .order_by(Meeting.starts_at, CaseDiscussion.position, PersonLine.created_at)
)

_WAS_THERE = exists().where(
    CheckIn.meeting_id == CaseDiscussion.meeting_id,
    CheckIn.account_id == Contribution.said_by_id,
    CheckIn.created_at <= Contribution.created_at,
    or_(CheckIn.left_at.is_(None), CheckIn.left_at >= Contribution.created_at),
)

ASKS: tuple[Select[Any], ...] = (
    select(
        *ask(
            WORDS_OF_YOURS,
            person_id=Contribution.person_id,
            row_id=Contribution.id,
            place_id=Contribution.discussion_id,
            since=Contribution.created_at,
            by=Account.name,
            words=Contribution.text,
        )
    )
    .join(CaseDiscussion, CaseDiscussion.id == Contribution.discussion_id)
    .join(Account, Account.id == Contribution.written_by_id)
    .where(
        Contribution.said_by_id == ANYBODY.account_id,
        Contribution.written_by_id != Contribution.said_by_id,
        ~_WAS_THERE,
        ~exists().where(ViewConfirmation.contribution_id == Contribution.id),
        ~is_struck(Contribution),
    ),
)
"""What discussions ask of a member, for `people.queries.asks`."""

"""What people sent from their own side: who should read it, all of one person's, and what became of each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Exists, Select, String, and_, bindparam, case, cast, exists, func, or_, select
from sqlalchemy.orm import joinedload

from livingwell.core.clock import london_instant, today
from livingwell.core.errors import NotFound
from livingwell.core.model import Instant
from livingwell.core.working_days import last_day_before
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership
from livingwell.people.models import Allocation, AllocationRole, ArrivalAnswer, Episode, FromPerson
from livingwell.people.models.arriving import FROM_PERSON, PAGE
from livingwell.people.queries.asks import ask
from livingwell.people.queries.leading import answers_for_the_team
from livingwell.people.queries.reach import ANYBODY

LEADS_AFTER = 2
"""So many working days after something came, unread, the team's leads see it too."""


def leads_see_before() -> datetime:
    """What came before this instant and is unread is for the leads as well."""
    day = last_day_before(LEADS_AFTER, today()) + timedelta(days=1)
    return london_instant(day, 0)


# Asked when the statement runs, so that one that was built once doesn't stay on the day when it was built.
LEADS_SEE: ColumnElement[Any] = bindparam("leads_see_before", callable_=leads_see_before, type_=Instant())


def is_for_member(model: Any, came_at: Any) -> ColumnElement[bool]:
    """The condition on a row about a person that it is this member's to read, while nobody has.

    It is the key worker's; where there is none, or after two working days, it is the leads' too.
    """
    for_leads = and_(answers_for_the_team(model), or_(came_at < LEADS_SEE, ~_key_worker(model)))
    return or_(_key_worker(model, ANYBODY.account_id), for_leads)


def _key_worker(model: Any, account_id: ColumnElement[Any] | None = None) -> ColumnElement[bool]:
    """The condition that a member who can sign in, or this one, is key worker in the person's team."""
    now_theirs = (Allocation.person_id == model.person_id, Allocation.until_on.is_(None))
    return has_key_worker(*now_theirs, account_id=account_id).correlate(model)


def has_key_worker(*allocated: ColumnElement[bool], account_id: ColumnElement[Any] | None) -> Exists:
    """The condition that a member who can sign in and is still in the team, or this one, was made key worker.

    `allocated`: of whom, and when. It is to be correlated with what that speaks of.
    """
    found = exists().where(
        *allocated,
        Allocation.role == AllocationRole.KEY_WORKER,
        Episode.id == Allocation.episode_id,
        Account.id == Allocation.account_id,
        Account.deactivated_at.is_(None),
        Membership.account_id == Allocation.account_id,
        Membership.team_id == Episode.team_id,
        Membership.left_on.is_(None),
    )
    return found.where(Account.id == account_id) if account_id is not None else found


def _unread() -> Select[Any]:
    """One row for each person who sent something that nobody has read, however much it is.

    `by` is the kind of what they sent where it is one thing, and how many where they are several.
    """
    is_one = func.count() == 1
    told = ask(
        FROM_PERSON,
        person_id=FromPerson.person_id,
        row_id=FromPerson.person_id,
        since=func.min(FromPerson.arrived_at),
        by=case((is_one, func.max(FromPerson.kind)), else_=cast(func.count(), String)),
        words=case((is_one, func.max(FromPerson.words)), else_=""),
    )
    return (
        select(*told)
        .where(FromPerson.read_at.is_(None), is_for_member(FromPerson, FromPerson.arrived_at))
        .group_by(FromPerson.person_id)
    )


ASKS = (_unread(),)
"""What people sent and nobody has read yet, for `people.queries.asks`."""


def arrivals_of(person_id: UUID, page: int) -> tuple[Sequence[FromPerson], bool]:
    """One page of what the person sent, unread first, then the latest; and whether there is more."""
    found = select(FromPerson).where(FromPerson.person_id == person_id)
    unread_first = (FromPerson.read_at.is_not(None), FromPerson.arrived_at.desc(), FromPerson.id)
    return _page(found.order_by(*unread_first), page)


def _page(found: Select[FromPerson], page: int) -> tuple[Sequence[FromPerson], bool]:
    rows = db.session.scalars(found.limit(PAGE + 1).offset((page - 1) * PAGE)).all()
    return rows[:PAGE], len(rows) > PAGE


def arrivals_sent(person_id: UUID, page: int) -> tuple[Sequence[FromPerson], bool]:
    """One page of the same for the person: the latest first, read or not."""
    found = select(FromPerson).where(FromPerson.person_id == person_id)
    return _page(found.order_by(FromPerson.arrived_at.desc(), FromPerson.id), page)


def arrival_of(person_id: UUID, arrival_id: UUID) -> FromPerson:
    """One of them. Raises NotFound for another person's."""
    found = select(FromPerson).where(FromPerson.id == arrival_id, FromPerson.person_id == person_id)
    arrival: FromPerson | None = db.session.scalar(found)
    if arrival is None:
        raise NotFound
    return arrival


def arrivals_by_row(person_id: UUID, row_ids: Collection[UUID]) -> Mapping[UUID, FromPerson]:
    """What arrived with each of these rows, the latest of several: so that the person sees who has read it."""
    if not row_ids:
        return {}
    found = select(FromPerson).where(FromPerson.person_id == person_id, FromPerson.row_id.in_(sorted(row_ids)))
    rows = db.session.scalars(found.order_by(FromPerson.arrived_at, FromPerson.id))
    return {arrival.row_id: arrival for arrival in rows if arrival.row_id}


def answers_to(arrivals: Iterable[FromPerson]) -> Mapping[UUID, Sequence[ArrivalAnswer]]:
    """What members answered to these, by the id of what arrived, the first answer first."""
    found: dict[UUID, list[ArrivalAnswer]] = defaultdict(list)
    ids = sorted(arrival.id for arrival in arrivals)
    wanted = select(ArrivalAnswer).where(ArrivalAnswer.arrival_id.in_(ids))
    for answer in db.session.scalars(wanted.order_by(ArrivalAnswer.created_at, ArrivalAnswer.id)):
        found[answer.arrival_id].append(answer)
    return found


def answers_not_seen(person_id: UUID) -> Sequence[ArrivalAnswer]:
    """Answers that wait for the person, each with what it answers, the first first."""
    found = select(ArrivalAnswer).where(ArrivalAnswer.person_id == person_id, ArrivalAnswer.seen_at.is_(None))
    ordered = found.options(joinedload(ArrivalAnswer.arrival)).order_by(ArrivalAnswer.created_at, ArrivalAnswer.id)
    return db.session.scalars(ordered).all()


def answer_of(person_id: UUID, answer_id: UUID) -> ArrivalAnswer:
    """One answer to the person. Raises NotFound for another's."""
    found = select(ArrivalAnswer).where(ArrivalAnswer.id == answer_id, ArrivalAnswer.person_id == person_id)
    answer: ArrivalAnswer | None = db.session.scalar(found)
    if answer is None:
        raise NotFound
    return answer

"""Who is at a meeting."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, literal, or_, select, true, union_all
from sqlalchemy.orm import aliased, contains_eager, joinedload

from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.discussions.models import CheckIn, Meeting
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership
from livingwell.people.models import Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach


def member_there(meeting_id: UUID, account_id: UUID) -> CheckIn | None:
    """The member's check-in, unless they have not come or have left."""
    return db.session.scalar(
        select(CheckIn).where(
            CheckIn.meeting_id == meeting_id, CheckIn.account_id == account_id, CheckIn.left_at.is_(None)
        )
    )


def check_ins(actor: Actor, meeting_id: UUID) -> Sequence[CheckIn]:
    """Who came, in order; a person or carer only where the actor reaches the person."""
    return db.session.scalars(_check_ins(), {"meeting_id": meeting_id, **reach_of(actor)}).all()


@cache
def _check_ins() -> Select[CheckIn]:
    return (
        select(CheckIn)
        .outerjoin(Person, Person.id == CheckIn.person_id)
        .where(CheckIn.meeting_id == bindparam("meeting_id"), CheckIn.person_id.is_(None) | within_reach(ANYBODY))
        .options(joinedload(CheckIn.account))
        .order_by(CheckIn.created_at, CheckIn.id)
    )


def there_and_members(actor: Actor, meeting: Meeting) -> tuple[Sequence[CheckIn], Sequence[Membership]]:
    """Who came, in order, and the team's active members by name: what the two queries say apart. One statement."""
    named = {"meeting_id": meeting.id, **reach_of(actor)}
    rows = db.session.execute(_there_and_members(), named).all()
    came = [row.CheckIn for row in rows if row.CheckIn is not None]
    return came, [row.Membership for row in rows if row.Membership is not None]


@cache
def _there_and_members() -> Select[CheckIn, Membership]:
    """Each check-in in the first turn, each member in the second: never a pair of them."""
    turn = union_all(select(literal(1).label("number")), select(literal(2))).subquery("turn")
    came, belongs = turn.c.number == 1, turn.c.number == 2
    who = aliased(Account)
    is_member = and_(belongs, Membership.team_id == Meeting.team_id, Membership.left_on.is_(None))
    return (
        select(CheckIn, Membership)
        .select_from(Meeting)
        .join(turn, true())
        .outerjoin(CheckIn, and_(came, CheckIn.meeting_id == Meeting.id))
        .outerjoin(Membership, is_member)
        .outerjoin(who, or_(who.id == CheckIn.account_id, who.id == Membership.account_id))
        .outerjoin(Person, Person.id == CheckIn.person_id)
        .where(
            Meeting.id == bindparam("meeting_id"),
            or_(belongs, CheckIn.person_id.is_(None), within_reach(ANYBODY)),
            or_(came, who.deactivated_at.is_(None)),
        )
        .options(contains_eager(CheckIn.account.of_type(who)), contains_eager(Membership.account.of_type(who)))
        .order_by(turn.c.number, CheckIn.created_at, CheckIn.id, who.name)
    )


def check_in(actor: Actor, meeting_id: UUID, check_in_id: UUID) -> CheckIn:
    """One check-in of a meeting. Raises NotFound for any other, and for people out of the actor's reach."""
    found = db.session.scalar(
        select(CheckIn)
        .outerjoin(Person, Person.id == CheckIn.person_id)
        .where(
            CheckIn.id == check_in_id,
            CheckIn.meeting_id == meeting_id,
            CheckIn.person_id.is_(None) | within_reach(actor),
        )
        .options(joinedload(CheckIn.account))
    )
    if found is None:
        raise NotFound
    return found

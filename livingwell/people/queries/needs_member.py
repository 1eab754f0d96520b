"""Whom a member supports, and who waits for the member's teams."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select, union_all

from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.people.models import Allocation, Episode, Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach
from livingwell.people.queries.striking import is_struck


def episodes_supported(actor: Actor) -> Sequence[tuple[Episode, Person]]:
    """Episodes that go on and in which the actor is key worker or peer, each person once, by name."""
    rows = db.session.execute(_SUPPORTED, reach_of(actor))
    first: dict[UUID, tuple[Episode, Person]] = {}
    for episode, person in rows:
        first.setdefault(person.id, (episode, person))
    return list(first.values())


def waiting_to_start(actor: Actor, most: int, count_to: int) -> tuple[Sequence[tuple[Episode, Person]], int]:
    """Those who have waited longest for one of the actor's teams, and how many wait, up to a number. One statement.

    Each team's list is read in its own order, so that no team's is read to the end.
    """
    teams = sorted(actor.team_ids)
    if not teams:
        return [], 0
    values = {f"team_{number}": team for number, team in enumerate(teams)}
    rows = db.session.execute(_waiting(len(teams), most, count_to), {**values, **reach_of(actor)}).all()
    return [(episode, person) for episode, person, _count in rows], min(rows[0][2], count_to) if rows else 0


# Put together once: that takes longer than to run them.
_SUPPORTED = (
    select(Episode, Person)
    .join(Allocation, Allocation.episode_id == Episode.id)
    .join(Person, Person.id == Episode.person_id)
    .where(
        Allocation.account_id == ANYBODY.account_id,
        Allocation.until_on.is_(None),
        Episode.ended_on.is_(None),
        ~is_struck(Episode),
        within_reach(ANYBODY),
    )
    .order_by(Person.preferred_name, Person.family_name, Person.id, Episode.referred_on)
)


@cache
def _waiting(teams: int, most: int, count_to: int) -> Select[Episode, Person, int]:
    waits = [_waits().where(Episode.team_id == bindparam(f"team_{number}")) for number in range(teams)]
    longest = union_all(*(select(each.limit(most).subquery()) for each in waits)).subquery()
    counted = union_all(*(select(each.limit(count_to).subquery()) for each in waits)).subquery()
    count = select(func.count()).select_from(counted).scalar_subquery()
    return (
        select(Episode, Person, count)
        .join(longest, longest.c.id == Episode.id)
        .join(Person, Person.id == Episode.person_id)
        .order_by(Episode.referred_on, Episode.id)
        .limit(most)
    )


def _waits() -> Select[UUID]:
    """Episodes of people within reach whose support has not begun, the longest wait first."""
    return (
        select(Episode.id)
        .join(Person, Person.id == Episode.person_id)
        .where(Episode.ended_on.is_(None), Episode.started_on.is_(None), ~is_struck(Episode), within_reach(ANYBODY))
        .order_by(Episode.referred_on, Episode.id)
    )

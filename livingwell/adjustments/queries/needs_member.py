"""Whom nobody has asked yet how to reach them: in as few statements for fifty people as for one."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Select, exists, func, select

from livingwell.adjustments.models import ContactPreferences
from livingwell.adjustments.models.asking import NEVER_ASKED
from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.people.models import Allocation, Episode, Person
from livingwell.people.queries.asks import ask
from livingwell.people.queries.deaths import has_died
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach
from livingwell.people.queries.striking import is_struck


def never_asked(actor: Actor, most: int) -> tuple[Sequence[Person], int]:
    """People whom the actor supports and who never told us how to reach them, by name, and how many they are.

    One statement.
    """
    rows = db.session.execute(_never_asked().limit(most), reach_of(actor)).all()
    return [person for person, _count in rows], rows[0][1] if rows else 0


@cache
def _never_asked() -> Select[Person, int]:
    supported = exists().where(
        Allocation.person_id == Person.id,
        Allocation.account_id == ANYBODY.account_id,
        Allocation.until_on.is_(None),
    )
    goes_on = exists().where(Episode.person_id == Person.id, Episode.ended_on.is_(None), ~is_struck(Episode))
    has_told = exists().where(ContactPreferences.person_id == Person.id, ~is_struck(ContactPreferences))
    return (
        select(Person, func.count().over())
        .where(
            supported.correlate(Person),
            goes_on.correlate(Person),
            ~has_told.correlate(Person),
            ~has_died(),
            within_reach(ANYBODY),
        )
        .order_by(Person.preferred_name, Person.family_name, Person.id)
    )


ASKS = (
    _never_asked()
    .with_only_columns(
        *ask(NEVER_ASKED, person_id=Person.id, row_id=Person.id, since=Person.created_at), maintain_column_froms=True
    )
    .order_by(None),
)
"""What is asked of a member, for `people.queries.asks`."""

"""Whom nobody has asked yet how to reach them: in as few statements for fifty people as for one."""

from functools import cache

from sqlalchemy import Select, exists, select

from livingwell.adjustments.models import ContactPreferences
from livingwell.adjustments.models.asking import NEVER_ASKED
from livingwell.people.models import Allocation, Episode, Person
from livingwell.people.queries.asks import ask
from livingwell.people.queries.deaths import has_died
from livingwell.people.queries.reach import ANYBODY, within_reach
from livingwell.people.queries.striking import is_struck


@cache
def _never_asked() -> Select[Person]:
    supported = exists().where(
        Allocation.person_id == Person.id,
        Allocation.account_id == ANYBODY.account_id,
        Allocation.until_on.is_(None),
    )
    goes_on = exists().where(Episode.person_id == Person.id, Episode.ended_on.is_(None), ~is_struck(Episode))
    has_told = exists().where(ContactPreferences.person_id == Person.id, ~is_struck(ContactPreferences))
    return select(Person).where(
        supported.correlate(Person),
        goes_on.correlate(Person),
        ~has_told.correlate(Person),
        ~has_died(),
        within_reach(ANYBODY),
    )


ASKS = (
    _never_asked().with_only_columns(
        *ask(NEVER_ASKED, person_id=Person.id, row_id=Person.id, since=Person.created_at), maintain_column_froms=True
    ),
)
"""What is asked of a member, for `people.queries.asks`."""

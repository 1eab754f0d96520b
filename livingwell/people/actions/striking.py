"""Striking out what was recorded in error. Nothing is deleted: it stays in the history, with the reason."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean
from livingwell.extensions import db
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import Episode, Struck
from livingwell.people.queries.own_reach import require_own_or
from livingwell.people.queries.reach import person_within_reach

signs_of_support: list[Callable[[UUID], bool]] = []
"""Whether something was done for the person: told by the packages above."""


@atomic()
def strike(row: Any, reason: str, actor: Actor) -> Struck:
    """Strike a row of a person's record out as recorded in error. The row needs an `id` and a `person_id`.

    Raises Invalid without a reason and Conflict where it was struck out already.
    """
    require(actor, Permission.CHANGE_PEOPLE)
    person_within_reach(actor, row.person_id)
    return _strike(row, reason, actor)


@atomic()
def strike_own(row: Any, reason: str, actor: Actor) -> Struck:
    """The same for what a person takes back of their own; a member may do it with them."""
    require_own_or(Permission.CHANGE_PEOPLE, actor, row.person_id)
    return _strike(row, reason, actor)


def _strike(row: Any, reason: str, actor: Actor) -> Struck:
    if not clean(reason):
        raise Invalid({"reason": "Say why this was recorded in error"})
    if isinstance(row, Episode):
        _require_untouched(row)
    if db.session.scalar(select(Struck.id).where(Struck.table_name == row.__tablename__, Struck.row_id == row.id)):
        raise Conflict("This was struck out already. Look at the history to see who did it and why.")
    struck = Struck(
        person_id=row.person_id,
        table_name=row.__tablename__,
        row_id=row.id,
        reason=clean(reason),
        struck_by_id=actor.account_id,
    )
    db.session.add(struck)
    record("strike_out", actor, row.person_id)
    return struck


def _require_untouched(episode: Episode) -> None:
    """Raise Conflict where support has begun and somebody has been in touch: then it was no mistake, and nothing but
    its own end takes the person off the team's list."""
    if episode.started_on is not None and any(shows(episode.person_id) for shows in signs_of_support):
        raise Conflict("Support has begun, so this can’t be struck out any more. End it under “Ending support”.")

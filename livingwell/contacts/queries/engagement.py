"""The engagement picture: counted by the database in one statement, with what the person asked in another."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, BigInteger, ColumnElement, Select, and_, bindparam, case, cast, extract, func, null, select
from sqlalchemy.orm import aliased

from livingwell.adjustments.models import ContactPreferences, WayPreference
from livingwell.contacts.models import AsAsked, Contact, ContactKind
from livingwell.contacts.models.engagement import RESULT_OF, SLOTS, Asked, Engagement, Mark, Result, Tally
from livingwell.core.actor import Side
from livingwell.core.clock import now
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import Allocation, AllocationRole, FromPerson, Person
from livingwell.people.queries.striking import is_struck

SHORTEST_SLOT = timedelta(days=1)


def engagement_of(person_id: UUID) -> Engagement:
    """How the person was reached, in two statements however many contacts there are.

    Counted are contacts that have been, and have an outcome; what was struck out counts nowhere.
    """
    until = now()
    values = {"person_id": person_id, "until": int(until.timestamp())}
    rows = db.session.execute(_COUNTS, values).all()
    told = db.session.execute(_ASKED, {"person_id": person_id}).all()
    asked, peer = _told(told)
    last = max((row.last_at for row in rows), default=until)
    return Engagement(
        tallies=[_tally(row) for row in rows if row.slot is None],
        marks=sorted((_mark(row) for row in rows if row.slot is not None), key=_in_time),
        asked=asked,
        peer=peer,
        until=max(until, last),
        slot_length=timedelta(seconds=rows[0].slot_seconds) if rows else SHORTEST_SLOT,
        sent=told[0].sent if told else 0,
        sent_last_at=told[0].sent_last_at if told else None,
    )


def result_in_sql() -> ColumnElement[Any]:
    """The Result of a contact, for the database to count by."""
    of_ours = case(
        {outcome.value: result.value for outcome, result in RESULT_OF.items()}, value=cast(Contact.outcome, db.String)
    )
    return case((Contact.kind == ContactKind.FROM_THE_PERSON, Result.FROM_THE_PERSON.value), else_=of_ours)


def _tally(row: Any) -> Tally:
    return Tally(row.way, AsAsked(row.as_asked), Result(row.result), row.count, row.first_at, row.last_at)


def _mark(row: Any) -> Mark:
    return Mark(row.way, AsAsked(row.as_asked), Result(row.result), row.count, row.first_at, row.last_at, row.slot)


def _in_time(mark: Mark) -> tuple[int, datetime]:
    return mark.slot, mark.first_at


def _told(rows: Sequence[Any]) -> tuple[list[Asked], str]:
    """What was told at each time, from a row for each way of each telling; and the peer's name, on every row."""
    tellings = groupby((row for row in rows if row.told_at), key=lambda row: (row.id, row.told_at))
    asked = [
        Asked(told_at, tuple((row.way, row.standing) for row in ways if row.way)) for (_id, told_at), ways in tellings
    ]
    return asked, (rows[0].peer or "") if rows else ""


def _counts() -> Any:
    """Two counts of the same contacts: as a whole, and slot by slot of the time line."""
    seen = _seen()
    length = _slot_lengths(seen)
    whole = _counted(seen, length, cast(null(), BigInteger))
    slot = (seen.c.second - length.c.first_second) // length.c.seconds
    return whole.union_all(_counted(seen, length, slot))


def _seen() -> CTE:
    return (
        select(
            Contact.way,
            Contact.as_asked,
            Contact.at,
            result_in_sql().label("result"),
            cast(extract("epoch", Contact.at), BigInteger).label("second"),
        )
        .where(Contact.person_id == bindparam("person_id"), Contact.outcome.is_not(None), ~is_struck(Contact))
        .cte("seen")
    )


def _slot_lengths(seen: CTE) -> CTE:
    """The line runs from the first contact until now; or on to an appointment that was cancelled beforehand."""
    first, last, until = func.min(seen.c.second), func.max(seen.c.second), bindparam("until", type_=BigInteger())
    end = case((last > until, last), else_=until)
    length, shortest = (end - first) // SLOTS + 1, int(SHORTEST_SLOT.total_seconds())
    seconds = case((length < shortest, shortest), else_=length)
    return select(first.label("first_second"), seconds.label("seconds")).cte("lengths")


def _counted(seen: CTE, length: CTE, slot: ColumnElement[Any]) -> Select[Any]:
    found = select(
        seen.c.way,
        seen.c.as_asked,
        seen.c.result,
        slot.label("slot"),
        func.count().label("count"),
        func.min(seen.c.at).label("first_at"),
        func.max(seen.c.at).label("last_at"),
        func.max(length.c.seconds).label("slot_seconds"),
    ).select_from(seen.join(length, db.true()))
    return found.group_by(seen.c.way, seen.c.as_asked, seen.c.result, slot.label("slot"))


def _asked() -> Select[Any]:
    """A row for each way of each telling; one row of nothing but the peer where nobody has asked yet."""
    told, said, peer, sender = ContactPreferences, WayPreference, aliased(Account), aliased(Account)
    name = (
        select(peer.name)
        .join(Allocation, Allocation.account_id == peer.id)
        .where(
            Allocation.person_id == bindparam("person_id"),
            Allocation.role == AllocationRole.PEER,
            Allocation.until_on.is_(None),
        )
        .order_by(Allocation.from_on.desc(), Allocation.id)
        .limit(1)
        .scalar_subquery()
    )
    is_theirs = and_(FromPerson.written_by_id == sender.id, sender.side == Side.PERSON)
    sent = and_(FromPerson.person_id == bindparam("person_id"), is_theirs)
    return (
        select(
            name.label("peer"),
            select(func.count()).where(sent).scalar_subquery().label("sent"),
            select(func.max(FromPerson.arrived_at)).where(sent).scalar_subquery().label("sent_last_at"),
            told.id,
            told.told_at,
            said.way,
            said.standing,
        )
        .select_from(Person)
        .outerjoin(told, and_(told.person_id == Person.id, ~is_struck(told)))
        .outerjoin(said, said.preferences_id == told.id)
        .where(Person.id == bindparam("person_id"))
        .order_by(told.told_at, told.created_at, told.id, said.position)
    )


# Built once: building them takes longer than running them.
_COUNTS, _ASKED = _counts(), _asked()

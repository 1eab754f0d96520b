"""Whose account it is, when they were born, and which way may be used to write to them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.carers.models import Carer
from livingwell.core.actor import Side
from livingwell.extensions import db
from livingwell.identity.models import Account, OwnAccess
from livingwell.people.models import OwnRecord, Person
from livingwell.people.queries.own_reach import own_accounts_of


def birth_dates(account_ids: Iterable[UUID]) -> Mapping[UUID, date | None]:
    """The date of birth that each account's owner is asked for: a person's from their record. Two statements."""
    wanted = list(account_ids)
    opened = select(OwnAccess.account_id, OwnAccess.born_on).where(OwnAccess.account_id.in_(wanted))
    recorded = (
        select(OwnRecord.account_id, Person.born_on)
        .join(Person, OwnRecord.person_id == Person.id)
        .join(Account, OwnRecord.account_id == Account.id)
        .where(OwnRecord.account_id.in_(wanted), Account.side == Side.PERSON)
    )
    found: dict[UUID, date | None] = {}
    for account_id, born_on in [*db.session.execute(opened), *db.session.execute(recorded)]:
        found[account_id] = born_on
    return found


def own_account_of(person_id: UUID) -> Account | None:
    """The account on the person's side, open or not."""
    return next(iter(own_accounts_of(person_id)), None)


def person_of(account_id: UUID) -> Person | None:
    """Whose account it is, on the person's side."""
    return db.session.scalar(
        select(Person)
        .join(OwnRecord, OwnRecord.person_id == Person.id)
        .where(OwnRecord.account_id == account_id)
        .options(joinedload(Person.death))
    )


def is_never_written_to(account: Account, way: Way) -> bool:
    """Whether they asked us never to use the way, or said that it is not safe. A person who has died is not either."""
    if account.side is Side.CARER:
        return any(way in carer.nevers for carer in _carers(account.id))
    person = person_of(account.id)
    if person is None or person.death is not None:
        return True
    preferences = preferences_of(person.id)
    said = preferences.about(way) if preferences else None
    return said is not None and said.standing.is_never


def _carers(account_id: UUID) -> Sequence[Carer]:
    return db.session.scalars(select(Carer).where(Carer.account_id == account_id)).all()

"""Whom somebody reaches who is not staff: their own record, or a topic that a person shares with a carer."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Select, literal, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Actor, Side
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import CarerLink, CarerReach, OwnRecord, Person, Topic
from livingwell.people.queries.deaths import has_died
from livingwell.people.queries.reach import person_within_reach


def own_person(actor: Actor) -> Person:
    """The person whose account this is. Raises NotFound for an account on any other side."""
    person: Person | None = None
    if actor.side is Side.PERSON:
        person = db.session.scalar(
            select(Person)
            .join(OwnRecord, OwnRecord.person_id == Person.id)
            .where(OwnRecord.account_id == actor.account_id)
            .options(joinedload(Person.death))
        )
    if person is None:
        raise NotFound
    return person


def own_accounts_of(person_id: UUID) -> Sequence[Account]:
    """The accounts on the person's side that are theirs, open or not."""
    return db.session.scalars(
        select(Account)
        .join(OwnRecord, OwnRecord.account_id == Account.id)
        .where(OwnRecord.person_id == person_id, Account.side == Side.PERSON)
        .order_by(Account.created_at)
    ).all()


def require_own(actor: Actor, person_id: UUID) -> Person:
    """The same, where it is this person. Raises NotFound for anybody else."""
    person = own_person(actor)
    if person.id != person_id:
        raise NotFound
    return person


def require_own_or(permission: Permission, actor: Actor, person_id: UUID) -> Person:
    """The person, for what they do themself or a member with the permission does for them.

    Raises Forbidden without the permission, NotFound out of reach.
    """
    if actor.side is Side.PERSON:
        require(actor, Permission.TAKE_PART)
        return require_own(actor, person_id)
    require(actor, permission)
    return person_within_reach(actor, person_id)


def person_cared_for(actor: Actor, person_id: UUID, topic: Topic | None) -> Person:
    """The person, where the carer may see the topic today; without one, where the carer may write to the team.

    Raises NotFound alike for what is not shared any more, for what never was, and for nobody.
    """
    sought = _shared_with(actor, topic).where(Person.id == person_id).options(joinedload(Person.death))
    person = db.session.scalar(sought)
    if person is None:
        raise NotFound
    return person


def people_cared_for(actor: Actor) -> Sequence[Person]:
    """Everybody about whom the carer may write to the team, by name, whether or not anything is shared."""
    return db.session.scalars(_shared_with(actor).order_by(Person.preferred_name, Person.id)).all()


def topics_shared(actor: Actor, person_id: UUID) -> frozenset[Topic]:
    """What the person shares with the carer today."""
    rows = db.session.scalars(
        select(CarerReach.topic).where(
            CarerReach.person_id == person_id,
            CarerReach.account_id == actor.account_id,
            CarerReach.until_on >= today(),
        )
    )
    return frozenset(rows) if actor.side is Side.CARER else frozenset()


def person_for_writing(actor: Actor, person_id: UUID) -> Person:
    """The person about whom this actor may keep a draft. Raises NotFound out of reach."""
    if actor.side is Side.PERSON:
        return require_own(actor, person_id)
    if actor.side is Side.CARER:
        return person_cared_for(actor, person_id, None)
    return person_within_reach(actor, person_id)


def _shared_with(actor: Actor, topic: Topic | None = None) -> Select[Person]:
    """Whoever is linked with the carer, and shares the topic today; nobody for an actor who is no carer's account.

    Once somebody has died nothing is shared any more: our duty of confidence goes on, and nobody can be asked again.
    """
    linked = select(CarerLink.person_id).where(CarerLink.account_id == actor.account_id)
    found = select(Person).where(Person.id.in_(linked), literal(actor.side is Side.CARER))
    if topic is None:
        return found
    shared = select(CarerReach.person_id).where(
        CarerReach.account_id == actor.account_id, CarerReach.topic == topic, CarerReach.until_on >= today()
    )
    return found.where(Person.id.in_(shared), ~has_died())


def carers_let_in(person_id: UUID, topics: Iterable[Topic]) -> Sequence[str]:
    """The names of the carers who may see one of these topics today."""
    sharing = select(CarerReach.account_id).where(
        CarerReach.person_id == person_id, CarerReach.topic.in_(sorted(topics)), CarerReach.until_on >= today()
    )
    active = Account.deactivated_at.is_(None)
    return db.session.scalars(select(Account.name).where(Account.id.in_(sharing), active).order_by(Account.name)).all()

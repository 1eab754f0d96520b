"""Putting a person on record, and correcting who they are."""

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.commands import Referral, RegisterPerson
from livingwell.people.models import Episode, NamePart, Person
from livingwell.people.models.searching import folded_parts
from livingwell.people.policy import require_in_team


@atomic()
def register_person(command: RegisterPerson, actor: Actor) -> Person:
    """Put somebody new on record, referred to a team of the actor's.

    Whether they are known already is asked before (`queries.duplicates`): two people may share a name and
    a date of birth, so it refuses nobody.
    """
    require_in_team(actor, Permission.REGISTER_PEOPLE, command.referral.team_id)
    person = new_person(command)
    record("register_person", actor, person.id)
    return person


def new_person(command: RegisterPerson) -> Person:
    """The rows of somebody new: for an action that checks and records, as registering and the import do."""
    person = Person(**asdict(command.details))
    db.session.add(person)
    db.session.flush()
    keep_findable(person)
    refer(person.id, command.referral)
    return person


def refer(person_id: UUID, referral: Referral) -> Episode:
    """A new episode of support: for an action that checks and records."""
    episode = Episode(
        person_id=person_id,
        team_id=referral.team_id,
        referred_on=referral.referred_on,
        referred_by=referral.referred_by,
        referral_reason=referral.reason,
    )
    db.session.add(episode)
    return episode


def keep_findable(person: Person) -> None:
    """Let a search find the person by the names they have now, and by no other."""
    wanted = folded_parts(person.preferred_name, person.given_name, person.family_name)
    kept = {part.folded: part for part in db.session.scalars(select(NamePart).where(NamePart.person_id == person.id))}
    for folded in kept.keys() - wanted:
        db.session.delete(kept[folded])
    db.session.add_all(NamePart(person_id=person.id, folded=folded) for folded in sorted(wanted - kept.keys()))

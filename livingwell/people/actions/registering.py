"""Putting a person on record, and correcting who they are."""

from dataclasses import asdict, fields
from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict
from livingwell.extensions import db
from livingwell.identity.permissions import Permission, require
from livingwell.people.commands import Details, EditDetails, Referral, RegisterPerson
from livingwell.people.models import Episode, NamePart, Person
from livingwell.people.models.searching import folded_parts
from livingwell.people.policy import require_in_team
from livingwell.people.queries.episodes import current_episode
from livingwell.people.queries.reach import person_within_reach


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


@atomic()
def refer_again(person_id: UUID, referral: Referral, actor: Actor) -> Person:
    """A second episode for somebody the actor reaches. Nothing on record is changed by it.

    Raises Conflict where the team supports the person already.
    """
    require_in_team(actor, Permission.REGISTER_PEOPLE, referral.team_id)
    person = person_within_reach(actor, person_id)
    if current_episode(person_id, [referral.team_id]):
        raise Conflict("Your team has a referral for this person already. Open their page to see where it stands.")
    refer(person_id, referral)
    record("refer_again", actor, person_id)
    return person


@atomic()
def edit_details(person: Person, command: EditDetails, actor: Actor) -> Person:
    """Correct who the person is and how to get in touch. Raises Stale where somebody else did so meanwhile."""
    require(actor, Permission.CHANGE_PEOPLE)
    person = person_within_reach(actor, person.id)
    person.require_version(command.row_version, as_typed(person))
    for name, value in asdict(command.details).items():
        setattr(person, name, value)
    keep_findable(person)
    record("edit_details", actor, person.id)
    return person


def as_typed(person: Person) -> dict[str, str]:
    """The person's details as text, by the names of the form's fields: for showing both when two people saved."""
    names = [field.name for field in fields(Details) if field.name not in ("born_on", "nhs_number_to_check")]
    return {name: getattr(person, name) or "" for name in names} | {"born_on": long_date(person.born_on)}


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

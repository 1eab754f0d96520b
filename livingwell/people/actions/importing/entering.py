"""The rows that somebody new, or a second episode of somebody known, is made of."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from livingwell.extensions import db
from livingwell.people.models import Arrival, Episode, ImportBatch, ImportedNote, ImportFingerprint, NamePart, Person
from livingwell.people.models.searching import folded_parts

COMMS_NEEDS = "Comms Needs, from an imported caseload"
KEY_WORKER = "Key Worker, from an imported caseload"


def enter_new(arrivals: Sequence[Arrival], batch: ImportBatch) -> Sequence[Person]:
    """Put everybody on record, referred to the file's team: in bulk, for an action that records."""
    people = [_person(arrival) for arrival in arrivals]
    db.session.add_all(people)
    db.session.flush()
    for person, arrival in zip(people, arrivals, strict=True):
        parts = folded_parts(*arrival.names)
        db.session.add_all(NamePart(person_id=person.id, folded=part) for part in sorted(parts))
        enter_referral(person.id, arrival, batch.team_id)
        enter_what_was_said(person.id, arrival, batch)
    return people


def enter_referral(person_id: UUID, arrival: Arrival, team_id: UUID) -> None:
    """The episode of support that the row asks for."""
    db.session.add(
        Episode(
            person_id=person_id,
            team_id=team_id,
            referred_on=arrival.referred_on,
            referred_by=arrival.referred_by,
            referral_reason=arrival.referral_reason,
        )
    )


def enter_what_was_said(person_id: UUID, arrival: Arrival, batch: ImportBatch) -> None:
    """What the row says about support, word for word, and that this row was taken in.

    A key worker's name in a file makes nobody key worker: it is kept to be looked at, as it stood there.
    """
    for said, source in ((arrival.comms_needs, COMMS_NEEDS), (arrival.key_worker, KEY_WORKER)):
        if said:
            db.session.add(ImportedNote(person_id=person_id, said=said, source=source))
    db.session.add(
        ImportFingerprint(
            team_id=batch.team_id, fingerprint=arrival.fingerprint, person_id=person_id, batch_id=batch.id
        )
    )


def _person(arrival: Arrival) -> Person:
    return Person(
        id=uuid4(),
        preferred_name=arrival.preferred_name,
        given_name=arrival.given_name,
        family_name=arrival.family_name,
        pronouns=arrival.pronouns,
        born_on=arrival.born_on,
        nhs_number=arrival.nhs_number or None,
        nhs_number_to_check=arrival.number_to_check,
        mobile=arrival.mobile,
        email=arrival.email,
        postcode=arrival.postcode,
        gp_practice=arrival.gp_practice,
    )

"""What every change of a passport begins with."""

from uuid import UUID

from livingwell.extensions import db
from livingwell.passports.models import Passport
from livingwell.passports.queries.passport import passport_of
from livingwell.people.queries.locking import hold_person


def passport_to_change(person_id: UUID) -> Passport:
    """The person's passport, begun now where there was none. Nobody else changes it until the action ends."""
    hold_person(person_id)
    passport = passport_of(person_id)
    if passport is None:
        passport = Passport(person_id=person_id, number=0)
        db.session.add(passport)
    else:
        db.session.refresh(passport)
    return passport

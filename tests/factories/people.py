"""People and episodes for tests."""

from dataclasses import asdict
from datetime import date, timedelta

from livingwell.audit import record
from livingwell.carers.models import Carer, HowTold, SharingAgreement, SharingKind
from livingwell.core.actor import Actor, Side, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.identity.models import Account, Team
from livingwell.people.actions.arriving import answer_arrival
from livingwell.people.actions.registering import keep_findable, refer
from livingwell.people.commands import Details, Referral
from livingwell.people.models import (
    ArrivalAnswer,
    CarerLink,
    CarerReach,
    FromPerson,
    ImportedNote,
    KnownElsewhere,
    OwnRecord,
    Person,
    Topic,
)
from tests.factories.identity import make_account_on


@atomic()
def make_person(
    preferred_name: str = "Amara",
    family_name: str = "Osei",
    *,
    team: Team | None = None,
    born_on: date = date(1997, 3, 14),
    nhs_number: str | None = None,
    given_name: str | None = None,
    number_to_check: str = "",
    referred_days_ago: int = 40,
    is_accepted: bool = True,
    is_started: bool = True,
) -> Person:
    """A person; with a team, also an episode of support with it."""
    referred = today() - timedelta(days=referred_days_ago)
    details = Details(
        preferred_name=preferred_name,
        given_name=given_name or preferred_name,
        family_name=family_name,
        born_on=born_on,
        nhs_number=nhs_number,
        nhs_number_to_check=number_to_check,
    )
    person = Person(**asdict(details))
    db.session.add(person)
    db.session.flush()
    keep_findable(person)
    if team is not None:
        episode = refer(person.id, Referral(team.id, referred, "GP"))
        episode.accepted_on = referred + timedelta(days=2) if is_accepted or is_started else None
        episode.started_on = referred + timedelta(days=5) if is_started else None
    record("make_person", the_system("tests"), person.id)
    return person


@atomic()
def make_note(person: Person, said: str = "Prefers texts", source: str = "caseload-export.csv") -> ImportedNote:
    """What an import said about how to support the person."""
    note = ImportedNote(person_id=person.id, said=said, source=source)
    db.session.add(note)
    record("make_note", the_system("tests"), person.id)
    return note


@atomic()
def make_request(person: Person, knowing: Team, asking: Team, asked_by: Account) -> KnownElsewhere:
    """A team asks whether another knows the person."""
    request = KnownElsewhere(
        person_id=person.id,
        asking_team_id=asking.id,
        knowing_team_id=knowing.id,
        asked_by_id=asked_by.id,
        referred_on=today(),
        referred_by="GP",
        given_details={},
    )
    db.session.add(request)
    record("make_request", the_system("tests"), person.id)
    return request


@atomic()
def make_own_account(person: Person) -> Account:
    """The person's own account."""
    account = make_account_on(Side.PERSON, person.name)
    db.session.add(OwnRecord(person_id=person.id, account_id=account.id))
    record("make_own_account", the_system("tests"), person.id)
    return account


@atomic()
def make_carer_account(person: Person, *topics: Topic, name: str = "Efua Osei") -> Account:
    """A carer's account, which the person lets see these topics for a year. Without topics it may only write."""
    account = make_account_on(Side.CARER, name)
    carer = Carer(person_id=person.id, name=name, account_id=account.id)
    carer.sign(the_system("tests"))
    db.session.add_all([carer, CarerLink(person_id=person.id, account_id=account.id)])
    until_on = today() + timedelta(days=365)
    db.session.flush()  # the carer gets an id
    for topic in topics:
        db.session.add(CarerReach(person_id=person.id, account_id=account.id, topic=topic, until_on=until_on))
        agreed = SharingAgreement(
            person_id=person.id,
            carer_id=carer.id,
            topic=topic,
            number=1,
            kind=SharingKind.GIVEN,
            told_on=today(),
            how=HowTold.PHONE,
            review_on=until_on,
        )
        agreed.sign(the_system("tests"))
        db.session.add(agreed)
    record("make_carer_account", the_system("tests"), person.id)
    return account


def make_arrival_answer(person: Person, actor: Actor, words: str = "Yes, in the park.") -> ArrivalAnswer:
    """What a member answered to something that the person sent."""
    return answer_arrival(person, make_arrival(person).id, words, actor)


@atomic()
def make_arrival(person: Person, words: str = "Can we meet outside?", kind: str = "message") -> FromPerson:
    """Something that the person sent from their own side."""
    arrival = FromPerson(person_id=person.id, kind=kind, words=words, written_by=person.name)
    db.session.add(arrival)
    record("make_arrival", the_system("tests"), person.id)
    return arrival

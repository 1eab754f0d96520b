"""People and episodes for tests."""

from datetime import date, timedelta

from livingwell.audit import record
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.text import fold
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.models import Episode, NamePart, Person


@atomic()
def make_person(
    preferred_name: str = "Amara",
    family_name: str = "Osei",
    *,
    team: Team | None = None,
    born_on: date = date(1997, 3, 14),
    nhs_number: str | None = None,
    given_name: str | None = None,
    referred_days_ago: int = 40,
    is_accepted: bool = True,
    is_started: bool = True,
) -> Person:
    """A person; with a team, also an episode of support with it."""
    person = Person(
        preferred_name=preferred_name,
        given_name=given_name or preferred_name,
        family_name=family_name,
        born_on=born_on,
        nhs_number=nhs_number,
    )
    db.session.add(person)
    db.session.flush()
    words = {word for name in (preferred_name, person.given_name, family_name) for word in fold(name).split()}
    db.session.add_all(NamePart(person_id=person.id, folded=word) for word in sorted(words))
    if team is not None:
        referred = today() - timedelta(days=referred_days_ago)
        db.session.add(
            Episode(
                person_id=person.id,
                team_id=team.id,
                referred_on=referred,
                referred_by="GP",
                accepted_on=referred + timedelta(days=2) if is_accepted or is_started else None,
                started_on=referred + timedelta(days=5) if is_started else None,
            )
        )
    record("make_person", the_system("tests"), person.id)
    return person

"""Support that has ended, and what was chosen for afterwards, for tests of whether it landed."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.careplans.models import WhoseWords
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.journeys.actions.landing import plan_landing_checks
from livingwell.journeys.models import (
    Choice,
    Destination,
    DestinationChoice,
    EndingKind,
    LandingCheck,
    OnwardJourney,
)
from livingwell.people.models import Allocation, AllocationRole, Episode, Person
from tests.factories.closing import end_support


@atomic()
def make_chosen(
    person: Person, actor: Actor, name: str = "Ancoats Photo Walks", *, service_id: UUID | None = None
) -> Destination:
    """A place that the person chose to go on to."""
    journey = _journey(person, actor)
    destination = Destination(
        person_id=person.id,
        journey_id=journey.id,
        name=name,
        service_id=service_id,
        whose_words=WhoseWords.PERSON,
        said_on=today(),
    )
    destination.sign(actor)
    choice = DestinationChoice(
        person_id=person.id, number=1, said=Choice.CHOSEN, is_persons=True, chosen_on=today(), destination_id=None
    )
    choice.sign(actor)
    destination.choices = [choice]
    db.session.add(destination)
    record("make_chosen", actor, person.id)
    return destination


def plan_checks(
    person: Person, actor: Actor, kind: EndingKind = EndingKind.GOALS_REACHED, on: date | None = None
) -> list[LandingCheck]:
    """Support has ended, and the checks are planned."""
    return plan_landing_checks(end_support(person, on, kind), actor)


@atomic()
def make_last_key_worker(person: Person, actor: Actor) -> None:
    """The actor was key worker until support ended."""
    db.session.add(
        Allocation(
            episode_id=_episode(person).id,
            person_id=person.id,
            account_id=actor.account_id,
            role=AllocationRole.KEY_WORKER,
            from_on=today(),
            until_on=today(),
        )
    )
    record("allocate", actor, person.id)


def _episode(person: Person) -> Episode:
    return db.session.scalars(select(Episode).where(Episode.person_id == person.id)).one()


def _journey(person: Person, actor: Actor) -> OnwardJourney:
    episode_id = _episode(person).id
    journey = db.session.scalar(select(OnwardJourney).where(OnwardJourney.episode_id == episode_id))
    if journey is None:
        journey = OnwardJourney(person_id=person.id, episode_id=episode_id, started_on=today())
        journey.sign(actor)
        db.session.add(journey)
        db.session.flush()
    return journey

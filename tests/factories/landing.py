"""Support that has ended, and what was chosen for afterwards, for tests of whether it landed."""

import secrets
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.careplans.models import WhoseWords
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.extensions import db
from livingwell.identity.models import hash_of_token
from livingwell.journeys.actions.landing import new_answer, plan_landing_checks
from livingwell.journeys.actions.landing_replies import press_landing
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.models import (
    Choice,
    Closure,
    ClosureProposal,
    Destination,
    DestinationChoice,
    EndingKind,
    Landed,
    LandingAnswer,
    LandingAsking,
    LandingCheck,
    OnwardJourney,
)
from livingwell.journeys.queries.landing import check_of, checks_of
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
def make_check(person: Person, actor: Actor) -> LandingCheck:
    """A check that is due, beside support that goes on: for what needs one and asks nothing else of the record."""
    proposal = ClosureProposal(
        person_id=person.id, episode_id=_episode(person).id, kind=EndingKind.GOALS_REACHED, ended_at=now()
    )
    proposal.sign(actor)
    db.session.add(proposal)
    db.session.flush()  # the proposal gets its id
    closure = Closure(
        person_id=person.id,
        episode_id=proposal.episode_id,
        proposal_id=proposal.id,
        kind=proposal.kind,
        closed_on=today() - timedelta(weeks=2),
    )
    closure.sign(actor)
    check = LandingCheck(person_id=person.id, closure=closure, weeks=2, due_on=today(), answers=[], askings=[])
    db.session.add(check)
    record("make_check", actor, person.id)
    return check


def make_landing_answer(person: Person, actor: Actor, landed: Landed = Landed.NOT_WORKING) -> LandingAnswer:
    """What the person said to a check, which waits for somebody to look at it."""
    check = check_in(person, actor)
    with atomic():
        answer = new_answer(check_of(person.id, check.id), AnswerLanding(landed), the_system("tests"))
        record("make_landing_answer", actor, person.id)
    return answer


@atomic()
def make_landing_link(person: Person, actor: Actor) -> str:
    """The token of an e-mail that asks how it is going: about the first check that was not asked yet, or one more."""
    token, check = secrets.token_urlsafe(24), check_in(person, actor)
    if check_of(person.id, check.id).askings:
        check = LandingCheck(person_id=person.id, closure_id=check.closure_id, weeks=check.weeks, due_on=check.due_on)
        db.session.add(check)
        db.session.flush()  # the check gets its id
    asking = LandingAsking(
        person_id=person.id,
        check_id=check.id,
        number=1,
        way=Way.EMAIL,
        asked_at=now(),
        token_hash=hash_of_token(token),
    )
    db.session.add(asking)
    record("make_landing_link", actor, person.id)
    return token


def make_pressed_landing_link(person: Person, actor: Actor) -> str:
    """One by which the person has answered that it is not working."""
    token = make_landing_link(person, actor)
    press_landing(token, Landed.NOT_WORKING)
    return token


@atomic()
def give_up(person: Person) -> None:
    """The person was asked as often as we ask, and did not answer."""
    check = checks_of(person.id)[0]
    check.given_up_at = now()
    record("give_up_landing", the_system("tests"), person.id)


def check_in(person: Person, actor: Actor) -> LandingCheck:
    """The person’s first check; made when it is first asked for."""
    there = checks_of(person.id)
    return there[0] if there else make_check(person, actor)


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

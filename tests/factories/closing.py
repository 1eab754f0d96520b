"""Support that ends, for tests."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.contacts.actions import record_outcome
from livingwell.contacts.commands import Because, RecordOutcome
from livingwell.contacts.models import Outcome
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed, today
from livingwell.extensions import db
from livingwell.journeys.actions.proposing import answer_point, propose_closure
from livingwell.journeys.closing_commands import AnswerPoint, ProposeClosure
from livingwell.journeys.models import Closure, ClosurePoint, ClosureProposal, EndingKind
from livingwell.people.models import Episode, Person
from livingwell.people.queries.episodes import allocations_in
from tests.factories.contacts import make_appointment, make_contact, tell_preferences


def episode_in(person: Person) -> Episode:
    """The person's one episode that goes on."""
    found = select(Episode).where(Episode.person_id == person.id, Episode.ended_on.is_(None))
    return db.session.scalars(found).one()


def make_proposal(
    person: Person, actor: Actor, kind: EndingKind = EndingKind.GOALS_REACHED, **given: str
) -> ClosureProposal:
    """Somebody proposes to end support."""
    return propose_closure(episode_in(person), ProposeClosure(kind, **given), actor)


@atomic()
def end_support(person: Person, on: date | None = None, kind: EndingKind = EndingKind.GOALS_REACHED) -> Closure:
    """Support has ended, as the rows that an end leaves: nobody's right to it is asked, and nothing is planned."""
    system, episode = the_system("tests"), episode_in(person)
    proposal = ClosureProposal(person_id=person.id, episode_id=episode.id, kind=kind, answers=[], ready_answers=[])
    proposal.sign(system)
    db.session.add(proposal)
    db.session.flush()  # the proposal gets its id
    closure = proposal.complete()
    closure.closed_on = on or today()
    closure.sign(system)
    db.session.add(closure)
    episode.end(closure.closed_on)
    for allocation in allocations_in(episode.id):
        allocation.end(closure.closed_on)
    record("end_support", system, person.id)
    return closure


def phone_against_wish(person: Person, actor: Actor, at: datetime) -> None:
    """They asked us never to phone, a month before; and we phoned all the same."""
    with fixed(at - timedelta(days=30)):
        tell_preferences(person, actor)
    with fixed(at):
        make_contact(person, actor, Way.PHONE, Outcome.NO_ANSWER, because=Because("It was the number on the old list."))


def try_their_way(person: Person, actor: Actor, at: datetime) -> None:
    """A text, and a visit two days later where nobody was in: both as they asked."""
    with fixed(at):
        make_contact(person, actor, Way.TEXT, Outcome.SENT)
        visit = make_appointment(person, actor, at + timedelta(days=2))
    with fixed(at + timedelta(days=2, hours=1)):
        record_outcome(visit, RecordOutcome(Outcome.MISSED), actor)


def answer_every_point(proposal: ClosureProposal, actor: Actor) -> None:
    """A named person answers each, in words."""
    for point in ClosurePoint:
        answer_point(proposal, AnswerPoint(point, "We thought of it together, and wrote it down."), actor)

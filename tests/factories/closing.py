"""Support that ends, for tests."""

from datetime import date

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.journeys.actions.proposing import propose_closure
from livingwell.journeys.closing_commands import ProposeClosure
from livingwell.journeys.models import Closure, ClosureProposal, EndingKind
from livingwell.people.models import Episode, Person
from livingwell.people.queries.episodes import allocations_in


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

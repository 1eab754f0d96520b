"""Support that ends, for tests."""

from datetime import date, timedelta

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


def episode_in(person: Person) -> Episode:
    """The person's one episode."""
    return db.session.scalars(select(Episode).where(Episode.person_id == person.id)).one()


def make_proposal(
    person: Person, actor: Actor, kind: EndingKind = EndingKind.GOALS_REACHED, **given: str
) -> ClosureProposal:
    """Somebody proposes to end support."""
    return propose_closure(episode_in(person), ProposeClosure(kind, **given), actor)


@atomic()
def end_support(person: Person, days_ago: int = 0, kind: EndingKind = EndingKind.GOALS_REACHED) -> Closure:
    """Support ended so long ago, with the rows that an end leaves, and nobody whose right to it is asked."""
    on: date = today() - timedelta(days=days_ago)
    system, episode = the_system("tests"), episode_in(person)
    proposal = ClosureProposal(person_id=person.id, episode_id=episode.id, kind=kind, answers=[], ready_answers=[])
    proposal.sign(system)
    db.session.add(proposal)
    db.session.flush()  # the proposal gets its id
    closure = proposal.complete()
    closure.closed_on = on
    closure.sign(system)
    db.session.add(closure)
    episode.end(on)
    record("end_support", system, person.id)
    return closure

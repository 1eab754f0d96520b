"""Ending support: once, and never for lost contact before it was tried the person's way."""

from livingwell.audit import record
from livingwell.contacts.actions.calling_off import call_off
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict
from livingwell.core.text import clean, require_words
from livingwell.discussions.actions.agenda import ask_for_discussion
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions.landing import plan_landing_checks
from livingwell.journeys.actions.proposing import propose, require_episode, say_ready, withdraw_open
from livingwell.journeys.closing_commands import LetGo, ProposeClosure, SayReady
from livingwell.journeys.models import Closure, ClosureProposal, EndingKind, ReadyKind
from livingwell.journeys.models.lost_contact import LostContact
from livingwell.journeys.models.lost_contact import NotTheirWayYet as NotTheirWayYet
from livingwell.journeys.queries.closures import closure_of, proposal_of
from livingwell.journeys.queries.lost_contact import lost_contact_of
from livingwell.journeys.queries.waiting_to_go import appointments_of_team
from livingwell.people.actions.deaths import record_death
from livingwell.people.actions.episodes import end_episode
from livingwell.people.commands import RecordDeath
from livingwell.people.models import Episode, Person
from livingwell.people.policy import require_lead
from livingwell.people.queries.deaths import death_of
from livingwell.people.queries.locking import hold_person

ENDED_ANYWAY = "Support was ended for lost contact although it was not ready: {why}"


@atomic()
def complete_closure(proposal: ClosureProposal, actor: Actor) -> Closure:
    """Support ends today, as proposed. Of two who press at once one ends it, and the other is told.

    Raises NotTheirWayYet for lost contact that was not tried the person's way, Conflict for a proposal that doesn't
    stand any more, or where support has ended.
    """
    proposal, episode = _held(proposal, actor)
    if proposal.kind is EndingKind.LOST_CONTACT:
        _facts(proposal, episode).require_ready()
    return _close(proposal, episode, actor)


@atomic()
def end_anyway(proposal: ClosureProposal, why: str, actor: Actor) -> Closure:
    """A lead of that team ends support for lost contact although it is not ready, and says why, for ever.

    The next meeting talks about it. Raises Forbidden for anybody else, Conflict where nothing stands against ending it.
    """
    why = require_words(clean(why), "why", "Say why support is to end although this is not done")
    proposal, episode = _held(proposal, actor)
    require_lead(actor, Permission.OVERRIDE_ENDING, episode.team_id)
    if proposal.kind is not EndingKind.LOST_CONTACT or not _facts(proposal, episode).lacks:
        raise Conflict("Nothing stands against ending support. End it on its own page, without a reason.")
    closure = _close(proposal, episode, actor, overridden_why=why)
    record("end_anyway", actor, episode.person_id)
    words = ENDED_ANYWAY.format(why=why)[:500]
    ask_for_discussion(episode.person_id, episode.team_id, actor.name, words, actor)
    return closure


def require_may_override(proposal: ClosureProposal, actor: Actor) -> None:
    """Raise Forbidden unless the actor leads the team of this very episode."""
    require_lead(actor, Permission.OVERRIDE_ENDING, require_episode(proposal, actor).team_id)


@atomic()
def let_go(person: Person, episode: Episode, command: LetGo, actor: Actor) -> Closure:
    """The person wants to stop: support ends at once, and nothing is required. What else was proposed is withdrawn.

    That it was they who decided is on record, with how they told us.
    """
    proposed = ProposeClosure(EndingKind.OWN_DECISION, words=command.words, discussion_id=command.discussion_id)
    episode, proposal = _at_once(person, episode, proposed, "They decided to stop.", actor)
    say_ready(proposal, SayReady(ReadyKind.YES, command.words, command.how), actor)
    return _close(proposal, episode, actor)


@atomic()
def close_after_death(person: Person, episode: Episode, death: RecordDeath | None, actor: Actor) -> Closure:
    """Somebody has died: it is written down, what waits is cancelled, and support ends. Carers' support stays.

    `death` is none where it is on record already. Raises Conflict where nobody has written it down.
    """
    require_episode(episode, actor)
    hold_person(person.id)
    if death is not None:
        record_death(person, death, actor)
    elif death_of(person.id) is None:
        raise Conflict("Write down first who told us that they have died.")
    episode, proposal = _at_once(person, episode, ProposeClosure(EndingKind.DIED), "They have died.", actor)
    return _close(proposal, episode, actor)


def _at_once(
    person: Person, episode: Episode, command: ProposeClosure, why: str, actor: Actor
) -> tuple[Episode, ClosureProposal]:
    """The proposal that takes the place of any other."""
    episode = require_episode(episode, actor)
    hold_person(person.id)
    withdraw_open(episode, why, actor)
    return episode, propose(episode, command, actor)


def _held(proposal: ClosureProposal, actor: Actor) -> tuple[ClosureProposal, Episode]:
    """The proposal and its episode as they stand now that nobody else can change them."""
    hold_person(proposal.person_id)
    proposal = proposal_of(proposal.person_id, proposal.id)
    episode = require_episode(proposal, actor)
    done = closure_of(episode.id)
    if done is not None:
        raise Conflict(f"{done.written_by} has ended support already, on {long_date(done.closed_on)}.")
    proposal.require_open()
    if death_of(proposal.person_id) is not None and proposal.kind is not EndingKind.DIED:
        raise Conflict("We have heard that they have died. Withdraw this, and end support on its own page.")
    return proposal, episode


def _facts(proposal: ClosureProposal, episode: Episode) -> LostContact:
    return lost_contact_of(episode, proposal.answered)


def _close(proposal: ClosureProposal, episode: Episode, actor: Actor, *, overridden_why: str = "") -> Closure:
    closure = proposal.complete(overridden_why=overridden_why)
    closure.sign(actor)
    db.session.add(closure)
    record("complete_closure", actor, episode.person_id)
    end_episode(episode, actor)
    call_off(appointments_of_team(episode), actor)
    plan_landing_checks(closure, actor)
    return closure

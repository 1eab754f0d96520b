"""Proposing to end support, what the person says to it, and what named persons answer to its points."""

from sqlalchemy import exists, select

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.core.text import clean, require_words
from livingwell.discussions.actions.agenda import ask_for_discussion
from livingwell.discussions.models import AgendaRequest, CaseDiscussion
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.journeys.closing_commands import AnswerPoint, ProposeClosure, SayReady
from livingwell.journeys.models import (
    Closure,
    ClosureAnswer,
    ClosureProposal,
    EndingKind,
    ReadyAnswer,
    ReadyKind,
)
from livingwell.journeys.queries.closures import proposal_in, proposal_of
from livingwell.journeys.queries.lost_contact import is_view_asked_for
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.models import Episode, EpisodeStage
from livingwell.people.policy import require_in_team
from livingwell.people.queries.deaths import death_of
from livingwell.people.queries.episodes import episode_of
from livingwell.people.queries.locking import hold_person
from livingwell.people.queries.own_reach import require_own_or
from livingwell.people.queries.reach import person_within_reach

VIEW_WANTED = "Before support ends for lost contact: a lived-experience view"

AT_ONCE = (EndingKind.OWN_DECISION, EndingKind.DIED)
"""Nobody waits with these: they are not proposed, they are done."""


@atomic()
def propose_closure(episode: Episode, command: ProposeClosure, actor: Actor) -> ClosureProposal:
    """Propose to end support. Raises Conflict while something else is proposed, Invalid where it says too little."""
    episode = require_episode(episode, actor)
    hold_person(episode.person_id)
    if command.kind in AT_ONCE:
        raise Conflict("This is not proposed: support ends at once.")
    return propose(episode, command, actor)


@atomic()
def withdraw_proposal(proposal: ClosureProposal, why: str, actor: Actor) -> None:
    """Support is not to end after all, and why. Proposing another kind begins with this."""
    require_episode(proposal, actor)
    hold_person(proposal.person_id)
    proposal_of(proposal.person_id, proposal.id).withdraw(clean(why))
    record("withdraw_closure", actor, proposal.person_id)


@atomic()
def say_ready(proposal: ClosureProposal, said: SayReady, actor: Actor) -> ReadyAnswer:
    """What the person says to "are you ready for this?": themself, or as told to a member; or why nobody could ask."""
    require_own_or(Permission.END_SUPPORT, actor, proposal.person_id)
    proposal = proposal_of(proposal.person_id, proposal.id)
    proposal.require_open()
    words = clean(said.words)
    if said.kind is ReadyKind.COULD_NOT_ASK:
        if actor.side is Side.PERSON:
            raise Invalid({"kind": "Choose an answer"})
        require_words(words, "words", "Say why they could not be asked")
    on = said.on or today()
    if on > today():
        raise Invalid({"on": "The day must be today or in the past"})
    answer = ReadyAnswer(
        person_id=proposal.person_id,
        proposal_id=proposal.id,
        kind=said.kind,
        words=words,
        how=said.how,
        answered_on=on,
    )
    answer.sign(actor)
    proposal.ready_answers.append(answer)
    db.session.flush()  # the answer gets its id
    note_arrival(proposal.person_id, "ending.answer", words, actor, answer.id)
    record("answer_about_ending", actor, proposal.person_id)
    return answer


@atomic()
def answer_point(proposal: ClosureProposal, given: AnswerPoint, actor: Actor) -> ClosureAnswer:
    """A named person's words to one point. An earlier answer stays in the history."""
    require_episode(proposal, actor)
    proposal = proposal_of(proposal.person_id, proposal.id)
    proposal.require_open()
    words = require_words(clean(given.words), "words", "Write what was done, or what is known")
    answer = ClosureAnswer(person_id=proposal.person_id, proposal_id=proposal.id, point=given.point, words=words)
    answer.sign(actor)
    proposal.answers.append(answer)
    record("answer_closure_point", actor, proposal.person_id)
    return answer


@atomic()
def ask_for_view(proposal: ClosureProposal, actor: Actor) -> AgendaRequest:
    """The next agenda proposes to talk about it. Raises Conflict while somebody has asked for that already."""
    episode = require_episode(proposal, actor)
    proposal_of(proposal.person_id, proposal.id).require_open()
    hold_person(episode.person_id)
    if is_view_asked_for(episode):
        raise Conflict("Somebody has asked for this already. The next agenda proposes it.")
    return ask_for_discussion(episode.person_id, episode.team_id, actor.name, VIEW_WANTED, actor)


def propose(episode: Episode, command: ProposeClosure, actor: Actor) -> ClosureProposal:
    """The proposal itself: for an action that holds the person."""
    _require_possible(episode, command)
    proposal = ClosureProposal(
        person_id=episode.person_id,
        episode_id=episode.id,
        discussion_id=command.discussion_id,
        kind=command.kind,
        to_where=clean(command.to_where),
        words=clean(command.words),
        answers=[],
        ready_answers=[],
    )
    proposal.sign(actor)
    db.session.add(proposal)
    record("propose_closure", actor, episode.person_id)
    return proposal


def withdraw_open(episode: Episode, why: str, actor: Actor) -> None:
    """Withdraw whatever is proposed: for an action that holds the person."""
    before = proposal_in(episode.id)
    if before is not None:
        before.withdraw(why)
        record("withdraw_closure", actor, episode.person_id)


def require_episode(about: Episode | ClosureProposal, actor: Actor) -> Episode:
    """The episode as it stands now, of a team of the actor's and a person within reach."""
    person_within_reach(actor, about.person_id)
    episode_id = about.id if isinstance(about, Episode) else about.episode_id
    episode = episode_of(about.person_id, episode_id)
    require_in_team(actor, Permission.END_SUPPORT, episode.team_id)
    return episode


def _require_possible(episode: Episode, command: ProposeClosure) -> None:
    if episode.stage is EpisodeStage.CLOSED or _is_closed(episode):
        raise Conflict("Support has ended already. See how, and the way back.")
    if episode.stage is EpisodeStage.REFERRED and command.kind not in AT_ONCE:
        raise Conflict("This referral is still waiting. A discussion accepts it or turns it away.")
    if proposal_in(episode.id) is not None:
        raise Conflict("Somebody has proposed already to end support. See what they wrote.")
    if command.kind is not EndingKind.DIED and death_of(episode.person_id) is not None:
        raise Conflict("We have heard that they have died. End support on its own page.")
    if command.kind.says_where and not clean(command.to_where):
        raise Invalid({"to_where": "Enter where they go on to"})
    if command.discussion_id is not None:
        _require_own_discussion(episode, command)


def _is_closed(episode: Episode) -> bool:
    return bool(db.session.scalar(select(exists().where(Closure.episode_id == episode.id))))


def _require_own_discussion(episode: Episode, command: ProposeClosure) -> None:
    is_theirs = exists().where(
        CaseDiscussion.id == command.discussion_id, CaseDiscussion.person_id == episode.person_id
    )
    if not db.session.scalar(select(is_theirs)):
        raise NotFound

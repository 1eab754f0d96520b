"""An episode of support, from its referral to its end."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Invalid
from livingwell.extensions import db
from livingwell.identity.permissions import Permission, require
from livingwell.identity.queries.teams import is_in_team
from livingwell.people.commands import TurnAway
from livingwell.people.models import Allocation, AllocationRole, Episode, EpisodeStage, ImportedNote
from livingwell.people.policy import require_in_team, require_lead
from livingwell.people.queries.episodes import allocations_in, episode_of, episodes_to_accept
from livingwell.people.queries.reach import person_within_reach


@atomic()
def accept_referrals(episode_ids: Iterable[UUID], actor: Actor) -> Sequence[Episode]:
    """Take on every one of these that still waits; those that another lead accepted meanwhile are left as they are.

    Raises Forbidden where one is of a team that the actor doesn't lead.
    """
    require(actor, Permission.ACCEPT_REFERRALS)
    waiting = [episode for episode in episodes_to_accept(episode_ids, actor) if episode.stage is EpisodeStage.REFERRED]
    for episode in waiting:
        require_lead(actor, Permission.ACCEPT_REFERRALS, episode.team_id)
        episode.accept(today())
        record("accept_referral", actor, episode.person_id)
    return waiting


@atomic()
def start_support(episode: Episode, actor: Actor) -> Episode:
    """Support has begun today."""
    episode = _own(episode, actor, Permission.CHANGE_PEOPLE)
    episode.start(today())
    record("start_support", actor, episode.person_id)
    return episode


@atomic()
def turn_away_referral(episode: Episode, command: TurnAway, actor: Actor) -> Episode:
    """Close the referral, as a discussion decided: called by the discussion's own action, and by nothing else.

    Raises Conflict where it is not waiting, or where one of the three facts is missing.
    """
    episode = _own(episode, actor, Permission.DISCUSS)
    episode.turn_away(
        today(), helped_instead_by=command.helped_instead_by, told_by=command.told_by, way_back=command.way_back
    )
    for allocation in allocations_in(episode.id):
        allocation.end(today())
    record("turn_away_referral", actor, episode.person_id)
    return episode


@atomic()
def end_episode(episode: Episode, actor: Actor) -> Episode:
    """Support ends today, and with it whose key worker and peer it was: called by a closure, and by nothing else.

    Raises Conflict where it has ended already, Forbidden outside of the actor's teams.
    """
    episode = _own(episode, actor, Permission.END_SUPPORT)
    episode.end(today())
    for allocation in allocations_in(episode.id):
        allocation.end(today())
    record("end_episode", actor, episode.person_id)
    return episode


@atomic()
def allocate_workers(episode: Episode, chosen: Mapping[AllocationRole, UUID | None], actor: Actor) -> None:
    """Make these members key worker and peer, both or neither."""
    for role, account_id in chosen.items():
        allocate(episode, role, account_id, actor)


@atomic()
def allocate(episode: Episode, role: AllocationRole, account_id: UUID | None, actor: Actor) -> Allocation | None:
    """Make a member of the team key worker or peer, or nobody. Whoever it was before stays in the history.

    Raises Invalid for an account that is not in the team, Conflict once the episode has ended.
    """
    episode = _own(episode, actor, Permission.ALLOCATE)
    if episode.stage is EpisodeStage.CLOSED:
        raise Conflict("This episode has ended: nobody can be allocated to it any more.")
    if account_id and not is_in_team(account_id, episode.team_id):
        raise Invalid({role.value: "Choose a member of the team"})
    before = next((each for each in allocations_in(episode.id) if each.role is role), None)
    if account_id == (before.account_id if before else None):
        return before
    return _hand_on(episode, role, before, account_id, actor)


def _hand_on(
    episode: Episode, role: AllocationRole, before: Allocation | None, account_id: UUID | None, actor: Actor
) -> Allocation | None:
    if before:
        before.end(today())
        db.session.flush()  # one at a time: a unique index says so
    after = None
    if account_id:
        after = Allocation(
            episode_id=episode.id,
            person_id=episode.person_id,
            account_id=account_id,
            role=role,
            from_on=today(),
        )
        db.session.add(after)
    record("allocate", actor, episode.person_id)
    return after


@atomic()
def confirm_note(note: ImportedNote, actor: Actor) -> ImportedNote:
    """What another record said was talked through with the person, whatever they said to it."""
    require(actor, Permission.CHANGE_PEOPLE)
    person_within_reach(actor, note.person_id)
    if note.confirmed_at:
        raise Conflict("Somebody has confirmed this with the person already.")
    note.confirmed_at, note.confirmed_by_id = now(), actor.account_id
    record("confirm_note", actor, note.person_id)
    return note


def _own(episode: Episode, actor: Actor, permission: Permission) -> Episode:
    """The episode as it stands now, of a team of the actor's and a person within reach."""
    require_in_team(actor, permission, episode.team_id)
    person_within_reach(actor, episode.person_id)
    return episode_of(episode.person_id, episode.id)

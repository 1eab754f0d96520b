"""Support begins again without a new referral."""

from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.identity.queries.teams import members_of
from livingwell.people.actions.registering import refer
from livingwell.people.commands import Referral
from livingwell.people.models import Allocation, Episode
from livingwell.people.queries.episodes import last_allocations_in

WAY_BACK = "Way back"
"""Who referred somebody that came back: nobody had to."""


def open_again(before: Episode, words: str) -> Episode:
    """A new episode with the same team, taken on at once, with whoever worked with the person at the end of the one
    before and is still in the team: for an action that checks and records.

    It is accepted and not yet begun: nobody has met the person yet, and until then they are seen to wait.
    """
    episode = refer(before.person_id, Referral(before.team_id, today(), WAY_BACK, words))
    db.session.flush()
    episode.accept(today())
    members = {member.account_id for member in members_of([before.team_id])}
    for allocation in last_allocations_in(before):
        if allocation.account_id in members:
            db.session.add(_again(allocation, episode))
    db.session.flush()
    return episode


def _again(allocation: Allocation, episode: Episode) -> Allocation:
    return Allocation(
        episode_id=episode.id,
        person_id=episode.person_id,
        account_id=allocation.account_id,
        role=allocation.role,
        from_on=today(),
    )

"""Who may change what in a team's meetings. Whether the person is within reach is the door's question."""

from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.core.errors import Forbidden, NotFound
from livingwell.discussions.models import Challenge, Meeting
from livingwell.identity.permissions import Permission, require


def require_in_team(actor: Actor, permission: Permission, team_id: UUID) -> None:
    """Raise Forbidden without the permission, and NotFound where the team is not the actor's."""
    require(actor, permission)
    if not actor.belongs_to(team_id):
        raise NotFound


def has_lived_experience(actor: Actor, team_id: UUID) -> bool:
    """Whether the actor fills the lived-experience place in this team."""
    return team_id in actor.lived_experience_team_ids


def is_chair(actor: Actor, meeting: Meeting) -> bool:
    """Whether the actor chairs the meeting."""
    return actor.account_id == meeting.chair_id


def require_chair(actor: Actor, meeting: Meeting) -> None:
    """Raise Forbidden unless the actor chairs the meeting."""
    if not is_chair(actor, meeting):
        raise Forbidden("Only the chair of the meeting says why there is no lived-experience view.")


def may_close(actor: Actor, challenge: Challenge, *, is_raiser_here: bool) -> bool:
    """Whether the actor may say that a challenge is answered."""
    return challenge.may_be_closed_by(
        actor.account_id,
        has_lived_experience=has_lived_experience(actor, challenge.team_id),
        is_raiser_here=is_raiser_here,
    )


def account_of(actor: Actor) -> UUID:
    """The account that does it. Raises Forbidden for what no person does: a discussion is between people."""
    if actor.account_id is None:
        raise Forbidden("Only somebody with an account can do this.")
    return actor.account_id

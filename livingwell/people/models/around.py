"""Who is around the person now. No table: put together from episodes and allocations."""

from collections.abc import Sequence
from dataclasses import dataclass

from livingwell.identity.models import Account, Introduction, Team, TeamContact
from livingwell.people.models.episode import AllocationRole


@dataclass(frozen=True)
class Supporter:
    """A member who is key worker or peer, with what they show of themselves if they wish."""

    account: Account
    role: AllocationRole
    introduction: Introduction | None


@dataclass(frozen=True)
class SupportingTeam:
    """A team that supports the person now, how it is reached, and who of it works with them: the key worker first."""

    team: Team
    contact: TeamContact | None
    supporters: Sequence[Supporter]

"""Who is doing it: carried into every action, so that no action has to guess."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Right(StrEnum):
    """What an account may do in a team. A profession is another thing and gives no right."""

    MEMBER = "member"
    TEAM_LEAD = "team_lead"


class Side(StrEnum):
    """Where an account stands: on the team's side, on the person's own, or on that of a carer. It never changes."""

    TEAM = "team"
    PERSON = "person"
    CARER = "carer"


@dataclass(frozen=True)
class Actor:
    """An account at work. `rights` maps a team's id to the account's right in it.

    `name` is what is signed with; where somebody helps a person or a carer, it names them too ("Amara Osei, helped by
    Tom Reid").

    `lived_experience_team_ids` are the teams where it fills the lived-experience place: as a peer
    support worker, or because a lead of that team marked it so.
    """

    account_id: UUID | None
    name: str
    rights: dict[UUID, Right] = field(default_factory=dict)
    is_account_administrator: bool = False
    lived_experience_team_ids: frozenset[UUID] = frozenset()
    side: Side = Side.TEAM

    @property
    def team_ids(self) -> frozenset[UUID]:
        return frozenset(self.rights)

    @property
    def led_team_ids(self) -> frozenset[UUID]:
        return frozenset(team for team, right in self.rights.items() if right is Right.TEAM_LEAD)

    def leads(self, team_id: UUID) -> bool:
        return team_id in self.led_team_ids

    def belongs_to(self, team_id: UUID) -> bool:
        return team_id in self.rights


def the_system(name: str) -> Actor:
    """An actor for what no person does, such as a command: named in the audit, and reaching nothing."""
    return Actor(account_id=None, name=name)

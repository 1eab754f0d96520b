"""A team with a nurse and a peer support worker, somebody whom they support, and a member of another team."""

from dataclasses import dataclass

from livingwell.core.actor import Actor
from livingwell.identity.models import Account, Profession, Team
from livingwell.people.models import Person
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.people import make_person


@dataclass
class Setting:
    """Everybody who takes part."""

    team: Team
    person: Person
    priya: Account
    jo: Account
    nurse: Actor
    peer: Actor
    outsider: Account
    stranger: Actor


def make_setting() -> Setting:
    """A team with a nurse and a peer support worker, somebody whom they support, and a member of another team."""
    team = make_team("Irwell team")
    priya = make_account("Priya Mistry", team=team)
    jo = make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=team)
    elsewhere = make_team("Another team")
    outsider = make_account("Sam Okoro", team=elsewhere)
    return Setting(
        team,
        make_person("Amara", "Osei", team=team),
        priya,
        jo,
        actor_for(priya, team),
        actor_for(jo, team),
        outsider,
        actor_for(outsider, elsewhere),
    )

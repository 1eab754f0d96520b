"""A team with a nurse and a peer support worker, somebody whom they support, and a member of another team."""

from dataclasses import dataclass

import pytest
from flask import Flask

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
    nurse: Actor
    peer: Actor
    outsider: Account
    stranger: Actor


@pytest.fixture
def setting(app: Flask) -> Setting:
    team, elsewhere = make_team("Irwell team"), make_team("Another team")
    priya = make_account("Priya Mistry", team=team)
    jo = make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=team)
    outsider = make_account("Sam Okoro", team=elsewhere)
    return Setting(
        team,
        make_person("Amara", "Osei", team=team),
        priya,
        actor_for(priya, team),
        actor_for(jo, team),
        outsider,
        actor_for(outsider, elsewhere),
    )

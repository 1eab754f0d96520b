"""What the tests of people start from: a team, a member of it, and its lead, each with a browser of their own."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.actor import Actor, Right
from livingwell.identity.models import Account, Team
from tests.factories.identity import actor_for, make_account, make_team, sign_in


@dataclass(frozen=True)
class Member:
    """Somebody who works here: the account, the actor that it is, and a browser where it is signed in."""

    account: Account
    actor: Actor
    client: FlaskClient

    def sees(self, path: str) -> str:
        """What the page says, or nothing where there is none."""
        response = self.client.get(path)
        return response.get_data(as_text=True) if response.status_code == 200 else ""


def join(app: Flask, team: Team, name: str, right: Right = Right.MEMBER) -> Member:
    """A member of the team, signed in."""
    account = make_account(name, team=team, right=right)
    client = app.test_client()
    sign_in(client, account)
    return Member(account, actor_for(account, team, right), client)


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell")


@pytest.fixture
def other_team(app: Flask) -> Team:
    return make_team("Harbour")


@pytest.fixture
def member(app: Flask, team: Team) -> Member:
    return join(app, team, "Priya Mistry")


@pytest.fixture
def lead(app: Flask, team: Team) -> Member:
    return join(app, team, "Ruth Okafor", Right.TEAM_LEAD)


@pytest.fixture
def other_lead(app: Flask, other_team: Team) -> Member:
    return join(app, other_team, "Mo Iqbal", Right.TEAM_LEAD)

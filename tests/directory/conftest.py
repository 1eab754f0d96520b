"""A team with a nurse and a peer support worker, each with a browser of their own."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.actor import Actor, Right
from livingwell.identity.models import Account, Profession, Team
from tests.factories.identity import actor_for, make_account, make_team, sign_in


@dataclass(frozen=True)
class Member:
    """Somebody who works here: the account, the actor that it is, and a browser where it is signed in."""

    account: Account
    actor: Actor
    client: FlaskClient

    def sees(self, path: str) -> str:
        """What the page says."""
        response = self.client.get(path)
        assert response.status_code == 200, path
        return response.get_data(as_text=True)


def join(app: Flask, team: Team, name: str, profession: Profession) -> Member:
    """A member of the team, signed in."""
    account = make_account(name, profession, team=team)
    client = app.test_client()
    sign_in(client, account)
    return Member(account, actor_for(account, team, Right.MEMBER), client)


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell")


@pytest.fixture
def member(app: Flask, team: Team) -> Member:
    return join(app, team, "Priya Mistry", Profession.NURSE)


@pytest.fixture
def peer(app: Flask, team: Team) -> Member:
    return join(app, team, "Tom Reid", Profession.PEER_SUPPORT_WORKER)

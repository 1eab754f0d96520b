"""A person with an account of their own, and a member of their team."""

import pytest

from livingwell.core.actor import Actor, Side
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.people import make_own_account, make_person


@pytest.fixture
def team(app):
    return make_team()


@pytest.fixture
def person(team):
    return make_person(team=team)


@pytest.fixture
def herself(person) -> Actor:
    """The person, signed in."""
    account = make_own_account(person)
    return Actor(account.id, person.name, side=Side.PERSON)


@pytest.fixture
def jo(team) -> Actor:
    """A member of the team."""
    return actor_for(make_account("Jo Brennan", team=team), team)


@pytest.fixture
def stranger() -> Actor:
    """A member of another team."""
    other = make_team("Another team")
    return actor_for(make_account("Sam Hill", team=other), other)

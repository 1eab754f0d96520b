"""The team that the stories are about, each at a browser of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from flask import Flask

from livingwell.core.actor import Right
from livingwell.core.clock import london_instant, running_from
from livingwell.identity.models import Account, Profession, Team
from tests.factories.discussions import Room
from tests.factories.identity import give_password, make_account, make_team
from tests.harness.session import settle
from tests.stories.telling import Member, NewContext

TODAY = date(2026, 11, 24)
NEXT_WEEK = TODAY + timedelta(days=7)


@dataclass(frozen=True)
class Cast:
    """Ruth leads the team, Priya is a nurse, Jo a peer support worker."""

    team: Team
    ruth: Account
    priya: Account
    jo: Account


@pytest.fixture
def morning() -> Iterator[None]:
    """The day of the team's meeting, at 9:40; the clock runs on."""
    with running_from(london_instant(TODAY, 9, 40)):
        yield


@pytest.fixture
def cast(app: Flask, morning: None) -> Cast:
    team = make_team("Salford Living Well")
    made = [
        give_password(make_account(name, profession, team=team, right=right))
        for name, profession, right in (
            ("Ruth Okafor", Profession.TEAM_LEAD, Right.TEAM_LEAD),
            ("Priya Mistry", Profession.NURSE, Right.MEMBER),
            ("Jo Brennan", Profession.PEER_SUPPORT_WORKER, Right.MEMBER),
        )
    ]
    settle()
    return Cast(team, *made)


@pytest.fixture
def room(app: Flask, morning: None) -> Room:
    """A discussion of Amara that is running: Ruth chairs, Priya is a nurse, Jo a peer support worker."""
    made = Room()
    for account in (made.ruth, made.priya, made.jo):
        give_password(account)
    settle()
    return made


@pytest.fixture
def at_a_screen(new_context: NewContext) -> Callable[..., Member]:
    """`at_a_screen(cast.jo)`: signed in, in a browser of their own."""

    def signed_in(account: Account, **settings: object) -> Member:
        return Member(account, new_context, **settings).signs_in()

    return signed_in

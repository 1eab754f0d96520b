"""What is asked about accounts costs as much for many as for few."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.actor import Right
from livingwell.identity.queries.accounts import known_by
from livingwell.identity.queries.teams import leads_of, members_of
from tests.factories.identity import give_password, make_account, make_team, sign_in, switch_off

Counting = Callable[[], AbstractContextManager[list[str]]]


def test_the_members_of_a_team_are_those_who_are_in_it_and_can_sign_in(app: Flask) -> None:
    team, other = make_team(), make_team()
    zoe, adam = make_account("Zoe", team=team), make_account("adam", team=team, right=Right.TEAM_LEAD)
    make_account("Elsewhere", team=other)
    switch_off(make_account("Gone", team=team))
    assert [member.account_id for member in members_of([team.id])] == [adam.id, zoe.id]
    assert [lead.name for lead in leads_of(team.id)] == ["adam"]


def test_an_account_that_is_switched_off_is_known_no_better_than_none(app: Flask) -> None:
    account = give_password(make_account())
    assert known_by(account.email.upper()).account_id == account.id
    switch_off(account)
    assert known_by(account.email) == known_by("nobody@example.com")


@pytest.mark.parametrize("path", ["/accounts", "/teams"])
def test_a_list_asks_as_much_for_many_as_for_few(client: FlaskClient, count_statements: Counting, path: str) -> None:
    sign_in(client, make_account(is_account_administrator=True))
    client.get(path)
    asked = []
    for _more in range(2):
        for _account in range(3):
            make_account(team=make_team())
        with count_statements() as statements:
            client.get(path)
        asked.append(len(statements))
    assert asked[0] == asked[1] <= 4


def test_knowing_who_is_signed_in_takes_one_statement(client: FlaskClient, count_statements: Counting) -> None:
    sign_in(client, make_account(team=make_team()))
    with count_statements() as statements:
        client.get("/")
    assert len(statements) == 1

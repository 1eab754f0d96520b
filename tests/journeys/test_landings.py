"""How many landed, by place: each person once, with the last that they said."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

import pytest
from flask import Flask

from livingwell.core.clock import fixed
from livingwell.core.errors import NotFound
from livingwell.journeys.actions.landing import answer_landing
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.models import Landed
from livingwell.journeys.models.landings import Landings
from livingwell.journeys.presenters.landings import often_does_not_words
from livingwell.journeys.queries.landing import checks_of
from livingwell.journeys.queries.landings import landed_by_service, landed_for_team
from livingwell.people.models import Person
from tests.factories.contacts import THURSDAY, Desk
from tests.factories.directory import make_service
from tests.factories.discussions import as_member
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.landing import give_up, make_chosen, plan_checks
from tests.factories.people import make_person

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def desk(app: Flask) -> Desk:
    with fixed(THURSDAY):
        return Desk()


def landed(desk: Desk, *said: Landed, name: str = "Ancoats Photo Walks", service_id: UUID | None = None) -> Person:
    """Somebody who went on to a place, and answered each time."""
    person = make_person("Ann", "Lee", team=desk.team)
    make_chosen(person, desk.nurse, name, service_id=service_id)
    plan_checks(person, desk.nurse)
    for check, each in zip(checks_of(person.id), said, strict=False):
        answer_landing(person.id, check.id, AnswerLanding(each), desk.nurse)
    return person


def rows(desk: Desk) -> list[tuple[str, Landings]]:
    return [(each.name, each.landings) for each in landed_for_team(desk.nurse, desk.team.id)]


def test_each_person_counts_once_with_the_last_that_they_said(desk: Desk) -> None:
    landed(desk, Landed.NOT_WORKING, Landed.WORKING)
    landed(desk, Landed.PARTLY, name="ancoats photo walks")
    landed(desk, Landed.DID_NOT_HAPPEN, name="Salford Bikes")
    assert [landings for _name, landings in rows(desk)] == [Landings(working=1, partly=1), Landings(did_not_happen=1)]


def test_who_did_not_answer_counts_as_that_and_who_was_not_asked_not_at_all(desk: Desk) -> None:
    landed(desk)
    give_up(landed(desk))
    assert rows(desk) == [("Ancoats Photo Walks", Landings(unanswered=1))]


def test_by_entry_of_the_directory_every_team_counts(desk: Desk) -> None:
    service = make_service("Ancoats Photo Walks")
    landed(desk, Landed.WORKING, service_id=service.id)
    with fixed(THURSDAY):
        elsewhere = Desk()
    landed(elsewhere, Landed.NOT_WORKING, service_id=service.id)
    assert landed_by_service([service.id]) == {service.id: Landings(working=1, not_working=1)}
    assert landed_by_service([]) == {}


def test_a_team_sees_its_own_and_no_other(desk: Desk) -> None:
    landed(desk, Landed.WORKING)
    team = make_team()
    stranger = actor_for(make_account("Tom Adeyemi", team=team), team)
    assert landed_for_team(stranger, team.id) == []
    with pytest.raises(NotFound):
        landed_for_team(stranger, desk.team.id)


@pytest.mark.parametrize(
    ("landings", "expected"),
    [
        (Landings(not_working=2), False),
        (Landings(working=1, not_working=2), True),
        (Landings(working=2, not_working=2), False),
        (Landings(partly=3), True),
        (Landings(did_not_happen=3), True),
        (Landings(working=1, unanswered=9), False),
    ],
)
def test_a_place_often_does_not_land_where_enough_said_so(landings: Landings, expected: bool) -> None:
    assert landings.often_does_not is expected
    assert bool(often_does_not_words(landings)) is expected


def test_it_is_said_of_the_place_and_in_counts() -> None:
    assert often_does_not_words(Landings(working=1, partly=1, did_not_happen=2)) == (
        "Of 4 people who chose this and told us, 1 said it works. For 2 it never began. Talk about what would make it "
        "work this time."
    )


def test_the_teams_page_shows_counts_only(app: Flask, desk: Desk, count_statements: Counting) -> None:
    for _each in range(3):
        landed(desk, Landed.NOT_WORKING)
    client = as_member(app, desk.priya)
    with count_statements() as for_one_place:
        shown = client.get(f"/teams/{desk.team.id}/landed").get_data(as_text=True)
    assert "0 of 3 said it is working." in shown
    assert "Often does not work" in shown
    assert "%" not in shown.split("<main")[1]
    for number in range(3):
        landed(desk, Landed.WORKING, name=f"Place {number}")
    with count_statements() as for_four:
        client.get(f"/teams/{desk.team.id}/landed")
    assert len(for_one_place) == len(for_four)

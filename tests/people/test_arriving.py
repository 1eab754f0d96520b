"""What people send from their own side: who should read it, by when, and what the person sees of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask

from livingwell.audit import record
from livingwell.core.actor import Actor, Right
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed
from livingwell.core.errors import Forbidden, NotFound
from livingwell.identity.models import Team
from livingwell.people.actions.arriving import note_arrival, read_arrival, send_arrival
from livingwell.people.models import Ask, FromPerson, Person
from livingwell.people.queries.arriving import ASKS, arrival_of, arrivals_by_row, arrivals_of
from livingwell.people.queries.asks import asks
from tests.factories.identity import actor_for, make_account, switch_off
from tests.factories.people import make_arrival, make_own_account, make_person
from tests.factories.worklist import support
from tests.people.conftest import Member

MONDAY = datetime(2026, 6, 8, 14, 0, tzinfo=UTC)


@pytest.fixture
def clock(app: Flask) -> Iterator[None]:
    with fixed(MONDAY):
        yield


@pytest.fixture
def amara(clock: None, team: Team, member: Member, lead: Member) -> Person:
    """Her key worker is the member, and the lead leads the team."""
    person = make_person("Amara", "Osei", team=team)
    support(person, member.account, lead.actor)
    return person


@pytest.fixture
def herself(amara: Person) -> Actor:
    return actor_for(make_own_account(amara))


def asked_of(actor: Actor) -> list[Ask]:
    return asks(actor, ASKS, 100)


def test_it_stands_with_the_key_worker_until_it_is_read(amara: Person, herself: Actor, member: Member) -> None:
    send_arrival(amara.id, "message", "Can we meet outside?", herself)
    (waiting,) = asked_of(member.actor)
    assert (waiting.person.id, waiting.by, waiting.words) == (amara.id, "message", "Can we meet outside?")
    read_arrival(amara, arrivals_of(amara.id, 1)[0][0].id, member.actor)
    assert asked_of(member.actor) == []


@pytest.mark.parametrize(("days", "is_seen"), [(1, False), (2, True), (30, True)])
def test_the_lead_sees_it_after_two_working_days(amara: Person, lead: Member, days: int, is_seen: bool) -> None:
    make_arrival(amara)
    with fixed(MONDAY + timedelta(days=days)):
        assert bool(asked_of(lead.actor)) is is_seen


def test_a_weekend_and_a_bank_holiday_are_no_working_days(app: Flask, team: Team, lead: Member, member: Member) -> None:
    with fixed(datetime(2026, 12, 24, 16, 0, tzinfo=UTC)):  # a Thursday; Friday and Monday are bank holidays
        person = make_person(team=team)
        support(person, member.account, lead.actor)
        make_arrival(person)
    with fixed(datetime(2026, 12, 29, 16, 0, tzinfo=UTC)):
        assert asked_of(lead.actor) == []
    with fixed(datetime(2026, 12, 30, 8, 0, tzinfo=UTC)):
        assert asked_of(lead.actor)


def test_without_a_key_worker_it_stands_with_the_leads_at_once(clock: None, team: Team, lead: Member) -> None:
    make_arrival(make_person(team=team))
    assert asked_of(lead.actor)


def test_a_key_worker_who_cannot_sign_in_is_none(amara: Person, lead: Member, member: Member) -> None:
    make_arrival(amara)
    switch_off(member.account)
    assert asked_of(lead.actor)


def test_in_a_team_that_nobody_leads_it_stands_with_every_member(clock: None, team: Team, member: Member) -> None:
    make_arrival(make_person(team=team))
    assert asked_of(member.actor)


def test_others_are_asked_nothing(amara: Person, team: Team, other_lead: Member) -> None:
    make_arrival(amara)
    colleague = actor_for(make_account("Tom Adeyemi", team=team), team)
    with fixed(MONDAY + timedelta(days=30)):
        assert asked_of(other_lead.actor) == []
        assert asked_of(colleague) == []


def test_several_from_one_person_are_one_thing_to_do(amara: Person, member: Member) -> None:
    make_arrival(amara, "One")
    make_arrival(amara, "Two", kind="plan.comment")
    (waiting,) = asked_of(member.actor)
    assert (waiting.by, waiting.words) == ("2", "")


def test_who_read_it_first_is_kept(amara: Person, member: Member, lead: Member) -> None:
    arrival = make_arrival(amara)
    read_arrival(amara, arrival.id, member.actor)
    read_arrival(amara, arrival.id, lead.actor)
    assert arrival_of(amara.id, arrival.id).read_by == "Priya Mistry"


def test_what_a_member_writes_down_for_the_person_waits_for_nobody(amara: Person, member: Member) -> None:
    note_arrival(amara.id, "plan.rating", "7", member.actor)
    assert arrivals_of(amara.id, 1) == ([], False)


def test_it_is_part_of_the_callers_action(amara: Person, herself: Actor) -> None:
    row_id = uuid4()
    with atomic():
        note_arrival(amara.id, "plan.rating", "7", herself, row_id)
        record("rate_goal", herself, amara.id)
    assert arrivals_by_row(amara.id, {row_id})[row_id].words == "7"


def test_nobody_sends_in_anothers_name(amara: Person, team: Team) -> None:
    other = make_person("Kwame", "Boateng", team=team)
    with pytest.raises(NotFound):
        send_arrival(amara.id, "message", "Not mine", actor_for(make_own_account(other)))


def test_only_members_within_reach_say_that_they_read_it(
    amara: Person, herself: Actor, member: Member, other_team: Team
) -> None:
    arrival = make_arrival(amara)
    with pytest.raises(Forbidden):
        read_arrival(amara, arrival.id, herself)
    with pytest.raises(NotFound):
        read_arrival(amara, arrival.id, actor_for(make_account(team=other_team), other_team, Right.TEAM_LEAD))
    with pytest.raises(NotFound):
        read_arrival(amara, make_arrival(make_person("Kwame", "Boateng")).id, member.actor)


def test_the_page_shows_unread_words_first_and_marks_them_read(amara: Person, member: Member) -> None:
    older = make_arrival(amara, "The older one")
    read_arrival(amara, older.id, member.actor)
    newer = make_arrival(amara, "The newer one")
    path = f"/people/{amara.id}/from-them"
    shown = member.sees(path)
    assert shown.index("The newer one") < shown.index("The older one")
    assert "Priya Mistry read this on 8 June 2026, 3pm." in shown
    answered = member.client.post(f"{path}/{newer.id}/reading", follow_redirects=True).get_data(as_text=True)
    assert "Amara can see that you have read it." in answered
    assert "Nobody has read this yet" not in answered


def test_another_persons_arrival_is_not_there(amara: Person, member: Member, team: Team) -> None:
    theirs = make_arrival(make_person("Kwame", "Boateng", team=team))
    assert member.client.post(f"/people/{amara.id}/from-them/{theirs.id}/reading").status_code == 404


def test_hundreds_are_paged_and_take_as_many_statements_as_one(
    amara: Person, member: Member, count_statements: object
) -> None:
    make_arrival(amara)
    path = f"/people/{amara.id}/from-them"
    member.sees(path)
    with count_statements() as for_one:  # type: ignore[operator]
        member.sees(path)
    with atomic():
        for number in range(500):
            make_arrival(amara, f"Number {number}")
    with count_statements() as for_many:  # type: ignore[operator]
        shown = member.sees(path)
    assert len(for_many) == len(for_one)
    assert "Showing 1 to 25" in shown
    assert "Showing 501 to 501" in member.sees(f"{path}?page=21")


def test_today_says_it_and_leads_to_it(amara: Person, member: Member) -> None:
    arrival: FromPerson = make_arrival(amara)
    shown = member.sees("/today")
    assert "Amara Osei wrote a message" in shown
    assert arrival.words in shown
    assert f'href="/people/{amara.id}/from-them"' in shown
    make_arrival(amara, "Another")
    assert "Amara Osei sent 2 things" in member.sees("/today")

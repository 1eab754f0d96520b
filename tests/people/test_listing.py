"""The team's list: who waits longest first, by filter and by page, in a fixed number of statements."""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from uuid import UUID

import pytest
from sqlalchemy import Select, literal, select, text

from livingwell.audit.models import AuditEntry
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people import four_week_wait
from livingwell.people.actions import episodes
from livingwell.people.four_week_wait import ClockPart
from livingwell.people.models import AllocationRole, Person
from livingwell.people.queries import caseload as listing
from livingwell.people.queries.caseload import PAGE, Selection, Show, caseload, counts
from livingwell.people.queries.episodes import current_episode
from livingwell.people.queries.reach import reach_of
from tests.factories.people import make_note, make_person
from tests.people.conftest import Member

MOST_STATEMENTS = 8


def names(member: Member, team: Team, show: Show = Show.ALL, **more: object) -> list[str]:
    found = caseload(member.actor, Selection(team.id, show, **more))
    return [row.person.preferred_name for row in found.rows]


@pytest.fixture
def four_people(team: Team) -> None:
    make_person("Amara", team=team, referred_days_ago=10, is_accepted=False, is_started=False)
    make_person("Lee", team=team, referred_days_ago=30, is_started=False)
    make_note(make_person("Sam", team=team, referred_days_ago=60), "Text only")
    make_person("Noor", team=team, referred_days_ago=90)


@pytest.fixture
def clock() -> Iterator[None]:
    """The clock's parts as a package above would tell them; nobody else tells any meanwhile."""
    before = dict(four_week_wait._tellers)
    four_week_wait._tellers.clear()
    yield
    four_week_wait._tellers.clear()
    four_week_wait._tellers.update(before)


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        (Show.ALL, ["Noor", "Sam", "Lee", "Amara"]),
        (Show.REFERRED, ["Amara"]),
        (Show.ACCEPTED, ["Lee"]),
        (Show.WAITING, ["Lee", "Amara"]),
        (Show.ACTIVE, ["Noor", "Sam"]),
        (Show.TO_CHECK, ["Sam"]),
        (Show.CLOSED, []),
    ],
)
def test_filters_with_the_longest_wait_first(
    member: Member, team: Team, four_people: None, show: Show, expected: list[str]
) -> None:
    assert names(member, team, show) == expected
    page = member.sees(f"/people?show={show.value}")
    assert all(name in page for name in expected)


def test_counts_are_of_what_each_filter_shows(member: Member, team: Team, four_people: None) -> None:
    shows = list(Show)
    assert counts(member.actor, team.id, shows) == {show: len(names(member, team, show)) for show in shows}


def test_counting_stops_where_it_would_take_long(
    member: Member, team: Team, four_people: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "COUNTED", 2)
    assert counts(member.actor, team.id, [Show.ALL]) == {Show.ALL: 2}


def test_mine_are_those_i_am_key_worker_or_peer_for(member: Member, team: Team, four_people: None) -> None:
    sam = next(row for row in caseload(member.actor, Selection(team.id)).rows if row.person.preferred_name == "Sam")
    episodes.allocate(sam.episode, AllocationRole.PEER, member.account.id, member.actor)
    assert names(member, team, worker_id=member.account.id) == ["Sam"]
    page = member.sees(f"/people?worker={member.account.id}")
    assert "Peer Priya Mistry" in page
    assert "Noor" not in page


def test_the_list_is_paged(member: Member, team: Team) -> None:
    for number in range(PAGE + 1):
        make_person(f"Person{number:02}", team=team, referred_days_ago=100 - number)
    first, second = member.sees("/people"), member.sees("/people?page=2")
    assert "Showing 1 to 25" in first
    assert 'rel="next"' in first
    assert "Person25" in second
    assert "Person24" not in second
    assert 'rel="next"' not in second


@pytest.mark.parametrize("address", ["show=nobody", "page=0", "page=-1", "page=99999", "team=x", "worker=x", "page=²"])
def test_what_is_not_offered_is_left_out(member: Member, team: Team, four_people: None, address: str) -> None:
    assert "Noor" in member.sees(f"/people?{address}")


def test_another_teams_list_is_not_shown(member: Member, team: Team, other_team: Team) -> None:
    make_person("Zainab", team=other_team)
    assert "Zainab" not in member.sees(f"/people?team={other_team.id}")


def test_how_long_somebody_waits(member: Member, team: Team, four_people: None) -> None:
    page = member.sees("/people?show=waiting")
    assert "waiting 1 week," in page
    assert "waiting 4 weeks," in page
    assert page.count("Past 4 weeks") == 1


def everybody_has(*parts: ClockPart) -> tuple[tuple[ClockPart, ...], four_week_wait.Teller]:
    """A package above that finds these parts for everybody."""

    def teller(person_ids: Collection[UUID]) -> list[Select[UUID, str]]:
        return [select(Person.id, literal(part.name)).where(Person.id.in_(person_ids)) for part in parts]

    return parts, teller


def test_the_clock_shows_the_parts_that_the_record_has(
    member: Member, team: Team, four_people: None, clock: None
) -> None:
    four_week_wait.tell_parts("plans", *everybody_has(ClockPart.PLAN, ClockPart.BASELINE))
    page = member.sees("/people")
    assert page.count("2 of 4: outcome at the start, agreed plan") == 4
    assert "Not recorded here yet: first contact, assessment." in page


def test_somebody_with_all_four_parts_is_not_late(member: Member, team: Team, four_people: None, clock: None) -> None:
    four_week_wait.tell_parts("all", *everybody_has(*ClockPart))
    page = member.sees("/people")
    assert "Past 4 weeks" not in page
    assert "Not recorded here yet" not in page


def test_the_list_is_a_read_of_everybody_shown(member: Member, team: Team) -> None:
    person = make_person(team=team)
    member.sees("/people")
    entry = db.session.scalars(db.select(AuditEntry).where(AuditEntry.verb == "list_people")).one()
    assert entry.detail["shown"] == [str(person.id)]


def test_the_number_of_statements_is_fixed(
    lead: Member, team: Team, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    numbers = []
    for count in (1, 12):
        for _person in range(count):
            make_note(make_person(team=team))
        with count_statements() as statements:
            lead.sees("/people")
        numbers.append(len(statements))
    assert numbers[0] == numbers[1]
    assert numbers[0] <= MOST_STATEMENTS, "\n".join(statements)


def test_a_search_is_few_statements(
    member: Member, team: Team, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    for _person in range(12):
        make_person(team=team)
    with count_statements() as statements:
        member.client.post("/people/search", data={"term": "amara"})
    assert len(statements) <= MOST_STATEMENTS


def test_current_episode_is_of_the_teams_asked_about(team: Team, other_team: Team) -> None:
    person = make_person(team=team)
    found = current_episode(person.id, [team.id, other_team.id])
    assert found is not None
    assert found.team_id == team.id
    assert current_episode(person.id, [other_team.id]) is None


@pytest.mark.parametrize("show", [Show.ALL, Show.WAITING, Show.CLOSED])
def test_sqlite_reads_the_list_in_the_order_of_an_index(
    member: Member, team: Team, database_kind: str, show: Show
) -> None:
    if database_kind != "sqlite":
        return  # PostgreSQL chooses by what is in the table: the next test asks it what it can do
    plan = db.session.execute(text(f"EXPLAIN QUERY PLAN {written(member, Selection(team.id, show))}"))
    told = "\n".join(row[3] for row in plan)
    assert "SEARCH episode USING INDEX ix_episode_" in told
    assert "TEMP B-TREE" not in told


def test_postgresql_can_read_the_list_in_the_order_of_an_index(member: Member, team: Team, database_kind: str) -> None:
    if database_kind != "postgresql":
        return
    for way in ("seqscan", "sort", "bitmapscan"):
        db.session.execute(text(f"SET LOCAL enable_{way} = off"))
    plan = db.session.execute(text(f"EXPLAIN {written(member, Selection(team.id))}")).scalars().all()
    told = "\n".join(plan)
    assert "Index Scan using ix_episode_open" in told
    assert "Sort" not in told


def written(member: Member, selection: Selection) -> str:
    values = {"team_id": selection.team_id, "first": 0, **reach_of(member.actor)}
    statement = listing._rows(selection.show, is_for_worker=False).params(values)
    return str(statement.compile(db.engine, compile_kwargs={"literal_binds": True}))

"""Services are found by words, kind and place; what somebody needs says what comes first, and hides nothing."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from sqlalchemy import text

from livingwell.directory.actions.services import bring_back_service, withdraw_service
from livingwell.directory.models import Feature, ServiceKind, Standing
from livingwell.directory.queries import search
from livingwell.directory.queries.search import services_found
from livingwell.directory.sought import Sought
from livingwell.extensions import db
from tests.directory.conftest import Member
from tests.factories.directory import details, make_course, make_service, make_services, say

Counting = Callable[[], AbstractContextManager[list[str]]]

SALFORD, ECCLES, BURY = (53.4875, -2.2901), (53.4837, -2.3390), (53.5933, -2.2966)


def names(**sought: object) -> list[str]:
    """What is found, in its order."""
    return [row.service.name for row in services_found(Sought(**sought)).rows]  # type: ignore[arg-type]


def at(place: tuple[float, float], postcode: str = "") -> dict[str, object]:
    return {"latitude": place[0], "longitude": place[1], "postcode": postcode}


@pytest.mark.parametrize(
    "words",
    ["men", "Men’s shed", "shed men", "drop in", "drop-in", "the shed", "woodwork", "cafe", "charity", "sleeping"],
)
def test_the_beginning_of_any_word_of_the_entry_in_any_order(member: Member, words: str) -> None:
    shed = make_service("Irwell Men’s Shed", summary="Woodwork, and a café. A drop-in on Mondays.")
    make_course(shed, member.actor, "Sleeping better")
    make_service("Harbour Debt Line", kind=ServiceKind.MONEY, summary="Bills")
    assert names(words=words) == ["Irwell Men’s Shed"]


@pytest.mark.parametrize("words", ["hed", "men money", "xyz"])
def test_every_word_must_begin_one(app: object, words: str) -> None:
    make_service("Irwell Men’s Shed")
    assert names(words=words) == []


def test_what_is_called_so_comes_before_what_only_says_so(app: object) -> None:
    make_service("A place", summary="There is a garden.")
    make_service("The Garden")
    assert names(words="garden") == ["The Garden", "A place"]


def test_kind_and_how_to_join_narrow(app: object) -> None:
    make_service("A", kind=ServiceKind.MONEY, is_drop_in=True)
    make_service("B", kind=ServiceKind.MONEY, is_self_referral=True)
    make_service("C", kind=ServiceKind.MONEY)
    make_service("D", kind=ServiceKind.WORK, is_drop_in=True)
    assert names(kind=ServiceKind.MONEY) == ["A", "B", "C"]
    assert names(is_drop_in=True) == ["A", "D"]
    assert names(kind=ServiceKind.MONEY, is_drop_in=True, is_self_referral=True) == ["A", "B"]


@pytest.mark.parametrize("typed", ["M6", "m6", "M6 5", "M6 5WX", "m65wx"])
def test_the_nearest_come_first_and_those_without_a_place_last(app: object, typed: str) -> None:
    make_service("Bury", **at(BURY, "BL9 0AA"))
    make_service("Nowhere", postcode="M6 5AB")
    make_service("Eccles", **at(ECCLES, "M30 0AA"))
    make_service("Salford", **at(SALFORD, "M6 5WX"))
    found = services_found(Sought(postcode=typed))
    told = [(row.service.name, None if row.miles is None else round(row.miles, 1)) for row in found.rows]
    assert told == [("Salford", 0.0), ("Eccles", 2.0), ("Bury", 7.3), ("Nowhere", None)]


def test_a_district_is_where_its_entries_are(app: object) -> None:
    make_service("One", **at((53.48, -2.30), "M6 5AA"))
    make_service("Two", **at((53.50, -2.28), "M6 8AA"))
    make_service("Not in M6", **at((53.60, -2.10), "M60 1AA"))
    found = services_found(Sought(postcode="M6")).located
    assert found is not None
    assert found.place is not None
    assert (found.name, found.place.latitude, found.place.longitude) == ("M6", 53.49, -2.29)
    sector = services_found(Sought(postcode="M6 8")).located
    assert sector is not None
    assert sector.place is not None
    assert (sector.name, sector.place.latitude) == ("M6 8", 53.5)


def test_a_sector_without_entries_is_measured_from_its_district(app: object) -> None:
    make_service("One", **at(SALFORD, "M6 5AA"))
    found = services_found(Sought(postcode="M6 9")).located
    assert found is not None
    assert found.name == "M6"


def test_a_district_that_nobody_knows_orders_nothing_and_says_so(app: object) -> None:
    make_service("One", **at(SALFORD, "M6 5AA"))
    found = services_found(Sought(postcode="ZE1"))
    assert [row.miles for row in found.rows] == [None]
    assert found.located is not None
    assert found.located.place is None
    assert services_found(Sought(postcode="Salford")).located is None


def test_what_is_needed_and_not_met_comes_last_and_is_never_hidden(member: Member, peer: Member) -> None:
    quiet, loud, disputed = make_service("Quiet"), make_service("Loud"), make_service("Disputed")
    make_service("Another")
    say(quiet, Feature.QUIET_ROOM, member.actor)
    say(loud, Feature.QUIET_ROOM, member.actor, is_so=False)
    say(disputed, Feature.QUIET_ROOM, member.actor)
    say(disputed, Feature.QUIET_ROOM, peer.actor, is_so=False)
    found = services_found(Sought(features=(Feature.QUIET_ROOM,)))
    told = [
        (row.service.name, row.opinions[Feature.QUIET_ROOM].standing if row.opinions else "unknown")
        for row in found.rows
    ]
    assert told == [("Quiet", Standing.MET), ("Another", "unknown"), ("Disputed", None), ("Loud", Standing.NOT_MET)]


def test_a_withdrawn_entry_is_found_only_among_the_withdrawn(member: Member) -> None:
    service = make_service("Gone")
    withdraw_service(service.id, "The lease ended.", member.actor)
    assert (names(), names(is_withdrawn=True)) == ([], ["Gone"])
    bring_back_service(service.id, member.actor)
    assert names() == ["Gone"]


def test_pages_follow_one_another_and_the_count_is_of_all(app: object) -> None:
    make_services([details(f"Service {number:02}") for number in range(30)])
    first, second = services_found(Sought(words="service")), services_found(Sought(words="service"), 2)
    assert (first.count, len(first.rows), len(second.rows)) == (30, 25, 5)
    assert [row.service.name for row in (*first.rows, *second.rows)] == [f"Service {number:02}" for number in range(30)]


def test_as_many_statements_for_many_as_for_one(app: object, count_statements: Counting) -> None:
    sought = Sought("serv", ServiceKind.VOLUNTARY, "M6", (Feature.QUIET_ROOM,))
    make_service(**at(SALFORD, "M6 5WX"))
    with count_statements() as for_one:
        services_found(sought)
    make_services([details(**at(ECCLES, "M30 1AA")) for _number in range(40)])
    with count_statements() as for_many:
        services_found(sought)
    assert len(for_one) == len(for_many) == 4


def test_both_databases_find_words_and_places_by_their_index(app: object, database_kind: str) -> None:
    make_service()
    sought = Sought("garden drop", postcode="M6")
    place = search.Place(53.48, -2.29)
    shape, values = search._shape(sought, place), search._values(sought, place, 1)
    told = explained(search._page(shape), values, database_kind)
    assert "service_word" in told
    assert not any(f"{scan} service_word" in told for scan in ("SCAN", "Seq Scan on"))


def explained(statement: object, values: dict[str, object], database_kind: str) -> str:
    """How the database would go about it."""
    written = statement.params(values).compile(db.engine, compile_kwargs={"literal_binds": True})  # type: ignore[attr-defined]
    if database_kind == "postgresql":
        db.session.execute(text("SET LOCAL enable_seqscan = off"))
        return "\n".join(db.session.execute(text(f"EXPLAIN {written}")).scalars())
    return "\n".join(row[3] for row in db.session.execute(text(f"EXPLAIN QUERY PLAN {written}")))

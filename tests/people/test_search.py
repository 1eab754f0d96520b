"""Anybody within reach is found by the beginning of any part of a name, by NHS number or by date of birth."""

from datetime import date

import pytest
from sqlalchemy import text

from livingwell.audit.models import AuditEntry
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.queries.reach import reach_of
from livingwell.people.queries.search import AT_MOST, by_name, people_found
from livingwell.people.sought import date_typed, sought
from tests.factories.people import make_person
from tests.people.conftest import Member


@pytest.mark.parametrize(
    "term",
    ["oneill", "O’Neill", "o'neill", "O Neill", "neill", "sian", "Siân", "SIAN o", "o s", "jones", "o'"],
)
def test_any_part_of_a_name_in_any_order(member: Member, team: Team, term: str) -> None:
    person = make_person("Siân", "O’Neill-Jones", team=team)
    make_person("Amara", "Osei", team=team)
    found = people_found(member.actor, sought(term)).people
    assert person.id in {each.id for each in found}


@pytest.mark.parametrize("term", ["neil x", "ian", "onell", "-", "", "’"])
def test_what_begins_no_part_of_a_name_finds_nobody(member: Member, team: Team, term: str) -> None:
    make_person("Siân", "O’Neill", team=team)
    assert not people_found(member.actor, sought(term)).people


def test_every_word_must_fit(member: Member, team: Team) -> None:
    amara = make_person("Amara", "Osei", team=team)
    make_person("Amara", "Khan", team=team)
    assert [each.id for each in people_found(member.actor, sought("os ama")).people] == [amara.id]


def test_the_recorded_name_finds_as_well_as_the_preferred(member: Member, team: Team) -> None:
    person = make_person("Kit", "Osei", given_name="Katherine", team=team)
    for term in ("kit", "kath"):
        assert [each.id for each in people_found(member.actor, sought(term)).people] == [person.id]


def test_somebody_with_two_parts_that_fit_is_shown_once(member: Member, team: Team) -> None:
    make_person("Anna", "Annan", given_name="Ann", team=team)
    assert len(people_found(member.actor, sought("ann")).people) == 1


@pytest.mark.parametrize("term", ["9990000018", "999 000 0018", " 999-000-0018 ", "99 90 00 00 18"])
def test_the_nhs_number_in_any_spacing(member: Member, team: Team, term: str) -> None:
    person = make_person(team=team, nhs_number="9990000018")
    assert [each.id for each in people_found(member.actor, sought(term)).people] == [person.id]


@pytest.mark.parametrize(
    "term",
    ["14/3/1997", "14-03-1997", "14.3.97", "1997-03-14", "14 March 1997", "14 mar 97", "14th March, 1997", "14 3 1997"],
)
def test_the_date_of_birth_in_common_forms(member: Member, team: Team, term: str) -> None:
    person = make_person(team=team, born_on=date(1997, 3, 14))
    make_person("Lee", "Carr", team=team, born_on=date(1997, 3, 15))
    assert [each.id for each in people_found(member.actor, sought(term)).people] == [person.id]


@pytest.mark.parametrize("term", ["31/2/1997", "14 Smarch 1997", "March", "9999999999", "14/3"])
def test_what_is_no_date_is_not_taken_for_one(term: str) -> None:
    assert date_typed(term) is None


def test_only_people_within_reach_are_found(member: Member, other_team: Team) -> None:
    make_person("Amara", "Osei", team=other_team, nhs_number="9990000018")
    for term in ("amara", "999 000 0018", "14/3/1997"):
        assert not people_found(member.actor, sought(term)).people


def test_more_than_fifty_are_said_to_be_more(member: Member, team: Team) -> None:
    for number in range(AT_MOST + 1):
        make_person("Amara", f"Osei{number}", team=team)
    found = people_found(member.actor, sought("amara"))
    assert (len(found.people), found.has_more) == (AT_MOST, True)
    page = member.client.post("/people/search", data={"term": "amara"}).get_data(as_text=True)
    assert "type more letters" in page


def test_the_term_is_in_no_address_and_no_title(member: Member, team: Team) -> None:
    make_person("Amara", "Osei", team=team)
    response = member.client.post("/people/search", data={"term": "amara"})
    page = response.get_data(as_text=True)
    assert response.status_code == 200
    assert "Amara Osei" in page
    assert "amara" not in page[page.index("<title") : page.index("</title>")].lower()
    assert response.headers["Cache-Control"] == "no-store"
    assert member.client.get("/people/search?term=amara").get_data(as_text=True).count("Amara") == 0


def test_a_search_is_a_read_with_everybody_who_was_shown(member: Member, team: Team) -> None:
    person = make_person("Amara", "Osei", team=team)
    make_person("Lee", "Carr", team=team)
    member.client.post("/people/search", data={"term": "amara"})
    entry = db.session.scalars(db.select(AuditEntry).where(AuditEntry.verb == "find_people")).one()
    assert entry.is_read
    assert entry.detail["shown"] == [str(person.id)]
    assert "amara" not in str(entry.detail)


def test_nothing_typed_is_told_beside_the_field(member: Member) -> None:
    response = member.client.post("/people/search", data={"term": " "})
    assert response.status_code == 422
    assert "Type the beginning of a name" in response.get_data(as_text=True)


def test_both_databases_search_names_by_their_index(member: Member, database_kind: str) -> None:
    values = {"word_0": "oneill", "word_1": "si", **reach_of(member.actor)}
    statement = by_name(2).params(values).compile(db.engine, compile_kwargs={"literal_binds": True})
    if database_kind == "postgresql":
        db.session.execute(text("SET LOCAL enable_seqscan = off"))
        plan = db.session.execute(text(f"EXPLAIN {statement}")).scalars().all()
    else:
        plan = [row[3] for row in db.session.execute(text(f"EXPLAIN QUERY PLAN {statement}"))]
    told = "\n".join(plan)
    assert "ix_name_part_" in told
    assert "SCAN" not in told
    assert "Seq Scan" not in told

"""Bringing a caseload in: who comes in, who is here already, and who waits for a person to decide."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import func, select

from livingwell.audit import record
from livingwell.audit.models import AuditEntry
from livingwell.core import clock
from livingwell.core.actor import Actor, Right, the_system
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.actions.importing.deciding import say_same_person, say_somebody_else
from livingwell.people.actions.importing.receiving import drop_caseload
from livingwell.people.actions.importing.stepping import check_next_rows, import_next_rows, start_import
from livingwell.people.models import (
    Episode,
    EpisodeStage,
    HeldDecision,
    HeldRow,
    ImportBatch,
    ImportedNote,
    ImportPiece,
    ImportStage,
    NamePart,
    Person,
    RecordLimit,
    Refusal,
    RefusedRow,
    RowHereAlready,
)
from livingwell.people.presenters.overview import change_lines
from livingwell.people.queries.history import latest_changes
from livingwell.people.queries.importing import refusals_of
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.importing import CASELOAD, caseload_file, check, import_all, receive
from tests.factories.people import make_person

NUMBER = "9998246288"


@pytest.fixture(autouse=True)
def _today(app: Flask) -> Iterator[None]:
    with clock.fixed(datetime(2026, 11, 21, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Living Well Salford")


@pytest.fixture
def lead(team: Team) -> Actor:
    return lead_of(team)


def lead_of(team: Team) -> Actor:
    return actor_for(make_account(team=team, right=Right.TEAM_LEAD), team, Right.TEAM_LEAD)


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def tally(batch: ImportBatch) -> tuple[int, int, int, int]:
    return batch.rows_in, batch.rows_refused, batch.rows_here_already, batch.rows_held


def expected(batch: ImportBatch) -> tuple[int, int, int, int]:
    return (
        batch.would_come_in,
        batch.would_be_refused,
        batch.would_be_here_already,
        batch.would_be_held,
    )


@atomic()
def limit_to_nobody(person: Person) -> None:
    account = make_account()
    db.session.add(RecordLimit(person_id=person.id, reason="Works here", limited_by_id=account.id))
    record("limit", the_system("tests"), person.id)


def held() -> HeldRow:
    return db.session.scalars(select(HeldRow)).one()


class TestTheCaseload:
    def test_215_come_in_and_25_are_refused(self, team: Team, lead: Actor) -> None:
        batch = import_all(CASELOAD.read_bytes(), team, lead)
        assert tally(batch) == expected(batch) == (215, 25, 0, 0)
        assert (count(Person), count(Episode), count(RefusedRow)) == (215, 215, 25)
        assert refusals_of(batch) == {
            Refusal.NO_SURNAME: 8,
            Refusal.NHS_NUMBER: 6,
            Refusal.BORN_ON: 5,
            Refusal.EMAIL: 3,
            Refusal.NUMBER_USED_HIGHER: 3,
        }

    def test_each_comes_in_as_referred_to_the_team(self, team: Team, lead: Actor) -> None:
        import_all(CASELOAD.read_bytes(), team, lead)
        episodes = db.session.scalars(select(Episode)).all()
        assert {(episode.team_id, episode.stage) for episode in episodes} == {(team.id, EpisodeStage.REFERRED)}

    def test_the_same_file_again_changes_nothing_but_its_own_list(self, team: Team, lead: Actor) -> None:
        import_all(CASELOAD.read_bytes(), team, lead)
        versions = db.session.execute(select(Person.id, Person.row_version)).all()
        batch = import_all(CASELOAD.read_bytes(), team, lead)
        assert tally(batch) == expected(batch) == (0, 25, 215, 0)
        assert sorted(db.session.execute(select(Person.id, Person.row_version)).all()) == sorted(versions)
        assert (count(Episode), count(RowHereAlready), count(HeldRow)) == (215, 0, 0)

    def test_three_numbers_are_marked_to_be_checked(self, team: Team, lead: Actor) -> None:
        import_all(CASELOAD.read_bytes(), team, lead)
        marks = db.session.scalars(select(Person.nhs_number_to_check).where(Person.nhs_number_to_check != "")).all()
        assert len(marks) == 3
        assert all("number shared in the file: check" in mark for mark in marks)

    def test_comms_needs_wait_to_be_confirmed_with_the_person(self, team: Team, lead: Actor) -> None:
        import_all(CASELOAD.read_bytes(), team, lead)
        notes = db.session.scalars(select(ImportedNote)).all()
        assert "Prefers text - does not answer calls" in {note.said for note in notes}
        assert not any(note.confirmed_at for note in notes)

    def test_nobody_is_found_by_a_name_they_have_not(self, team: Team, lead: Actor) -> None:
        import_all(caseload_file({"Forename": "Jolanta", "Known As": "Jol", "Surname": "Łukasz"}), team, lead)
        assert set(db.session.scalars(select(NamePart.folded))) == {"jol", "jolanta", "lukasz"}


class TestSteps:
    def test_looking_first_changes_nobody_and_brings_nobody(self, team: Team, lead: Actor) -> None:
        batch = check(receive(CASELOAD.read_bytes(), team, lead), lead)
        assert batch.stage is ImportStage.READY
        assert expected(batch) == (215, 25, 0, 0)
        assert (count(Person), count(RefusedRow), count(HeldRow)) == (0, 0, 0)

    def test_nothing_is_left_of_the_file_when_it_is_in(self, team: Team, lead: Actor) -> None:
        import_all(caseload_file({}), team, lead)
        assert count(ImportPiece) == 0

    def test_five_hundred_rows_come_in_at_a_step(self, team: Team, lead: Actor) -> None:
        rows = [
            {"Surname": f"Number{number}", "DOB": f"{number % 28 + 1:02}/01/19{number % 90 + 10}"}
            for number in range(501)
        ]
        batch = check(receive(caseload_file(*rows), team, lead), lead)
        start_import(batch.id, lead)
        assert import_next_rows(batch.id, 0, lead).rows_done == 500
        assert import_next_rows(batch.id, 500, lead).stage is ImportStage.FINISHED

    def test_a_step_sent_twice_brings_nobody_twice(self, team: Team, lead: Actor) -> None:
        batch = check(receive(caseload_file({}), team, lead), lead)
        check_next_rows(batch.id, 0, lead)
        start_import(batch.id, lead)
        start_import(batch.id, lead)
        import_next_rows(batch.id, 0, lead)
        import_next_rows(batch.id, 0, lead)
        assert (count(Person), expected(batch)) == (1, (1, 0, 0, 0))

    def test_nothing_comes_in_before_somebody_says_so(self, team: Team, lead: Actor) -> None:
        batch = receive(caseload_file({}), team, lead)
        with pytest.raises(Conflict):
            start_import(batch.id, lead)
        assert import_next_rows(batch.id, 0, lead).rows_done == 0

    def test_a_file_can_be_dropped_until_it_is_started(self, team: Team, lead: Actor) -> None:
        dropped = receive(caseload_file({}), team, lead)
        drop_caseload(dropped.id, lead)
        assert (count(ImportBatch), count(ImportPiece)) == (0, 0)
        with pytest.raises(Conflict):
            drop_caseload(import_all(caseload_file({}), team, lead).id, lead)

    def test_a_file_without_rows_leaves_nothing(self, team: Team, lead: Actor) -> None:
        with pytest.raises(Invalid, match="no row below"):
            receive(caseload_file(), team, lead)
        assert count(ImportBatch) == 0

    def test_each_step_leaves_an_entry_in_the_audit_and_each_person_one_in_their_own(
        self, team: Team, lead: Actor
    ) -> None:
        import_all(CASELOAD.read_bytes(), team, lead)
        made = select(AuditEntry.verb, AuditEntry.person_id).where(AuditEntry.actor_id == lead.account_id)
        entries = list(db.session.execute(made.order_by(AuditEntry.number)))
        assert [verb for verb, person_id in entries if person_id is None] == [
            "receive_caseload",
            "check_caseload_rows",
            "start_import",
            "import_rows",
        ]
        about = [person_id for verb, person_id in entries if verb == "import_person"]
        assert sorted(about) == sorted(db.session.scalars(select(Person.id)))

    def test_a_persons_history_begins_with_the_caseload_and_who_brought_it(self, team: Team, lead: Actor) -> None:
        import_all(caseload_file({}, {"Forename": "Kwame", "DOB": "1/2/1990"}), team, lead)
        for person in db.session.scalars(select(Person)).all():
            (line,) = change_lines(latest_changes(person.id), person.preferred_name)
            assert line.what == f"{lead.name} brought {person.preferred_name} in with a caseload"


class TestWhoMay:
    def test_a_member_may_not(self, team: Team) -> None:
        member = actor_for(make_account(team=team), team)
        with pytest.raises(Forbidden):
            receive(caseload_file({}), team, member)

    def test_a_lead_of_another_team_may_not_and_finds_no_file(self, team: Team, lead: Actor) -> None:
        other = lead_of(make_team())
        with pytest.raises(Forbidden):
            receive(caseload_file({}), team, other)
        batch = receive(caseload_file({}), team, lead)
        with pytest.raises(NotFound):
            check_next_rows(batch.id, 0, other)


class TestHereAlready:
    def test_the_same_number_name_and_birth_is_here_already_and_what_differs_is_listed(
        self, team: Team, lead: Actor
    ) -> None:
        person = make_person(team=team, nhs_number=NUMBER)
        batch = import_all(caseload_file({"NHS Number": NUMBER, "Mobile": "07700 900123"}), team, lead)
        assert tally(batch) == (0, 0, 1, 0)
        listed = db.session.scalars(select(RowHereAlready)).one()
        assert listed.person_id == person.id
        assert ["Mobile", "", "07700 900123"] in listed.differences
        assert db.session.get_one(Person, person.id).mobile == ""

    def test_a_row_changed_here_since_is_still_here_already(self, team: Team, lead: Actor) -> None:
        import_all(caseload_file({}), team, lead)
        batch = import_all(caseload_file({}, {"Forename": "Rowan"}), team, lead)
        assert tally(batch) == (1, 0, 1, 0)

    def test_a_row_twice_in_one_file_brings_one_person(self, team: Team, lead: Actor) -> None:
        batch = import_all(caseload_file({}, {}), team, lead)
        assert tally(batch) == expected(batch) == (1, 0, 1, 0)


class TestHeld:
    @pytest.mark.parametrize(
        "row",
        [
            {"NHS Number": NUMBER, "Surname": "Walsh", "DOB": "01/01/1980"},
            {"Forename": "Amarah"},
            {"NHS Number": "9997543238", "Surname": "Osey"},
        ],
        ids=["the number of another name", "a similar name", "a similar name with another number"],
    )
    def test_somebody_who_may_be_known_waits_for_a_person(self, team: Team, lead: Actor, row: dict[str, str]) -> None:
        person = make_person(team=team, nhs_number=NUMBER)
        batch = import_all(caseload_file(row), team, lead)
        assert tally(batch) == expected(batch) == (0, 0, 0, 1)
        assert (held().person_id, count(Person)) == (person.id, 1)

    def test_somebody_like_another_row_of_the_file_waits_too(self, team: Team, lead: Actor) -> None:
        batch = import_all(caseload_file({}, {"Forename": "Amarah"}), team, lead)
        assert tally(batch) == expected(batch) == (1, 0, 0, 1)

    def test_the_same_file_again_asks_the_same_question_once(self, team: Team, lead: Actor) -> None:
        make_person(team=team, nhs_number=NUMBER)
        for _time in range(2):
            batch = import_all(caseload_file({"Forename": "Amarah"}), team, lead)
            assert tally(batch) == (0, 0, 0, 1)
        assert count(HeldRow) == 1

    def test_the_same_person_stays_as_they_are_and_gets_no_second_open_episode(self, team: Team, lead: Actor) -> None:
        person = make_person(team=team)
        import_all(caseload_file({"Forename": "Amarah", "Comms Needs": "Easy read"}), team, lead)
        say_same_person(held().id, lead)
        assert (count(Person), count(Episode)) == (1, 1)
        assert db.session.scalars(select(ImportedNote)).one().person_id == person.id
        assert tally(import_all(caseload_file({"Forename": "Amarah", "Comms Needs": "Easy read"}), team, lead)) == (
            0,
            0,
            1,
            0,
        )

    def test_the_same_person_known_to_another_team_of_the_lead_gets_a_second_episode(self, team: Team) -> None:
        other = make_team()
        person = make_person(team=other)
        account = make_account(team=team, right=Right.TEAM_LEAD)
        both = Actor(account.id, account.name, {team.id: Right.TEAM_LEAD, other.id: Right.TEAM_LEAD})
        import_all(caseload_file({}), team, both)
        say_same_person(held().id, both)
        episodes = db.session.scalars(select(Episode).where(Episode.person_id == person.id)).all()
        assert {episode.team_id for episode in episodes} == {team.id, other.id}

    def test_somebody_else_comes_in_and_a_number_that_both_have_is_marked(self, team: Team, lead: Actor) -> None:
        make_person("Rowan", "Walsh", team=team, nhs_number=NUMBER, born_on=date(1980, 1, 1))
        import_all(caseload_file({"NHS Number": NUMBER}), team, lead)
        say_somebody_else(held().id, lead)
        new = db.session.scalars(select(Person).where(Person.family_name == "Osei")).one()
        assert new.nhs_number_to_check == "number on another record too: check"
        assert held().decision is HeldDecision.SOMEBODY_ELSE

    def test_it_is_decided_once(self, team: Team, lead: Actor) -> None:
        make_person(team=team)
        import_all(caseload_file({"Forename": "Amarah"}), team, lead)
        say_somebody_else(held().id, lead)
        with pytest.raises(Conflict):
            say_same_person(held().id, lead)
        assert count(Person) == 2

    def test_somebody_out_of_reach_is_held_and_can_not_be_taken_over(self, team: Team, lead: Actor) -> None:
        make_person(team=make_team(), nhs_number=NUMBER)
        batch = import_all(caseload_file({"NHS Number": NUMBER}), team, lead)
        assert tally(batch) == (0, 0, 0, 1)
        with pytest.raises(NotFound):
            say_same_person(held().id, lead)
        assert count(Episode) == 1

    def test_a_record_that_is_limited_to_others_does_not_exist_for_an_import(self, team: Team, lead: Actor) -> None:
        limit_to_nobody(make_person(team=team, nhs_number=NUMBER))
        batch = import_all(caseload_file({"NHS Number": NUMBER}), team, lead)
        assert tally(batch) == expected(batch) == (1, 0, 0, 0)

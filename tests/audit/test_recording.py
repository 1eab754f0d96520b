"""Every write is recorded, or it does not happen; and the record can't be changed unseen."""

from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, insert, select, update

from livingwell.audit import record, record_each, record_read
from livingwell.audit.chain import first_broken_link
from livingwell.audit.models import AuditEntry
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.errors import UnrecordedWrite
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.models import ImportedNote
from tests.factories.identity import make_team
from tests.factories.people import make_person

TESTS = the_system("tests")


def entries() -> list[AuditEntry]:
    return list(db.session.scalars(select(AuditEntry).order_by(AuditEntry.number)))


def test_a_write_without_an_entry_raises_and_is_not_kept(app: Flask) -> None:
    with pytest.raises(UnrecordedWrite, match="team"), atomic():
        db.session.add(Team(name="Irwell"))

    assert db.session.scalars(select(Team)).all() == []


def test_a_write_after_the_entry_raises_too(app: Flask) -> None:
    with pytest.raises(UnrecordedWrite), atomic():
        record("make_team", TESTS)
        db.session.add(Team(name="Irwell"))


def test_an_entry_names_the_row_and_its_fields_but_holds_no_text(app: Flask) -> None:
    team = make_team("Irwell")

    (change,) = entries()[0].detail["changes"]

    assert (change["table"], change["row"], change["did"]) == ("team", str(team.id), "added")
    assert "name" in change["fields"]
    assert "Irwell" not in str(entries()[0].detail)


def test_a_change_names_only_the_fields_that_changed(app: Flask) -> None:
    person = make_person()
    with atomic():
        person.pronouns = "she/her"
        record("change_details", TESTS, person.id)

    (change,) = entries()[-1].detail["changes"]

    assert list(change["fields"]) == ["pronouns"]


def test_an_entry_about_one_person_cannot_cover_another(app: Flask) -> None:
    one, other = make_person(), make_person("Malik", "Rahman")

    with pytest.raises(UnrecordedWrite, match="another person"), atomic():
        db.session.add(ImportedNote(person_id=other.id, said="Text, please", source="tests"))
        record("note", TESTS, one.id)


def test_changes_about_many_people_are_entered_for_each_and_the_rest_waits_for_the_next_entry(app: Flask) -> None:
    people = [make_person(), make_person("Malik", "Rahman")]
    with atomic():
        db.session.add_all(ImportedNote(person_id=each.id, said="Text, please", source="tests") for each in people)
        db.session.add(Team(name="Irwell"))
        record_each("note", TESTS)
        record("make_team", TESTS)

    told = [(entry.person_id, [change["table"] for change in entry.detail["changes"]]) for entry in entries()[-3:]]
    assert sorted(told[:2], key=str) == sorted([(each.id, ["imported_note"]) for each in people], key=str)
    assert told[2] == (None, ["team"])
    with db.engine.connect() as connection:
        assert first_broken_link(connection) is None


def test_an_entry_for_each_of_nobody_is_none(app: Flask) -> None:
    with atomic():
        record_each("note", TESTS)

    assert entries() == []


@pytest.mark.parametrize(
    "statement",
    [insert(Team).values(id=uuid4(), name="x"), update(Team).values(name="x"), delete(Team)],
    ids=["insert", "update", "delete"],
)
def test_bulk_statements_which_would_pass_by_unseen_are_refused(app: Flask, statement: object) -> None:
    with pytest.raises(UnrecordedWrite), atomic():
        db.session.execute(statement)


def test_a_list_is_one_entry_with_everybody_it_showed(app: Flask) -> None:
    one, other = make_person(), make_person("Malik", "Rahman")

    record_read("list_people", TESTS, shown=[one.id, other.id])

    assert entries()[-1].is_read
    assert entries()[-1].detail["shown"] == [str(one.id), str(other.id)]


def test_the_chain_holds_from_the_first_entry_to_the_last(app: Flask) -> None:
    make_person(team=make_team())
    record_read("list_people", TESTS)

    with db.engine.connect() as connection:
        assert first_broken_link(connection) is None


def test_an_entry_that_was_altered_breaks_the_chain(app: Flask) -> None:
    make_team()
    make_team()
    first = entries()[0].number
    with db.engine.connect().execution_options(writes=True) as connection:
        without_triggers(connection)
        connection.execute(update(AuditEntry.__table__).where(AuditEntry.number == first).values(verb="nothing"))

        assert first_broken_link(connection) == first
        connection.rollback()


def without_triggers(connection: Connection) -> None:
    """What somebody with the keys to the database could do, until the transaction is rolled back."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    else:
        connection.exec_driver_sql("DROP TRIGGER audit_entry_no_update")

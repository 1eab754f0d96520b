"""What the person wrote once is used, and counted, so that they see what it spared them."""

from uuid import uuid4

import pytest

from livingwell.core.errors import NotFound
from livingwell.passports.actions import use_line
from livingwell.passports.models import Section, UsedIn
from livingwell.passports.queries.passport import passport_now
from livingwell.passports.queries.uses import count_of_uses, uses_of
from tests.factories.passports import write
from tests.factories.people import make_person


def test_each_use_counts_once(person, herself, jo):
    write(person, herself)
    line = passport_now(person.id).lines_in(Section.FIRST)[0]
    letter, meeting = uuid4(), uuid4()
    for used_in, row in ((UsedIn.LETTER, letter), (UsedIn.LETTER, letter), (UsedIn.MEETING, meeting)):
        use_line(person.id, line.id, used_in, row, jo)

    assert count_of_uses(person.id) == 2
    assert {(use.used_in, use.written_by) for use in uses_of(person.id)} == {
        (UsedIn.LETTER, "Jo Brennan"),
        (UsedIn.MEETING, "Jo Brennan"),
    }


def test_it_stays_told_when_the_line_has_changed_since(person, herself, jo):
    write(person, herself, "Write to me.")
    use_line(person.id, passport_now(person.id).lines[0].id, UsedIn.PLAN, uuid4(), jo)
    write(person, herself, "Text me.")
    assert [use.line.words for use in uses_of(person.id)] == ["Write to me."]


def test_nobody_uses_a_line_of_somebody_else(person, herself, jo, team, stranger):
    write(person, herself)
    line = passport_now(person.id).lines[0]
    other = make_person("Ben", "Shah", team=team)
    with pytest.raises(NotFound):
        use_line(other.id, line.id, UsedIn.PLAN, uuid4(), jo)
    with pytest.raises(NotFound):
        use_line(person.id, line.id, UsedIn.PLAN, uuid4(), stranger)

"""The passport is the person's, and nothing that it said is ever lost."""

import pytest

from livingwell.core.errors import Forbidden, Invalid, NotFound, Stale
from livingwell.passports.actions import remove_piece, write_section
from livingwell.passports.commands import WriteSection
from livingwell.passports.models import HowWritten, Section
from livingwell.passports.queries.passport import passport_now, passport_version, passport_versions
from tests.factories.passports import make_piece, write


def said(standing, section=Section.FIRST):
    return [line.words for line in standing.lines_in(section)]


def test_the_person_writes_one_thing_on_each_line(person, herself):
    write(person, herself, "Write to me.\r\n\r\n  Please never phone.  ")

    stands = passport_now(person.id)
    assert said(stands) == ["Write to me.", "Please never phone."]
    assert stands.written(HowWritten.BY_PERSON) == ["Amara Osei"]


def test_before_anything_is_written_it_is_empty(person):
    stands = passport_now(person.id)
    assert (stands.is_empty, stands.number, stands.changed_at) == (True, 0, None)


def test_a_member_writes_it_with_the_person_by_the_same_action(person, jo):
    write(person, jo)
    part = passport_now(person.id).parts[Section.FIRST]
    assert (part.written_by, part.how_written) == ("Jo Brennan", HowWritten.TOGETHER)
    assert passport_now(person.id).written(HowWritten.TOGETHER) == ["Jo Brennan"]


def test_nobody_writes_as_somebody_else(person, herself, jo):
    with pytest.raises(Forbidden):
        write_section(person.id, WriteSection(Section.ALSO, "Hello", HowWritten.BY_PERSON), jo)
    with pytest.raises(Forbidden):
        write_section(person.id, WriteSection(Section.ALSO, "Hello", HowWritten.TOGETHER), herself)


def test_out_of_reach_there_is_no_passport(person, stranger):
    with pytest.raises(NotFound):
        write(person, stranger)


def test_every_version_stays_readable(person, herself, jo):
    write(person, herself, "Write to me.")
    write(person, jo, "I like trams.", Section.ALSO)
    write(person, herself, "Text me.")

    assert [version.number for version in passport_versions(person.id)] == [3, 2, 1]
    assert said(passport_version(person.id, 1)) == ["Write to me."]
    assert said(passport_version(person.id, 2), Section.ALSO) == ["I like trams."]
    assert said(passport_version(person.id, 3)) == ["Text me."]
    for never in (0, 4):
        with pytest.raises(NotFound):
            passport_version(person.id, never)


def test_a_section_can_be_emptied_again(person, herself):
    write(person, herself)
    write(person, herself, "")
    assert passport_now(person.id).is_empty
    assert not passport_version(person.id, 1).is_empty


def test_saving_the_same_words_makes_no_version(person, herself):
    first = write(person, herself)
    assert write(person, herself).id == first.id


def test_two_at_once_the_second_is_shown_what_stands(person, herself, jo):
    write(person, herself, "Write to me.", read=0)
    with pytest.raises(Stale) as stale:
        write(person, jo, "Text me.", read=0)
    assert stale.value.texts == {"words": "Write to me."}
    assert stale.value.row_version == 1


def test_two_sections_are_written_at_once_without_a_conflict(person, herself, jo):
    write(person, herself, "Write to me.", read=0)
    write(person, jo, "Trams.", Section.ALSO, read=0)
    assert len(passport_now(person.id).lines) == 2


def test_three_things_come_first_and_no_more(person, herself):
    with pytest.raises(Invalid, match="3 lines"):
        write(person, herself, "one\ntwo\nthree\nfour")
    with pytest.raises(Invalid, match="500 characters"):
        write(person, herself, "x" * 501)


def test_a_picture_stays_in_the_versions_that_had_it(person, herself):
    piece = make_piece(person, herself)
    remove_piece(person.id, piece.id, herself)
    remove_piece(person.id, piece.id, herself)

    assert passport_now(person.id).pieces == ()
    assert [each.id for each in passport_version(person.id, 1).pieces] == [piece.id]
    assert len(passport_versions(person.id)) == 2


def test_a_passport_is_read_in_the_same_statements_however_long(person, herself, count_statements):
    for words in ("one", "one\ntwo", "three"):
        write(person, herself, words)
    with count_statements() as statements:
        passport_now(person.id)
    assert len(statements) == 4

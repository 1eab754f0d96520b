"""Several at once: nothing that was written is lost, and guessing together gets no more tries."""

from collections.abc import Iterator
from itertools import count

from livingwell.core.errors import NotFound, Stale
from livingwell.passports.actions import open_share
from livingwell.passports.models import Section
from livingwell.passports.queries.passport import passport_now, passport_versions
from livingwell.passports.queries.shares import shares_of
from tests.factories.passports import make_share, write
from tests.harness.session import settle
from tests.harness.together import TOGETHER, together


def test_of_several_who_write_a_section_from_one_reading_one_is_taken(app, person, herself):
    refused = together(app, lambda: write(person, herself, f"Write to me, {next(numbers)}.", read=0))
    assert [type(each) for each in refused] == [Stale] * (TOGETHER - 1)
    settle()
    assert len(passport_versions(person.id)) == 1


def test_several_who_write_other_sections_all_keep_theirs(app, person, herself):
    sections = iter([Section.FIRST, Section.ALSO, Section.PEOPLE, Section.WELLNESS])
    assert together(app, lambda: write(person, herself, "Hello.", next(sections), read=0)) == []
    settle()
    assert len(passport_now(person.id).lines) == TOGETHER
    assert [version.number for version in passport_versions(person.id)] == [4, 3, 2, 1]


def test_wrong_pins_sent_at_the_same_moment_are_counted_one_after_the_other(app, person, herself):
    made = make_share(person, herself)
    wrong = "000000" if made.pin != "000000" else "000001"
    refused = [each for _round in range(2) for each in together(app, lambda: open_share(made.token, wrong, ""))]
    settle()
    share = shares_of(person.id)[0]
    assert [type(each) for each in refused] == [NotFound] * (2 * TOGETHER - 5)
    assert len(share.openings) == 5
    assert share.stop is not None


numbers: Iterator[int] = count()

"""What a row must be to come in. No database is asked."""

import io
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livingwell.core import clock
from livingwell.core.errors import Invalid
from livingwell.people.actions.importing.judging import Refused, judged, read_date
from livingwell.people.actions.importing.reading import CaseloadFile
from livingwell.people.actions.importing.receiving import judge_caseload
from livingwell.people.models import Arrival, Refusal
from tests.factories.importing import CASELOAD, COLUMNS, caseload_file


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.fixed(datetime(2026, 11, 21, 9, tzinfo=UTC)):
        yield


def rows_of(content: bytes) -> list[Arrival | Refused]:
    return list(judged(CaseloadFile(io.BytesIO(content))))


def arrival(**cells: str) -> Arrival:
    (row,) = rows_of(caseload_file({name.replace("_", " "): text for name, text in cells.items()}))
    assert isinstance(row, Arrival), row
    return row


def refusals(**cells: str) -> list[Refusal]:
    (row,) = rows_of(caseload_file({name.replace("_", " "): text for name, text in cells.items()}))
    assert isinstance(row, Refused), row
    return [problem.refusal for problem in row.problems]


def test_of_the_caseload_215_come_in_and_25_are_refused() -> None:
    rows = rows_of(CASELOAD.read_bytes())
    counted = [row.problems[0].refusal if isinstance(row, Refused) else "in" for row in rows]
    assert {reason: counted.count(reason) for reason in set(counted)} == {
        "in": 215,
        Refusal.NO_SURNAME: 8,
        Refusal.NHS_NUMBER: 6,
        Refusal.BORN_ON: 5,
        Refusal.EMAIL: 3,
        Refusal.NUMBER_USED_HIGHER: 3,
    }


def test_a_number_used_higher_in_the_file_names_both_lines_and_the_first_comes_in_marked() -> None:
    rows = {row.line: row for row in rows_of(CASELOAD.read_bytes())}
    assert rows[238].number_to_check == "number shared in the file: check (lines 238 and 240)"
    assert rows[240].reason == "The NHS number on line 240 is already used on line 238 of this file"


def test_a_refused_row_takes_no_number_from_a_fit_one() -> None:
    number = "9998246288"
    first, second = rows_of(caseload_file({"NHS Number": number, "Surname": ""}, {"NHS Number": number}))
    assert isinstance(first, Refused)
    assert isinstance(second, Arrival)
    assert "lines 2 and 3" in second.number_to_check


def test_all_that_is_wrong_is_told_and_the_surname_counts_first() -> None:
    assert refusals(Surname="", DOB="31/02/1990", Email="not an email") == [
        Refusal.NO_SURNAME,
        Refusal.BORN_ON,
        Refusal.EMAIL,
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25/12/1976", date(1976, 12, 25)),
        ("01/02/1976", date(1976, 2, 1)),
        ("1976-05-25", date(1976, 5, 25)),
        ("18-Dec-1965", date(1965, 12, 18)),
        ("5/1/1980", date(1980, 1, 5)),
        ("12/25/1976", None),
        ("31/02/1990", None),
        ("25/12/76", None),
        ("18-Foo-1965", None),
        ("", None),
        ("٢٥/١٢/١٩٧٦", None),
    ],
)
def test_dates_are_read_with_the_day_first(text: str, meant: date | None) -> None:
    assert read_date(text) == meant


@pytest.mark.parametrize("born", ["01/01/1900", "21/11/2026"])
def test_age_refuses_nobody(born: str) -> None:
    assert arrival(DOB=born).born_on == read_date(born)


@pytest.mark.parametrize("born", ["22/11/2026", "01/01/1790", "yesterday", ""])
def test_an_impossible_date_of_birth_is_refused(born: str) -> None:
    assert refusals(DOB=born) == [Refusal.BORN_ON]


def test_somebody_may_have_no_nhs_number() -> None:
    assert arrival(NHS_Number="").nhs_number == ""


def test_a_number_is_read_however_it_is_spaced() -> None:
    assert arrival(NHS_Number="999 824 6288").nhs_number == arrival(NHS_Number="9998246288").nhs_number


def test_known_as_is_what_the_person_is_called() -> None:
    somebody = arrival(Forename="Jolanta", Known_As="Jol")
    assert (somebody.preferred_name, somebody.given_name) == ("Jol", "Jolanta")


def test_formula_and_script_text_is_kept_as_it_is() -> None:
    somebody = arrival(Reason_for_Referral='=HYPERLINK("http://example.com","x")', Comms_Needs="<script>x</script>")
    assert somebody.referral_reason == '=HYPERLINK("http://example.com","x")'
    assert somebody.comms_needs == "<script>x</script>"


def test_comms_needs_are_kept_word_for_word() -> None:
    assert arrival(Comms_Needs=" Text\nday before ").comms_needs == " Text\nday before "


def test_the_same_row_written_another_way_has_the_same_fingerprint() -> None:
    one = arrival(NHS_Number="999 824 6288", DOB="14/03/1997", Surname="Osei")
    other = arrival(NHS_Number="9998246288", DOB="1997-03-14", Surname=" Osei ")
    assert one.fingerprint == other.fingerprint
    assert one.fingerprint != arrival(NHS_Number="9998246288", Surname="Osai").fingerprint


def test_somebody_like_a_row_above_says_which() -> None:
    _first, second, third = rows_of(caseload_file({}, {"Forename": "Amarah"}, {"Forename": "Rowan"}))
    assert (second.resembles_line, third.resembles_line) == (2, None)


def test_an_arrival_can_be_kept_as_json_and_read_back() -> None:
    somebody = arrival(Known_As="Ama", Comms_Needs="Easy read")
    assert Arrival.from_json(somebody.as_json()) == somebody


def test_headings_may_be_spaced_and_spelt_in_other_ways() -> None:
    content = caseload_file({}).replace(b"Known As", b" known_as ").replace(b"NHS Number", b"NHSNumber")
    assert isinstance(rows_of(content)[0], Arrival)


@pytest.mark.parametrize("column", ["NHS Number", "Surname", "DOB", "Referral Received"])
def test_a_file_without_a_needed_column_is_refused_with_its_name(column: str) -> None:
    with pytest.raises(Invalid, match=f"no column “{column}”"):
        rows_of(caseload_file({}, columns=tuple(name for name in COLUMNS if name != column)))


def test_a_column_that_is_there_twice_is_refused_with_its_name() -> None:
    with pytest.raises(Invalid, match="column “Surname” more than once"):
        rows_of(caseload_file({}, columns=(*COLUMNS, "Surname")))


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"PK\x03\x04rest of a workbook", "NHS Number,Surname".encode("utf-16")],
)
def test_a_file_that_is_no_csv_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid, match=r"isn’t a CSV file|is empty"):
        rows_of(content)


def test_a_quotation_mark_that_is_never_closed_refuses_the_file_and_names_the_line() -> None:
    content = caseload_file({}, {"Surname": "Walsh"}).replace(b"Walsh", b'"Walsh')
    with pytest.raises(Invalid, match="Line 3 of the file"):
        rows_of(content)


def test_a_misplaced_quotation_mark_refuses_its_row_alone() -> None:
    content = caseload_file({}, {"Surname": "Walsh"}, {"Surname": "Price"}).replace(b"Walsh", b'"Wal"sh')
    kinds = [type(row) for row in rows_of(content)]
    assert kinds == [Arrival, Refused, Arrival]


def test_a_row_with_too_few_or_too_many_cells_is_refused_and_the_others_come_in() -> None:
    content = caseload_file({}) + b"a,b,c\r\n" + b",".join([b"x"] * 16) + b"\r\n" + caseload_file({}).split(b"\n", 1)[1]
    rows = rows_of(content)
    assert [type(row) for row in rows] == [Arrival, Refused, Refused, Arrival]
    assert rows[1].reason == "The row has 3 cells and the header has 15"


def test_rows_without_text_are_passed_over() -> None:
    assert len(rows_of(caseload_file({}) + b",,,,,\r\n\r\n" + b"," * 30)) == 1


def test_a_line_break_inside_quotes_keeps_the_row_together_and_the_lines_right() -> None:
    rows = rows_of(caseload_file({"Reason for Referral": "one\ntwo"}, {"Surname": ""}))
    assert [row.line for row in rows] == [2, 4]


def test_a_character_that_can_not_be_kept_refuses_its_row_alone() -> None:
    assert refusals(Comms_Needs="a\0b") == [Refusal.OTHER]


def test_text_longer_than_its_place_is_refused() -> None:
    assert refusals(Pronouns="x" * 201) == [Refusal.OTHER]


def test_a_file_of_an_older_windows_program_is_read() -> None:
    file = CaseloadFile(io.BytesIO(caseload_file({"Forename": "Zoë"}).decode().encode("cp1252")))
    assert file.encoding == "cp1252"
    assert next(iter(judged(file))).given_name == "Zoë"


def test_a_large_file_stays_small_in_memory() -> None:
    """100,000 rows take 25 times as much at most: 125 MB, beside the 75 MB that the app itself takes."""
    born = date(1950, 1, 1)
    rows = ({"DOB": (born + timedelta(days=number)).isoformat(), "Comms Needs": "Easy read"} for number in range(4000))
    content = caseload_file(*rows)
    tracemalloc.start()
    try:
        judge_caseload(io.BytesIO(content))
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


@given(st.binary(max_size=400), st.binary(max_size=400))
def test_no_file_whatever_breaks_the_reading(start: bytes, end: bytes) -> None:
    for content in (start, caseload_file({}) + end):
        try:
            rows = rows_of(content)
        except Invalid:
            continue
        assert all(isinstance(row, Arrival) or row.reason for row in rows)

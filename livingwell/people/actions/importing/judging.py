"""Whether a row can come in, and what it then says. Nothing is asked of the database here."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple, cast

from livingwell.core.clock import today
from livingwell.core.contact import is_email, is_phone
from livingwell.core.dates import MONTHS
from livingwell.core.delimited import Row
from livingwell.core.identifiers import is_nhs_number, nhs_number_digits
from livingwell.core.names import are_similar
from livingwell.core.text import LONG, SHORT, has_unprintable
from livingwell.people.actions.importing import columns
from livingwell.people.actions.importing.reading import CaseloadFile
from livingwell.people.models import Arrival, Refusal

OLDEST_POSSIBLE_YEARS = 130
"""Nobody has lived so long: such a date of birth is a slip of the pen. Age itself refuses nobody."""

_LONGEST = {columns.REASON: LONG, columns.COMMS_NEEDS: LONG, columns.POSTCODE: 20}
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_MONTH_NAMED = re.compile(r"(\d{1,2})-([a-z]{3})[a-z]*-(\d{4})", re.ASCII | re.IGNORECASE)
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a row out."""

    refusal: Refusal
    words: str


@dataclass(frozen=True)
class Refused:
    """A row that can't come in, with everything that is wrong with it, the first counting."""

    line: int
    problems: list[Problem]
    cells: list[str]

    @property
    def reason(self) -> str:
        return ". ".join(problem.words for problem in self.problems)


class _Seen(NamedTuple):
    line: int
    names: tuple[str, str, str]
    fingerprint: str


@dataclass
class _Higher:
    """What stood higher in the file, as far as later rows need to know."""

    lines_of_number: Mapping[str, list[int]]
    line_with_number: dict[str, int] = field(default_factory=dict)
    born_on: dict[date, list[_Seen]] = field(default_factory=dict)


def judged(file: CaseloadFile) -> Iterator[Arrival | Refused]:
    """Each row of the file, in order: somebody on the way in, or refused with the reasons.

    Of rows that share an NHS number, the first that is otherwise fit comes in, marked; the rest are refused.
    """
    higher = _Higher(_numbers_used_more_than_once(file))
    for row in file.rows():
        yield _judged(file, row, higher)


def read_date(text: str) -> date | None:
    """25/12/1976, 1976-12-25 or 25-Dec-1976; the day is always before the month. None for any other."""
    text = text.strip()
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif found := _MONTH_NAMED.fullmatch(text):
        day, name, year = found.groups()
        month = str(_MONTH_NUMBERS.get(name.lower(), 0))
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _judged(file: CaseloadFile, row: Row, higher: _Higher) -> Arrival | Refused:
    if row.problem:
        return Refused(row.line, [Problem(Refusal.UNREADABLE, row.problem)], row.cells)
    cells = {column: file.cell(row, column) for column in file.places}
    number = nhs_number_digits(cells[columns.NHS_NUMBER])
    problems = list(_problems(cells))
    first = higher.line_with_number.get(number) if number else None
    if first is not None:
        words = f"The NHS number on line {row.line} is already used on line {first} of this file"
        problems.append(Problem(Refusal.NUMBER_USED_HIGHER, words))
    if problems:
        order = list(Refusal)
        return Refused(row.line, sorted(problems, key=lambda problem: order.index(problem.refusal)), row.cells)
    if number:
        higher.line_with_number[number] = row.line
    return _arrival(row.line, cells, higher)


def _problems(cells: Mapping[str, str]) -> Iterator[Problem]:
    yield from _unkeepable(cells)
    if not cells[columns.SURNAME].strip():
        yield Problem(Refusal.NO_SURNAME, "There is no surname")
    number = nhs_number_digits(cells[columns.NHS_NUMBER])
    if number and not is_nhs_number(number):
        yield Problem(Refusal.NHS_NUMBER, "The NHS number is mistyped: its check digit doesn’t fit")
    yield from _wrong_dates(cells)
    email = cells.get(columns.EMAIL, "").strip()
    if email and not is_email(email):
        yield Problem(Refusal.EMAIL, "The e-mail address doesn’t have the form of one")
    phone = cells.get(columns.MOBILE, "").strip()
    if phone and not is_phone(phone):
        yield Problem(Refusal.OTHER, "The mobile number is too short or too long to be one")
    if not (cells[columns.FORENAME].strip() or cells.get(columns.KNOWN_AS, "").strip()):
        yield Problem(Refusal.OTHER, "There is no forename")


def _wrong_dates(cells: Mapping[str, str]) -> Iterator[Problem]:
    born_on = read_date(cells[columns.BORN_ON])
    if born_on is None:
        yield Problem(Refusal.BORN_ON, "The date of birth is not a date that exists")
    elif born_on > today():
        yield Problem(Refusal.BORN_ON, "The date of birth is in the future")
    elif born_on.year < today().year - OLDEST_POSSIBLE_YEARS:
        yield Problem(Refusal.BORN_ON, "The date of birth is too long ago to be right")
    referred_on = read_date(cells[columns.REFERRED_ON])
    if referred_on is None:
        yield Problem(Refusal.OTHER, "The date of the referral is not a date that exists")
    elif referred_on > today():
        yield Problem(Refusal.OTHER, "The date of the referral is in the future")


def _unkeepable(cells: Mapping[str, str]) -> Iterator[Problem]:
    for column, text in cells.items():
        longest = _LONGEST.get(column, SHORT)
        if has_unprintable(text):
            yield Problem(Refusal.OTHER, f"“{column}” holds a character that can’t be kept")
        if len(text) > longest:
            yield Problem(Refusal.OTHER, f"“{column}” is longer than {longest:,} characters")


def _arrival(line: int, cells: Mapping[str, str], higher: _Higher) -> Arrival:
    """What the row says; its dates were found to be dates."""

    def text(column: str) -> str:
        return cells.get(column, "").strip()

    number = nhs_number_digits(text(columns.NHS_NUMBER))
    known_as = text(columns.KNOWN_AS)
    given_name = text(columns.FORENAME) or known_as
    arrival = Arrival(
        line=line,
        fingerprint=fingerprint(cells),
        given_name=given_name,
        family_name=text(columns.SURNAME),
        preferred_name=known_as or given_name,
        born_on=cast(date, read_date(text(columns.BORN_ON))),
        referred_on=cast(date, read_date(text(columns.REFERRED_ON))),
        nhs_number=number,
        number_to_check=_number_to_check(number, higher),
        pronouns=text(columns.PRONOUNS),
        mobile=text(columns.MOBILE),
        email=text(columns.EMAIL),
        postcode=text(columns.POSTCODE),
        gp_practice=text(columns.GP_PRACTICE),
        referred_by=text(columns.REFERRED_BY),
        referral_reason=text(columns.REASON),
        key_worker=text(columns.KEY_WORKER),
        comms_needs=cells.get(columns.COMMS_NEEDS, "") if text(columns.COMMS_NEEDS) else "",
    )
    return _with_resemblance(arrival, higher)


def fingerprint(cells: Mapping[str, str]) -> str:
    """The same for a row however its number and dates were written, its text was spaced or columns stood."""
    meanings = []
    for column in sorted(cells):
        words = " ".join(cells[column].split())
        if column == columns.NHS_NUMBER:
            words = nhs_number_digits(words)
        elif column in (columns.BORN_ON, columns.REFERRED_ON):
            words = str(read_date(words))
        if words:
            meanings.append(f"{column}={words}")
    return hashlib.sha256("\n".join(meanings).encode()).hexdigest()


def _number_to_check(number: str, higher: _Higher) -> str:
    lines = higher.lines_of_number.get(number)
    if not lines:
        return ""
    listed = " and ".join((", ".join(map(str, lines[:-1])), str(lines[-1])))
    return f"number shared in the file: check (lines {listed})"


def _with_resemblance(arrival: Arrival, higher: _Higher) -> Arrival:
    """The arrival, saying whom it resembles of those higher in the file who were born on the same day."""
    born_then = higher.born_on.setdefault(arrival.born_on, [])
    born_then.append(_Seen(arrival.line, arrival.names, arrival.fingerprint))
    found = next((seen for seen in born_then[:-1] if are_similar(arrival.names, seen.names)), None)
    if found is None:
        return arrival
    return replace(arrival, resembles_line=found.line, is_repeat=found.fingerprint == arrival.fingerprint)


def _numbers_used_more_than_once(file: CaseloadFile) -> Mapping[str, list[int]]:
    """The lines of each valid number that stands in the file more than once."""
    first: dict[str, int] = {}
    shared: dict[str, list[int]] = {}
    for row in file.rows():
        number = "" if row.problem else nhs_number_digits(file.cell(row, columns.NHS_NUMBER))
        if not number:
            continue
        if number in first:
            shared.setdefault(number, [first[number]]).append(row.line)
        else:
            first[number] = row.line
    return shared

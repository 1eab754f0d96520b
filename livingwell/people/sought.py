"""What somebody typed to find a person: a name, an NHS number or a date of birth."""

import re
from dataclasses import dataclass
from datetime import date

from livingwell.core.clock import today
from livingwell.core.dates import MONTHS
from livingwell.core.identifiers import is_nhs_number, nhs_number_digits
from livingwell.core.text import SHORT, fold

_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_BACKWARDS = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}),? (\d{4}|\d{2})")


@dataclass(frozen=True)
class Sought:
    """Exactly one of the three is filled; none where nothing was typed that could find anybody."""

    words: tuple[str, ...] = ()
    nhs_number: str = ""
    born_on: date | None = None


def sought(term: str) -> Sought:
    """Read what was typed.

    >>> sought("O’Neill  sian").words
    ('oneill', 'sian')
    >>> sought("999 000 0018").nhs_number
    '9990000018'
    >>> sought("14 March 1997").born_on
    datetime.date(1997, 3, 14)
    """
    if is_nhs_number(term):
        return Sought(nhs_number=nhs_number_digits(term))
    born = date_typed(term)
    if born:
        return Sought(born_on=born)
    return Sought(words=tuple(word for word in (fold(part)[:SHORT] for part in term.split()) if word))


def date_typed(term: str) -> date | None:
    """The date in any common form: 14/3/1997, 14.03.97, 1997-03-14, 14 March 1997. None where it is no date."""
    typed = " ".join(term.casefold().split())
    if match := _NUMBERS.fullmatch(typed):
        return _date(match[3], match[2], match[1])
    if match := _BACKWARDS.fullmatch(typed):
        return _date(match[1], match[2], match[3])
    if match := _WORDS.fullmatch(typed):
        months = [number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(match[2])]
        return _date(match[3], str(months[0]), match[1]) if months else None
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(_whole_year(year), int(month), int(day))
    except ValueError:
        return None


def _whole_year(year: str) -> int:
    """Of two figures, the latest such year that has begun."""
    if len(year) == 4:
        return int(year)
    this = today().year
    return this - (this - int(year)) % 100

"""The narrow drawing: time runs down, each way has a column."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from livingwell.adjustments.models import Way
from livingwell.contacts.models.engagement import Asked, Engagement, Mark
from livingwell.contacts.presenters.drawing import Band, Spot, band, change_words, changes_of, height_of, stacked
from livingwell.contacts.presenters.drawing import ways_shown as ways_of
from livingwell.core.clock import in_london
from livingwell.core.dates import MONTHS

WIDTH, LEFT = 290, 74
HEAD, TALL_HEAD, FOOT, TALL_FOOT, YEAR, TEXT_LINE, NUMBER = 44, 108, 44, 80, 24, 17, 11
FITS_A_NAME = 43  # narrower columns have their names upright, and a number under its shape
LETTERS_IN_A_LINE = 40
MOST_DAYS = 45
"""Up to so many days have a line each; of more, a line shows two slots of the time line, from its first day on."""


@dataclass(frozen=True)
class Day:
    """One line across: a day, or a year that begins."""

    y: float
    text_y: float
    label: str
    is_year: bool = False


@dataclass(frozen=True)
class Telling:
    """What the person told us, in lines across the drawing."""

    y: float
    height: float
    lines: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Down:
    """The drawing, ready to be written down.

    `is_upright`: the columns’ names don’t fit across; `numbers_under`: nor do numbers.
    """

    width: int
    height: float
    head: float
    foot: float
    is_upright: bool
    numbers_under: bool
    bands: tuple[Band, ...]
    days: tuple[Day, ...]
    tellings: tuple[Telling, ...]
    spots: tuple[Spot, ...]

    @classmethod
    def of(cls, seen: Engagement, name: str) -> "Down":
        ways = ways_of(seen)
        size = round((WIDTH - LEFT) / len(ways), 1)
        is_upright = size < FITS_A_NAME
        bands = {way: band(seen, way, LEFT + size * number, size) for number, way in enumerate(ways)}
        head = TALL_HEAD if is_upright else HEAD
        laid = _Laying(bands, head, name)
        things: list[tuple[datetime, Asked | list[Mark]]] = [*_slots(seen), *_told(seen)]
        for _at, thing in sorted(things, key=lambda each: each[0]):
            laid.add(thing)
        height = laid.y + (TALL_FOOT if is_upright else FOOT)
        shown = (tuple(laid.days), tuple(laid.tellings), tuple(laid.spots))
        return cls(WIDTH, height, head, laid.y, is_upright, laid.number > 0, tuple(bands.values()), *shown)


class _Laying:
    """Lays one thing under the other."""

    def __init__(self, bands: dict[Way, Band], y: float, name: str) -> None:
        self.bands, self.y, self.name = bands, y, name
        self.days: list[Day] = []
        self.tellings: list[Telling] = []
        self.spots: list[Spot] = []
        self.number = 0 if min(band.size for band in bands.values()) >= FITS_A_NAME else NUMBER
        self.year: int | None = None

    def add(self, thing: "Asked | list[Mark]") -> None:
        if isinstance(thing, Asked):
            self._tell(thing)
        else:
            self._show(thing)

    def _tell(self, asked: Asked) -> None:
        lines = list(_wrapped(change_words(asked, self.name)))
        numbered = tuple((self.y + TEXT_LINE * number, text) for number, text in enumerate(lines, 1))
        height = TEXT_LINE * len(lines) + 8
        self.tellings.append(Telling(self.y, height, numbered))
        self.y += height

    def _show(self, marks: list[Mark]) -> None:
        day = in_london(min(mark.first_at for mark in marks)).date()
        self._begin_year(day)
        self.days.append(Day(self.y, self.y + 17, _day_name(marks, day)))
        by_way = {way: [mark for mark in marks if mark.way is way] for way in self.bands}
        for way, some in by_way.items():
            self.spots += stacked(some, self.bands[way].middle, self.y + 12, self.number)
        self.y += max(height_of(some, self.number) for some in by_way.values())

    def _begin_year(self, day: date) -> None:
        if self.year not in (None, day.year):
            self.days.append(Day(self.y, self.y + 17, str(day.year), is_year=True))
            self.y += YEAR
        self.year = day.year


def _slots(seen: Engagement) -> Iterator[tuple[datetime, list[Mark]]]:
    """What stands in each line: a day, or two slots where there are too many days."""
    marks = sorted(seen.marks, key=lambda mark: mark.first_at)
    has_days = len({_day(mark) for mark in marks}) <= MOST_DAYS and all(_day(mark) == _last(mark) for mark in marks)
    for _line, some in groupby(marks, key=_day if has_days else _two_slots):
        together = list(some)
        yield together[0].first_at, together


def _told(seen: Engagement) -> Iterator[tuple[datetime, Asked]]:
    yield from ((asked.at, asked) for asked in changes_of(seen))


def _two_slots(mark: Mark) -> int:
    return mark.slot // 2


def _day(mark: Mark) -> date:
    return in_london(mark.first_at).date()


def _last(mark: Mark) -> date:
    return in_london(mark.last_at).date()


def _day_name(marks: list[Mark], day: date) -> str:
    """26 March, 3 Nov; from 3 Nov where the line goes on over later days."""
    month = MONTHS[day.month - 1]
    short = f"{day.day} {month if len(month) <= len('April') else month[:3]}"
    return short if all(_last(mark) == day for mark in marks) else f"from {day.day} {month[:3]}"


def _wrapped(words: str) -> Iterator[str]:
    """The words in lines that fit across, broken between words."""
    line = ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > LETTERS_IN_A_LINE:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line

"""The wide drawing: time runs across, each way has a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from livingwell.adjustments.models import Way
from livingwell.contacts.models.engagement import SLOTS, Engagement, Mark
from livingwell.contacts.presenters.drawing import (
    STACKED,
    Band,
    Spot,
    band,
    change_words,
    changes_of,
    height_of,
    stacked,
    ways_shown,
)
from livingwell.core.clock import in_london, london_instant
from livingwell.core.dates import MONTHS, short_date


@dataclass(frozen=True)
class Room:
    """How wide the drawing is, where its time line begins and how long it is; `together` slots share a shape."""

    width: int
    left: int
    plot: int
    together: int

    @property
    def shape(self) -> int:
        """No shape covers another, because what shares one has as much room as it takes."""
        return self.plot * self.together // SLOTS - 1


FULL, COLUMN = Room(1182, 160, 840, 1), Room(840, 140, 520, 2)
"""Over the whole page, and in a column beside another. Both are drawn about as large as they are shown."""

ROW, ABOVE_ROWS, LABEL_LINE, UNDER_ROWS, NUMBER = 52, 14, 18, 30, 11
BESIDE_LINE = 4
LETTER = 7.6  # about as wide as a letter of a change's words is drawn, at most
NAME_OF_A_MONTH, WORTH_NAMING = 84, 14  # days of the month that the line begins in
FEW_DAYS, A_WEEK = 75, 7


@dataclass(frozen=True)
class Tick:
    """A day on the time line, with its name."""

    x: float
    label: str


@dataclass(frozen=True)
class Change:
    """When the person told us how to be reached: a line, and its words beside its head."""

    x: float
    text_x: float
    y: float
    words: str


@dataclass(frozen=True)
class Across:
    """The drawing, ready to be written down. `top` is where the first row begins."""

    width: int
    height: float
    top: float
    bottom: float
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    changes: tuple[Change, ...]
    spots: tuple[Spot, ...]

    @classmethod
    def of(cls, seen: Engagement, name: str, room: Room = FULL) -> "Across":
        line = TimeLine(seen.until - SLOTS * seen.slot_length, seen.until, room)
        changes = tuple(_changes(seen, name, line))
        top = max((change.y for change in changes), default=0) + ABOVE_ROWS
        bands, spots, y = [], [], top
        for way in ways_shown(seen):
            stacks = list(_stacks(seen, way, line))
            size = max([ROW, *(height_of(marks, NUMBER) + ROW / 2 for _x, marks in stacks)])
            bands.append(band(seen, way, y, size))
            spots += [spot for x, marks in stacks for spot in stacked(marks, x, y + _first_at(marks, size), NUMBER)]
            y += size
        return cls(room.width, y + UNDER_ROWS, top, y, tuple(bands), tuple(line.ticks()), changes, tuple(spots))


@dataclass(frozen=True)
class TimeLine:
    """From the beginning of the first slot to now."""

    start: datetime
    end: datetime
    room: Room = FULL

    def x(self, at: datetime) -> int:
        """Where the instant stands; what lies before the line begins, at its beginning."""
        return round(self.room.left + self.room.plot * min(1, max(0, (at - self.start) / (self.end - self.start))))

    def ticks(self) -> Iterator[Tick]:
        """Weeks of a short line, months of a longer one, then every third or sixth, then years."""
        for day, label in self._days():
            yield Tick(self.x(london_instant(day, 0)), label)

    def _days(self) -> Iterator[tuple[date, str]]:
        first, last = in_london(self.start).date(), in_london(self.end).date()
        if (last - first).days <= FEW_DAYS:
            return _weeks(first, last)
        months = [month for month in _months(first, last) if month > first]
        most = self.room.plot // NAME_OF_A_MONTH
        step = next(step for step in (1, 3, 6, 12, 24, 60, 120) if len(months) <= step * most)
        named = [month for month in months if (month.year * 12 + month.month - 1) % step == 0]
        if step == 1 and (months[0] - first).days > WORTH_NAMING:
            named.insert(0, first)
        return iter([(month, _month_name(month, step)) for month in named])


def _weeks(first: date, last: date) -> Iterator[tuple[date, str]]:
    step = timedelta(days=A_WEEK if (last - first).days <= FEW_DAYS // 2 + A_WEEK else 2 * A_WEEK)
    monday = first + timedelta(days=-first.weekday() % A_WEEK)
    while monday <= last:
        yield monday, short_date(monday)
        monday += step


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _month_name(month: date, step: int) -> str:
    if step >= len(MONTHS):
        return str(month.year)
    name = MONTHS[month.month - 1]
    if step > 1:
        return f"{name[:3]} {month.year}"
    return f"{name} {month.year}" if month.month == 1 else name


def _stacks(seen: Engagement, way: Way, line: TimeLine) -> Iterator[tuple[float, list[Mark]]]:
    """The marks of a way, slot by slot, each pushed on a little where it would cover the one before."""
    room = line.room
    before = room.left - room.shape
    of_the_way = (mark for mark in seen.marks if mark.way is way)
    for _shape, some in groupby(of_the_way, key=lambda mark: mark.slot // room.together):
        marks = list(some)
        before = max(line.x(min(mark.first_at for mark in marks)), before + room.shape)
        yield before, marks


def _first_at(marks: list[Mark], size: float) -> float:
    """How far under the top of its row the first of a stack stands, so that the stack is in the middle."""
    return (size - height_of(marks, NUMBER) + STACKED) / 2


def _changes(seen: Engagement, name: str, line: TimeLine) -> Iterator[Change]:
    """Each change of what was asked, its words beside its line as far as there is room, and never over other words."""
    taken: list[float] = []
    for asked in changes_of(seen):
        x, words = line.x(asked.at), change_words(asked, name)
        length = LETTER * len(words)
        begins = round(max(0, min(x + BESIDE_LINE, line.room.width - length)))
        level = next((level + 1 for level in reversed(range(len(taken))) if taken[level] > begins - LETTER), 0)
        taken[level:] = [max(x, begins + length)]
        yield Change(x, begins, LABEL_LINE * (level + 1), words)

"""What both drawings of the engagement picture share: the shapes, the ways in order, and words for a change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.models import AsAsked
from livingwell.contacts.models.engagement import TRIED, Asked, Engagement, Mark, Result
from livingwell.contacts.presenters.ways import SHORT_NAMES, STANDINGS, wanted
from livingwell.core.clock import in_london, today
from livingwell.core.dates import long_date, short_date

STACKED = 24
"""How much room a shape takes in a stack."""

FROM_THE_PERSON = "p"
_SHAPES = {AsAsked.AS_ASKED: "c", AsAsked.NOT_AS_ASKED: "d", AsAsked.BEFORE_WE_ASKED: "s"}
_SIGNS = {
    Result.REACHED: "r",
    Result.MISSED: "n",
    Result.NOT_SEEN: "n",
    Result.NO_REPLY: "n",
    Result.WAITING: "w",
    Result.CANCELLED_BY_US: "x",
    Result.CANCELLED_BY_PERSON: "x",
}
_ASKED_WORDS = {"c": "As asked", "d": "Not as asked", "s": "Before we asked"}
_SIGN_WORDS = {"r": "reached", "n": "not reached", "w": "still waiting", "x": "cancelled"}
_ORDER = ("cr", "cn", "dr", "dn", "sr", "sn", "cw", "dw", "sw", "cx", "dx", "sx", FROM_THE_PERSON)

_BY_STANDING = (Standing.BEST, Standing.FINE, None, Standing.ONLY_IF_URGENT, Standing.NOT_WANTED, Standing.NOT_SAFE)


@dataclass(frozen=True)
class Spot:
    """One shape on the drawing. `count` is how many contacts it stands for, "" for one, beside or under it."""

    x: float
    y: float
    symbol: str
    count: str


@dataclass(frozen=True)
class Band:
    """The row or the column of one way. `tone` is best, never or ""; `reached_tone` is all, none or ""."""

    start: float
    size: float
    way: str
    standing: str
    tone: str
    reached: str
    reached_tone: str

    @property
    def middle(self) -> float:
        return round(self.start + self.size / 2, 1)

    @property
    def short_standing(self) -> str:
        """What fits over a narrow column."""
        return {"Best way": "Best", "Only if urgent": "If urgent", "Never: not safe": "Not safe"}.get(
            self.standing, self.standing
        )


@dataclass(frozen=True)
class Key:
    """A shape and what it says."""

    symbol: str
    words: str


def symbol_of(as_asked: AsAsked, result: Result) -> str:
    """The shape says whether it was as asked; the sign in it, what became of it."""
    return FROM_THE_PERSON if result is Result.FROM_THE_PERSON else _SHAPES[as_asked] + _SIGNS[result]


def key_of(seen: Engagement, name: str) -> tuple[Key, ...]:
    """What the shapes of this picture mean. Shapes that it doesn’t show are left out."""
    shown = {symbol_of(tally.as_asked, tally.result) for tally in seen.tallies}
    return tuple(Key(symbol, _meaning(symbol, name)) for symbol in _ORDER if symbol in shown)


def ways_shown(seen: Engagement) -> list[Way]:
    """The best ways, tried or not, and whatever was tried: the most welcome first."""
    said = dict(seen.in_force.standings) if seen.in_force else {}
    gone = {tally.way for tally in seen.tallies}
    shown = [way for way in Way if way in gone or said.get(way) is Standing.BEST]
    return sorted(shown, key=lambda way: _BY_STANDING.index(said.get(way)))


def band(seen: Engagement, way: Way, start: float, size: float) -> Band:
    """The band of a way, with what the person says of it now and how often we reached them."""
    standing = seen.in_force.of(way) if seen.in_force else None
    reached, tried = seen.count(Result.REACHED, way=way), seen.count(*TRIED, way=way)
    tone = "best" if standing is Standing.BEST else "never" if standing and standing.is_never else ""
    reached_tone = "" if not tried else "all" if reached == tried else "none" if not reached else ""
    words = f"{reached} of {tried}" if tried else _untried(seen, way)
    return Band(start, size, SHORT_NAMES[way], STANDINGS[standing] if standing else "", tone, words, reached_tone)


def _untried(seen: Engagement, way: Way) -> str:
    waiting = seen.count(Result.WAITING, way=way)
    return f"{waiting} waiting" if waiting else ""


def stacked(marks: Iterable[Mark], x: float, y: float, number: float) -> Iterator[Spot]:
    """The marks of one way in one slot, under each other from `y`: contacts alike are one shape with their number.

    `number` is the room that a number takes under its shape; 0 where it stands beside it.
    """
    for symbol, count in _alike(marks):
        yield Spot(round(x), round(y), symbol, str(count) if count > 1 else "")
        y += STACKED + number * (count > 1)


def height_of(marks: Iterable[Mark], number: float) -> float:
    """How much room they take when they are stacked."""
    return sum(STACKED + number * (count > 1) for _symbol, count in _alike(marks))


def change_words(asked: Asked, name: str) -> str:
    """3 March: Amara asks for texts, never phone calls"""
    day = in_london(asked.at).date()
    return f"{short_date(day) if day.year == today().year else long_date(day)}: {name} {_asking(asked)}"


def _asking(asked: Asked) -> str:
    best, never = wanted(asked.best), wanted(asked.never, "or")
    if best and never:
        return f"asks for {best}, never {never}"
    if never:
        return f"asks for no {never}"
    return f"asks for {best}" if best else "tells us how to be reached"


def changes_of(seen: Engagement) -> Iterator[Asked]:
    """The tellings that changed what we were asked for, each beginning a stretch of the time line."""
    before = None
    for asked in seen.asked:
        if before is None or not asked.asks_the_same(before):
            yield asked
        before = asked


def _alike(marks: Iterable[Mark]) -> list[tuple[str, int]]:
    """A missed appointment and an attempt without an answer look alike: the numbers beside the drawing part them."""
    counts: dict[str, int] = defaultdict(int)
    for mark in marks:
        counts[symbol_of(mark.as_asked, mark.result)] += mark.count
    return sorted(counts.items(), key=lambda each: _ORDER.index(each[0]))


def _meaning(symbol: str, name: str) -> str:
    if symbol == FROM_THE_PERSON:
        return f"{name} reached us"
    return f"{_ASKED_WORDS[symbol[0]]}, {_SIGN_WORDS[symbol[1]]}"

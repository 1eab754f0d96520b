"""Timing a page and its floor in turns, so that a busy moment of the machine falls on both."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

ROUNDS = 60
WARM = 5


@dataclass(frozen=True)
class Timed:
    """The best of many, in milliseconds: what the work costs when nothing else is in the way."""

    page: float
    floor: float

    @property
    def ratio(self) -> float:
        return self.page / self.floor


def timed(page: Callable[[], object], floor: Callable[[], object], rounds: int = ROUNDS) -> Timed:
    """Run both, one after the other, many times."""
    pages, floors = [], []
    for number in range(rounds + WARM):
        took_page, took_floor = _milliseconds(page), _milliseconds(floor)
        if number >= WARM:
            pages.append(took_page)
            floors.append(took_floor)
    return Timed(_best(pages), _best(floors))


def _milliseconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000


def _best(times: list[float]) -> float:
    """The fastest tenth's slowest: steadier than the single fastest."""
    return sorted(times)[len(times) // 10]

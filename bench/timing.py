"""Timing several runs in turns, so that a busy moment of the machine falls on all of them."""

import gc
from collections.abc import Callable, Sequence
from time import perf_counter

WARM = 5


def best_times(runs: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The milliseconds that each takes at its best: what the work costs when nothing else is in the way."""
    times: list[list[float]] = [[] for _run in runs]
    gc.collect()
    for number in range(rounds + WARM):
        for run, taken in zip(runs, times, strict=True):
            took = _milliseconds(run)
            if number >= WARM:
                taken.append(took)
    return [min(taken) for taken in times]


def _milliseconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000

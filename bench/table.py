"""The tables, as they are printed."""

from collections.abc import Iterable

from bench.measuring import GROWTH_LIMIT, Line
from bench.weights import FIRST_BYTES, FIRST_REQUESTS, NEXT_BYTES, Weight

TIMES = "{:<22} {:>8} {:>10} {:>10} {:>6} {:>6} {:>11} {:>9} {:>7}"
WEIGHTS = "{:<22} {:>12} {:>9} {:>10}"
ABOUT_TIMES = f"""\
Milliseconds at the best of many turns. The floor is a bare view that does the page's own SELECTs in Core, the same
session load and access entry, and answers as many bytes; the floor of saving adds one entry to the audit, and no more.
A page may take `limit` times its floor, and {GROWTH_LIMIT} times as long in the large trust as in the small one."""


def heading_of_times() -> str:
    """Above the lines of one database."""
    return TIMES.format("page", "people", "page ms", "floor ms", "ratio", "limit", "statements", "bytes", "growth")


def line_of_times(line: Line) -> str:
    """One page in one trust."""
    growth = "" if line.growth is None else f"{line.growth:.2f}"
    told = TIMES.format(
        line.page,
        f"{line.people:,}",
        f"{line.milliseconds:.2f}",
        f"{line.floor:.2f}",
        f"{line.ratio:.2f}",
        f"{line.limit:.1f}",
        line.statements,
        f"{line.size:,}",
        growth,
    )
    return told + _mark(line.past)


def weights(told: Iterable[Weight]) -> str:
    """What each page weighs, under the limits."""
    limits = WEIGHTS.format("limit", f"{FIRST_BYTES:,}", FIRST_REQUESTS, f"{NEXT_BYTES:,}")
    heading = WEIGHTS.format("page", "first bytes", "requests", "next bytes")
    return "\n".join([heading, *map(_line_of_weights, told), limits])


def _line_of_weights(weight: Weight) -> str:
    told = WEIGHTS.format(weight.page, f"{weight.first_bytes:,}", weight.first_requests, f"{weight.next_bytes:,}")
    return told + _mark(weight.past)


def _mark(past: list[str]) -> str:
    return f"  PAST ITS LIMIT: {', '.join(past)}" if past else ""

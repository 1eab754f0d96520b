"""The figures as the page shows them: counts first, a share only where there is enough to share."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from livingwell.adjustments.models import Way
from livingwell.contacts.words import WAYS
from livingwell.core.dates import MONTHS, in_days
from livingwell.oversight.models import Figure, Figures, Period, Share

ENOUGH = 10
"""Of fewer contacts no percentage is shown: one more or less would move it by a tenth."""

BAR, LEFT, STEP, TOP, BOTTOM = 260, 30, 52, 26, 86

Address = Callable[..., str]
"""Gives the address of a list: the figure, and which part of it."""


@dataclass(frozen=True)
class WayLine:
    """One way: how many of its contacts were as asked."""

    way: str
    share: str
    bar: int
    before: str
    href: str


@dataclass(frozen=True)
class Point:
    """One month of the drawing. A month without contacts has no point."""

    x: int
    y: float | None
    label: str
    month: str


@dataclass(frozen=True)
class FiguresCard:
    """Everything on the page."""

    percentage: str
    share: str
    share_href: str
    not_as_asked: int
    not_as_asked_href: str
    before: str
    ways: tuple[WayLine, ...]
    points: tuple[Point, ...]
    trend: str
    phoned: str
    phoned_people: int
    phoned_href: str
    calls: str
    met: str
    met_href: str
    not_met: int
    not_met_href: str
    to_review: int
    review_wait: str
    review_href: str
    ended_anyway: int
    ended_anyway_href: str

    @classmethod
    def of(cls, counted: Figures, today: date, address: Address) -> "FiguresCard":
        """`address` leads to the list behind each figure."""
        total, kept, points = counted.total, counted.adjustments, tuple(_points(counted.by_month))
        return cls(
            percentage=percentage(total),
            share=_share(total),
            share_href=address(Figure.CONTACTS, kept="yes"),
            not_as_asked=total.not_as_asked,
            not_as_asked_href=address(Figure.CONTACTS, kept="no"),
            before=_before(total),
            ways=tuple(_ways(counted.by_way, address)),
            points=points,
            trend="; ".join(f"{point.month} {point.label}" for point in points),
            phoned=_phoned(counted),
            phoned_people=counted.phoned.people,
            phoned_href=address(Figure.PHONED),
            calls="See the call" if counted.phoned.calls == 1 else f"See the {counted.phoned.calls} calls",
            met=f"{kept.met} of {kept.met + kept.not_met} times" if kept.met + kept.not_met else "",
            met_href=address(Figure.ADJUSTMENTS),
            not_met=kept.not_met,
            not_met_href=address(Figure.ADJUSTMENTS, kept="no"),
            to_review=kept.to_review,
            review_wait=_wait(kept.review_since, today),
            review_href=address(Figure.REVIEWS),
            ended_anyway=counted.ended_anyway,
            ended_anyway_href=address(Figure.ENDED_ANYWAY),
        )


def percentage(share: Share) -> str:
    """86%; nothing of only a few."""
    return f"{_rounded(share)}%" if share.judged >= ENOUGH else ""


def _rounded(share: Share) -> int:
    """Rounded down, so that 100% is said only of all, and up from none, so that 0% is said only of none."""
    return max(share.as_asked * 100 // share.judged, 1 if share.as_asked else 0)


def _share(share: Share) -> str:
    return f"{share.as_asked:,} of {share.judged:,}" if share.judged else ""


def _before(share: Share) -> str:
    if not share.before:
        return ""
    were, are = ("was", "is") if share.before == 1 else ("were", "are")
    return f"{share.before:,} more {were} made before we had asked, and {are} not counted."


def _ways(by_way: dict[Way, Share], address: Address) -> Iterator[WayLine]:
    for way in sorted(by_way, key=lambda each: -by_way[each].judged):
        share = by_way[way]
        yield WayLine(
            way=WAYS[way],
            share=_share(share) or "none to judge",
            bar=BAR * share.as_asked // share.judged if share.judged else 0,
            before=f"{share.before} before we asked" if share.before else "",
            href=address(Figure.CONTACTS, way=way.value),
        )


def _points(by_month: Sequence[tuple[Period, Share]]) -> Iterator[Point]:
    for number, (month, share) in enumerate(by_month):
        y = BOTTOM - (BOTTOM - TOP) * share.as_asked / share.judged if share.judged else None
        label = percentage(share) or _share(share) or "none"
        yield Point(LEFT + STEP * number, y and round(y, 1), label, MONTHS[month.first.month - 1][:3])


def _phoned(counted: Figures) -> str:
    phoned = counted.phoned
    if not phoned.of:
        return "Nobody had asked never to be phoned."
    people = "1 person" if phoned.of == 1 else f"{phoned.of} people"
    if not phoned.calls:
        return f"Nobody: {people} had asked never to be phoned, and none of them was."
    calls = "1 call" if phoned.calls == 1 else f"{phoned.calls} calls"
    emergencies = f", {phoned.emergencies} of them in an emergency" if phoned.emergencies else ""
    return f"of {people}, in {calls}{emergencies}."


def _wait(since: date | None, today: date) -> str:
    return f"longest {in_days((today - since).days)}" if since and since < today else ""

"""What an address asks for: a period, and which part of a list. What can't be read is told, and the usual is shown."""

from dataclasses import dataclass
from datetime import date

from flask import request

from livingwell.adjustments.models import Way
from livingwell.core.clock import today
from livingwell.oversight.models import Figure, Period, Wanted
from livingwell.oversight.presenters.periods import usual_period
from livingwell.web.paging import page_number

EARLIEST = date(2000, 1, 1)
LONGEST_PART = 40


@dataclass(frozen=True)
class AskedFor:
    """The period to show, and what was wrong with the one that was asked for."""

    period: Period
    problem: str = ""


def asked_period() -> AskedFor:
    """The period of the address: both days and the first not after the last, or the usual one."""
    first, last = request.args.get("from", ""), request.args.get("to", "")
    usual = usual_period(today())
    if not first and not last:
        return AskedFor(usual)
    days = _day(first), _day(last)
    if days[0] is None or days[1] is None:
        return AskedFor(usual, "Enter both days, each with day, month and year")
    if not EARLIEST <= days[0] <= days[1] <= today():
        return AskedFor(usual, "The first day must come before the last, and the last must not be after today")
    return AskedFor(Period(days[0], days[1]))


def asked_part(figure: Figure) -> Wanted:
    """Which part of the list: a way, only what was kept, a page. What isn't offered is left out."""
    way, kept = request.args.get("way", "")[:LONGEST_PART], request.args.get("kept", "")
    is_of_contacts, has_kept = figure is Figure.CONTACTS, figure in (Figure.CONTACTS, Figure.ADJUSTMENTS)
    return Wanted(
        figure=figure,
        way=Way(way) if is_of_contacts and way in set(Way) else None,
        is_kept={"yes": True, "no": False}.get(kept) if has_kept else None,
        page=page_number(request.args.get("page", "")),
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip()[:LONGEST_PART])
    except ValueError:
        return None

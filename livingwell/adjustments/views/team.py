"""What is stuck in a team, at which of the six steps, and for how long."""

from typing import Any
from uuid import UUID

from flask import request, url_for

from livingwell.adjustments.models import SixStep
from livingwell.adjustments.presenters.stuck import FILTERS, MEANS, stuck_lines
from livingwell.adjustments.queries.stuck import COUNTED, PAGE, StuckPage, stuck, stuck_counts
from livingwell.adjustments.views.blueprint import adjustments
from livingwell.audit import record_read
from livingwell.core.clock import today
from livingwell.identity.permissions import Permission
from livingwell.identity.queries.teams import team_by_id
from livingwell.people.presenters.listing import Filter, Pages, counted
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page

LONGEST_NUMBER = 4  # of a page


@adjustments.get("/teams/<uuid:team_id>/adjustments")
@needs(Permission.SEE_PEOPLE)
def list_stuck(team_id: UUID) -> Any:
    """What waits at one of the six steps, the longest first."""
    actor, step, number = current_actor(), _step(), _page_number()
    found, counts = stuck(actor, team_id, step, number), stuck_counts(actor, team_id)
    record_read("list_stuck", actor, shown=[row.person.id for row in found.rows])
    return page(
        "adjustments/list_stuck.html",
        team=team_by_id(team_id),
        means=MEANS[step],
        lines=stuck_lines(found.rows, step, today()),
        filters=[_filter(team_id, each, counts[each], is_here=each is step) for each in SixStep],
        pages=_pages(team_id, step, number, found),
    )


def _step() -> SixStep:
    """The step that the address names; whether adjustments are met, where it names none."""
    asked = request.args.get("step", "")
    return SixStep(asked) if asked in set(SixStep) else SixStep.MEET


def _page_number() -> int:
    typed = request.args.get("page", "")
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER
    return max(1, int(typed)) if is_number else 1


def _filter(team_id: UUID, step: SixStep, count: int, *, is_here: bool) -> Filter:
    return Filter(FILTERS[step], _href(team_id, step), counted(count, COUNTED), is_here)


def _pages(team_id: UUID, step: SixStep, number: int, found: StuckPage) -> Pages:
    first = (number - 1) * PAGE + 1
    return Pages(
        number=number,
        previous_href=_href(team_id, step, number - 1) if number > 1 else "",
        next_href=_href(team_id, step, number + 1) if found.has_more else "",
        shown=f"Showing {first} to {first + len(found.rows) - 1}" if found.rows else "",
    )


def _href(team_id: UUID, step: SixStep, number: int = 1) -> str:
    return url_for("adjustments.list_stuck", team_id=team_id, step=step.value, page=number if number > 1 else None)

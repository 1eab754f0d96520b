"""The list behind each figure, on a page and as a file."""

from typing import Any
from uuid import UUID

from flask import Response, url_for

from livingwell.audit import record_read
from livingwell.core.errors import NotFound
from livingwell.core.spreadsheet import csv_lines
from livingwell.identity.permissions import Permission
from livingwell.identity.queries.teams import team_by_id
from livingwell.oversight.models import Figure, Listed, Period, Wanted
from livingwell.oversight.presenters.lists import HEADINGS, file_of, lines_of, title_of
from livingwell.oversight.presenters.periods import in_words
from livingwell.oversight.queries.lists import PAGE, list_behind, whole_list
from livingwell.oversight.views.asked import asked_part, asked_period
from livingwell.oversight.views.blueprint import oversight
from livingwell.people.presenters.listing import Pages
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page


@oversight.get("/teams/<uuid:team_id>/figures/<figure>")
@needs(Permission.SEE_PEOPLE)
def list_behind_figure(team_id: UUID, figure: str) -> Any:
    """What a figure counts, one by one."""
    actor, period, wanted = current_actor(), asked_period().period, asked_part(_figure(figure))
    found = list_behind(actor, team_id, period, wanted)
    lines = lines_of(wanted.figure, found.rows)
    record_read("list_behind_figure", actor, shown=dict.fromkeys(line.person_id for line in lines))
    return page(
        "oversight/list_behind_figure.html",
        team=team_by_id(team_id),
        title=title_of(wanted),
        period_words="" if wanted.figure is Figure.REVIEWS else in_words(period),
        headings=HEADINGS[wanted.figure],
        lines=lines,
        pages=_pages(team_id, period, wanted, found),
        file_href=_address("oversight.download_figure", team_id, period, wanted),
        back=url_for("oversight.show_figures", team_id=team_id, **_days(period)),
    )


@oversight.get("/teams/<uuid:team_id>/figures/<figure>.csv")
@needs(Permission.SEE_PEOPLE)
def download_figure(team_id: UUID, figure: str) -> Response:
    """The whole list as a file that is safe to open in a spreadsheet; recorded as a read of everybody in it."""
    actor, period, wanted = current_actor(), asked_period().period, asked_part(_figure(figure))
    rows = whole_list(actor, team_id, period, wanted).rows
    record_read("download_figure", actor, shown=dict.fromkeys(row.person_id for row in rows))
    answer = Response("".join(csv_lines(file_of(wanted.figure, rows))), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{wanted.figure}.csv"'
    return answer


def _figure(name: str) -> Figure:
    if name not in set(Figure):
        raise NotFound
    return Figure(name)


def _pages(team_id: UUID, period: Period, wanted: Wanted, found: Listed) -> Pages:
    first, endpoint = (wanted.page - 1) * PAGE + 1, "oversight.list_behind_figure"
    before, after = (_address(endpoint, team_id, period, wanted, wanted.page + step) for step in (-1, 1))
    return Pages(
        number=wanted.page,
        previous_href=before if wanted.page > 1 else "",
        next_href=after if found.has_more else "",
        shown=f"Showing {first} to {first + len(found.rows) - 1}" if found.rows else "",
    )


def _address(endpoint: str, team_id: UUID, period: Period, wanted: Wanted, number: int = 1) -> str:
    kept = None if wanted.is_kept is None else "yes" if wanted.is_kept else "no"
    part: dict[str, Any] = {"way": wanted.way, "kept": kept, "page": number if number > 1 else None}
    return url_for(endpoint, team_id=team_id, figure=wanted.figure.value, **_days(period), **part)


def _days(period: Period) -> dict[str, Any]:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}

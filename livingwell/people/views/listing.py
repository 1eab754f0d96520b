"""The team's list, and finding people from every page."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import Response, request, url_for
from flask_login import current_user

from livingwell.audit import record_read
from livingwell.core.errors import Invalid
from livingwell.identity.permissions import Permission, may
from livingwell.identity.queries.teams import members_of
from livingwell.people import four_week_wait
from livingwell.people.actions import episodes
from livingwell.people.forms.listing import SearchForm
from livingwell.people.presenters.listing import Filter, Identity, Pages, counted, lines_of
from livingwell.people.queries.caseload import COUNTED, PAGE, Caseload, Selection, Show, caseload, counts
from livingwell.people.queries.search import people_found
from livingwell.people.sought import sought
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor, needs, only_reads
from livingwell.web.page import page, see
from livingwell.web.paging import page_number

SHOWN = {
    Show.ALL: "Everybody",
    Show.REFERRED: "Referred",
    Show.ACCEPTED: "Accepted",
    Show.WAITING: "Waiting",
    Show.ACTIVE: "Active",
    Show.TO_CHECK: "Imported, to check",
    Show.CLOSED: "Closed",
}
NUMBERED = (Show.REFERRED, Show.ACCEPTED, Show.WAITING, Show.ACTIVE)


@people.get("/people")
@needs(Permission.SEE_PEOPLE)
def list_people() -> Any:
    """The people of one team, the longest wait first."""
    actor, selection = current_actor(), _selection()
    found = caseload(actor, selection)
    ids = [row.person.id for row in found.rows]
    record_read("list_people", actor, shown=ids)
    return page(
        "people/list_people.html",
        lines=lines_of(found.rows, four_week_wait.parts_of(ids)),
        not_kept=four_week_wait.parts_not_kept_here(),
        filters=_filters(selection, counts(actor, selection.team_id, NUMBERED)),
        members=members_of([selection.team_id]),
        teams=current_user.teams,
        selection=selection,
        mine=actor.account_id,
        pages=_pages(selection, found),
        may_accept=actor.leads(selection.team_id) and any(_is_referred(row) for row in found.rows),
        may_import=may(actor, Permission.IMPORT_CASELOAD),
        address=_address(selection),
    )


@people.post("/people/accepted")
@needs(Permission.ACCEPT_REFERRALS)
def accept_referrals() -> Response:
    """Accept the referrals that were ticked, or all that the page showed."""
    ticked = request.form.getlist("shown" if "all" in request.form else "episode_ids")
    ids = [episode_id for episode_id in map(_uuid, ticked) if episode_id]
    if not ids:
        raise Invalid({"episode_ids": "Go back and tick the referrals that you accept."})
    count = len(episodes.accept_referrals(ids, current_actor()))
    said = "1 referral accepted." if count == 1 else f"{count} referrals accepted."
    return see("people.list_people", said=said, **_where_from())


@people.post("/people/search")
@only_reads
@needs(Permission.SEE_PEOPLE)
def find_people() -> Any:
    """Whoever the term fits. Posted, so that the term is in no address, title or log."""
    form, actor = SearchForm(), current_actor()
    if not form.validate():
        return page("people/find_people.html", form=form, found=None, status=422)
    found = people_found(actor, sought(form.term.data))
    record_read("find_people", actor, shown=[person.id for person in found.people])
    return page(
        "people/find_people.html",
        form=form,
        found=[Identity.of(person) for person in found.people],
        has_more=found.has_more,
    )


@people.get("/people/search")
@needs(Permission.SEE_PEOPLE)
def show_search() -> Any:
    """The search alone: where a reload after a search, or a narrow screen, lands."""
    return page("people/find_people.html", form=SearchForm(), found=None)


def _selection() -> Selection:
    """What the address asks for; anything that isn't offered is left out."""
    mine = [team.id for team in current_user.teams]
    asked = _uuid(request.args.get("team"))
    show = request.args.get("show", "")
    return Selection(
        team_id=asked if asked and asked in mine else mine[0],
        show=Show(show) if show in set(Show) else Show.ALL,
        worker_id=_uuid(request.args.get("worker")),
        page=page_number(request.args.get("page", "")),
    )


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def _address(selection: Selection, **changes: Any) -> dict[str, Any]:
    """The parts of the list's address; a page of its own only where one is named."""
    parts = {"team": selection.team_id, "show": selection.show.value, "worker": selection.worker_id, **changes}
    return {name: value for name, value in parts.items() if value}


def _where_from() -> dict[str, str]:
    """Back to the same filter of the list."""
    return {name: request.form[name] for name in ("team", "show", "worker") if request.form.get(name)}


def _filters(selection: Selection, numbers: dict[Show, int]) -> Iterable[Filter]:
    return [
        Filter(
            label=label,
            href=url_for("people.list_people", **_address(selection, show=show.value)),
            count=counted(numbers.get(show), COUNTED),
            is_here=show is selection.show,
        )
        for show, label in SHOWN.items()
    ]


def _pages(selection: Selection, found: Caseload) -> Pages:
    number, first = selection.page, (selection.page - 1) * PAGE + 1
    return Pages(
        number=number,
        previous_href=url_for("people.list_people", **_address(selection, page=number - 1)) if number > 1 else "",
        next_href=url_for("people.list_people", **_address(selection, page=number + 1)) if found.has_more else "",
        shown=f"Showing {first} to {first + len(found.rows) - 1}" if found.rows else "",
    )


def _is_referred(row: Any) -> bool:
    return row.episode.accepted_on is None and row.episode.ended_on is None

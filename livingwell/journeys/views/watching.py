"""Watch for falling through: for whom in a team we have not done something in time."""

from typing import Any
from uuid import UUID

from flask import Response, request, url_for

from livingwell.audit import record_read
from livingwell.core.errors import Invalid
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.identity.queries.teams import team_by_id
from livingwell.journeys.actions import watching as actions
from livingwell.journeys.forms.watching import AsideForm
from livingwell.journeys.presenters.watching import WatchRow, aside_line, summary
from livingwell.journeys.queries import watching as queries
from livingwell.journeys.views.blueprint import journeys
from livingwell.people.presenters.listing import Pages
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see
from livingwell.web.paging import page_number

WATCH = "/teams/<uuid:team_id>/watch"


@journeys.get(WATCH)
@needs(Permission.SEE_PEOPLE)
def list_watched(team_id: UUID) -> Any:
    """Who is on the list and why, and who is set aside from it."""
    actor = current_actor()
    found = queries.watch_list(actor, team_id, page_number(request.args.get("page", "")))
    aside = queries.set_aside_now(actor, team_id)
    record_read(
        "list_watched", actor, shown={each.person_id for each in found.rows} | {each.person_id for each in aside}
    )
    return page(
        "journeys/list_watched.html",
        team=team_by_id(team_id),
        summary=summary(found.count) if found.rows else "",
        rows=[WatchRow.of(each) for each in found.rows],
        aside=[(each, aside_line(each.why, each.written_by, each.until_on)) for each in aside],
        pages=_pages(team_id, found),
    )


@journeys.post(f"{WATCH}/<uuid:episode_id>/agenda")
@needs(Permission.CHANGE_PLANS)
def put_watched_on_agenda(team_id: UUID, episode_id: UUID) -> Response:
    """Have the next meeting talk about them."""
    actions.have_talked_about(team_id, episode_id, current_actor())
    return see("journeys.list_watched", team_id=team_id, said="The next agenda proposes them, with why.")


@journeys.route(f"{WATCH}/<uuid:episode_id>/set-aside", methods=["GET", "POST"])
@needs(Permission.CHANGE_PLANS)
def set_watched_aside(team_id: UUID, episode_id: UUID) -> Any:
    """Off the list for a while, with why and until when."""
    actor, form = current_actor(), AsideForm()
    watched = queries.watched(actor, team_id, episode_id)
    row = WatchRow.of(watched)
    if form.validate_on_submit():
        sent = form.command()
        try:
            actions.set_aside(team_id, episode_id, sent.why, sent.until_on, actor)
        except Invalid as error:
            form.refuse(error)
        else:
            return see("journeys.list_watched", team_id=team_id, said="Set aside. They come back by themselves.")
    db.session.rollback()  # where it was refused: let go of the lock before the read is entered
    record_read("set_watched_aside", actor, watched.person_id)
    return page(
        "journeys/set_watched_aside.html", status=422 if form.errors else 200, form=form, row=row, team_id=team_id
    )


@journeys.post(f"{WATCH}/<uuid:episode_id>/back")
@needs(Permission.CHANGE_PLANS)
def put_watched_back(team_id: UUID, episode_id: UUID) -> Response:
    """On the list again before the day that was set."""
    actions.put_back(team_id, episode_id, current_actor())
    return see("journeys.list_watched", team_id=team_id, said="Back on the list.")


def _pages(team_id: UUID, found: queries.WatchPage) -> Pages:
    first = (found.page - 1) * queries.PAGE
    address = {step: url_for("journeys.list_watched", team_id=team_id, page=found.page + step) for step in (-1, 1)}
    return Pages(
        number=found.page,
        previous_href=address[-1] if found.page > 1 else "",
        next_href=address[1] if found.count > first + queries.PAGE else "",
        shown=f"Showing {first + 1} to {first + len(found.rows)}" if found.rows else "",
    )

"""One entry."""

from typing import Any
from uuid import UUID

from livingwell.core.clock import today
from livingwell.directory.forms.checking import HOW
from livingwell.directory.presenters.courses import course_cards
from livingwell.directory.presenters.entry import check_lines, entry_of
from livingwell.directory.presenters.telling import told_of
from livingwell.directory.queries.courses import courses_of
from livingwell.directory.queries.features import opinions_of, words_said
from livingwell.directory.queries.services import checks_of, service_of, withdrawals_of
from livingwell.directory.views.blueprint import directory
from livingwell.identity.permissions import Permission
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page


@directory.get("/directory/<uuid:service_id>")
@needs(Permission.SEE_DIRECTORY)
def show_service(service_id: UUID) -> Any:
    """What it is, how to join, what it is like, its courses, and when somebody last checked it."""
    service = service_of(service_id)
    opinions = opinions_of([service_id]).get(service_id, {})
    to_come, past = course_cards(courses_of(service_id), today())
    return page(
        "directory/show_service.html",
        entry=entry_of(service, opinions, withdrawals_of(service_id)),
        told=told_of(opinions, words_said(service_id), current_actor().account_id),
        courses=to_come,
        past_courses=past,
        checks=check_lines(checks_of(service_id)),
        how=HOW,
    )

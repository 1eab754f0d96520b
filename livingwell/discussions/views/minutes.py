"""Minutes of a whole meeting, and all discussions about a person."""

from typing import Any
from uuid import UUID

from livingwell.audit import record_read
from livingwell.discussions.presenters.agenda import agenda_rows
from livingwell.discussions.presenters.meetings import attendance, when_words
from livingwell.discussions.presenters.minutes import MinuteOf, minutes_of
from livingwell.discussions.queries.agenda import agenda_with_wishes
from livingwell.discussions.queries.attendance import check_ins
from livingwell.discussions.queries.decisions import decisions_of_meeting
from livingwell.discussions.queries.history import agreed_at, no_changes_of
from livingwell.discussions.queries.lines import lines
from livingwell.discussions.queries.meetings import meeting, members
from livingwell.discussions.views.blueprint import discussions
from livingwell.identity.permissions import Permission
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page


@discussions.get("/meetings/<uuid:meeting_id>/minutes")
@needs(Permission.SEE_MEETINGS)
def show_minutes(meeting_id: UUID) -> Any:
    """Who, what and by when, for the whole meeting, to print."""
    actor = current_actor()
    held = meeting(actor, meeting_id)
    places = agenda_with_wishes(actor, meeting_id)
    ids = [place.id for place, _closing, _wishes in places]
    rows = agenda_rows(held, places, lines(ids))
    decided, unchanged = decisions_of_meeting(actor, meeting_id), no_changes_of(meeting_id)
    minutes: list[MinuteOf] = minutes_of(rows, decided, agreed_at(actor, meeting_id), unchanged)
    here = attendance(held, check_ins(actor, meeting_id), members(held.team_id), frozenset(), actor.account_id)
    record_read("show_minutes", actor, shown=[row.person_id for row in rows])
    return page("discussions/show_minutes.html", meeting=held, when=when_words(held), minutes=minutes, here=here)

"""The way back: how I come back, and the one press that brings me back."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from flask import Response, url_for

from livingwell.adjustments.models import ContactPreferences
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.careplans.models import HowSaid
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, NotFound
from livingwell.discussions.queries.meetings import next_meeting
from livingwell.drafts.kept import draft_of, once
from livingwell.journeys.actions.coming_back import come_back
from livingwell.journeys.actions.ways_back import tell_way_back
from livingwell.journeys.models import Support
from livingwell.journeys.queries.ways_back import support_of, supports_of, way_back_to_read
from livingwell.journeys.staying_commands import TellWayBack
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.way_back import ComeBackForm
from livingwell.portal.presenters.way_back import MyWayBack, WaysBack, WhatNext, ways_back, what_next
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.around import around
from livingwell.portal.views.blueprint import portal
from livingwell.portal.waiting import Waiting, waits
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

MY_WAY_BACK = "/my/way-back"


@portal.get(MY_WAY_BACK)
@own_door
def show_way_back(person: Person) -> Response:
    """Until when, whom it reaches, and how; or what happens now that I came back."""
    return page("portal/way_back/show_way_back.html", ways=my_ways_back(person))


@portal.post(f"{MY_WAY_BACK}/<uuid:episode_id>/known")
@own_door
def know_way_back(person: Person, episode_id: UUID) -> Response:
    """I have read how I come back."""
    way_back = support_of(person.id, episode_id).way_back
    if way_back is None:
        raise NotFound
    try:
        once(tell_way_back, way_back, TellWayBack(today(), HowSaid.ON_THIS_SCREEN), current_actor())
    except Conflict:
        return see("portal.show_way_back", said=_("It has changed since you read it. Please read it again."))
    return see("portal.show_way_back", said=_("Thank you. It stays here for you."))


@portal.route(f"{MY_WAY_BACK}/<uuid:left_id>/coming-back", methods=["GET", "POST"])
@own_door
def come_back_myself(person: Person, left_id: UUID) -> Any:
    """I want to come back. No reason is needed."""
    support = support_of(person.id, left_id)
    form = ComeBackForm()
    draft = draft_of(form, "own_coming_back", person.id, left_id)
    if saved(form, draft, lambda: come_back(person.id, form.words.data or "", current_actor(), left_id)):
        return see("portal.show_way_back")
    if not support.is_open_for(today()) and not form.is_in_conflict:
        return see("portal.show_way_back")
    way_back = support.way_back
    shown = MyWayBack.of(support, way_back, preferences_of(person.id)) if way_back else None
    return form_page("portal/way_back/come_back.html", form, draft, way=shown)


def my_ways_back(person: Person) -> WaysBack:
    """What holds today: for the page, and for home once support has ended."""
    supports, preferences = supports_of(person.id), preferences_of(person.id)
    return ways_back(supports, preferences, today(), _what_next(person, supports, preferences))


def _what_next(person: Person, supports: Sequence[Support], preferences: ContactPreferences | None) -> WhatNext | None:
    """Where support that goes on was opened by the way back."""
    goes_on = next((each for each in supports if each.came_by and each.episode.ended_on is None), None)
    if goes_on is None or goes_on.came_by is None:
        return None
    used = next(way for each in supports for way in each.versions if way.id == goes_on.came_by.way_back_id)
    team = next(each for each in around(person.id) if each.team.id == goes_on.episode.team_id)
    meeting = next_meeting(team.team.id, now())
    return what_next(goes_on.came_by, used.way, preferences, team, meeting.starts_at if meeting else None)


@waits
def way_back_waiting(person: Person) -> Iterator[Waiting]:
    """How I come back, until I have read it or somebody has told me."""
    way_back = way_back_to_read(person.id)
    if way_back is not None:
        title = _("How you can come back when our support has ended")
        yield Waiting(title, _("To read. About 1 minute."), url_for("portal.show_way_back"), way_back.created_at)

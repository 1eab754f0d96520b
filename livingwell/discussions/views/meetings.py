"""The list of meetings, planning one, ending one."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.clock import today
from livingwell.core.errors import Invalid, NotFound
from livingwell.discussions.actions.meetings import change_meeting, end_meeting, plan_meeting, plan_next
from livingwell.discussions.forms.choosing import version_of
from livingwell.discussions.forms.meeting import MeetingForm, meeting_as_data
from livingwell.discussions.presenters.meetings import MeetingRow, when_words
from livingwell.discussions.queries.meetings import (
    agenda_sizes,
    coming_meetings,
    expected_ids,
    meeting,
    members,
    past_meetings,
)
from livingwell.discussions.views.blueprint import discussions
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see


@discussions.get("/meetings")
@needs(Permission.SEE_MEETINGS)
def list_meetings() -> Any:
    """The meetings of my teams: those to come, and the latest past ones."""
    actor = current_actor()
    coming, past = coming_meetings(actor.team_ids), past_meetings(actor.team_ids)
    sizes = agenda_sizes(actor, [each.id for each in (*coming, *past)])
    rows = {each.id: MeetingRow.of(each, sizes.get(each.id, (0, 0))) for each in (*coming, *past)}
    return page(
        "discussions/list_meetings.html",
        coming=[rows[each.id] for each in coming],
        past=[rows[each.id] for each in past],
    )


@discussions.route("/meetings/new", methods=["GET", "POST"])
@needs(Permission.RUN_MEETINGS)
def new_meeting() -> Any:
    """Put a meeting in the diary."""
    actor = current_actor()
    team_id = _team_chosen()
    people = members(team_id)
    form = MeetingForm(data=None if request.form else {"on": today(), "expected": [str(m.account_id) for m in people]})
    form.offer(people)
    if form.validate_on_submit():
        try:
            made = once(plan_meeting, form.command(team_id), actor)
            return see("discussions.show_meeting", meeting_id=made, said="The meeting is in the diary")
        except Invalid as error:
            form.refuse(error)
    return page(
        "discussions/new_meeting.html",
        form=form,
        team_id=team_id,
        status=422 if form.errors else 200,
        heading="Plan a meeting",
    )


@discussions.route("/meetings/<uuid:meeting_id>/edit", methods=["GET", "POST"])
@needs(Permission.RUN_MEETINGS)
def edit_meeting(meeting_id: UUID) -> Any:
    """Another time, place or chair."""
    actor = current_actor()
    planned = meeting(actor, meeting_id)
    form = MeetingForm(data=None if request.form else meeting_as_data(planned, expected_ids(meeting_id)))
    form.offer(members(planned.team_id))
    if form.validate_on_submit():
        try:
            once(change_meeting, planned, form.command(planned.team_id), version_of(form.row_version), actor)
            return see("discussions.show_meeting", meeting_id=meeting_id, said="The meeting was changed")
        except Invalid as error:
            form.refuse(error)
    return page("discussions/edit_meeting.html", form=form, meeting_id=meeting_id, status=422 if form.errors else 200)


@discussions.post("/meetings/<uuid:meeting_id>/next")
@needs(Permission.RUN_MEETINGS)
def plan_following(meeting_id: UUID) -> Any:
    """Next week's meeting, from this one."""
    actor = current_actor()
    made = once(plan_next, meeting(actor, meeting_id), actor)
    return see("discussions.show_meeting", meeting_id=made, said="Next week’s meeting is in the diary")


@discussions.post("/meetings/<uuid:meeting_id>/end")
@needs(Permission.RUN_MEETINGS)
def end_now(meeting_id: UUID) -> Any:
    """The team is done for today."""
    actor = current_actor()
    following_id = once(end_meeting, meeting(actor, meeting_id), actor)
    following = when_words(meeting(actor, following_id)) if following_id else ""
    carried = f" Whoever was not reached is on the next one, {following}." if following else ""
    return see("discussions.show_minutes", meeting_id=meeting_id, said=f"The meeting has ended.{carried}")


def _team_chosen() -> UUID:
    """The team that meets: the one asked for, or the actor's first."""
    teams = sorted(current_actor().team_ids)
    asked = request.values.get("team", "")
    chosen = next((team for team in teams if str(team) == asked), None)
    if chosen is None and (asked or not teams):
        raise NotFound
    return chosen or teams[0]

"""The agenda of a meeting: who is on it, who is proposed, and each person's place."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import request

from livingwell.audit import record_read
from livingwell.carers.queries.carers import helpers_of
from livingwell.core.atomic import let_go
from livingwell.core.clock import today
from livingwell.core.text import fold
from livingwell.discussions.actions.agenda import (
    change_place,
    move_down,
    move_up,
    put_on_agenda,
    take_off_agenda,
)
from livingwell.discussions.commands import Place
from livingwell.discussions.forms.agenda import FindForm, PlaceForm, place_as_data
from livingwell.discussions.forms.meeting import CarerForm, GuestForm, carer_prefix
from livingwell.discussions.models import CaseDiscussion, Reason
from livingwell.discussions.policy import account_of
from livingwell.discussions.presenters.agenda import agenda_rows
from livingwell.discussions.presenters.meetings import attendance, helpers_at_door, when_words
from livingwell.discussions.presenters.proposals import HOW_WE_REACH_THEM, proposed
from livingwell.discussions.queries.agenda import agenda_with_wishes, findable
from livingwell.discussions.queries.attendance import check_ins
from livingwell.discussions.queries.decisions import outcomes_since
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.lines import lines
from livingwell.discussions.queries.meetings import expected_ids, meeting, meeting_before, members
from livingwell.discussions.queries.proposals import proposals
from livingwell.discussions.views.blueprint import discussions
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see


@discussions.get("/meetings/<uuid:meeting_id>")
@needs(Permission.SEE_MEETINGS)
def show_meeting(meeting_id: UUID) -> Any:
    """The agenda, who is here, who is proposed, and what became of the last decisions."""
    return show_agenda(meeting_id)


@discussions.post("/meetings/<uuid:meeting_id>/find")
@needs(Permission.SEE_MEETINGS)
def find_for_agenda(meeting_id: UUID) -> Any:
    """People of the team by the beginning of a name, to be put on the agenda."""
    planned = meeting(current_actor(), meeting_id)
    planned.require_not_ended()
    form = FindForm()
    if not form.validate():
        return show_agenda(meeting_id, find=form, status=422)
    found = findable(current_actor(), planned.team_id, meeting_id, fold(form.term.data))
    return show_agenda(meeting_id, find=form, found=found)


@discussions.post("/meetings/<uuid:meeting_id>/agenda/<uuid:person_id>")
@door(Permission.RUN_MEETINGS)
def add_to_agenda(person: Person, meeting_id: UUID) -> Any:
    """Put the person on the agenda, in one press; who brings it and the question can be said after."""
    actor = current_actor()
    sent = request.form.get("reason", "")
    reason = next((each for each in Reason if each.value == sent), Reason.OTHER)
    words = HOW_WE_REACH_THEM if reason is Reason.WORRY else ""
    place = Place(reason=reason, reason_words=words, brought_by_id=account_of(actor))
    made = once(put_on_agenda, meeting(actor, meeting_id), person.id, place, actor)
    return see("discussions.show_meeting", meeting_id=meeting_id, anchor=f"place-{made}")


@discussions.route("/people/<uuid:person_id>/discussions/<uuid:discussion_id>/place", methods=["GET", "POST"])
@door(Permission.RUN_MEETINGS)
def edit_place(person: Person, discussion_id: UUID) -> Any:
    """Other minutes, reason, question or bringer."""
    actor = current_actor()
    place = discussion(actor, person.id, discussion_id)
    form = PlaceForm(data=None if request.form else place_as_data(place))
    form.offer(members(place.meeting.team_id))
    if form.validate_on_submit():
        once(change_place, place, form.command(), actor)
        return back_to(place)
    return page("discussions/edit_place.html", form=form, place=place, status=422 if form.errors else 200)


@discussions.post("/people/<uuid:person_id>/discussions/<uuid:discussion_id>/move")
@door(Permission.RUN_MEETINGS)
def move_place(person: Person, discussion_id: UUID) -> Any:
    """One place up or down."""
    actor = current_actor()
    place = discussion(actor, person.id, discussion_id)
    move = move_up if request.form.get("to") == "up" else move_down
    once(move, place, actor)
    return back_to(place)


@discussions.post("/people/<uuid:person_id>/discussions/<uuid:discussion_id>/removal")
@door(Permission.RUN_MEETINGS)
def take_off(person: Person, discussion_id: UUID) -> Any:
    """Take the person off the agenda, before the discussion begins."""
    actor = current_actor()
    place = discussion(actor, person.id, discussion_id)
    once(take_off_agenda, place, actor)
    return see("discussions.show_meeting", meeting_id=place.meeting_id, said="Taken off the agenda")


def back_to(place: CaseDiscussion) -> Any:
    """To the discussion once it has begun, to its place on the agenda before."""
    if place.started_at is not None:
        return see("discussions.show_discussion", person_id=place.person_id, discussion_id=place.id)
    return see("discussions.show_meeting", meeting_id=place.meeting_id, anchor=f"place-{place.id}")


def show_agenda(
    meeting_id: UUID,
    *,
    find: FindForm | None = None,
    found: Any = None,
    guest: GuestForm | None = None,
    carer: tuple[UUID, CarerForm] | None = None,
    status: int = 200,
) -> Any:
    """The agenda's page, also as the answer to a form on it that was refused."""
    actor = current_actor()
    planned = meeting(actor, meeting_id)
    places = agenda_with_wishes(actor, meeting_id)
    waiting = proposals(actor, planned) if planned.ended_at is None else []
    before = meeting_before(planned)
    shown = [place.person_id for place, _closing, _wishes in places]
    minutes = sum(place.minutes for place, _closing, _wishes in places)
    team = members(planned.team_id)
    here = attendance(planned, check_ins(actor, meeting_id), team, expected_ids(meeting_id), actor.account_id)
    ids = [place.id for place, _closing, _wishes in places]
    rows = agenda_rows(planned, places, lines(ids))
    proposal = proposed(waiting, planned.minutes - minutes, today(), is_all="all" in request.args)
    outcomes = outcomes_since(actor, planned, before.was_over_at if before else None)
    names = [*shown, *(row.person_id for row in proposal.rows), *(person.id for person in found or ())]
    let_go()  # a search is posted, and its entry is made by another connection
    record_read("show_meeting", actor, shown=names)
    return page(
        "discussions/show_meeting.html",
        status=status,
        meeting=planned,
        when=when_words(planned),
        rows=rows,
        minutes=minutes,
        here=here,
        members=team,
        proposed=proposal,
        outcomes=outcomes,
        find=find or FindForm(formdata=None),
        found=found,
        guest=guest or GuestForm(formdata=None, prefix="guest"),
        carer=carer[1] if carer else None,
        carers=_carer_forms(shown) | dict([carer] if carer else []),
        helpers=helpers_at_door(helpers_of(shown)),
        next_row=next((row for row in rows if row.state != "closed"), None),
    )


def _carer_forms(person_ids: Iterable[UUID]) -> dict[UUID, CarerForm]:
    """A form for a carer of each person on the agenda."""
    return {each: CarerForm(formdata=None, prefix=carer_prefix(each)) for each in person_ids}

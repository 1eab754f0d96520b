"""Hand-overs: all of a person's, one with its steps and what was sent, begun and ended."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.core.clock import today
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions.handing_over import end_hand_over, start_hand_over
from livingwell.journeys.forms.hand_overs import EndForm
from livingwell.journeys.presenters.hand_over_page import HandOverPage
from livingwell.journeys.presenters.hand_over_row import HandOverRow, to_begin
from livingwell.journeys.queries.hand_overs import all_hand_overs_of, hand_over_of
from livingwell.journeys.queries.hand_overs_waiting import deliveries_of
from livingwell.journeys.queries.journeys import journey_now
from livingwell.journeys.views.blueprint import journeys
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.members import members_of_persons_teams
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

HAND_OVERS = "/people/<uuid:person_id>/hand-overs"
ONE = f"{HAND_OVERS}/<uuid:hand_over_id>"


@journeys.get(HAND_OVERS)
@door(Permission.SEE_PLANS)
def list_hand_overs(person: Person) -> Response:
    """Every hand-over, and what the person chose that has none yet."""
    found = all_hand_overs_of(person.id)
    return page(
        "journeys/list_hand_overs.html",
        rows=[HandOverRow.of(each, today()) for each in found],
        to_begin=to_begin(journey_now(person.id), found),
    )


@journeys.post("/people/<uuid:person_id>/where-next/<uuid:destination_id>/hand-over")
@door(Permission.CHANGE_PLANS)
def begin_hand_over(person: Person, destination_id: UUID) -> Response:
    """Begin the way to what the person chose."""
    hand_over_id = once(start_hand_over, person.id, destination_id, current_actor())
    return see(
        "journeys.show_hand_over", said="The hand-over is begun.", person_id=person.id, hand_over_id=hand_over_id
    )


@journeys.get(ONE)
@door(Permission.SEE_PLANS)
def show_hand_over(person: Person, hand_over_id: UUID) -> Response:
    """What to do next, the steps, what was sent, and what the receiver said."""
    members = {each.id for each in members_of_persons_teams(person.id)}
    hand_over = hand_over_of(person.id, hand_over_id)
    shown = HandOverPage.of(hand_over, person, today(), members, deliveries_of(hand_over))
    return page("journeys/show_hand_over.html", hand_over_id=hand_over_id, shown=shown)


@journeys.route(f"{ONE}/end", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def end_hand_over_page(person: Person, hand_over_id: UUID) -> Any:
    """Let it go, with why."""
    name = hand_over_of(person.id, hand_over_id).destination.name
    form = EndForm(name=person.preferred_name)
    draft = draft_of(form, "end_hand_over", person.id, hand_over_id)
    actor = current_actor()
    if saved(form, draft, lambda: end_hand_over(person.id, hand_over_id, form.why.data, actor)):
        return back(person, hand_over_id, "The hand-over has ended. Its links open nothing now.")
    return form_page("journeys/end_hand_over.html", form, draft, hand_over_id=hand_over_id, destination=name)


def back(person: Person, hand_over_id: UUID, said: str, anchor: str | None = None) -> Response:
    """On to the hand-over, with a line that says what was done."""
    return see("journeys.show_hand_over", said=said, anchor=anchor, person_id=person.id, hand_over_id=hand_over_id)

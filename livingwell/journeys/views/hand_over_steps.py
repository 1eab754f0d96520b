"""The steps of a hand-over: planned, changed, done or dropped, and taken over."""

from typing import Any
from uuid import UUID

from flask import Response, request

from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions import stepping
from livingwell.journeys.forms.hand_overs import StepForm, StepOutcomeForm
from livingwell.journeys.models import HandOverStep, HandOverStepKind
from livingwell.journeys.presenters.hand_over_page import STEPS
from livingwell.journeys.queries.hand_overs import hand_over_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.hand_overs import ONE, back
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.members import members_of_persons_teams
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import READS, current_actor

KINDS = ",".join(each.value for each in HandOverStepKind)
STEP = f"{ONE}/steps/<uuid:hand_over_step_id>"


@journeys.route(f"{ONE}/steps/new/<any({KINDS}):hand_over_step_kind>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_hand_over_step(person: Person, hand_over_id: UUID, hand_over_step_kind: str) -> Any:
    """Plan a step: who, and by when."""
    kind = HandOverStepKind(hand_over_step_kind)
    receiver = hand_over_of(person.id, hand_over_id).destination.name
    form = StepForm(name=person.preferred_name)
    form.offer(kind, members_of_persons_teams(person.id), receiver)
    draft = draft_of(form, "new_hand_over_step", person.id, hand_over_id, hand_over_step_kind)
    actor = current_actor()
    if saved(form, draft, lambda: stepping.plan_step(person, hand_over_id, form.command(), actor)):
        return back(person, hand_over_id, "The step is planned.", "steps")
    return form_page("journeys/edit_hand_over_step.html", form, draft, hand_over_id=hand_over_id, heading=STEPS[kind])


@journeys.route(STEP, methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_hand_over_step(person: Person, hand_over_id: UUID, hand_over_step_id: UUID) -> Any:
    """Somebody else, another day, or other words."""
    step, receiver = _step(person, hand_over_id, hand_over_step_id)
    form = StepForm(name=person.preferred_name)
    form.offer(step.kind, members_of_persons_teams(person.id), receiver)
    if request.method in READS:
        form.begin_with(step)
    draft = draft_of(form, "edit_hand_over_step", person.id, hand_over_id, hand_over_step_id)
    actor, heading = current_actor(), STEPS[step.kind]
    if saved(form, draft, lambda: stepping.change_step(person, hand_over_id, hand_over_step_id, form.command(), actor)):
        return back(person, hand_over_id, "The step is saved.", "steps")
    return form_page("journeys/edit_hand_over_step.html", form, draft, hand_over_id=hand_over_id, heading=heading)


@journeys.route(f"{STEP}/outcome", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def end_hand_over_step(person: Person, hand_over_id: UUID, hand_over_step_id: UUID) -> Any:
    """It is done, and how it went; or it is dropped, and why."""
    step, _receiver = _step(person, hand_over_id, hand_over_step_id)
    form = StepOutcomeForm(name=person.preferred_name)
    draft = draft_of(form, "end_hand_over_step", person.id, hand_over_id, hand_over_step_id)
    actor, heading = current_actor(), step.what or STEPS[step.kind]
    if saved(form, draft, lambda: stepping.end_step(person, hand_over_id, hand_over_step_id, form.command(), actor)):
        return back(person, hand_over_id, "It is written down.", "steps")
    return form_page("journeys/end_hand_over_step.html", form, draft, hand_over_id=hand_over_id, heading=heading)


@journeys.post(f"{STEP}/take-over")
@door(Permission.CHANGE_PLANS)
def take_hand_over_step_over(person: Person, hand_over_id: UUID, hand_over_step_id: UUID) -> Response:
    """Do it in a colleague's place."""
    once(stepping.take_step_over, person, hand_over_id, hand_over_step_id, current_actor())
    return back(person, hand_over_id, "The step is yours now.", "steps")


def _step(person: Person, hand_over_id: UUID, step_id: UUID) -> tuple[HandOverStep, str]:
    """The step, and where the hand-over leads."""
    hand_over = hand_over_of(person.id, hand_over_id)
    step = hand_over.step(step_id)
    if step is None:
        raise NotFound
    return step, hand_over.destination.name

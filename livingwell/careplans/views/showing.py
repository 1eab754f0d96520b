"""The plan's own page, and the same plan for paper, for the person, and as plain text."""

from typing import Any

from flask import url_for

from livingwell.careplans.models import StepState
from livingwell.careplans.models.snapshot import StepLine, snapshot_of
from livingwell.careplans.onward import onward_line
from livingwell.careplans.presenters.agreement import agreement_side
from livingwell.careplans.presenters.beside import beside_lines
from livingwell.careplans.presenters.goals import Link
from livingwell.careplans.presenters.plan_page import plan_page
from livingwell.careplans.presenters.suggestions import suggestion_cards
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.versions import changes_since
from livingwell.careplans.views.blueprint import careplans
from livingwell.core.clock import today
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.commenting import comments_on
from livingwell.web.guards import current_actor
from livingwell.web.page import page


@careplans.get("/people/<uuid:person_id>/plan")
@door(Permission.SEE_PLANS)
def show_plan(person: Person) -> Any:
    """The plan, the person's words first."""
    plan = current_plan(person.id)
    if plan is None:
        return page("careplans/start_plan.html", person=person, onward=onward_line(person))
    snapshot, name, reader = snapshot_of(plan), person.preferred_name, current_actor().account_id
    standing = changes_since(plan, name)
    return page(
        "careplans/show_plan.html",
        plan=plan_page(snapshot, name, today(), lambda step: _step_links(person, step)),
        agreement=agreement_side(standing, name),
        suggestions=suggestion_cards(plan.suggestions, snapshot, name, reader),
        besides=beside_lines(plan, standing.not_right, comments_on(person.id), name, reader),
        onward=onward_line(person),
    )


def _step_links(person: Person, step: StepLine) -> tuple[Link, ...]:
    went = ("Say how it went", url_for("careplans.new_step_status", person_id=person.id, step_id=step.id))
    if not StepState(step.state).is_open:
        return (went,)
    return (
        went,
        ("Change", url_for("careplans.edit_step", person_id=person.id, step_id=step.id)),
        ("Suggest", url_for("careplans.new_suggestion", person_id=person.id, target_kind="step", target_id=step.id)),
    )

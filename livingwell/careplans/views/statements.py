"""What the person says, what they need, and when the plan is looked at again."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.forms.review import ReviewForm
from livingwell.careplans.forms.statements import StatementForm
from livingwell.careplans.models import StatementKind
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.wordings import need_now, wording_of
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import plan_of
from livingwell.careplans.views.saving import back_to_plan
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.passports.queries.passport import lines_now
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.members import members_of_persons_teams
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor

HEADINGS = {
    StatementKind.MATTERS: "What matters to {name}",
    StatementKind.GOOD_AT: "What {name} is good at",
    StatementKind.WHERE_NEXT: "Where {name} wants to go next",
    StatementKind.NEED: "What {name} needs",
}


@careplans.route("/people/<uuid:person_id>/plan/words/<kind>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_statement(person: Person, kind: str) -> Any:
    """What matters, strengths, where next: one of each."""
    statement_kind = _single(kind)
    plan = current_plan(person.id)
    standing = plan.statement(statement_kind) if plan else None
    wording = wording_of(standing) if standing else 0
    form = StatementForm(name=person.preferred_name, standing=standing, wording=wording)
    form.offer_lines(lines_now(person.id))
    draft = draft_of(form, f"state_{statement_kind}", person.id)
    if saved(form, draft, lambda: actions.state(person, form.command(statement_kind), current_actor())):
        return back_to_plan(person, "The words are saved.")
    return form_page("careplans/edit_statement.html", form, draft, heading=_heading(statement_kind, person))


@careplans.route("/people/<uuid:person_id>/plan/needs/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_need(person: Person) -> Any:
    """Something the person needs."""
    form = StatementForm(name=person.preferred_name)
    form.offer_lines(lines_now(person.id))
    draft = draft_of(form, "new_need", person.id)
    if saved(form, draft, lambda: actions.add_need(person, form.command(StatementKind.NEED), current_actor())):
        return back_to_plan(person, "The need is in the plan.")
    return form_page("careplans/edit_statement.html", form, draft, heading=_heading(StatementKind.NEED, person))


@careplans.route("/people/<uuid:person_id>/plan/needs/<uuid:need_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_need(person: Person, need_id: UUID) -> Any:
    """A need in other words."""
    need = need_now(plan_of(person), need_id)
    if need is None:
        raise NotFound
    form = StatementForm(name=person.preferred_name, standing=need, wording=wording_of(need))
    form.offer_lines(lines_now(person.id))
    draft = draft_of(form, "edit_need", person.id, need_id)
    if saved(form, draft, lambda: actions.reword_need(need, form.command(StatementKind.NEED), current_actor())):
        return back_to_plan(person, "The need is saved.")
    return form_page(
        "careplans/edit_statement.html",
        form,
        draft,
        heading=_heading(StatementKind.NEED, person),
        strike=("statement", need.id),
    )


@careplans.route("/people/<uuid:person_id>/plan/review", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_review(person: Person) -> Any:
    """When the plan is looked at again."""
    plan = plan_of(person)
    form = ReviewForm(name=person.preferred_name, obj=plan)
    form.offer_members(members_of_persons_teams(person.id))
    if saved(form, None, lambda: actions.set_review(plan, form.review_on.data, form.reviewer(), current_actor())):
        return back_to_plan(person, "The review is planned.")
    return form_page("careplans/edit_review.html", form)


def _single(kind: str) -> StatementKind:
    try:
        found = StatementKind(kind)
    except ValueError:
        raise NotFound
    if not found.is_single:
        raise NotFound
    return found


def _heading(kind: StatementKind, person: Person) -> str:
    return HEADINGS[kind].format(name=person.preferred_name)

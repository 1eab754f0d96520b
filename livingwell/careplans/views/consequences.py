"""What a direction could mean in the person's life."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.forms.consequences import ConsequenceForm, TalkForm
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import find, plan_of
from livingwell.careplans.views.saving import back_to_plan
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor


@careplans.route("/people/<uuid:person_id>/plan/consequences/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_consequence(person: Person) -> Any:
    """Something that could follow."""
    plan = plan_of(person)
    form = ConsequenceForm(name=person.preferred_name)
    form.offer_goals(plan.goals)
    draft = draft_of(form, "new_consequence", person.id)
    if saved(form, draft, lambda: actions.raise_consequence(plan, form.command(), current_actor())):
        return back_to_plan(person, "It is in the plan, to be talked through.", "consequences")
    return form_page("careplans/edit_consequence.html", form, draft)


@careplans.route("/people/<uuid:person_id>/plan/consequences/<uuid:consequence_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_consequence(person: Person, consequence_id: UUID) -> Any:
    """The same in other words."""
    plan = plan_of(person)
    consequence = find(plan.consequences, consequence_id)
    form = ConsequenceForm(name=person.preferred_name, obj=consequence)
    form.offer_goals(plan.goals)
    draft = draft_of(form, "edit_consequence", person.id, consequence_id)
    if saved(form, draft, lambda: actions.reword_consequence(consequence, form.command(), current_actor())):
        return back_to_plan(person, "It is saved.", "consequences")
    return form_page("careplans/edit_consequence.html", form, draft, strike=("consequence", consequence_id))


@careplans.route("/people/<uuid:person_id>/plan/consequences/<uuid:consequence_id>/talk", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def talk_it_through(person: Person, consequence_id: UUID) -> Any:
    """It was talked through with the person, and this is what they decided."""
    consequence = find(plan_of(person).consequences, consequence_id)
    form = TalkForm(name=person.preferred_name)
    draft = draft_of(form, "talk_through", person.id, consequence_id)
    what = consequence.what
    if saved(
        form,
        draft,
        lambda: actions.talk_through(consequence, form.on.data, form.decided.data or "", current_actor()),
    ):
        return back_to_plan(person, "What was decided is saved.", "consequences")
    return form_page("careplans/talk_it_through.html", form, draft, what=what)

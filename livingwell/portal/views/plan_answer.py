"""The question of agreement: yes, no and what isn't right, or not yet."""

from typing import Any

from livingwell.careplans import actions
from livingwell.careplans.models.snapshot import digest_of
from livingwell.careplans.queries.seen import seen
from livingwell.drafts.kept import draft_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.plan import AgreementForm
from livingwell.portal.presenters.agreement import my_answer
from livingwell.portal.presenters.plan import my_plan
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.plan_finding import plan_of
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@portal.route("/my/plan/answer", methods=["GET", "POST"])
@own_door
def answer_plan(person: Person) -> Any:
    """Is this plan right? What was said last stays on show, with what changed since."""
    plan = plan_of(person)
    shown = seen(plan, person.preferred_name)
    form = AgreementForm(seen=digest_of(shown.snapshot))
    draft = draft_of(form, "my_answer", person.id)
    actor = current_actor()
    if saved(form, draft, lambda: actions.answer_as_read(plan, form.seen.data, form.command(actor.name), actor)):
        return see("portal.show_plan", said=_("Your answer is saved. Your team reads it."), anchor="answer")
    form.seen.data = digest_of(shown.snapshot)
    return form_page("portal/plan/answer_plan.html", form, draft, answer=my_answer(shown))


@portal.get("/my/plan/answer/line")
@own_door
def choose_line(person: Person) -> Any:
    """Which line isn't right?"""
    shown = seen(plan_of(person), person.preferred_name)
    return page("portal/plan/choose_line.html", plan=my_plan(shown, {}, person.preferred_name))

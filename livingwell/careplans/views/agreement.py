"""Asking the person, writing their answer down, signing off, and every version."""

from typing import Any

from livingwell.careplans import actions
from livingwell.careplans.forms.agreement import AgreementForm
from livingwell.careplans.models.differences import differences
from livingwell.careplans.models.snapshot import Snapshot, from_json
from livingwell.careplans.presenters.agreement import change_line
from livingwell.careplans.presenters.plan_page import plan_page
from livingwell.careplans.presenters.versions import saves, version_line
from livingwell.careplans.queries.lines import changes_of
from livingwell.careplans.queries.versions import version_before, version_numbered, versions_of
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import plan_of
from livingwell.careplans.views.saving import back_to_plan
from livingwell.core.clock import today
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

MOST_SAVES = 200


@careplans.post("/people/<uuid:person_id>/plan/versions")
@door(Permission.CHANGE_PLANS)
def ask_for_agreement(person: Person) -> Any:
    """Number the version that the person is asked about, and go on to their answer."""
    version = actions.ask_agreement(plan_of(person), current_actor())
    return see("careplans.new_agreement", person_id=person.id, number=version.number)


@careplans.route("/people/<uuid:person_id>/plan/versions/<int(max=99999):number>/answers/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_agreement(person: Person, number: int) -> Any:
    """The person's answer to a version, or why nobody could ask and by when somebody will."""
    plan = plan_of(person)
    version = version_numbered(plan.id, number)
    form = AgreementForm(name=person.preferred_name)
    draft = draft_of(form, "new_agreement", person.id, version.id)
    if saved(form, draft, lambda: actions.record_agreement(version, form.command(), current_actor())):
        return back_to_plan(person, f"{person.preferred_name}’s answer to version {number} is saved.")
    return form_page("careplans/new_agreement.html", form, draft, number=number)


@careplans.post("/people/<uuid:person_id>/plan/versions/<int(max=99999):number>/sign-off")
@door(Permission.CHANGE_PLANS)
def sign_version_off(person: Person, number: int) -> Any:
    """Sign a version off as a member of staff."""
    actions.sign_off(version_numbered(plan_of(person).id, number), current_actor())
    return see("careplans.show_version", said="You signed this version off.", person_id=person.id, number=number)


@careplans.get("/people/<uuid:person_id>/plan/versions")
@door(Permission.SEE_PLANS)
def list_versions(person: Person) -> Any:
    """Every version with its answers."""
    found = versions_of(plan_of(person).id)
    return page("careplans/list_versions.html", versions=[version_line(each, person.preferred_name) for each in found])


@careplans.get("/people/<uuid:person_id>/plan/versions/<int(max=99999):number>")
@door(Permission.SEE_PLANS)
def show_version(person: Person, number: int) -> Any:
    """One version as it stood, and what was different from the one before."""
    plan = plan_of(person)
    version = version_numbered(plan.id, number)
    before = version_before(plan.id, number)
    stood = from_json(version.snapshot)
    changes = differences(from_json(before.snapshot) if before else Snapshot(), stood, person.preferred_name)
    return page(
        "careplans/show_version.html",
        version=version_line(version, person.preferred_name),
        before=before.number if before else None,
        changes=[change_line(each, "") for each in changes] if before else [],
        plan=plan_page(stood, person.preferred_name, today()),
        may_sign_off=all(each.written_by_id != current_actor().account_id for each in version.sign_offs),
    )


@careplans.get("/people/<uuid:person_id>/plan/changes")
@door(Permission.SEE_PLANS)
def list_changes(person: Person) -> Any:
    """Every save that changed the plan, the newest first."""
    found = changes_of(plan_of(person).id, first=0, count=MOST_SAVES)
    return page("careplans/list_changes.html", saves=saves(found, person.preferred_name), most=MOST_SAVES)

"""The plan on paper, and as plain text for the trust's own record."""

from typing import Any

from flask import request

from livingwell.careplans import actions
from livingwell.careplans.models import CopiedWhat
from livingwell.careplans.models.seen import as_the_person_sees
from livingwell.careplans.models.snapshot import digest_of, snapshot_of
from livingwell.careplans.presenters.agreement import agreement_side, summary_line
from livingwell.careplans.presenters.plain_text import lines_gone, new_lines, plan_text
from livingwell.careplans.presenters.plan_page import plan_page
from livingwell.careplans.queries.copies import copies_of
from livingwell.careplans.queries.versions import changes_since
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import plan_of
from livingwell.core.clock import today
from livingwell.core.dates import date_and_time, long_date
from livingwell.core.errors import Conflict
from livingwell.core.identifiers import nhs_number_spaced
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@careplans.get("/people/<uuid:person_id>/plan/print")
@door(Permission.SEE_PLANS)
def print_plan(person: Person) -> Any:
    """The plan alone, with a cover, for the person to keep."""
    plan = plan_of(person)
    name = person.preferred_name
    return page(
        "careplans/print_plan.html",
        plan=plan_page(as_the_person_sees(plan), name, today()),
        agreement=agreement_side(changes_since(plan, name), name),
        printed_on=today(),
    )


@careplans.get("/people/<uuid:person_id>/plan/text")
@door(Permission.SEE_PLANS)
def show_text(person: Person) -> Any:
    """The plan as plain text, when it was copied, and what is new since."""
    plan = plan_of(person)
    text = _text(person)
    copies = copies_of(plan.id)
    last = copies[0].text if copies else text
    return page(
        "careplans/show_text.html",
        text=text,
        seen=digest_of(snapshot_of(plan)),
        copies=[(each.written_by, date_and_time(each.created_at)) for each in copies],
        new=new_lines(last, text),
        gone=lines_gone(last, text),
    )


@careplans.post("/people/<uuid:person_id>/plan/text/copies")
@door(Permission.CHANGE_PLANS)
def record_that_copied(person: Person) -> Any:
    """Write down that the text went into the trust's record as the page showed it."""
    plan = plan_of(person)
    if request.form.get("seen") != digest_of(snapshot_of(plan)):
        raise Conflict("The plan changed while this page was open. Go back, and copy the text again.")
    text = _text(person)
    once(lambda: actions.record_copy(person, CopiedWhat.PLAN, plan.id, text, current_actor()))
    return see("careplans.show_text", said="It is written down that you copied this.", person_id=person.id)


def _text(person: Person) -> str:
    plan = plan_of(person)
    name = person.preferred_name
    number = nhs_number_spaced(person.nhs_number) or "none yet"
    who = f"{person.name}, born {long_date(person.born_on)}, NHS number {number}"
    summary = summary_line(changes_since(plan, name), name)
    return plan_text(plan_page(snapshot_of(plan), name, today()), who, summary)

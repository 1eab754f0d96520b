"""The safety plan is saved whole, as its next version."""

from livingwell.audit import record
from livingwell.careplans import policy
from livingwell.careplans.commands import SafetyPlanCommand
from livingwell.careplans.models import SafetyPlan
from livingwell.careplans.queries.numbers import next_safety_plan_number
from livingwell.careplans.queries.safety_plans import current_safety_plan
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Stale
from livingwell.core.text import require_words
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.locking import hold_person

WRITTEN = ("triggers", "early_signs", "what_helps", "what_should_happen", "who_to_contact", "advance_wishes")


@atomic()
def save_safety_plan(person: Person, command: SafetyPlanCommand, actor: Actor) -> SafetyPlan:
    """The next version. Raises Stale where somebody saved one since the version that was read."""
    policy.require_change(actor, person.id)
    hold_person(person.id)
    standing = current_safety_plan(person.id)
    if standing is not None and standing.number != command.replaces:
        raise Stale(
            {name: getattr(standing, name) for name in WRITTEN}, row_version=standing.number, row_id=standing.id
        )
    safety_plan = SafetyPlan(
        person_id=person.id,
        number=next_safety_plan_number(person.id),
        triggers=require_words(command.triggers, "triggers", "Write down what can make things worse."),
        early_signs=command.early_signs,
        what_helps=command.what_helps,
        what_should_happen=command.what_should_happen,
        who_to_contact=command.who_to_contact,
        advance_wishes=command.advance_wishes,
        agreed_with=command.agreed_with,
        agreed_on=command.agreed_on,
        saved_on=today(),
        review_on=command.review_on,
    )
    safety_plan.sign(actor)
    db.session.add(safety_plan)
    record("save_safety_plan", actor, person.id)
    return safety_plan

"""What a direction could mean in the person's life."""

from datetime import date

from livingwell.careplans.actions.changing import changing, changing_plan
from livingwell.careplans.commands import ConsequenceCommand
from livingwell.careplans.models import CarePlan, Consequence
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Invalid
from livingwell.core.text import require_words
from livingwell.extensions import db


@atomic()
def raise_consequence(plan: CarePlan, command: ConsequenceCommand, actor: Actor) -> Consequence:
    """Say what could follow. It is open until somebody talks it through with the person."""
    with changing_plan("raise_consequence", plan.id, plan.person_id, actor) as plan:
        consequence = Consequence(person_id=plan.person_id, raised_on=today(), talked_through_by="", decided="")
        consequence.sign(actor)
        _write(consequence, command, plan)
        plan.consequences.append(consequence)
        db.session.flush()
        return consequence


@atomic()
def reword_consequence(consequence: Consequence, command: ConsequenceCommand, actor: Actor) -> None:
    """Put it in other words. Raises Stale where somebody else saved first."""
    with changing("reword_consequence", consequence, actor) as plan:
        consequence.require_version(command.row_version, {"what": consequence.what})
        _write(consequence, command, plan)


@atomic()
def talk_through(consequence: Consequence, on: date, decided: str, actor: Actor) -> None:
    """It was talked through with the person on that day, and this is what they decided (or not yet)."""
    if on > today():
        raise Invalid({"on": "The date must be today or in the past."})
    with changing("talk_through", consequence, actor):
        consequence.talk_through(on, actor.name, decided)


def _write(consequence: Consequence, command: ConsequenceCommand, plan: CarePlan) -> None:
    if command.goal_id is not None and command.goal_id not in {goal.id for goal in plan.goals}:
        raise Invalid({"goal_id": "Choose one of the goals in this plan."})
    consequence.area, consequence.goal_id = command.area, command.goal_id
    consequence.what = require_words(command.what, "what", "Say what it could mean.")

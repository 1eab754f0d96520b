"""Holding a line back from the person: asked by one member, agreed by another, looked at again, ended."""

from livingwell.careplans.actions.changing import changing_plan
from livingwell.careplans.commands import HoldBackCommand
from livingwell.careplans.models import CarePlan, HeldBack, TargetKind
from livingwell.careplans.queries.lines import earlier_wordings
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import require_words
from livingwell.extensions import db


@atomic()
def ask_to_hold_back(plan: CarePlan, command: HoldBackCommand, actor: Actor) -> HeldBack:
    """Ask that the person does not see a line for now. They go on seeing it until a second member agrees.

    To hold it back for longer is to ask again. Raises Invalid without a reason or a day to look again, Conflict where
    it was asked already.
    """
    with changing_plan("ask_to_hold_back", plan.id, plan.person_id, actor) as plan:
        line = plan.line(command.line_kind, command.line_id)
        _require_given(command)
        if any(each.line_id == line.id and each.is_asked for each in plan.held_back):
            raise Conflict("Somebody has asked for this already. A second member agrees to it, or not.")
        hold = HeldBack(
            person_id=plan.person_id,
            line_kind=command.line_kind,
            line_id=line.id,
            earlier_ids=earlier_wordings(line.id) if command.line_kind is TargetKind.STATEMENT else [],
            reason=command.reason,
            look_again_on=command.look_again_on,
            hides_that_because=command.hides_that_because,
        )
        hold.sign(actor)
        plan.held_back.append(hold)
        db.session.flush()
        return hold


@atomic()
def agree_to_hold_back(plan: CarePlan, hold: HeldBack, actor: Actor) -> None:
    """A second member agrees: from now on the person does not see the line. An earlier hold on it ends with that.

    Raises Conflict for the one who asked, and where somebody was quicker.
    """
    with changing_plan("agree_to_hold_back", plan.id, plan.person_id, actor) as plan:
        hold = plan.hold(hold.id)
        hold.agree(actor)
        for other in plan.held_back:
            if other is not hold and other.line_id == hold.line_id and other.is_in_force:
                other.end(actor)


@atomic()
def end_hold(plan: CarePlan, hold: HeldBack, actor: Actor) -> None:
    """Show the person the line again; or say no to holding it back."""
    with changing_plan("end_hold", plan.id, plan.person_id, actor) as plan:
        plan.hold(hold.id).end(actor)


def _require_given(command: HoldBackCommand) -> None:
    require_words(command.reason, "reason", "Say why this is held back.")
    if command.look_again_on <= today():
        raise Invalid({"look_again_on": "Enter a day in the future, when somebody looks at this again."})

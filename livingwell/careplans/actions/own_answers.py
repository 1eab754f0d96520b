"""The person says no to one line of the plan, and why."""

from livingwell.careplans.actions.changing import require_seen
from livingwell.careplans.actions.versions import record_agreement, version_to_answer
from livingwell.careplans.commands import AnswerCommand, LineNo
from livingwell.careplans.models import Agreement, Answer, CarePlan, HowSaid, NotRight
from livingwell.careplans.models.differences import place_of
from livingwell.careplans.models.snapshot import snapshot_of
from livingwell.careplans.queries.plans import plan_for_change
from livingwell.careplans.queries.versions import standing_nos
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.text import LONG, require_words
from livingwell.people.models import Person


@atomic()
def say_no_to_line(person: Person, plan: CarePlan, no: LineNo, actor: Actor) -> Agreement:
    """A no to the plan as it stands, because of this line. A no that stands beside other lines stays with it.

    Raises Invalid without a why, NotFound for a line that the person doesn't see.
    """
    require_words(no.why, "why", "Say what isn’t right.")
    version = version_to_answer(plan, actor)
    plan = plan_for_change(plan.id)
    require_seen(plan, plan.line(no.line_kind, no.line_id), actor)
    lines = (*_said_before(plan, no), no)
    command = AnswerCommand(
        Answer.NO,
        today(),
        how=HowSaid.ON_THIS_SCREEN,
        not_right=_in_words(plan, lines, person.preferred_name),
        answered_by=actor.name,
        lines=lines,
    )
    return record_agreement(version, command, actor)


def _said_before(plan: CarePlan, no: LineNo) -> list[LineNo]:
    return [_again(each) for each in standing_nos(plan.id) if each.line_id != no.line_id]


def _again(row: NotRight) -> LineNo:
    return LineNo(row.line_kind, row.line_id, row.why)


def _in_words(plan: CarePlan, lines: tuple[LineNo, ...], name: str) -> str:
    """Where each line stands and why it isn't right; without the line's own words, which may be held back one day."""
    places = {line.id: place_of(line, name) for line in snapshot_of(plan).lines()}
    told = [(places.get(str(each.line_id), "a line"), each.why) for each in lines]
    whole = "\n".join(f"{place[0].upper()}{place[1:]}: {why}" for place, why in told)
    return whole if len(whole) <= LONG else "\n".join(place for place, _why in told)

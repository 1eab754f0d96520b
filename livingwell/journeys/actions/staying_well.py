"""The staying-well plan is written with the person, part by part or whole. Each saving is its next version."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, Stale
from livingwell.core.text import LONG, clean, require_within
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.models import StayingPart, StayingWellPlan
from livingwell.journeys.models.staying_well import NOTHING_SAID, Parts
from livingwell.journeys.queries.staying_well import (
    next_staying_well_number,
    staying_well_now,
    staying_well_parts,
)
from livingwell.journeys.staying_commands import AgreeStayingWell, WriteStayingWell
from livingwell.passports.actions import use_lines_in
from livingwell.passports.models import UsedIn
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.queries.locking import hold_person


@atomic()
def write_staying_well(person_id: UUID, command: WriteStayingWell, actor: Actor) -> StayingWellPlan | None:
    """The next version, in which these parts read so. Without a change nothing is written.

    What somebody else changed in another part meanwhile stays. Raises Stale, with what stands, where they changed the
    same part otherwise.
    """
    policy.require_part(actor, person_id)
    hold_person(person_id)
    stands = staying_well_now(person_id)
    before = stands.parts if stands else NOTHING_SAID
    parts = _merged(before, staying_well_parts(person_id, command.replaces), _typed(command), stands)
    if parts == before:
        return stands
    plan = StayingWellPlan(
        person_id=person_id,
        number=next_staying_well_number(person_id),
        saved_on=today(),
        **{part.value: words for part, words in parts.items()},
    )
    plan.sign(actor)
    db.session.add(plan)
    db.session.flush()
    note_arrival(person_id, "staying.change", _added(before, parts), actor, plan.id)
    record("write_staying_well", actor, person_id)
    use_lines_in(person_id, _added(before, parts), UsedIn.PLAN, plan.id, actor)
    return plan


@atomic()
def agree_staying_well(person_id: UUID, command: AgreeStayingWell, actor: Actor) -> StayingWellPlan:
    """The person says: this is mine. Of a version that stands; said twice, the first time stays.

    Raises Conflict where there is a newer version than the one they saw, Invalid for a day to come.
    """
    policy.require_part(actor, person_id)
    if command.on > today():
        raise Invalid({"on": "The day must be today or in the past"})
    hold_person(person_id)
    plan = staying_well_now(person_id)
    if plan is None or plan.number != command.number:
        raise Conflict("The plan was changed meanwhile. Read it again together, then ask.")
    if plan.is_agreed:
        return plan
    plan.agreed_on, plan.agreed_how = command.on, command.how
    note_arrival(person_id, "staying.mine", "", actor, plan.id)
    record("agree_staying_well", actor, person_id)
    return plan


def _typed(command: WriteStayingWell) -> Parts:
    return {part: require_within(clean(words), LONG, part.value) for part, words in command.words.items()}


def _merged(stands: Parts, read: Parts, typed: Parts, plan: StayingWellPlan | None) -> Parts:
    """What stands, with what was typed. Raises Stale where both changed one part, each otherwise."""
    merged = dict(stands)
    for part, words in typed.items():
        if words == read[part]:
            continue
        if stands[part] not in (read[part], words):
            raise Stale(
                {each.value: stands[each] for each in typed},
                row_version=plan.number if plan else 0,
                row_id=plan.id if plan else None,
            )
        merged[part] = words
    return merged


def _added(before: Parts, after: Parts) -> str:
    """The lines that are new: what was said in an earlier version is not counted as used again."""
    return "\n".join(
        line
        for part in StayingPart
        for line in after[part].split("\n")
        if line.strip() and line not in before[part].split("\n")
    )

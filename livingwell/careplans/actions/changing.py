"""The one way to change a plan: checked, held, compared before and after, and recorded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol
from uuid import UUID

from livingwell.audit import record
from livingwell.careplans import policy
from livingwell.careplans.commands import PersonsAnswer
from livingwell.careplans.models import CarePlan, PlanChange, Suggestion
from livingwell.careplans.models.differences import changed_lines, line_differences
from livingwell.careplans.models.seen import as_the_person_sees
from livingwell.careplans.models.snapshot import Line, line_to_json, snapshot_of
from livingwell.careplans.queries.plans import plan_for_change
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.errors import NotFound
from livingwell.extensions import db

Allow = Callable[[Actor, UUID], object]
"""A question of `careplans.policy`: may this actor, and do they reach this person?"""


class OfAPlan(Protocol):
    """A row that belongs to a plan."""

    id: UUID
    plan_id: UUID
    person_id: UUID


@contextmanager
def changing(
    verb: str,
    line: OfAPlan,
    actor: Actor,
    *,
    idea_of: str = "",
    answer: PersonsAnswer | None = None,
    allow: Allow = policy.require_change,
) -> Iterator[CarePlan]:
    """The line's plan, fresh and held, to be changed in the block. What differs at its end is listed as changes.

    Raises Forbidden, NotFound out of reach or for a line that the person doesn't see, and Conflict where the plan has
    ended.
    """
    with changing_plan(verb, line.plan_id, line.person_id, actor, idea_of=idea_of, answer=answer, allow=allow) as plan:
        require_seen(plan, line, actor)
        yield plan


@contextmanager
def changing_plan(
    verb: str,
    plan_id: UUID,
    person_id: UUID,
    actor: Actor,
    *,
    idea_of: str = "",
    answer: PersonsAnswer | None = None,
    allow: Allow = policy.require_change,
) -> Iterator[CarePlan]:
    """The same, for what is not a line yet."""
    with atomic():
        allow(actor, person_id)
        plan = plan_for_change(plan_id)
        plan.require_open()
        before = snapshot_of(plan)
        yield plan
        db.session.flush()  # new lines get their ids
        for was, is_now in changed_lines(before, snapshot_of(plan)):
            db.session.add(_change(plan, was, is_now, actor, idea_of, answer))
        record(verb, actor, plan.person_id)


def require_seen(plan: CarePlan, line: OfAPlan, actor: Actor) -> None:
    """Raise NotFound where this is the person's side and the line, or what it is about, is held back from it."""
    if actor.side is Side.TEAM:
        return
    seen = as_the_person_sees(plan)
    about = line.target_id if isinstance(line, Suggestion) else line.id
    if about is not None and str(about) not in {each.id for each in seen.lines()}:
        raise NotFound


def _change(
    plan: CarePlan, was: Line | None, is_now: Line | None, actor: Actor, idea_of: str, answer: PersonsAnswer | None
) -> PlanChange:
    line = is_now or was
    assert line is not None  # noqa: S101  one of the two is there
    change = PlanChange(
        person_id=plan.person_id,
        plan_id=plan.id,
        line_id=UUID(line.id),
        before=line_to_json(was) if was else None,
        after=line_to_json(is_now) if is_now else None,
        is_progress=all(each.is_progress for each in line_differences(was, is_now, "")),
        idea_of=idea_of,
        answer=answer.words if answer else "",
        answered_on=answer.on if answer else None,
        answered_how=answer.how if answer else None,
    )
    change.sign(actor)
    return change

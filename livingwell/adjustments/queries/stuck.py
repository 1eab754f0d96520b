"""What is stuck at which step, in a team: of the people within reach, the longest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, Select, String, bindparam, exists, func, literal, null, or_, select

from livingwell.adjustments.models import (
    AdjustmentEvent,
    AdjustmentOutcome,
    EventKind,
    Met,
    NothingNeeded,
    ReasonableAdjustment,
    SixStep,
)
from livingwell.adjustments.models.stuck import Stuck
from livingwell.adjustments.queries.adjustments import is_to_be_met
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.people.models import Episode, ImportedNote, Person
from livingwell.people.queries.reach import reach_of, reached_by_episode, require_own_team
from livingwell.people.queries.striking import is_struck

PAGE = 25
COUNTED = 200
"""Counting stops here: "199+"."""


@dataclass(frozen=True)
class StuckPage:
    """One page of the list, and whether another follows."""

    rows: Sequence[Stuck]
    has_more: bool


def stuck(actor: Actor, team_id: UUID, step: SixStep, page: int) -> StuckPage:
    """What waits at the step. One statement. Raises NotFound for a team that isn't the actor's."""
    require_own_team(actor, team_id)
    values = {**_values(actor, team_id), "first": (page - 1) * PAGE}
    found = db.session.execute(_rows(step), values).all()
    return StuckPage([Stuck(*row) for row in found[:PAGE]], len(found) > PAGE)


def stuck_counts(actor: Actor, team_id: UUID) -> Mapping[SixStep, int]:
    """How much waits at each step, up to COUNTED. One statement."""
    require_own_team(actor, team_id)
    row = db.session.execute(_numbers(), _values(actor, team_id)).one()
    return dict(zip(SixStep, row, strict=True))


def not_met_of_the_team() -> Select[Any]:
    """What was not met when it last applied, or never yet, of people within reach: `person_id`, `what` and `since`.

    Runs with the team's id as `team_id`, and with who asks.
    """
    return _not_met()


def _values(actor: Actor, team_id: UUID) -> dict[str, Any]:
    return {"team_id": team_id, "today": today(), **reach_of(actor)}


@cache
def _rows(step: SixStep) -> Select[Any]:
    waiting = _WAITING[step]().subquery()
    return (
        select(Person, waiting.c.adjustment_id, waiting.c.what, waiting.c.since, waiting.c.why)
        .join(waiting, waiting.c.person_id == Person.id)
        .order_by(waiting.c.since, Person.preferred_name, Person.id, waiting.c.what)
        .offset(bindparam("first", type_=Integer()))
        .limit(PAGE + 1)
    )


@cache
def _numbers() -> Select[Any]:
    counts = [_WAITING[step]().limit(COUNTED).subquery() for step in SixStep]
    return select(*(select(func.count()).select_from(each).scalar_subquery() for each in counts))


def _row(person_id: Any, adjustment_id: Any, what: Any, since: Any, why: Any = None) -> Select[Any]:
    """A row of the list, whatever it is about."""
    return select(
        person_id.label("person_id"),
        adjustment_id.label("adjustment_id"),
        what.label("what"),
        since.label("since"),
        (literal("", String) if why is None else why).label("why"),
    )


def _of_the_team(rows: Select[Any]) -> Select[Any]:
    """Of rows with an episode: those of people whom the team took on and still supports, within reach."""
    return rows.join(Person, Person.id == Episode.person_id).where(
        Episode.team_id == bindparam("team_id"),
        Episode.ended_on.is_(None),
        Episode.accepted_on.is_not(None),
        ~is_struck(Episode),
        reached_by_episode(),
    )


def _nobody_asked() -> Select[Any]:
    """People of whom nobody has written down what they need, nor that they need nothing."""
    answers = (ReasonableAdjustment, NothingNeeded, ImportedNote)
    unasked = (~exists().where(each.person_id == Episode.person_id, ~is_struck(each)) for each in answers)
    return _of_the_team(_row(Episode.person_id, null(), literal("", String), Episode.accepted_on)).where(*unasked)


def _not_recorded() -> Select[Any]:
    """What another record said, and nobody has talked through with the person."""
    rows = _row(ImportedNote.person_id, null(), ImportedNote.said, _day(ImportedNote.created_at))
    return _of_the_team(rows.join(Episode, Episode.person_id == ImportedNote.person_id)).where(
        ImportedNote.confirmed_at.is_(None), ~is_struck(ImportedNote)
    )


def _without(kind: EventKind) -> Callable[[], Select[Any]]:
    def waits() -> Select[Any]:
        return _of_adjustments(_day(ReasonableAdjustment.created_at)).where(~_has(kind), ~_is_objected_to())

    return waits


def _not_met() -> Select[Any]:
    last = _last_outcome(AdjustmentOutcome.met)
    since = func.coalesce(_last_outcome(AdjustmentOutcome.happened_on), _day(ReasonableAdjustment.created_at))
    why = func.coalesce(_last_outcome(AdjustmentOutcome.why), "")
    return _of_adjustments(since, why).where(or_(last.is_(None), last == Met.NOT_MET))


def _review_due() -> Select[Any]:
    return _of_adjustments(ReasonableAdjustment.review_on).where(
        ReasonableAdjustment.review_on <= bindparam("today", type_=Date())
    )


def _of_adjustments(since: Any, why: Any = None) -> Select[Any]:
    adjustment = ReasonableAdjustment
    rows = _row(adjustment.person_id, adjustment.id, adjustment.what, since, why)
    return _of_the_team(rows.join(Episode, Episode.person_id == adjustment.person_id)).where(is_to_be_met())


def _has(kind: EventKind) -> Any:
    return (
        exists()
        .where(AdjustmentEvent.adjustment_id == ReasonableAdjustment.id, AdjustmentEvent.kind == kind)
        .correlate(ReasonableAdjustment)
    )


def _is_objected_to() -> Any:
    """Whether the last word about sharing it is an objection."""
    kinds = (EventKind.OBJECTED, EventKind.NO_LONGER_OBJECTS)
    last = (
        select(AdjustmentEvent.kind)
        .where(AdjustmentEvent.adjustment_id == ReasonableAdjustment.id, AdjustmentEvent.kind.in_(kinds))
        .order_by(AdjustmentEvent.happened_on.desc(), AdjustmentEvent.created_at.desc())
        .limit(1)
        .correlate(ReasonableAdjustment)
        .scalar_subquery()
    )
    return func.coalesce(last, EventKind.NO_LONGER_OBJECTS.value) == EventKind.OBJECTED.value


def _last_outcome(column: Any) -> Any:
    """A column of the last outcome that says whether it was met."""
    return (
        select(column)
        .where(AdjustmentOutcome.adjustment_id == ReasonableAdjustment.id, AdjustmentOutcome.met != Met.NOT_NEEDED)
        .order_by(AdjustmentOutcome.happened_on.desc(), AdjustmentOutcome.created_at.desc())
        .limit(1)
        .correlate(ReasonableAdjustment)
        .scalar_subquery()
    )


def _day(instant: Any) -> Any:
    return func.date(instant, type_=Date)


_WAITING: Mapping[SixStep, Callable[[], Select[Any]]] = {
    SixStep.IDENTIFY: _nobody_asked,
    SixStep.RECORD: _not_recorded,
    SixStep.FLAG: _without(EventKind.FLAGGED),
    SixStep.SHARE: _without(EventKind.SHARED),
    SixStep.MEET: _not_met,
    SixStep.REVIEW: _review_due,
}

"""A person's adjustments, with their whole life in a fixed number of statements however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, select
from sqlalchemy.orm.attributes import set_committed_value

from livingwell.adjustments.models import (
    AdjustmentEvent,
    AdjustmentOutcome,
    CannotDo,
    EarlierWording,
    EventKind,
    Met,
    ReasonableAdjustment,
)
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def has_ended() -> ColumnElement[bool]:
    """The condition on adjustments that holds for those that ended."""
    return (
        exists()
        .where(AdjustmentEvent.adjustment_id == ReasonableAdjustment.id, AdjustmentEvent.kind == EventKind.ENDED)
        .correlate(ReasonableAdjustment)
    )


def cannot_be_done() -> ColumnElement[bool]:
    """The condition on adjustments that holds while we say that we can't."""
    return (
        exists()
        .where(CannotDo.adjustment_id == ReasonableAdjustment.id, CannotDo.lifted_at.is_(None))
        .correlate(ReasonableAdjustment)
    )


def is_to_be_met() -> ColumnElement[bool]:
    """The condition on adjustments that holds for those to be met today."""
    return ~has_ended() & ~cannot_be_done() & ~is_struck(ReasonableAdjustment)


def adjustments_of(person_id: UUID) -> Sequence[ReasonableAdjustment]:
    """Those to be met, in the person's own order, without their life. One statement."""
    return db.session.scalars(_TO_BE_MET, {"person_id": person_id}).all()


def lives_of(person_id: UUID) -> Sequence[ReasonableAdjustment]:
    """Every adjustment with its life, also those that ended, in the person's order. Four statements.

    Of whether they were met, only the last time comes along: after some years there are thousands.
    """
    found = db.session.scalars(_of(person_id).where(~is_struck(ReasonableAdjustment))).all()
    return _with_lives(found)


def adjustment_of(person_id: UUID, adjustment_id: UUID) -> ReasonableAdjustment:
    """One with its whole life. Raises NotFound for another person's, and for one that was struck out."""
    return _one(_of(person_id).where(ReasonableAdjustment.id == adjustment_id))


def adjustments_for_change(person_id: UUID, adjustment_ids: Iterable[UUID]) -> Sequence[ReasonableAdjustment]:
    """These with their lives, read afresh and held until the action ends. Raises NotFound if one isn’t there."""
    wanted = set(adjustment_ids)
    statement = (
        _of(person_id)
        .where(ReasonableAdjustment.id.in_(sorted(wanted)), ~is_struck(ReasonableAdjustment))
        .with_for_update()
    )
    found = db.session.scalars(statement, execution_options={"populate_existing": True}).all()
    if len(found) != len(wanted):
        raise NotFound
    return _with_lives(found)


def earlier_wordings(adjustment_id: UUID) -> Sequence[EarlierWording]:
    """How it read before, the latest first."""
    found = select(EarlierWording).where(EarlierWording.adjustment_id == adjustment_id)
    return db.session.scalars(found.order_by(EarlierWording.created_at.desc(), EarlierWording.id)).all()


def next_position(person_id: UUID) -> int:
    """Where one that is added now stands: after all others."""
    last: int | None = db.session.scalar(
        select(func.max(ReasonableAdjustment.position)).where(ReasonableAdjustment.person_id == person_id)
    )
    return 0 if last is None else last + 1


def _of(person_id: UUID | Any) -> Select[ReasonableAdjustment]:
    return (
        select(ReasonableAdjustment)
        .where(ReasonableAdjustment.person_id == person_id)
        .order_by(ReasonableAdjustment.position, ReasonableAdjustment.created_at, ReasonableAdjustment.id)
    )


def _one(statement: Select[ReasonableAdjustment]) -> ReasonableAdjustment:
    found = db.session.scalars(statement.where(~is_struck(ReasonableAdjustment))).all()
    if not found:
        raise NotFound
    return _with_lives(found, is_whole=True)[0]


def _with_lives(
    adjustments: Sequence[ReasonableAdjustment], *, is_whole: bool = False
) -> Sequence[ReasonableAdjustment]:
    """The adjustments, each with what happened to it: the three kinds of row in a statement each."""
    ids = [each.id for each in adjustments]
    events = _by_adjustment(AdjustmentEvent, ids, AdjustmentEvent.happened_on, AdjustmentEvent.created_at)
    outcomes = _by_adjustment(
        AdjustmentOutcome,
        ids,
        AdjustmentOutcome.happened_on,
        AdjustmentOutcome.created_at,
        only=None if is_whole else AdjustmentOutcome.id.in_(_last_outcomes(ids)),
    )
    refusals = _by_adjustment(CannotDo, ids, CannotDo.created_at)
    for each in adjustments:
        set_committed_value(each, "events", events[each.id])
        set_committed_value(each, "outcomes", outcomes[each.id])
        set_committed_value(each, "refusals", refusals[each.id])
    return adjustments


def _last_outcomes(ids: Sequence[UUID]) -> Select[UUID]:
    """For each adjustment, the last time when it applied."""
    latest_first = (AdjustmentOutcome.happened_on.desc(), AdjustmentOutcome.created_at.desc())
    place = func.row_number().over(partition_by=AdjustmentOutcome.adjustment_id, order_by=latest_first)
    applied = (
        select(AdjustmentOutcome.id, place.label("place"))
        .where(
            AdjustmentOutcome.adjustment_id.in_(ids),
            AdjustmentOutcome.met != Met.NOT_NEEDED,
            ~is_struck(AdjustmentOutcome),
        )
        .subquery()
    )
    return select(applied.c.id).where(applied.c.place == 1)


def _by_adjustment(
    model: Any, ids: Sequence[UUID], *order: Any, only: ColumnElement[bool] | None = None
) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    statement = select(model).where(model.adjustment_id.in_(ids), ~is_struck(model)).order_by(*order, model.id)
    if only is not None:
        statement = statement.where(only)
    for row in db.session.scalars(statement, execution_options={"populate_existing": True}):
        found[row.adjustment_id].append(row)
    return found


# On every page about the person, and so put together only once.
_TO_BE_MET = _of(bindparam("person_id")).where(is_to_be_met())

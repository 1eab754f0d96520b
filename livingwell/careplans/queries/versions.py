"""The numbered versions of a plan, and how it stands with the person's agreement."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, case, exists, func, select
from sqlalchemy.orm import aliased, selectinload, undefer
from sqlalchemy.sql.base import ExecutableOption

from livingwell.careplans.models import Agreement, Answer, CarePlan, NotRight, PlanChange, PlanVersion, SignOff
from livingwell.careplans.models.differences import differences
from livingwell.careplans.models.held_back import held_then_or_now
from livingwell.careplans.models.seen import as_the_person_sees, without
from livingwell.careplans.models.snapshot import Snapshot, from_json
from livingwell.careplans.models.standing import ChangeSince, Standing
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def changes_since(plan: CarePlan, name: str) -> Standing:
    """How the plan, loaded in full, stands with the person, who is called `name`. Two statements.

    What is held back is none of the changes: nobody asks the person about it.
    """
    rows = db.session.execute(_versions_with_answers(), {"plan_id": plan.id}).all()
    if not rows:
        return Standing()
    latest = max((row.PlanVersion for row in rows), key=lambda version: version.number)
    answers = {row.Agreement.id: row.Agreement for row in rows if row.Agreement}
    of_latest = [each for each in answers.values() if each.version_id == latest.id]
    answer = max(of_latest, key=lambda each: each.number, default=None)
    base = next(row for row in rows if row.kept is not None)
    given = [each for each in answers.values() if each.version_id == base.PlanVersion.id and each.answer is Answer.YES]
    yes = max(given, key=lambda each: each.number, default=None)
    # What the person said yes to is what they saw: a line that was held back then is new to them.
    read = without(from_json(base.kept), held_then_or_now(plan.held_back, (yes or base.PlanVersion).created_at))
    found = _since(plan, base.PlanVersion, read, name)
    return Standing(
        latest=latest,
        answer=answer,
        agreed=base.PlanVersion if yes else None,
        yes=yes,
        sign_offs=tuple({row.SignOff.id: row.SignOff for row in rows if row.SignOff and row[0] is base[0]}.values()),
        changes=tuple(each for each in found if not each.difference.is_progress),
        not_right=_still_no(rows),
        held_then=sum(each.was_in_force(yes.created_at) for each in plan.held_back) if yes else 0,
        progress=tuple(each for each in found if each.difference.is_progress),
    )


def standing_nos(plan_id: UUID) -> Sequence[NotRight]:
    """The lines to which the person says no as it stands, the last no to each."""
    return _still_no(db.session.execute(_versions_with_answers(), {"plan_id": plan_id}).all())


def _still_no(rows: Sequence[Any]) -> tuple[NotRight, ...]:
    """The last no to each line since the last yes, as they were said. Not yet and a new version take none back."""
    answered = sorted((row for row in rows if row.Agreement), key=_when_answered)
    yes = max((_when_answered(row) for row in answered if row.Agreement.answer is Answer.YES), default=(0, 0))
    said = [row.NotRight for row in answered if row.NotRight and _when_answered(row) > yes]
    return tuple(sorted({each.line_id: each for each in said}.values(), key=lambda no: no.created_at))


def _when_answered(row: Any) -> tuple[int, int]:
    return row.PlanVersion.number, row.Agreement.number


def _line_changed_since() -> ColumnElement[bool]:
    """Whether the line of a no was changed after it, other than by going on as agreed: the no was to other words."""
    return exists().where(
        PlanChange.plan_id == NotRight.plan_id,
        PlanChange.line_id == NotRight.line_id,
        PlanChange.created_at > NotRight.created_at,
        ~PlanChange.is_progress,
    )


@cache
def _versions_with_answers() -> Select[Any]:
    """Every version with its answers and sign-offs; the kept snapshot only of the one to compare with."""
    base = _last_agreed_number()
    kept = case((PlanVersion.number == base, PlanVersion.snapshot)).label("kept")
    return (
        select(PlanVersion, Agreement, SignOff, NotRight, kept)
        .select_from(PlanVersion)
        .outerjoin(Agreement, (Agreement.version_id == PlanVersion.id) & ~is_struck(Agreement))
        .outerjoin(SignOff, SignOff.version_id == PlanVersion.id)
        .outerjoin(NotRight, (NotRight.agreement_id == Agreement.id) & ~_line_changed_since())
        .where(PlanVersion.plan_id == bindparam("plan_id"))
    )


def _last_agreed_number() -> ColumnElement[int]:
    """The number of the last version with a yes, or of the last of all while there is none."""
    version = aliased(PlanVersion)
    numbers = select(func.max(version.number)).where(version.plan_id == bindparam("plan_id"))
    agreed = numbers.join(Agreement, Agreement.version_id == version.id).where(
        Agreement.answer == Answer.YES, ~is_struck(Agreement)
    )
    return func.coalesce(agreed.scalar_subquery(), numbers.scalar_subquery())


def _since(plan: CarePlan, base: PlanVersion, old: Snapshot, name: str) -> list[ChangeSince]:
    saves = db.session.scalars(_saves(), {"plan_id": plan.id, "since": base.created_at})
    last_of = {str(change.line_id): change for change in saves}
    found = differences(old, as_the_person_sees(plan), name)
    return [ChangeSince(difference, last_of.get(difference.line_id)) for difference in found]


@cache
def _saves() -> Select[PlanChange]:
    return (
        select(PlanChange)
        .where(PlanChange.plan_id == bindparam("plan_id"), PlanChange.created_at >= bindparam("since"))
        .order_by(PlanChange.created_at)
    )


def version_numbered(plan_id: UUID, number: int) -> PlanVersion:
    """One version with its snapshot, answers and sign-offs. Raises NotFound where there is none."""
    version = db.session.scalar(
        select(PlanVersion)
        .where(PlanVersion.plan_id == plan_id, PlanVersion.number == number)
        .options(undefer(PlanVersion.snapshot), *_answers())
    )
    if version is None:
        raise NotFound
    return version


def version_before(plan_id: UUID, number: int) -> PlanVersion | None:
    """The version before this one, with its snapshot; none before the first."""
    return db.session.scalar(
        select(PlanVersion)
        .where(PlanVersion.plan_id == plan_id, PlanVersion.number < number)
        .options(undefer(PlanVersion.snapshot))
        .order_by(PlanVersion.number.desc())
        .limit(1)
    )


def versions_of(plan_id: UUID) -> Sequence[PlanVersion]:
    """Every version, the newest first, with answers and sign-offs."""
    return db.session.scalars(
        select(PlanVersion)
        .where(PlanVersion.plan_id == plan_id)
        .options(*_answers())
        .order_by(PlanVersion.number.desc())
    ).all()


def latest_version(plan_id: UUID) -> PlanVersion | None:
    """The last version with its snapshot and answers, read afresh; none before the first."""
    return db.session.scalar(
        select(PlanVersion)
        .where(PlanVersion.plan_id == plan_id)
        .options(undefer(PlanVersion.snapshot), *_answers())
        .order_by(PlanVersion.number.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )


def _answers() -> list[ExecutableOption]:
    return [
        selectinload(PlanVersion.agreements.and_(~is_struck(Agreement))),
        selectinload(PlanVersion.sign_offs),
    ]


def version_for_change(version_id: UUID) -> PlanVersion:
    """One version with its answers, read afresh, its plan held so that one member answers at a time."""
    plan_id = select(PlanVersion.plan_id).where(PlanVersion.id == version_id).scalar_subquery()
    db.session.execute(select(CarePlan.id).where(CarePlan.id == plan_id).with_for_update())
    version = db.session.scalar(
        select(PlanVersion)
        .where(PlanVersion.id == version_id)
        .options(*_answers())
        .execution_options(populate_existing=True)
    )
    if version is None:
        raise NotFound
    return version

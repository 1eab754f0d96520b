"""The numbered versions of a plan, and how it stands with the person's agreement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import aliased, selectinload, undefer
from sqlalchemy.sql.base import ExecutableOption

from livingwell.careplans.models import Agreement, Answer, CarePlan, PlanChange, PlanVersion, SignOff
from livingwell.careplans.models.differences import Difference, differences
from livingwell.careplans.models.snapshot import Snapshot, from_json, snapshot_of
from livingwell.careplans.queries.struck import not_struck
from livingwell.core.errors import NotFound
from livingwell.extensions import db


@dataclass(frozen=True)
class ChangeSince:
    """What changed since the person agreed, and the last save that changed that line (none for a strike-out)."""

    difference: Difference
    change: PlanChange | None


@dataclass(frozen=True)
class Standing:
    """How a plan stands with the person.

    `latest` is the last numbered version with its last answer. `agreed` is the last one with a yes. `changes` are what
    is different now from `agreed`, or from `latest` while there was no yes; `progress` is what only went on as agreed.
    """

    latest: PlanVersion | None = None
    answer: Agreement | None = None
    agreed: PlanVersion | None = None
    yes: Agreement | None = None
    sign_offs: tuple[SignOff, ...] = ()
    changes: tuple[ChangeSince, ...] = ()
    progress: tuple[ChangeSince, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether the person agreed to the plan as it stands now."""
        return self.agreed is not None and self.agreed is self.latest and self.answer is self.yes and not self.changes


def changes_since(plan: CarePlan, name: str) -> Standing:
    """How the plan, loaded in full, stands with the person, who is called `name`. Two statements."""
    rows = db.session.execute(_versions_with_answers(plan.id)).all()
    if not rows:
        return Standing()
    latest = max((row.PlanVersion for row in rows), key=lambda version: version.number)
    answers = {row.Agreement.id: row.Agreement for row in rows if row.Agreement}
    of_latest = [each for each in answers.values() if each.version_id == latest.id]
    base = next(row for row in rows if row.kept is not None)
    yes = [each for each in answers.values() if each.version_id == base.PlanVersion.id and each.answer is Answer.YES]
    found = _since(plan, base.PlanVersion, from_json(base.kept), name)
    return Standing(
        latest=latest,
        answer=max(of_latest, key=lambda each: each.number, default=None),
        agreed=base.PlanVersion if yes else None,
        yes=max(yes, key=lambda each: each.number, default=None),
        sign_offs=tuple({row.SignOff.id: row.SignOff for row in rows if row.SignOff and row[0] is base[0]}.values()),
        changes=tuple(each for each in found if not each.difference.is_progress),
        progress=tuple(each for each in found if each.difference.is_progress),
    )


def _versions_with_answers(plan_id: UUID) -> Select[Any]:
    """Every version with its answers and sign-offs; the kept snapshot only of the one to compare with."""
    base = _last_agreed_number(plan_id)
    kept = case((PlanVersion.number == base, PlanVersion.snapshot)).label("kept")
    return (
        select(PlanVersion, Agreement, SignOff, kept)
        .select_from(PlanVersion)
        .outerjoin(Agreement, (Agreement.version_id == PlanVersion.id) & not_struck(Agreement))
        .outerjoin(SignOff, SignOff.version_id == PlanVersion.id)
        .where(PlanVersion.plan_id == plan_id)
    )


def _last_agreed_number(plan_id: UUID) -> ColumnElement[int]:
    """The number of the last version with a yes, or of the last of all while there is none."""
    version = aliased(PlanVersion)
    numbers = select(func.max(version.number)).where(version.plan_id == plan_id)
    agreed = numbers.join(Agreement, Agreement.version_id == version.id).where(
        Agreement.answer == Answer.YES, not_struck(Agreement)
    )
    return func.coalesce(agreed.scalar_subquery(), numbers.scalar_subquery())


def _since(plan: CarePlan, base: PlanVersion, old: Snapshot, name: str) -> list[ChangeSince]:
    saves = db.session.scalars(
        select(PlanChange)
        .where(PlanChange.plan_id == plan.id, PlanChange.created_at >= base.created_at)
        .order_by(PlanChange.created_at)
    )
    last_of = {str(change.line_id): change for change in saves}
    found = differences(old, snapshot_of(plan), name)
    return [ChangeSince(difference, last_of.get(difference.line_id)) for difference in found]


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
        selectinload(PlanVersion.agreements.and_(not_struck(Agreement))),
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

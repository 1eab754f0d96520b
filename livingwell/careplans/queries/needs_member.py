"""What plans need from a member: for a page about many people, in as few statements for fifty as for one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, Uuid, and_, bindparam, func, select
from sqlalchemy.orm import aliased

from livingwell.careplans.models import (
    Agreement,
    Answer,
    AnsweredSuggestion,
    CarePlan,
    Consequence,
    Goal,
    GoalState,
    GoalStatus,
    HeldBack,
    PlanChange,
    PlanVersion,
    Rating,
    Statement,
    Step,
    StepState,
    StepStatus,
    Suggestion,
    SuggestionAnswer,
)
from livingwell.careplans.models.differences import line_differences
from livingwell.careplans.models.needs import LastAnswer, PlanNeeds
from livingwell.careplans.models.snapshot import line_from_json
from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.people.models import Person, Struck
from livingwell.people.queries.episodes import is_supported_now
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach
from livingwell.people.queries.striking import is_struck

_LINES = tuple(model.__tablename__ for model in (Statement, Goal, Step, Consequence))


def steps_due(actor: Actor, until: date) -> Sequence[tuple[Step, Goal, Person]]:
    """Open steps that the actor does, due up to a day, of goals that are worked on: the earliest first.

    The plan of somebody whose support has ended is theirs, and asks nothing of a member.
    """
    rows = db.session.execute(_steps(), {"until": until, **reach_of(actor)})
    return [(step, goal, person) for step, goal, person in rows]


def plan_needs(person_ids: Sequence[UUID], account_id: UUID | None) -> dict[UUID, PlanNeeds]:
    """How the current plans of these people stand, for a member who may answer suggestions. Two statements."""
    changes = _changed_things(db.session.execute(_changes(), {"people": person_ids}))
    rows = db.session.execute(_standings(), {"people": person_ids, "asker": account_id})
    return {row.person_id: _needs_in(row, changes[row.plan_id]) for row in rows}


def plan_needs_of(person_id: UUID, account_id: UUID | None) -> PlanNeeds | None:
    """The same of one person, or none before their plan was started. One statement."""
    rows = db.session.execute(_standing_with_changes(), {"people": [person_id], "asker": account_id}).all()
    if not rows:
        return None
    changes = _changed_things((row.plan_id, row.line_id, row.before, row.after) for row in rows if row.line_id)
    return _needs_in(rows[0], changes[rows[0].plan_id])


def recent_ratings(person_ids: Sequence[UUID], since: date, most: int) -> Sequence[tuple[Rating, Goal, int | None]]:
    """The latest ratings by these people, newest first, each with its goal and the rating before it, if any."""
    rows = db.session.execute(_ratings(), {"people": person_ids, "since": since, "most": most})
    return [(rating, goal, was) for rating, goal, was in rows]


# The statements below are put together once: on a page for many people, that takes longer than to run them.


def _of_people(model: Any) -> ColumnElement[bool]:
    return model.person_id.in_(bindparam("people", expanding=True))  # type: ignore[no-any-return]


@cache
def _steps() -> Select[Step, Goal, Person]:
    goal_status, step_status = aliased(GoalStatus), aliased(StepStatus)
    return (
        select(Step, Goal, Person)
        .join(Goal, Goal.id == Step.goal_id)
        .join(CarePlan, CarePlan.id == Step.plan_id)
        .join(Person, Person.id == Step.person_id)
        .join(step_status, _is_last(step_status, StepStatus, step_status.step_id, Step.id))
        .join(goal_status, _is_last(goal_status, GoalStatus, goal_status.goal_id, Goal.id))
        .where(
            step_status.state.in_([state for state in StepState if state.is_open]),
            goal_status.state.in_([state for state in GoalState if state.is_live]),
            CarePlan.ended_on.is_(None),
            is_supported_now(),
            Step.done_by_id == ANYBODY.account_id,
            Step.by_on <= bindparam("until"),
            ~is_struck(Step),
            ~is_struck(Goal),
            within_reach(ANYBODY),
        )
        .order_by(Step.by_on, Step.created_at, Step.id)
    )


@cache
def _ratings() -> Select[Any]:
    before = aliased(Rating)
    was = (
        select(before.value)
        .where(before.goal_id == Rating.goal_id, before.rated_on < Rating.rated_on, ~is_struck(before))
        .order_by(before.rated_on.desc())
        .limit(1)
        .correlate(Rating)
        .scalar_subquery()
    )
    return (
        select(Rating, Goal, was)
        .join(Goal, Goal.id == Rating.goal_id)
        .where(_of_people(Rating), Rating.rated_on >= bindparam("since"), ~is_struck(Rating), ~is_struck(Goal))
        .order_by(Rating.rated_on.desc(), Rating.created_at.desc(), Rating.id)
        .limit(bindparam("most", type_=Integer))
    )


@cache
def _standings() -> Select[Any]:
    """Each current plan with the last answer to its last version, the day of its last yes, and what waits."""
    return _standings_since(aliased(PlanVersion))


@cache
def _standing_with_changes() -> Select[Any]:
    """The same, in a row for each change since the last yes: for one plan, as it says the rest every time."""
    agreed = aliased(PlanVersion)
    return (
        _standings_since(agreed)
        .add_columns(PlanChange.line_id, PlanChange.before, PlanChange.after)
        .outerjoin(PlanChange, and_(PlanChange.plan_id == CarePlan.id, _is_change_since(agreed)))
        .order_by(PlanChange.created_at)
    )


def _standings_since(agreed: Any) -> Select[Any]:
    latest = aliased(PlanVersion)
    return (
        select(
            CarePlan.id.label("plan_id"),
            CarePlan.person_id,
            CarePlan.review_on,
            Agreement,
            _day_of_yes(agreed).label("agreed_on"),
            agreed.number.label("agreed_version"),
            agreed.snapshot["review_on"].as_string().label("agreed_review_on"),
            _struck_since(agreed).label("struck"),
            _open_suggestions().label("suggestions"),
        )
        .select_from(CarePlan)
        .outerjoin(latest, and_(latest.plan_id == CarePlan.id, latest.number == _last_number(CarePlan.id)))
        .outerjoin(Agreement, and_(Agreement.version_id == latest.id, Agreement.number == _last_answer(latest.id)))
        .outerjoin(agreed, and_(agreed.plan_id == CarePlan.id, agreed.number == _last_agreed_number(CarePlan.id)))
        .where(_of_people(CarePlan), CarePlan.ended_on.is_(None))
    )


@cache
def _changes() -> Select[Any]:
    """Every line changed since the last yes, as it was before and after."""
    agreed = aliased(PlanVersion)
    return (
        select(PlanChange.plan_id, PlanChange.line_id, PlanChange.before, PlanChange.after)
        .join(agreed, and_(agreed.plan_id == PlanChange.plan_id, agreed.number == _last_agreed_number(agreed.plan_id)))
        .where(_of_people(PlanChange), _is_change_since(agreed))
        .order_by(PlanChange.created_at)
    )


def _is_change_since(version: Any) -> ColumnElement[bool]:
    """Whether a line was changed after that version, otherwise than by going on as agreed, and is still there."""
    return and_(
        PlanChange.created_at > version.created_at,
        PlanChange.is_progress.is_(False),
        ~select(Struck.id)
        .where(Struck.row_id == PlanChange.line_id, Struck.table_name.in_(_LINES))
        .correlate(PlanChange)
        .exists(),
        ~_is_held_back(),
    )


def _is_held_back() -> ColumnElement[bool]:
    """Whether the person does not see the line now, so that nobody asks them about its changes."""
    held = select(HeldBack.id).where(
        HeldBack.line_id == PlanChange.line_id, HeldBack.agreed_at.is_not(None), HeldBack.ended_at.is_(None)
    )
    return held.correlate(PlanChange).exists()


def _changed_things(rows: Iterable[Any]) -> dict[UUID, int]:
    """For each plan, how many things differ since the last yes: a line that was changed and changed back is none."""
    lines: dict[tuple[UUID, UUID], list[Any]] = defaultdict(list)
    for plan_id, line_id, before, after in rows:
        lines[plan_id, line_id] += [before, after]
    counts: dict[UUID, int] = defaultdict(int)
    for (plan_id, _line), texts in lines.items():
        counts[plan_id] += _differences(texts[0], texts[-1])
    return counts


def _differences(before: Any, after: Any) -> int:
    was, is_now = (line_from_json(kept) if kept else None for kept in (before, after))
    return sum(not each.is_progress for each in line_differences(was, is_now, ""))


def _needs_in(row: Any, changes: int) -> PlanNeeds:
    return PlanNeeds(
        person_id=row.person_id,
        review_on=row.review_on,
        answer=_answer_in(row.Agreement),
        agreed_on=row.agreed_on,
        agreed_version=row.agreed_version,
        changes=changes + row.struck + _is_review_moved(row),
        suggestions=row.suggestions,
    )


def _is_review_moved(row: Any) -> bool:
    """Whether the review has another date than the one that was agreed to."""
    return row.agreed_on is not None and row.agreed_review_on != (row.review_on and row.review_on.isoformat())


def _answer_in(row: Agreement | None) -> LastAnswer | None:
    if row is None:
        return None
    return LastAnswer(row.answer, row.answered_on, row.words, row.not_right, row.ask_by, row.is_not_yet)


def _is_last(status: Any, model: Any, owner: Any, owner_id: Any) -> ColumnElement[bool]:
    """The condition that joins a line's last status."""
    each = aliased(model)
    column = getattr(each, owner.key)
    last = select(func.max(each.number)).where(column == owner_id).correlate_except(each).scalar_subquery()
    return and_(owner == owner_id, status.number == last)


def _last_number(plan_id: Any) -> Any:
    version = aliased(PlanVersion)
    return (
        select(func.max(version.number)).where(version.plan_id == plan_id).correlate_except(version).scalar_subquery()
    )


def _last_answer(version_id: Any) -> Any:
    answer = aliased(Agreement)
    found = select(func.max(answer.number)).where(answer.version_id == version_id, ~is_struck(answer))
    return found.correlate_except(answer).scalar_subquery()


def _last_agreed_number(plan_id: Any) -> Any:
    version, answer = aliased(PlanVersion), aliased(Agreement)
    found = (
        select(func.max(version.number))
        .join(answer, answer.version_id == version.id)
        .where(version.plan_id == plan_id, answer.answer == Answer.YES, ~is_struck(answer))
    )
    return found.correlate_except(version, answer).scalar_subquery()


def _day_of_yes(version: Any) -> Any:
    answer = aliased(Agreement)
    found = select(func.max(answer.answered_on)).where(
        answer.version_id == version.id, answer.answer == Answer.YES, ~is_struck(answer)
    )
    return found.correlate(version).scalar_subquery()


def _struck_since(version: Any) -> Any:
    """How many lines of the plan were struck out since that version: each is taken out of what was agreed."""
    found = select(func.count()).where(
        Struck.person_id == CarePlan.person_id,
        Struck.table_name.in_(_LINES),
        Struck.created_at > version.created_at,
    )
    return found.correlate(CarePlan, version).scalar_subquery()


def _open_suggestions() -> Any:
    settled = (SuggestionAnswer.ACCEPTED, SuggestionAnswer.DECLINED)
    found = select(func.count()).where(
        Suggestion.plan_id == CarePlan.id,
        Suggestion.written_by_id.is_distinct_from(bindparam("asker", type_=Uuid)),
        ~is_struck(Suggestion),
        ~select(AnsweredSuggestion.id)
        .where(AnsweredSuggestion.suggestion_id == Suggestion.id, AnsweredSuggestion.answer.in_(settled))
        .exists(),
    )
    return found.correlate(CarePlan).scalar_subquery()

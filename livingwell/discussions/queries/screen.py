"""What the discussion's screen shows, in a fixed number of statements however much was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, bindparam, exists, func, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from livingwell.careplans.models import Goal, GoalState, GoalStatus, Rating, Step, StepState, StepStatus
from livingwell.careplans.models.needs import PlanNeeds
from livingwell.careplans.queries.needs_member import plan_needs_of
from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.discussions.models import (
    CaseDiscussion,
    Challenge,
    ChallengeAnswer,
    CheckIn,
    Closing,
    Contribution,
    Decision,
    FollowThrough,
    LivedExperienceAbsence,
    Meeting,
    NoChange,
    PersonLine,
    Telling,
)
from livingwell.discussions.queries.agenda import lines
from livingwell.discussions.queries.attendance import check_ins
from livingwell.discussions.queries.live import Pulse, pulse
from livingwell.discussions.queries.meetings import members
from livingwell.discussions.queries.round import contributions
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership
from livingwell.people.models import Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach
from livingwell.people.queries.striking import is_struck


@dataclass(frozen=True)
class Head:
    """The discussion, its place on the agenda, and each thing that it has at most one of."""

    discussion: CaseDiscussion
    number: int
    count: int
    absence: LivedExperienceAbsence | None
    no_change: NoChange | None
    closing: Closing | None
    telling: Telling | None
    meeting_before_at: datetime | None


@dataclass(frozen=True)
class Answered:
    """A challenge with its answers, or a decision with what was said of it, oldest first."""

    row: Any
    answers: tuple[Any, ...]


@dataclass(frozen=True)
class PlanBeside:
    """The goals that are worked on, with their ratings, and the steps that are open."""

    goals: tuple[Goal, ...]
    ratings: dict[UUID, list[Rating]]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Screen:
    """Everything that the screen shows."""

    head: Head
    lines: Sequence[PersonLine]
    contributions: Sequence[Contribution]
    challenges: Sequence[Answered]
    decisions: Sequence[Answered]
    check_ins: Sequence[CheckIn]
    members: Sequence[Membership]
    pulse: Pulse
    plan: PlanBeside
    plan_needs: PlanNeeds | None


def screen(actor: Actor, person_id: UUID, discussion_id: UUID) -> Screen:
    """The screen of a discussion about the person. Raises NotFound for any other. Eleven statements.

    The pulse comes first: what is added while the rest is read, the next poll brings.
    """
    beat = pulse(discussion_id, person_id)
    head = discussion_head(actor, person_id, discussion_id)
    return Screen(
        head=head,
        lines=lines([discussion_id]),
        contributions=contributions(discussion_id),
        challenges=challenges_with_answers(person_id, discussion_id),
        decisions=decisions_with_answers(head.discussion),
        check_ins=check_ins(actor, head.discussion.meeting_id),
        members=members(head.discussion.meeting.team_id),
        pulse=beat,
        plan=plan_beside(person_id),
        plan_needs=plan_needs_of(person_id, actor.account_id),
    )


def discussion_head(actor: Actor, person_id: UUID, discussion_id: UUID) -> Head:
    """The discussion with its meeting, and each thing that it has at most one of. One statement."""
    values = {"discussion_id": discussion_id, "person_id": person_id, **reach_of(actor)}
    row = db.session.execute(_head(), values).one_or_none()
    if row is None:
        raise NotFound
    return Head(*row)


# The statements of the screen are put together once: that takes longer than to run them.


@cache
def _head() -> Select[Any]:
    return (
        select(
            CaseDiscussion,
            _places(is_before=True).label("number"),
            _places(is_before=False).label("count"),
            LivedExperienceAbsence,
            NoChange,
            Closing,
            Telling,
            _meeting_before_at().label("meeting_before_at"),
        )
        .join(CaseDiscussion.meeting)
        .outerjoin(LivedExperienceAbsence, LivedExperienceAbsence.discussion_id == CaseDiscussion.id)
        .outerjoin(NoChange, NoChange.discussion_id == CaseDiscussion.id)
        .outerjoin(Closing, Closing.discussion_id == CaseDiscussion.id)
        .outerjoin(Telling, Telling.discussion_id == CaseDiscussion.id)
        .where(
            CaseDiscussion.id == bindparam("discussion_id"),
            CaseDiscussion.person_id == bindparam("person_id"),
            Meeting.team_id.in_(ANYBODY.team_ids),
        )
        .options(
            contains_eager(CaseDiscussion.meeting).options(joinedload(Meeting.chair), joinedload(Meeting.team)),
            joinedload(CaseDiscussion.brought_by),
            joinedload(CaseDiscussion.person),
            joinedload(LivedExperienceAbsence.said_by),
            joinedload(NoChange.said_by),
            joinedload(Closing.closed_by),
            joinedload(Telling.teller),
            joinedload(Telling.written_by),
            joinedload(Telling.told_by),
        )
    )


def next_on_agenda(actor: Actor, discussion: CaseDiscussion) -> CaseDiscussion | None:
    """Whoever comes next and was not discussed yet, with the person."""
    return db.session.scalar(
        select(CaseDiscussion)
        .join(CaseDiscussion.person)
        .where(
            CaseDiscussion.meeting_id == discussion.meeting_id,
            CaseDiscussion.id != discussion.id,
            CaseDiscussion.taken_off_at.is_(None),
            ~exists().where(Closing.discussion_id == CaseDiscussion.id),
            within_reach(actor),
        )
        .options(contains_eager(CaseDiscussion.person))
        .order_by(CaseDiscussion.position < discussion.position, CaseDiscussion.position)
        .limit(1)
    )


def challenges_with_answers(person_id: UUID, discussion_id: UUID) -> list[Answered]:
    """The challenges of a discussion and those still open from earlier ones, with their answers. One statement."""
    values = {"person_id": person_id, "discussion_id": discussion_id}
    return _grouped(db.session.execute(_challenges(), values).all())


@cache
def _challenges() -> Select[Challenge, ChallengeAnswer]:
    raiser, answerer = aliased(Account), aliased(Account)
    answer = aliased(ChallengeAnswer)
    return (
        select(Challenge, answer)
        .join(Challenge.contribution)
        .outerjoin(raiser, raiser.id == Contribution.said_by_id)
        .outerjoin(answer, (answer.challenge_id == Challenge.id) & ~is_struck(answer))
        .outerjoin(answerer, answerer.id == answer.answered_by_id)
        .where(
            Challenge.person_id == bindparam("person_id"),
            (Challenge.discussion_id == bindparam("discussion_id")) | Challenge.closed_at.is_(None),
            ~is_struck(Contribution),
        )
        .options(
            contains_eager(Challenge.contribution).contains_eager(Contribution.said_by.of_type(raiser)),
            joinedload(Challenge.closed_by),
            contains_eager(answer.answered_by.of_type(answerer)),
        )
        .order_by(Challenge.created_at, Challenge.id, answer.created_at, answer.id)
    )


def decisions_with_answers(discussion: CaseDiscussion) -> list[Answered]:
    """What this discussion decided, and what earlier ones about the person did that is open or was settled since
    the last of them; each with what was said of it. One statement."""
    values = {
        "discussion_id": discussion.id,
        "person_id": discussion.person_id,
        "team_id": discussion.meeting.team_id,
        "began_at": discussion.started_at or discussion.meeting.ends_at,
    }
    return _grouped(db.session.execute(_decisions(), values).all())


@cache
def _decisions() -> Select[Decision, FollowThrough]:
    said, sayer = aliased(FollowThrough), aliased(Account)
    return (
        select(Decision, said)
        .outerjoin(said, (said.decision_id == Decision.id) & ~is_struck(said))
        .outerjoin(sayer, sayer.id == said.answered_by_id)
        .where(
            Decision.person_id == bindparam("person_id"),
            Decision.team_id == bindparam("team_id"),
            (Decision.discussion_id == bindparam("discussion_id"))
            | (
                (Decision.created_at < bindparam("began_at"))
                & (Decision.settled_at.is_(None) | (Decision.settled_at > _last_time()))
            ),
            ~is_struck(Decision),
        )
        .options(
            joinedload(Decision.member),
            joinedload(Decision.written_by),
            contains_eager(said.answered_by.of_type(sayer)),
        )
        .order_by(Decision.created_at, Decision.id, said.created_at, said.id)
    )


def plan_beside(person_id: UUID) -> PlanBeside:
    """The goals beside the talk. Two statements."""
    values = {"person_id": person_id}
    ratings: dict[Goal, list[Rating]] = {}
    for goal, rating in db.session.execute(_rated_goals(), values):
        ratings.setdefault(goal, []).extend([rating] if rating else [])
    by_id = {goal.id: rated for goal, rated in ratings.items()}
    return PlanBeside(tuple(ratings), by_id, tuple(db.session.scalars(_steps(), values)))


@cache
def _rated_goals() -> Select[Goal, Rating]:
    """Each goal once for each rating, the oldest first; once, with none, where it was never rated."""
    return (
        select(Goal, Rating)
        .join(GoalStatus, GoalStatus.goal_id == Goal.id)
        .outerjoin(Rating, (Rating.goal_id == Goal.id) & ~is_struck(Rating))
        .where(
            Goal.person_id == bindparam("person_id"),
            GoalStatus.number == _latest(GoalStatus.number, GoalStatus.goal_id, Goal.id),
            GoalStatus.state.in_((GoalState.AGREED, GoalState.IN_PROGRESS)),
            ~is_struck(Goal),
        )
        .order_by(Goal.rated_place.is_(None), Goal.rated_place, Goal.number, Rating.rated_on, Rating.created_at)
    )


@cache
def _steps() -> Select[Step]:
    return (
        select(Step)
        .join(StepStatus, StepStatus.step_id == Step.id)
        .where(
            Step.person_id == bindparam("person_id"),
            StepStatus.number == _latest(StepStatus.number, StepStatus.step_id, Step.id),
            StepStatus.state.in_((StepState.PLANNED, StepState.UNDER_WAY)),
            ~is_struck(Step),
        )
        .order_by(Step.goal_id, Step.number)
    )


def _latest(number: Any, of_line: Any, line_id: Any) -> ScalarSelect[Any]:
    newest = aliased(of_line.class_)
    column = getattr(newest, of_line.key)
    return (
        select(func.max(getattr(newest, number.key)))
        .where(column == line_id)
        .correlate(line_id.class_)
        .scalar_subquery()
    )


def _last_time() -> ScalarSelect[Any]:
    """When the discussion before this one began. Before the first there is none, and nothing was decided either."""
    other = aliased(CaseDiscussion)
    return (
        select(func.max(other.started_at))
        .where(
            other.person_id == bindparam("person_id"),
            other.id != bindparam("discussion_id"),
            other.started_at < bindparam("began_at"),
        )
        .scalar_subquery()
    )


def _meeting_before_at() -> ScalarSelect[Any]:
    """When the team's meeting before this one was over."""
    other = aliased(Meeting)
    return (
        select(func.max(func.coalesce(other.ended_at, other.ends_at)))
        .where(other.team_id == Meeting.team_id, other.starts_at < Meeting.starts_at, other.started_at.is_not(None))
        .correlate(Meeting)
        .scalar_subquery()
    )


def _places(*, is_before: bool) -> ScalarSelect[int]:
    """How many people within reach are on the agenda; or how many up to this one."""
    other = aliased(CaseDiscussion)
    counted = (
        select(func.count())
        .select_from(other)
        .join(Person, Person.id == other.person_id)
        .where(other.meeting_id == CaseDiscussion.meeting_id, other.taken_off_at.is_(None), within_reach(ANYBODY))
    )
    if is_before:
        counted = counted.where(other.position <= CaseDiscussion.position)
    return counted.correlate(CaseDiscussion).scalar_subquery()


def _grouped(rows: Sequence[Any]) -> list[Answered]:
    found: dict[UUID, tuple[Any, list[Any]]] = {}
    for row, answer in rows:
        _row, answers = found.setdefault(row.id, (row, []))
        if answer is not None:
            answers.append(answer)
    return [Answered(row, tuple(answers)) for row, answers in found.values()]

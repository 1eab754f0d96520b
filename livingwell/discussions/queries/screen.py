"""What the discussion's screen shows, in a fixed number of statements however much was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ScalarSelect,
    Select,
    bindparam,
    exists,
    func,
    select,
)
from sqlalchemy.orm import aliased, contains_eager, joinedload

from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.careplans.models.needs import PlanNeeds
from livingwell.careplans.queries.needs_member import plan_needs_of
from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.discussions.models import (
    AgreedAdjustment,
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
from livingwell.discussions.queries.attendance import check_ins
from livingwell.discussions.queries.live import Pulse, pulse
from livingwell.discussions.queries.meetings import members
from livingwell.discussions.queries.plan import PlanBeside, plan_beside
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
class Opening:
    """The head, and the few rows that hang on the discussion itself: the person's lines, and adjustments agreed."""

    head: Head
    lines: tuple[PersonLine, ...]
    agreed: tuple[ReasonableAdjustment, ...]


@dataclass(frozen=True)
class Answered:
    """A challenge with its answers, or a decision with what was said of it, oldest first."""

    row: Any
    answers: tuple[Any, ...]


@dataclass(frozen=True)
class Screen:
    """Everything that the screen shows."""

    head: Head
    lines: Sequence[PersonLine]
    agreed: Sequence[ReasonableAdjustment]
    contributions: Sequence[Contribution]
    challenges: Sequence[Answered]
    decisions: Sequence[Answered]
    check_ins: Sequence[CheckIn]
    members: Sequence[Membership]
    pulse: Pulse
    plan: PlanBeside
    plan_needs: PlanNeeds | None


def screen(actor: Actor, person_id: UUID, discussion_id: UUID) -> Screen:
    """The screen of a discussion about the person. Raises NotFound for any other. Nine statements.

    The pulse comes first: what is added while the rest is read, the next poll brings.
    """
    beat = pulse(discussion_id, person_id)
    opening = opening_of(actor, person_id, discussion_id)
    head = opening.head
    return Screen(
        head=head,
        lines=opening.lines,
        agreed=opening.agreed,
        contributions=contributions(discussion_id),
        challenges=challenges_with_answers(person_id, discussion_id),
        decisions=decisions_with_answers(head.discussion),
        check_ins=check_ins(actor, head.discussion.meeting_id),
        members=members(head.discussion.meeting.team_id),
        pulse=beat,
        plan=plan_beside(person_id),
        plan_needs=plan_needs_of(person_id, actor.account_id),
    )


def opening_of(actor: Actor, person_id: UUID, discussion_id: UUID) -> Opening:
    """The discussion with its meeting, each thing that it has at most one of, and those it has a few of.

    One statement, with a row for each line and adjustment.
    """
    named = {"discussion_id": discussion_id, "person_id": person_id, **reach_of(actor)}
    rows = db.session.execute(_head(), named).all()
    if not rows:
        raise NotFound
    *head, _line, _adjustment = rows[0]
    lines = dict.fromkeys(row[-2] for row in rows if row[-2] is not None)
    agreed = dict.fromkeys(row[-1] for row in rows if row[-1] is not None)
    return Opening(Head(*head), tuple(lines), tuple(agreed))


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
            PersonLine,
            ReasonableAdjustment,
        )
        .join(CaseDiscussion.meeting)
        .outerjoin(LivedExperienceAbsence, LivedExperienceAbsence.discussion_id == CaseDiscussion.id)
        .outerjoin(NoChange, NoChange.discussion_id == CaseDiscussion.id)
        .outerjoin(Closing, Closing.discussion_id == CaseDiscussion.id)
        .outerjoin(Telling, Telling.discussion_id == CaseDiscussion.id)
        .outerjoin(PersonLine, (PersonLine.discussion_id == CaseDiscussion.id) & ~is_struck(PersonLine))
        .outerjoin(AgreedAdjustment, AgreedAdjustment.case_discussion_id == CaseDiscussion.id)
        .outerjoin(
            ReasonableAdjustment,
            (ReasonableAdjustment.id == AgreedAdjustment.adjustment_id) & ~is_struck(ReasonableAdjustment),
        )
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
            joinedload(PersonLine.brought_by),
        )
        .order_by(PersonLine.created_at, PersonLine.id, ReasonableAdjustment.position, ReasonableAdjustment.id)
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

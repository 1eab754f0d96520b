"""The discussion's screen: every part of it, frozen, so that each can say whether it changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.careplans.models import Goal, Rating, Step
from livingwell.careplans.presenters.agreement import AgreementLine
from livingwell.core.dates import short_date
from livingwell.discussions.models import (
    CaseDiscussion,
    Closing,
    Contribution,
    NoChange,
)
from livingwell.discussions.presenters.decisions import DecisionCard, FollowRow
from livingwell.discussions.presenters.from_plan import FromPlan
from livingwell.discussions.presenters.meetings import Attendance, reason_words
from livingwell.discussions.presenters.own_line import LineCard, Wish
from livingwell.discussions.presenters.round import ChallengeCard, Round, when
from livingwell.discussions.presenters.telling import TellingCard


@dataclass(frozen=True)
class Asked:
    """The question to answer, and where this discussion stands on the agenda."""

    place: str
    question: str

    @classmethod
    def of(cls, discussion: CaseDiscussion, number: int, count: int) -> "Asked":
        place = f"Number {number} of {count}, {reason_words(discussion)}, brought by {discussion.brought_by.name}."
        return cls(place, discussion.question)


@dataclass(frozen=True)
class Timer:
    """How long the discussion has taken, as the server sees it."""

    elapsed: int
    minutes: int

    @property
    def words(self) -> str:
        return f"{self.elapsed // 60} of {self.minutes} minutes"

    @property
    def bar(self) -> int:
        return min(96, round(96 * self.elapsed / (60 * self.minutes)))


def timer_of(discussion: CaseDiscussion, closing: Closing | None, at: datetime) -> Timer | None:
    """The timer of a discussion that runs; none before it began and after it closed."""
    if discussion.started_at is None or closing is not None:
        return None
    return Timer(int((at - discussion.started_at).total_seconds()), discussion.minutes)


@dataclass(frozen=True)
class RatingPoint:
    """A rating on the chart."""

    on: date
    value: int


@dataclass(frozen=True)
class MiniGoal:
    """A goal beside the discussion."""

    id: UUID
    title: str
    name: str
    ratings: tuple[RatingPoint, ...]
    change: str
    now: int | None
    first: int | None


def mini_goal(goal: Goal, name: str, ratings: Sequence[Rating]) -> MiniGoal:
    """A goal with its ratings, oldest first."""
    points = tuple(RatingPoint(rating.rated_on, rating.value) for rating in ratings)
    return MiniGoal(
        id=goal.id,
        title=goal.words,
        name=name,
        ratings=points,
        change=_change(points),
        now=points[-1].value if points else None,
        first=points[0].value if points else None,
    )


def _change(points: Sequence[RatingPoint]) -> str:
    if len(points) < 2:
        return ""
    difference, since = points[-1].value - points[0].value, short_date(points[0].on)
    if difference == 0:
        return f"The same as on {since}"
    return f"{'Up' if difference > 0 else 'Down'} {abs(difference)} since {since}"


def plan_lines(goals: Sequence[Goal], steps: Iterable[Step]) -> dict[UUID, str]:
    """Each goal and step of the plan, in a few words."""
    numbers = {goal.id: goal.number for goal in goals}
    lines = {goal.id: f"Goal {goal.number}: {_short(goal.words)}" for goal in goals}
    for step in steps:
        if step.goal_id in numbers:
            lines[step.id] = f"Goal {numbers[step.goal_id]}, step {step.number}: {_short(step.what)}"
    return lines


def plan_line_choices(goals: Sequence[Goal], steps: Iterable[Step]) -> list[tuple[str, str]]:
    """The same, to choose from."""
    goal_ids = {goal.id for goal in goals}
    lines = plan_lines(goals, steps)
    return [(f"{'goal' if line_id in goal_ids else 'step'}:{line_id}", words) for line_id, words in lines.items()]


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"


@dataclass(frozen=True)
class NoChangeCard:
    """The outcome that nothing changes."""

    reason: str
    by: str

    @classmethod
    def of(cls, said: NoChange, around: datetime) -> "NoChangeCard":
        return cls(said.reason, f"{said.said_by.name}, {when(said.created_at, around)}")


@dataclass(frozen=True)
class AgreedCard:
    """An adjustment that was agreed here: what, what it means in practice, and who wrote it down."""

    id: UUID
    what: str
    in_practice: str
    by: str

    @classmethod
    def of(cls, agreed: ReasonableAdjustment, around: datetime) -> "AgreedCard":
        return cls(
            agreed.id, agreed.what, agreed.in_practice, f"{agreed.written_by}, {when(agreed.created_at, around)}"
        )


@dataclass(frozen=True)
class Counts:
    """What stands beside each jump link."""

    last: str
    heard: str
    decisions: str
    told: str


@dataclass(frozen=True)
class Parts:
    """Every part that others may change while it is on somebody's screen."""

    counts: Counts
    asked: Asked
    lines: tuple[LineCard, ...]
    before: tuple[LineCard, ...]
    asked_not_to: tuple[str, ...]
    wishes: tuple[Wish, ...]
    last: tuple[FollowRow, ...]
    round: Round
    challenges: tuple[ChallengeCard, ...]
    decisions: tuple[DecisionCard, ...]
    no_change: NoChangeCard | None
    agreed: tuple[AgreedCard, ...]
    telling: TellingCard | None
    goals: tuple[MiniGoal, ...]
    agreement: AgreementLine | None
    from_plan: tuple[FromPlan, ...]
    here: Attendance
    writing: tuple[tuple[str, str], ...]
    closed: str
    is_started: bool


def counts_of(
    last: Sequence[FollowRow],
    circle: Round,
    challenges: Sequence[ChallengeCard],
    decisions: Sequence[DecisionCard],
    no_change: NoChangeCard | None,
    telling: TellingCard | None,
) -> Counts:
    """The counts beside the jump links."""
    unsaid = sum(row.is_asked for row in last)
    opened = sum(card.is_open for card in challenges)
    heard = f"{circle.heard} heard" + (f", {opened} {'challenge' if opened == 1 else 'challenges'}" if opened else "")
    return Counts(
        last=f"{len(last) - unsaid} of {len(last)} said" if last else "nothing",
        heard=heard,
        decisions="no change" if no_change and not decisions else str(len(decisions)),
        told=_told(telling),
    )


def not_heard(here: Attendance, contributions: Iterable[Contribution]) -> list[str]:
    """Who is there and has not spoken."""
    heard = {view.said_by_id for view in contributions}
    return [row.name for row in here.rows if row.is_there and row.account_id and row.account_id not in heard]


def writing_words(
    writing: Mapping[UUID, str], names: Mapping[UUID, str], viewer_id: UUID | None
) -> tuple[tuple[str, str], ...]:
    """For each part, who else is writing in it: ("decisions", "Callum is writing here")."""
    said: dict[str, list[str]] = {}
    for account_id, part in writing.items():
        if account_id != viewer_id and account_id in names:
            said.setdefault(part, []).append(names[account_id].split()[0])
    return tuple(
        (part, f"{' and '.join(who)} {'is' if len(who) == 1 else 'are'} writing here") for part, who in said.items()
    )


def closed_words(closing: Closing | None, around: datetime) -> str:
    """Closed by Ruth Okafor, 10:46am. What comes now is added to it; nothing in it changes."""
    if closing is None:
        return ""
    by = f"Closed by {closing.closed_by.name}, {when(closing.created_at, around)}."
    return f"{by} What comes now is added to it; nothing in it changes."


def _told(telling: TellingCard | None) -> str:
    if telling is None:
        return "not yet"
    if telling.answer is not None and telling.answer.kind == "open":
        return "not quite right"
    return "told" if telling.is_told else "written"

"""The plan on the person's own pages: everything that staff see of it, said to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.careplans.models import ConsequenceArea, GoalState, StatementKind, StepState, WhoseWords
from livingwell.careplans.models.seen import HeldPlace, SeenPlan
from livingwell.careplans.models.snapshot import (
    ConsequenceLine,
    GoalLine,
    RatingLine,
    Snapshot,
    StatementLine,
    StepLine,
)
from livingwell.careplans.models.suggestion import TargetKind
from livingwell.people.models import PersonComment
from livingwell.portal.dates import long_date
from livingwell.portal.presenters.plan_words import (
    AREAS,
    GOAL_STATES,
    STEP_STATES,
    facts_of,
    how_sure,
    last_said,
    moved,
    who_does,
    whose,
)
from livingwell.portal.presenters.suggestions import Idea, ideas_beside
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class Beside:
    """What stands beside a line: why the person said no to it, what they said about it, and what is suggested.

    `said` are pairs of the person's words and the id to take them back by.
    """

    kind: str
    id: str
    no: str = ""
    said: tuple[tuple[str, str], ...] = ()
    ideas: tuple[Idea, ...] = ()


@dataclass(frozen=True)
class SaidCard:
    """A statement."""

    words: str
    is_own: bool
    source: str
    beside: Beside


@dataclass(frozen=True)
class StepCard:
    """A step, to read and to tick."""

    id: str
    what: str
    who: str
    by: str
    in_the_way: str
    then_we: str
    status: str
    sure: str
    is_done: bool
    can_tick: bool
    why: str
    beside: Beside


@dataclass(frozen=True)
class GoalCard:
    """A goal with its steps. `held` are the sentences that say something is held back there."""

    id: str
    title: str
    is_own: bool
    source: str
    why: str
    facts: tuple[str, ...]
    status: str
    status_why: str
    is_idea: bool
    is_live: bool
    is_over: bool
    can_rate: bool
    ratings: tuple[RatingLine, ...]
    last: str
    moved: str
    steps: tuple[StepCard, ...]
    held: tuple[str, ...]
    beside: Beside


@dataclass(frozen=True)
class MeanCard:
    """What the plan could mean in the person's life."""

    area: str
    what: str
    source: str
    decided: str
    beside: Beside


@dataclass(frozen=True)
class MyPlan:
    """All of it. `held` maps a place on the page to the sentences that say something is held back there."""

    matters: SaidCard | None
    good_at: SaidCard | None
    where_next: SaidCard | None
    needs: tuple[SaidCard, ...]
    goals: tuple[GoalCard, ...]
    over: tuple[GoalCard, ...]
    mean: tuple[MeanCard, ...]
    review: str
    held: Mapping[str, tuple[str, ...]]
    ideas: tuple[Idea, ...]

    def held_in(self, place: str) -> tuple[str, ...]:
        """What is said of lines held back there."""
        return self.held.get(place, ())

    def goal(self, goal_id: UUID) -> GoalCard | None:
        """One goal, or none that the person sees."""
        return next((each for each in (*self.goals, *self.over) if each.id == str(goal_id)), None)


def my_plan(seen: SeenPlan, comments: Mapping[UUID, Sequence[PersonComment]], name: str) -> MyPlan:
    """The plan that the person, who is called `name`, sees."""
    return _Page(seen, comments, name).plan()


def held_words(places: Iterable[HeldPlace]) -> tuple[str, ...]:
    """Something is held back here. Ask Priya Mistry."""
    return tuple(_("Something is held back here. Ask %(who)s.", who=each.ask) for each in places)


class _Page:
    """The plan while its cards are made: each needs what stands beside it."""

    def __init__(self, seen: SeenPlan, comments: Mapping[UUID, Sequence[PersonComment]], name: str) -> None:
        self.seen, self.comments, self.name = seen, comments, name
        self.ideas = ideas_beside(seen.suggestions, seen.snapshot)
        self.no = {str(each.line_id): each.why for each in seen.standing.not_right}
        self.has_place = len([goal for goal in seen.snapshot.goals if goal.rated_place]) < 3

    def plan(self) -> MyPlan:
        snapshot = self.seen.snapshot
        goals = tuple(self.goal(each) for each in _in_order(snapshot))
        return MyPlan(
            matters=self.single(StatementKind.MATTERS),
            good_at=self.single(StatementKind.GOOD_AT),
            where_next=self.single(StatementKind.WHERE_NEXT),
            needs=tuple(self.said(each) for each in snapshot.statements if each.kind == StatementKind.NEED),
            goals=tuple(each for each in goals if not each.is_over),
            over=tuple(each for each in goals if each.is_over),
            mean=tuple(self.means(each) for each in snapshot.consequences),
            review=long_date(snapshot.review_on) if snapshot.review_on else "",
            held=self.held(),
            ideas=self.ideas.get("", ()),
        )

    def held(self) -> dict[str, tuple[str, ...]]:
        sections = {each.section for each in self.seen.held if not each.goal_id}
        return {name: held_words(each for each in self.seen.held if each.section == name) for name in sections}

    def single(self, kind: StatementKind) -> SaidCard | None:
        found = [each for each in self.seen.snapshot.statements if each.kind == kind]
        return self.said(found[-1]) if found else None

    def said(self, line: StatementLine) -> SaidCard:
        is_own = line.whose_words == WhoseWords.PERSON
        return SaidCard(line.words, is_own, whose(line), self.beside(TargetKind.STATEMENT, line.id))

    def goal(self, line: GoalLine) -> GoalCard:
        state = GoalState(line.state)
        return GoalCard(
            id=line.id,
            title=line.words,
            is_own=line.whose_words == WhoseWords.PERSON,
            source=whose(line),
            why=line.why_it_matters,
            facts=facts_of(line),
            status=str(GOAL_STATES[state]),
            status_why=line.state_why,
            is_idea=state is GoalState.SUGGESTED,
            is_live=state.is_live,
            is_over=state.is_over,
            can_rate=state.is_live and (line.rated_place is not None or self.has_place),
            ratings=line.ratings,
            last=last_said(line.ratings),
            moved=moved(line.ratings),
            steps=tuple(self.step(each, state) for each in line.steps),
            held=held_words(each for each in self.seen.held if each.goal_id == line.id),
            beside=self.beside(TargetKind.GOAL, line.id),
        )

    def step(self, line: StepLine, goal: GoalState) -> StepCard:
        state = StepState(line.state)
        return StepCard(
            id=line.id,
            what=line.what,
            who=who_does(line, self.name),
            by=line.by_words or (long_date(line.by_on) if line.by_on else ""),
            in_the_way=line.in_the_way,
            then_we=line.then_we,
            status=str(STEP_STATES[state]),
            sure=how_sure(line),
            is_done=state is StepState.DONE,
            can_tick=goal.is_live and state is not StepState.DROPPED,
            why=line.state_why,
            beside=self.beside(TargetKind.STEP, line.id),
        )

    def means(self, line: ConsequenceLine) -> MeanCard:
        talked = line.talked_through_on
        source = (
            _("You talked about it with %(who)s on %(day)s.", who=line.talked_through_by, day=long_date(talked))
            if talked
            else _("We have not talked about this with you yet.")
        )
        area = str(AREAS[ConsequenceArea(line.area)])
        return MeanCard(area, line.what, source, line.decided, self.beside(TargetKind.CONSEQUENCE, line.id))

    def beside(self, kind: TargetKind, line_id: str) -> Beside:
        said = tuple((each.words, str(each.id)) for each in self.comments.get(UUID(line_id), ()))
        return Beside(kind.value, line_id, self.no.get(line_id, ""), said, self.ideas.get(line_id, ()))


def _in_order(snapshot: Snapshot) -> list[GoalLine]:
    """As on the team's page: rated goals first, suggested ones last."""
    return sorted(snapshot.goals, key=lambda goal: (goal.rated_place or 9, goal.state == "suggested", goal.number))

"""What the actions are told: frozen, complete, and without a row of the database. Forms make them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.careplans.models import (
    ActorKind,
    Answer,
    ConsequenceArea,
    GoalState,
    HowSaid,
    LifeArea,
    StatementKind,
    StepState,
    SuggestionKind,
    TargetKind,
    WhoseWords,
)


@dataclass(frozen=True)
class PersonsAnswer:
    """What the person answered when asked about a change of their words, when and how."""

    on: date
    how: HowSaid
    words: str = ""


@dataclass(frozen=True)
class StatementCommand:
    """A statement or a need. `row_version` is the wording that was read, where it replaces one; 0 for none."""

    kind: StatementKind
    words: str
    whose_words: WhoseWords
    said_on: date
    suggested_by: str = ""
    row_version: int | None = None
    answer: PersonsAnswer | None = None


@dataclass(frozen=True)
class GoalCommand:
    """A goal as it is agreed or suggested. `is_rated`: give it one of the three places where a goal is rated."""

    words: str
    whose_words: WhoseWords
    said_on: date
    life_area: LifeArea
    suggested_by: str = ""
    why_it_matters: str = ""
    importance: int | None = None
    need_id: UUID | None = None
    is_rated: bool = False
    baseline: int | None = None
    row_version: int | None = None
    answer: PersonsAnswer | None = None


@dataclass(frozen=True)
class GoalStatusCommand:
    """A new state of a goal."""

    state: GoalState
    why: str = ""
    since_on: date | None = None
    answer: PersonsAnswer | None = None


@dataclass(frozen=True)
class StepCommand:
    """A step. A member is named by `done_by_id`, a carer or somebody else by `done_by`."""

    what: str
    actor_kind: ActorKind
    done_by_id: UUID | None = None
    done_by: str = ""
    with_whom: str = ""
    by_on: date | None = None
    by_words: str = ""
    in_the_way: str = ""
    then_we: str = ""
    confidence: int | None = None
    row_version: int | None = None


@dataclass(frozen=True)
class StepStatusCommand:
    """A new state of a step, and how sure the person is of it now."""

    state: StepState
    why: str = ""
    since_on: date | None = None


@dataclass(frozen=True)
class ConsequenceCommand:
    """Something that could follow."""

    area: ConsequenceArea
    what: str
    goal_id: UUID | None = None
    row_version: int | None = None


@dataclass(frozen=True)
class SuggestionCommand:
    """Words to put beside a line; no id for the plan as a whole. `told_how`: it is the person's, told to a member."""

    kind: SuggestionKind
    target_kind: TargetKind
    words: str
    target_id: UUID | None = None
    why: str = ""
    said_on: date | None = None
    told_how: HowSaid | None = None


@dataclass(frozen=True)
class HoldBackCommand:
    """A line that the person should not see for now. `hides_that_because`: why they aren't even told of that."""

    line_kind: TargetKind
    line_id: UUID
    reason: str
    look_again_on: date
    hides_that_because: str = ""


@dataclass(frozen=True)
class LineNo:
    """A no to one line, and why."""

    line_kind: TargetKind
    line_id: UUID
    why: str


@dataclass(frozen=True)
class AnswerCommand:
    """The person's answer to a version, or that nobody could ask. `lines`: those that are not right.

    Nobody could ask, but `how` is on this screen: the person said not yet.
    """

    answer: Answer
    on: date
    how: HowSaid | None = None
    words: str = ""
    not_right: str = ""
    why_not_asked: str = ""
    ask_by: date | None = None
    answered_by: str = ""
    lines: tuple[LineNo, ...] = ()


@dataclass(frozen=True)
class SafetyPlanCommand:
    """The whole safety plan. `replaces`: the number of the version that was read; none for the first."""

    triggers: str
    early_signs: str = ""
    what_helps: str = ""
    what_should_happen: str = ""
    who_to_contact: str = ""
    advance_wishes: str = ""
    agreed_with: str = ""
    agreed_on: date | None = None
    review_on: date | None = None
    replaces: int | None = None

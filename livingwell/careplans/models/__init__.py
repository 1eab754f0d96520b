"""The plan and its lines."""

from livingwell.careplans.models.change import PlanChange
from livingwell.careplans.models.consequence import Consequence, ConsequenceArea
from livingwell.careplans.models.copied import CopiedToRecord, CopiedWhat
from livingwell.careplans.models.goal import RATED_AT_ONCE, WHY_LENGTH, Goal, GoalState, GoalStatus, LifeArea
from livingwell.careplans.models.held_back import HeldBack
from livingwell.careplans.models.not_right import NotRight
from livingwell.careplans.models.plan import CarePlan
from livingwell.careplans.models.private_goal import PrivateGoal
from livingwell.careplans.models.rating import Rating
from livingwell.careplans.models.safety import SafetyPlan
from livingwell.careplans.models.statement import Statement, StatementKind
from livingwell.careplans.models.step import ActorKind, Step, StepState, StepStatus
from livingwell.careplans.models.suggestion import (
    CAN_BE_ADDED_TO,
    CAN_BE_DROPPED,
    AnsweredSuggestion,
    Suggestion,
    SuggestionAnswer,
    SuggestionKind,
    TargetKind,
)
from livingwell.careplans.models.version import Agreement, Answer, PlanVersion, SignOff, VersionReason
from livingwell.careplans.models.voice import HowSaid, Voiced, WhoseWords

__all__ = [
    "CAN_BE_ADDED_TO",
    "CAN_BE_DROPPED",
    "RATED_AT_ONCE",
    "WHY_LENGTH",
    "ActorKind",
    "Agreement",
    "Answer",
    "AnsweredSuggestion",
    "CarePlan",
    "Consequence",
    "ConsequenceArea",
    "CopiedToRecord",
    "CopiedWhat",
    "Goal",
    "GoalState",
    "GoalStatus",
    "HeldBack",
    "HowSaid",
    "LifeArea",
    "NotRight",
    "PlanChange",
    "PlanVersion",
    "PrivateGoal",
    "Rating",
    "SafetyPlan",
    "SignOff",
    "Statement",
    "StatementKind",
    "Step",
    "StepState",
    "StepStatus",
    "Suggestion",
    "SuggestionAnswer",
    "SuggestionKind",
    "TargetKind",
    "VersionReason",
    "Voiced",
    "WhoseWords",
]

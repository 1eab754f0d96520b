"""The onward journey, from the first hope to whether it landed."""

from livingwell.journeys.models.area import Area
from livingwell.journeys.models.closing_letter import (
    CarerTold,
    CarerToldKind,
    ClosingPaper,
    GoneHow,
    GpPractice,
    Paper,
    PaperSending,
    PaperShown,
    PaperWish,
)
from livingwell.journeys.models.closure import (
    Closure,
    ClosureAnswer,
    ClosurePoint,
    ClosureProposal,
    EndingKind,
    ReadyAnswer,
    ReadyKind,
)
from livingwell.journeys.models.destination import Choice, Destination, DestinationChoice, DestinationPoint, PointKind
from livingwell.journeys.models.hand_over import HandOver, HandOverStep, HandOverStepKind
from livingwell.journeys.models.journey import Hope, OnwardJourney
from livingwell.journeys.models.landing import Landed, LandingAnswer, LandingAsking, LandingCheck
from livingwell.journeys.models.sending import (
    RECEIVER_NAME,
    HandOverAnswer,
    HandOverAnswerKind,
    HandOverOpening,
    HandOverSending,
    SendingState,
    hash_of_token,
)
from livingwell.journeys.models.staying_well import StayingPart, StayingWellPlan
from livingwell.journeys.models.told import OnwardTold
from livingwell.journeys.models.watching import LONGEST_WEEKS, Missed, SetAside, Watched, Why
from livingwell.journeys.models.way_back import ComingBack, Support, WayBack

__all__ = [
    "LONGEST_WEEKS",
    "RECEIVER_NAME",
    "Area",
    "CarerTold",
    "CarerToldKind",
    "Choice",
    "ClosingPaper",
    "Closure",
    "ClosureAnswer",
    "ClosurePoint",
    "ClosureProposal",
    "ComingBack",
    "Destination",
    "DestinationChoice",
    "DestinationPoint",
    "EndingKind",
    "GoneHow",
    "GpPractice",
    "HandOver",
    "HandOverAnswer",
    "HandOverAnswerKind",
    "HandOverOpening",
    "HandOverSending",
    "HandOverStep",
    "HandOverStepKind",
    "Hope",
    "Landed",
    "LandingAnswer",
    "LandingAsking",
    "LandingCheck",
    "Missed",
    "OnwardJourney",
    "OnwardTold",
    "Paper",
    "PaperSending",
    "PaperShown",
    "PaperWish",
    "PointKind",
    "ReadyAnswer",
    "ReadyKind",
    "SendingState",
    "SetAside",
    "StayingPart",
    "StayingWellPlan",
    "Support",
    "Watched",
    "WayBack",
    "Why",
    "hash_of_token",
]

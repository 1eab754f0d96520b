"""What the person needs, and how they asked to be reached."""

from livingwell.adjustments.models.adjustment import Category, Disclosure, EarlierWording, ReasonableAdjustment
from livingwell.adjustments.models.asked import Asked
from livingwell.adjustments.models.asking import AnsweredNote, NoteOutcome, NothingNeeded
from livingwell.adjustments.models.lifecycle import AdjustmentEvent, AdjustmentOutcome, CannotDo, EventKind, Met
from livingwell.adjustments.models.preferences import (
    Against,
    ContactPreferences,
    Objection,
    Reminder,
    TimePreference,
    WayPreference,
)
from livingwell.adjustments.models.six_steps import SixStep, StepStanding, StepState, six_steps
from livingwell.adjustments.models.ways import Background, HowWeKnow, SayingWho, Standing, TimeStanding, Way

__all__ = [
    "AdjustmentEvent",
    "AdjustmentOutcome",
    "Against",
    "AnsweredNote",
    "Asked",
    "Background",
    "CannotDo",
    "Category",
    "ContactPreferences",
    "Disclosure",
    "EarlierWording",
    "EventKind",
    "HowWeKnow",
    "Met",
    "NoteOutcome",
    "NothingNeeded",
    "Objection",
    "ReasonableAdjustment",
    "Reminder",
    "SayingWho",
    "SixStep",
    "Standing",
    "StepStanding",
    "StepState",
    "TimePreference",
    "TimeStanding",
    "Way",
    "WayPreference",
    "six_steps",
]

"""What the person needs, and how they asked to be reached."""

from livingwell.adjustments.models.preferences import (
    Against,
    ContactPreferences,
    Objection,
    Reminder,
    TimePreference,
    WayPreference,
)
from livingwell.adjustments.models.ways import Background, HowWeKnow, SayingWho, Standing, TimeStanding, Way

__all__ = [
    "Against",
    "Background",
    "ContactPreferences",
    "HowWeKnow",
    "Objection",
    "Reminder",
    "SayingWho",
    "Standing",
    "TimePreference",
    "TimeStanding",
    "Way",
    "WayPreference",
]

"""How Wei is reached: by e-mail in the evening, and never by a ringing phone."""

from datetime import time

from livingwell.adjustments.commands import RecordPreferences, TimeSaid
from livingwell.adjustments.models import EventKind, TimeStanding, Way
from livingwell.contacts.models import Outcome
from livingwell.demo.story_reaching import (
    AdjustmentStory,
    AppointmentStory,
    ContactStory,
    HappeningStory,
    PreferencesStory,
    ReachStory,
    best,
    fine,
    never,
)

CHEN = ReachStory(
    "Wei Chen",
    preferences=(
        PreferencesStory(
            44,
            "Callum Reid",
            RecordPreferences(
                ways=(
                    best(Way.EMAIL, "I answer in the evening, all of it at once."),
                    fine(Way.VISIT, "A walk by the water."),
                    never(Way.PHONE, "Work used to ring. My hands still shake."),
                    never(Way.VIDEO, "Same chair, same screen, same feeling."),
                ),
                notice_hours=48,
                times=(TimeSaid(TimeStanding.GOOD, starts=time(15), ends=time(20), why="I’m awake by then."),),
            ),
        ),
    ),
    recorded_by="Callum Reid",
    adjustments_days_ago=44,
    adjustments=(
        AdjustmentStory(
            "meet-somewhere-that-is-no-clinic",
            "By the water, walking. No screens, no desks.",
            "Anything with a desk in it is work.",
            life=(HappeningStory(EventKind.INFORMED, 44, "Not my employer, please."),),
        ),
    ),
    contacts=(
        ContactStory(52, 10, "Callum Reid", Way.PHONE, Outcome.NO_ANSWER, "Rang out twice."),
        ContactStory(49, 16, "Callum Reid", Way.EMAIL, Outcome.REPLIED, "He answered that evening."),
        ContactStory(30, 16, "Callum Reid", Way.EMAIL, Outcome.REPLIED, "Sent the plan to read."),
        ContactStory(16, 20, "Callum Reid", Way.EMAIL, Outcome.REPLIED, "He says no to the phased return."),
    ),
    appointments=(
        AppointmentStory(-37, 15, "Callum Reid", Way.VISIT, "By the water", 5, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(3, 15, "Callum Reid", Way.VISIT, "By the water", 9, minute=30),
    ),
)

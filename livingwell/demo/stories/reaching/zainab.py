"""How Zainab is reached: by text and video, when the little ones are in bed."""

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

ZAINAB = ReachStory(
    "Zainab Hussain",
    preferences=(
        PreferencesStory(
            157,
            "Sana Iqbal",
            RecordPreferences(
                ways=(
                    best(Way.TEXT, "I write back when the little ones are in bed."),
                    fine(Way.VIDEO, "I like to see a face."),
                    fine(Way.VISIT, "Dev knows the way."),
                    never(Way.LETTER, "Dad’s name is still on the box."),
                ),
                times=(TimeSaid(TimeStanding.GOOD, starts=time(19), ends=time(21), why="The house is quiet."),),
            ),
        ),
    ),
    recorded_by="Sana Iqbal",
    adjustments_days_ago=157,
    adjustments=(
        AdjustmentStory(
            "time-to-answer-without-filling-the-silence",
            "If she cries, stay. Don’t move on to the next thing.",
            "Everybody hurries me past it.",
            life=(
                HappeningStory(EventKind.INFORMED, 157),
                HappeningStory(EventKind.REVIEWED, 58, "She asks for it herself now.", review_in_days=120),
            ),
        ),
    ),
    contacts=(
        ContactStory(150, 19, "Sana Iqbal", Way.TEXT, Outcome.REPLIED, "Agreed a time.", minute=30),
        ContactStory(120, 19, "Dev Lal", Way.TEXT, Outcome.REPLIED, "A joke about spreadsheets."),
        ContactStory(90, 19, "Sana Iqbal", Way.VIDEO, Outcome.SPOKE, "She wants something of her own.", met=(0,)),
        ContactStory(60, 20, "Dev Lal", Way.TEXT, Outcome.REPLIED, "Found the sign language course."),
        ContactStory(24, 19, "Dev Lal", Way.TEXT, Outcome.REPLIED, "She has learnt to sign “biscuit”."),
    ),
    appointments=(
        AppointmentStory(-140, 14, "Sana Iqbal", Way.VISIT, "At home", 6, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(-58, 14, "Dev Lal", Way.VISIT, "At home", 7, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(-5, 14, "Dev Lal", Way.VISIT, "The library", 7, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(2, 14, "Dev Lal", Way.VISIT, "The library", 7),
    ),
)

"""How Ellis is reached: by text, with when it begins and when it ends."""

from datetime import time

from livingwell.adjustments.commands import RecordPreferences, ReminderSaid, TimeSaid
from livingwell.adjustments.models import Background, EventKind, SayingWho, TimeStanding, Way
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
    if_urgent,
)

ELLIS = ReachStory(
    "Ellis Grant",
    preferences=(
        PreferencesStory(
            138,
            "Callum Reid",
            RecordPreferences(
                ways=(
                    best(Way.TEXT, "When, where, and when it ends. That’s all I need."),
                    fine(Way.EMAIL, "For anything with a form in it."),
                    fine(Way.VIDEO, "Camera off."),
                    if_urgent(Way.PHONE, "I let it ring out and feel bad about it all day."),
                ),
                times=(TimeSaid(TimeStanding.NOT, ends=time(10), why="I’m asleep. Sorry."),),
                saying_who=SayingWho.ONLY_THE_PERSON,
                is_plain=True,
                is_bulleted=True,
                background=Background.BLUE,
                reminders=(
                    ReminderSaid(24, Way.TEXT),
                    ReminderSaid(2, Way.TEXT),
                ),
            ),
        ),
    ),
    recorded_by="Callum Reid",
    adjustments_days_ago=138,
    adjustments=(
        AdjustmentStory(
            "say-exactly-what-will-happen-and-when",
            "In each message: what for, where, from when to when.",
            "I can do anything if I know when it ends.",
            life=(
                HappeningStory(EventKind.INFORMED, 138, "yep"),
                HappeningStory(EventKind.SHARED, 68, "The university’s disability office"),
                HappeningStory(EventKind.REVIEWED, 20, "Works.", review_in_days=70),
            ),
        ),
        AdjustmentStory("camera-off-is-fine", "Don’t ask. Just start.", "I listen better when nobody sees me."),
    ),
    contacts=(
        ContactStory(124, 11, "Callum Reid", Way.TEXT, Outcome.REPLIED, "Chose the first goal.", met=(0,)),
        ContactStory(96, 15, "Callum Reid", Way.TEXT, Outcome.REPLIED, "The lamp is on a timer.", met=(0,)),
        ContactStory(60, 12, "Callum Reid", Way.TEXT, Outcome.REPLIED, "“yep. keep the dates in it”", met=(0,)),
        ContactStory(13, 12, "Callum Reid", Way.TEXT, Outcome.REPLIED, "Two mornings this week.", met=(0,)),
    ),
    appointments=(
        AppointmentStory(-110, 11, "Callum Reid", Way.VIDEO, "A link by text", 5, Outcome.ON_TIME, met=(0, 1)),
        AppointmentStory(-68, 11, "Callum Reid", Way.VIDEO, "A link by text", 7, Outcome.LATE_AND_SEEN, met=(0, 1)),
        AppointmentStory(-40, 11, "Callum Reid", Way.VIDEO, "A link by text", 7, Outcome.ON_TIME, met=(0, 1)),
        AppointmentStory(9, 11, "Callum Reid", Way.VIDEO, "A link by text", 10),
    ),
)

"""How Aoife is reached: by text, wherever she sleeps. Letters went where she doesn’t live."""

from livingwell.adjustments.commands import RecordPreferences, ReminderSaid
from livingwell.adjustments.models import EventKind, SayingWho, Way
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

AOIFE = ReachStory(
    "Aoife Walsh",
    preferences=(
        PreferencesStory(
            52,
            "Mel Hart",
            RecordPreferences(
                ways=(
                    best(Way.TEXT, "I always have my phone. I don’t always have a bed."),
                    fine(Way.PHONE, "If it’s charged."),
                    never(Way.LETTER, "I don’t live where the post goes."),
                ),
                words="Two days, so that I know where I’m coming from.",
                notice_hours=48,
                saying_who=SayingWho.ONLY_THE_PERSON,
                reminders=(ReminderSaid(24, Way.TEXT),),
            ),
        ),
    ),
    recorded_by="Mel Hart",
    adjustments_days_ago=52,
    adjustments=(
        AdjustmentStory(
            "travel-paid-or-arranged",
            "Ask where she is that week, and send the bus ticket to her phone.",
            "I say yes and then I’m three buses away.",
            life=(HappeningStory(EventKind.INFORMED, 52, "Grand."),),
        ),
    ),
    contacts=(
        ContactStory(56, 10, "Mel Hart", Way.TEXT, Outcome.REPLIED, "She was at Niall’s that week."),
        ContactStory(37, 10, "Mel Hart", Way.TEXT, Outcome.REPLIED, "Chose her first goal.", met=(0,)),
        ContactStory(
            16,
            10,
            "Ade Bankole",
            Way.LETTER,
            Outcome.NOT_DELIVERED,
            "The next appointment, to the last address we had. It came back.",
            reason="The appointment system only prints letters.",
        ),
    ),
    appointments=(
        AppointmentStory(-52, 10, "Mel Hart", Way.CLINIC, "Weaver Street, room 1", 3, Outcome.ON_TIME),
        AppointmentStory(-31, 10, "Mel Hart", Way.CLINIC, "Weaver Street, room 1", 4, Outcome.LATE_AND_SEEN, met=(0,)),
        AppointmentStory(
            -24,
            9,
            "Ade Bankole",
            Way.CLINIC,
            "Weaver Street, room 1",
            1,
            Outcome.MISSED,
            "We told her the afternoon before. No ticket was sent.",
            reason="The only gap that week.",
            not_met=((0, "Nobody asked where she was staying."),),
        ),
        AppointmentStory(
            -12,
            9,
            "Ade Bankole",
            Way.CLINIC,
            "Weaver Street, room 1",
            4,
            Outcome.MISSED,
            "The letter with the time had come back to us.",
            not_met=((0, "Nobody asked where she was staying."),),
        ),
    ),
)

"""How Tomasz is reached: in Polish and in writing, with three days for the interpreter to be booked."""

from livingwell.adjustments.commands import RecordPreferences, ReminderSaid
from livingwell.adjustments.models import EventKind, HowWeKnow, Way
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

TOMASZ = ReachStory(
    "Tomasz Wolski",
    preferences=(
        PreferencesStory(
            20,
            "Ruth Okafor",
            RecordPreferences(
                ways=(
                    best(Way.TEXT, "In Polish. I can read it slowly and nobody sees my face."),
                    fine(Way.CLINIC, "With the interpreter."),
                    fine(Way.LETTER, "In Polish."),
                    never(Way.PHONE, "On the phone I say yes. Then I do not know what I said yes to."),
                ),
                words="Three days, so that the interpreter can come.",
                notice_hours=72,
                is_plain=True,
                language="Polish",
                reminders=(ReminderSaid(48, Way.TEXT),),
            ),
        ),
    ),
    recorded_by="Ruth Okafor",
    adjustments_days_ago=20,
    adjustments=(
        AdjustmentStory(
            "interpreter-polish",
            "Book when the appointment is made, not the day before. He knows Marta from the first visit.",
            "I say yes in English when I don’t understand. Please ask me in Polish.",
            how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
            life=(HappeningStory(EventKind.INFORMED, 20, "Yes, please tell everybody."),),
        ),
        AdjustmentStory(
            "written-information-in-their-language",
            "Three questions at most, in Polish, on one page.",
            "Then I can think before I answer.",
        ),
    ),
    contacts=(
        ContactStory(34, 10, "Ruth Okafor", Way.PHONE, Outcome.SPOKE, "He said yes to everything."),
        ContactStory(31, 10, "Ruth Okafor", Way.PHONE, Outcome.SPOKE, "He said yes again. We think he did not follow."),
        ContactStory(
            8,
            11,
            "Ruth Okafor",
            Way.PHONE,
            Outcome.SPOKE,
            "To say that the visit was off. He said yes.",
            reason="Nobody here writes Polish, and the visit was in an hour.",
            not_met=((0, "No interpreter on the phone."), (1, "Nobody to write it in Polish that morning.")),
        ),
    ),
    appointments=(
        AppointmentStory(
            -20,
            13,
            "Ruth Okafor",
            Way.CLINIC,
            "Weaver Street, room 1",
            7,
            Outcome.ON_TIME,
            "With Marta. He talked for fifty minutes.",
        ),
        AppointmentStory(
            -8,
            12,
            "Ruth Okafor",
            Way.CLINIC,
            "Weaver Street, room 1",
            6,
            Outcome.CANCELLED_BY_US,
            "No interpreter was booked. Ours to mend.",
            not_met=((0, "Asked for, and not booked."),),
        ),
        AppointmentStory(6, 13, "Ruth Okafor", Way.CLINIC, "Weaver Street, room 1", 7),
    ),
)

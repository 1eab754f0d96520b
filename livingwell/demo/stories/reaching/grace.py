"""How Grace is reached: by e-mail, when the house is asleep. Her letters and the answering machine are not safe."""

from datetime import time

from livingwell.adjustments.commands import RecordPreferences, TimeSaid
from livingwell.adjustments.models import EventKind, SayingWho, TimeStanding, Way
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
    not_safe,
)

GRACE = ReachStory(
    "Grace Danquah",
    preferences=(
        PreferencesStory(
            106,
            "Sana Iqbal",
            RecordPreferences(
                ways=(
                    best(Way.EMAIL, "I check it when the house is asleep."),
                    fine(Way.TEXT, "First name, nothing else in it."),
                    if_urgent(Way.PHONE, "Only if I’m out of the house. Ask if I can talk."),
                    not_safe(Way.VOICEMAIL, "The machine is in the kitchen. Everybody hears it."),
                    not_safe(Way.LETTER, "Everything that comes is opened before I’m down."),
                ),
                words="If I don’t answer, somebody is in the room. Try again, by e-mail.",
                times=(TimeSaid(TimeStanding.NOT, starts=time(17), ends=time(20), why="They’re all home."),),
                saying_who=SayingWho.ONLY_THE_PERSON,
            ),
        ),
    ),
    recorded_by="Sana Iqbal",
    adjustments_days_ago=106,
    adjustments=(
        AdjustmentStory(
            "meet-outdoors-or-walking",
            "The bench by the canal, or walk. Not the clinic: her cousin works opposite.",
            "I can talk when I’m not being looked at.",
            life=(
                HappeningStory(EventKind.INFORMED, 106, "Not with my family."),
                HappeningStory(EventKind.OBJECTED, 106, "Not to the GP’s reception. My aunt works there."),
                HappeningStory(EventKind.REVIEWED, 64, "Still right.", review_in_days=-9),
            ),
        ),
        AdjustmentStory(
            "has-a-plan-for-self-harm-read-it-first",
            "It’s her safety plan. Read it before you see her, and don’t ask to see her arms.",
            "I wrote it so that I don’t have to say it again.",
        ),
    ),
    contacts=(
        ContactStory(90, 21, "Sana Iqbal", Way.EMAIL, Outcome.REPLIED, "She agrees with the plan.", minute=10),
        ContactStory(75, 9, "Sana Iqbal", Way.EMAIL, Outcome.REPLIED, "Asked for the bench again.", met=(0,)),
        ContactStory(50, 9, "Sana Iqbal", Way.EMAIL, Outcome.REPLIED, "“The walk with him was all right.”"),
    ),
    appointments=(
        AppointmentStory(-100, 14, "Sana Iqbal", Way.VISIT, "The bench by the canal", 6, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(-72, 14, "Sana Iqbal", Way.VISIT, "The bench by the canal", 7, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(-64, 14, "Sana Iqbal", Way.VISIT, "The bench by the canal", 8, Outcome.ON_TIME, met=(0, 1)),
        AppointmentStory(
            -43,
            14,
            "Sana Iqbal",
            Way.VISIT,
            "The bench by the canal",
            7,
            Outcome.CANCELLED_BY_PERSON,
            "She wrote in the night: not this week. Nobody has written back since.",
        ),
    ),
)

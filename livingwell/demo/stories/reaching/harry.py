"""How Harry is reached: by letters in large print. He can’t make out a word on the phone."""

from datetime import time

from livingwell.adjustments.commands import RecordPreferences, TimeSaid
from livingwell.adjustments.models import Background, EventKind, HowWeKnow, SayingWho, TimeStanding, Way
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

HARRY = ReachStory(
    "Harry Sutton",
    preferences=(
        PreferencesStory(
            165,
            "Mel Hart",
            RecordPreferences(
                ways=(
                    best(Way.LETTER, "Big letters. My reading glasses are never where I am."),
                    fine(Way.VISIT, "Knock hard. Sit on my left."),
                    never(Way.PHONE, "I can’t make out a word of it."),
                    never(Way.VOICEMAIL, "Nor that."),
                ),
                words="Give me the week. I go by the bowls calendar.",
                times=(TimeSaid(TimeStanding.NOT, weekdays="6", starts=time(13), ends=time(17), why="Bowls."),),
                notice_hours=120,
                saying_who=SayingWho.ANYBODY,
                is_plain=True,
                font_points=24,
                background=Background.YELLOW,
            ),
        ),
    ),
    recorded_by="Mel Hart",
    adjustments_days_ago=165,
    adjustments=(
        AdjustmentStory(
            "wears-hearing-aids",
            "Sit on his left, turn the wireless off, face him.",
            "People shout at my bad side and call it talking.",
            how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
            life=(
                HappeningStory(EventKind.INFORMED, 165, "Aye, tell them all."),
                HappeningStory(EventKind.SHARED, 120, "The bowls club and the surgery"),
                HappeningStory(EventKind.FLAGGED, 120),
            ),
        ),
        AdjustmentStory(
            "large-print-24-point",
            "24 point, on yellow.",
            "I’ll read it if I can see it.",
            life=(HappeningStory(EventKind.REVIEWED, 40, "He found his glasses. Keep it.", review_in_days=140),),
        ),
    ),
    contacts=(
        ContactStory(170, 10, "Mel Hart", Way.PHONE, Outcome.SPOKE, "He heard one word in four."),
        ContactStory(145, 9, "Mel Hart", Way.LETTER, Outcome.REPLIED, "A card with a rose on it.", met=(1,)),
        ContactStory(70, 9, "Mel Hart", Way.LETTER, Outcome.REPLIED, "“Thursday will do.”", met=(1,)),
        ContactStory(18, 9, "Mel Hart", Way.LETTER, Outcome.REPLIED, "“Thursday again.”", met=(1,)),
    ),
    appointments=(
        AppointmentStory(-165, 10, "Mel Hart", Way.VISIT, "At home", 6, Outcome.ON_TIME),
        AppointmentStory(-95, 10, "Mel Hart", Way.VISIT, "At home", 8, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(
            -60, 10, "Mel Hart", Way.VISIT, "The green", 9, Outcome.ON_TIME, "They kept his peg.", met=(0,)
        ),
        AppointmentStory(-11, 10, "Mel Hart", Way.VISIT, "The green", 7, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(10, 10, "Mel Hart", Way.VISIT, "The green", 12),
    ),
)

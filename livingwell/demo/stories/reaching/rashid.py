"""How Rashid is reached: nobody has asked him yet."""

from livingwell.adjustments.models import EventKind, Way
from livingwell.contacts.models import Outcome
from livingwell.demo.story_reaching import (
    AdjustmentStory,
    AppointmentStory,
    ContactStory,
    HappeningStory,
    ReachStory,
)

RASHID = ReachStory(
    "Rashid Anwar",
    recorded_by="Tom Adeyemi",
    adjustments_days_ago=88,
    adjustments=(
        AdjustmentStory(
            "exact-times-and-told-at-once-if-we-are-late",
            "To the minute. Text if you are two minutes late.",
            "Waiting without knowing is what I did all winter.",
            life=(
                HappeningStory(EventKind.INFORMED, 88, "Of course."),
                HappeningStory(EventKind.SHARED, 70, "The minibus"),
            ),
        ),
    ),
    contacts=(
        ContactStory(92, 16, "Tom Adeyemi", Way.PHONE, Outcome.SPOKE, "First ring."),
        ContactStory(74, 16, "Tom Adeyemi", Way.PHONE, Outcome.SPOKE, "Wrote out his week together.", met=(0,)),
        ContactStory(46, 16, "Tom Adeyemi", Way.TEXT, Outcome.REPLIED, "“Yes, good.”"),
        ContactStory(
            32, 16, "Tom Adeyemi", Way.PHONE, Outcome.SPOKE, "Tom rang at ten past.", not_met=((0, "Tom ran over."),)
        ),
        ContactStory(11, 16, "Tom Adeyemi", Way.PHONE, Outcome.SPOKE, "Ready for the minibus test.", met=(0,)),
    ),
    appointments=(
        AppointmentStory(-88, 16, "Tom Adeyemi", Way.CLINIC, "Weaver Street, room 3", 4, Outcome.ON_TIME, "Early."),
        AppointmentStory(-60, 16, "Tom Adeyemi", Way.CLINIC, "Weaver Street, room 3", 7, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(13, 16, "Tom Adeyemi", Way.CLINIC, "Weaver Street, room 3", 13),
    ),
)

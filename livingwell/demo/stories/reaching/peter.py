"""How Peter is reached: by letter, with a stamp and a week."""

from livingwell.adjustments.commands import RecordPreferences
from livingwell.adjustments.models import Background, Category, EventKind, HowWeKnow, SayingWho, Way
from livingwell.contacts.models import Outcome
from livingwell.demo.story_reaching import (
    AdjustmentStory,
    AppointmentStory,
    ContactStory,
    HappeningStory,
    LetterStory,
    PreferencesStory,
    ReachStory,
    best,
    fine,
    never,
)

PETER = ReachStory(
    "Peter Lyle",
    preferences=(
        PreferencesStory(
            126,
            "Priya Mistry",
            RecordPreferences(
                ways=(
                    best(Way.LETTER, "With a stamp. I read everything twice and I answer."),
                    fine(Way.VISIT, "Mel, or Priya. Tell me the day by post."),
                    never(Way.PHONE, "I don’t hear it over the clocks."),
                ),
                words="A week. The post takes two days each way and I like a day to answer.",
                notice_hours=120,
                comes_from="Priya or Mel, signed by hand",
                saying_who=SayingWho.ANYBODY,
                font_points=20,
                background=Background.CREAM,
            ),
        ),
    ),
    recorded_by="Priya Mistry",
    adjustments_days_ago=126,
    adjustments=(
        AdjustmentStory(
            "write-by-letter",
            "A letter with a stamp, in 20 point. Leave him a week to answer.",
            "Write to me. I answer.",
            how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
            life=(
                HappeningStory(EventKind.INFORMED, 126, "Quite right."),
                HappeningStory(EventKind.SHARED, 90, "The housing officer"),
                HappeningStory(EventKind.FLAGGED, 88),
            ),
        ),
        AdjustmentStory(
            "",
            "Ask which shelf, not whether. Nothing leaves the flat that he has not put by the door himself.",
            "I have never lost a thing that I chose to let go.",
            own_words="He decides what goes",
            category=Category.CARE,
        ),
    ),
    contacts=(
        ContactStory(131, 10, "Priya Mistry", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(130, 15, "Priya Mistry", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(119, 9, "Priya Mistry", Way.LETTER, Outcome.REPLIED, "Four pages back, by return.", met=(0,)),
        ContactStory(110, 9, "Priya Mistry", Way.LETTER, Outcome.REPLIED, "“I agree. Peter Lyle.”", met=(0,)),
        ContactStory(60, 9, "Priya Mistry", Way.LETTER, Outcome.REPLIED, "He mended the hall light.", met=(0,)),
        ContactStory(
            29,
            11,
            "Callum Reid",
            Way.PHONE,
            Outcome.NO_ANSWER,
            "To ask for a day for the fall assessment. Rang out.",
            reason="The booking form asks for a call first.",
            not_met=((0, "The form has no box for a letter."),),
        ),
        ContactStory(
            20, 9, "Priya Mistry", Way.LETTER, Outcome.SENT, "What the team said: one shelf a week.", met=(0,)
        ),
    ),
    appointments=(
        AppointmentStory(
            -126, 11, "Priya Mistry", Way.VISIT, "At home", 6, Outcome.ON_TIME, "Eleven clocks, all right."
        ),
        AppointmentStory(-77, 11, "Priya Mistry", Way.VISIT, "At home", 9, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(-35, 11, "Priya Mistry", Way.VISIT, "At home", 8, Outcome.ON_TIME, met=(0, 1)),
        AppointmentStory(
            -17, 11, "Mel Hart", Way.VISIT, "At home", 7, Outcome.ON_TIME, "The first shelf. He kept a third.", met=(1,)
        ),
        AppointmentStory(-10, 11, "Mel Hart", Way.VISIT, "At home", 7, Outcome.CANCELLED_BY_US, "Mel was ill."),
        AppointmentStory(-3, 11, "Mel Hart", Way.VISIT, "At home", 7, Outcome.ON_TIME, "The second shelf.", met=(1,)),
        AppointmentStory(4, 11, "Mel Hart", Way.VISIT, "At home", 7),
    ),
    letters=(
        LetterStory(
            1,
            10,
            "Priya Mistry",
            Way.LETTER,
            "Dear Peter,\n\nMel says that the second shelf is done, and that you kept the carriage clock. Good."
            "\n\nWould you like to choose the third shelf yourself, or do two smaller ones? Write to me when you have "
            "thought about it.\n\nPriya Mistry",
            subject="The second shelf",
        ),
    ),
)

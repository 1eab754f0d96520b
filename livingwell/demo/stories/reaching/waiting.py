"""How people who wait are reached. One of them nobody has asked yet, which is ours to mend."""

from livingwell.adjustments.commands import RecordPreferences, ReminderSaid
from livingwell.adjustments.models import Background, HowWeKnow, SayingWho, Way
from livingwell.contacts.models import Outcome
from livingwell.demo.story_reaching import (
    AdjustmentStory,
    AnswerByText,
    AppointmentStory,
    ContactStory,
    LetterStory,
    PreferencesStory,
    ReachStory,
    UnknownText,
    best,
    fine,
    never,
)

LEILA = ReachStory(
    "Leila Haddad",
    preferences=(
        PreferencesStory(
            14,
            "Dev Lal",
            RecordPreferences(
                ways=(
                    best(Way.TEXT, "I answer in four minutes. Ask Dev."),
                    fine(Way.EMAIL, "For anything with more than three lines."),
                    fine(Way.LETTER, "Large print. Small print brings the headache."),
                    fine(Way.VISIT, "By the back door, and text from the gate."),
                    never(Way.PHONE, "I was there every time it rang. I watched it. I can’t pick it up."),
                    never(Way.VOICEMAIL, "I can’t ring to hear it either."),
                ),
                words="Write to me and I am here.",
                notice_hours=24,
                comes_from="Mel or Dev",
                saying_who=SayingWho.ONLY_THE_PERSON,
                is_plain=True,
                font_points=20,
                reminders=(ReminderSaid(24, Way.TEXT),),
            ),
        ),
    ),
    recorded_by="Dev Lal",
    adjustments_days_ago=14,
    adjustments=(
        AdjustmentStory(
            "never-phone",
            "Text, from Mel or Dev by name. Her number is out of the reminder calls.",
            "I was there every time it rang.",
            how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
        ),
        AdjustmentStory("large-print-20-point", "20 point, plain sentences.", "Small print brings the headache."),
    ),
    contacts=(
        ContactStory(50, 10, "Mel Hart", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(43, 14, "Callum Reid", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(40, 11, "Callum Reid", Way.PHONE, Outcome.MESSAGE_LEFT, "Left the duty number."),
        ContactStory(33, 10, "Mel Hart", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(24, 16, "Tom Adeyemi", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(
            18, 10, "Mel Hart", Way.PHONE, Outcome.MESSAGE_LEFT, "Said that we would talk about the referral."
        ),
        ContactStory(13, 17, "Mel Hart", Way.TEXT, Outcome.REPLIED, "“Thank you for not ringing.”", met=(0,)),
    ),
    appointments=(
        AppointmentStory(-28, 9, "Mel Hart", Way.CLINIC, "Weaver Street, room 1", 5, Outcome.MISSED, "Told by phone."),
        AppointmentStory(
            -9,
            14,
            "Mel Hart",
            Way.VISIT,
            "At home, by the back door",
            4,
            Outcome.ON_TIME,
            "Texted from the gate. Tea was ready.",
            met=(0,),
        ),
        AppointmentStory(5, 14, "Mel Hart", Way.VISIT, "At home, by the back door", 6),
    ),
    letters=(
        LetterStory(
            6,
            12,
            "Dev Lal",
            Way.TEXT,
            "Hi Leila, it’s Dev. Which song is it going to be? No rush to answer.",
            answer=AnswerByText(4, "Something by Nina Simone. Two minutes forty. I checked.", dealt_by="Dev Lal"),
        ),
    ),
)

DENISE = ReachStory(
    "Denise Hallam",
    preferences=(
        PreferencesStory(
            5,
            "Mel Hart",
            RecordPreferences(
                ways=(
                    best(Way.LETTER, "24 point. I keep them by the kettle."),
                    fine(Way.VISIT, "Two people at most. Biscuit barks at uniforms."),
                    never(Way.PHONE, "Since the burglary I don’t pick up numbers I don’t know."),
                ),
                notice_hours=48,
                saying_who=SayingWho.ANYBODY,
                font_points=24,
            ),
        ),
    ),
    recorded_by="Mel Hart",
    adjustments_days_ago=5,
    adjustments=(
        AdjustmentStory(
            "large-print-24-point",
            "24 point for everything.",
            "I keep them by the kettle.",
            how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
        ),
        AdjustmentStory("visits-at-home", "At home, with Biscuit in the room.", "I won’t leave him."),
    ),
    contacts=(
        ContactStory(8, 10, "Mel Hart", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(7, 9, "Mel Hart", Way.LETTER, Outcome.REPLIED, "She wrote back by return, in capitals."),
    ),
    appointments=(AppointmentStory(3, 11, "Mel Hart", Way.VISIT, "At home, with Biscuit", 5),),
    letters=(
        LetterStory(
            1,
            9,
            "Mel Hart",
            Way.LETTER,
            "Dear Denise,\n\nTwo of us will come, in ordinary clothes: Mel and Callum. We come at 11am and we "
            "stay half an hour.\n\nBiscuit can stay in the room. We will sit down first, so that he can smell us."
            "\n\nIf it is not a good day, leave the curtain shut. We will understand, and write again.\n\nMel Hart",
            subject="When we come to see you",
        ),
    ),
)

FATIMA = ReachStory(
    "Fatima Noor",
    contacts=(
        ContactStory(15, 10, "Callum Reid", Way.PHONE, Outcome.MESSAGE_LEFT, "Left the duty number."),
        ContactStory(12, 9, "Callum Reid", Way.LETTER, Outcome.SENT, "The usual first letter."),
        ContactStory(9, 14, "Callum Reid", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(5, 11, "Tom Adeyemi", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
    ),
)

NIAMH = ReachStory(
    "Niamh O’Neill",
    preferences=(
        PreferencesStory(
            23,
            "Ruth Okafor",
            RecordPreferences(
                ways=(
                    best(Way.EMAIL, "With the question in the first line."),
                    fine(Way.TEXT, "For today and tomorrow only."),
                    never(Way.PHONE, "I open my mouth and agree to things."),
                ),
                is_bulleted=True,
                background=Background.GREEN,
                reminders=(
                    ReminderSaid(24, Way.TEXT),
                    ReminderSaid(2, Way.TEXT),
                ),
            ),
        ),
    ),
    recorded_by="Ruth Okafor",
    adjustments_days_ago=23,
    adjustments=(
        AdjustmentStory(
            "remind-them-of-appointments", "The day before and two hours before.", "I lose whole mornings."
        ),
    ),
    contacts=(
        ContactStory(18, 10, "Ruth Okafor", Way.EMAIL, Outcome.REPLIED, "Two lines back, and a heron.", met=(0,)),
        ContactStory(4, 10, "Tom Adeyemi", Way.EMAIL, Outcome.SENT, "Three places to volunteer."),
    ),
)

JOSEPH = ReachStory(
    "Joseph Mbeki",
    preferences=(
        PreferencesStory(
            16,
            "Ruth Okafor",
            RecordPreferences(
                ways=(
                    best(Way.PHONE, "Ring. I like to hear who it is."),
                    fine(Way.TEXT, "The day before, so that I get my good shirt out."),
                    fine(Way.VISIT),
                ),
                saying_who=SayingWho.ANYBODY,
            ),
        ),
    ),
    contacts=(ContactStory(16, 14, "Ruth Okafor", Way.PHONE, Outcome.SPOKE, "He asked what he could do for us."),),
)

BARTEK = ReachStory(
    "Bartek Zieliński",
    preferences=(
        PreferencesStory(
            4,
            "Ruth Okafor",
            RecordPreferences(
                ways=(fine(Way.PHONE, "In Polish, after work."), fine(Way.TEXT, "In Polish.")),
                words="A man, please. I would not start otherwise.",
                how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
                comes_from="A man",
                language="Polish",
            ),
        ),
    ),
    recorded_by="Ruth Okafor",
    adjustments_days_ago=4,
    adjustments=(
        AdjustmentStory("interpreter-polish", "", "", how_we_know=HowWeKnow.CAME_WITH_REFERRAL),
        AdjustmentStory(
            "a-man-to-see-them",
            "Ask Dev, Tom or Callum.",
            "I would not start otherwise.",
            how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
        ),
    ),
)

ROSA = ReachStory(
    "Rosa Delgado",
    preferences=(
        PreferencesStory(
            11,
            "Tom Adeyemi",
            RecordPreferences(
                ways=(
                    best(Way.VISIT, "Come to me. I don’t leave it alone."),
                    never(Way.LETTER, "It goes under the others."),
                ),
                how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
                notice_hours=72,
            ),
        ),
        PreferencesStory(
            6,
            "Tom Adeyemi",
            RecordPreferences(
                ways=(
                    best(Way.VISIT, "Come to me. I don’t leave it alone."),
                    never(Way.LETTER, "It goes under the others."),
                ),
                words="Not now, please. I want to clear the hall by myself first. I will say when.",
                asked_to_stop=True,
            ),
        ),
    ),
    contacts=(
        ContactStory(
            9, 11, "Tom Adeyemi", Way.THROUGH_SOMEONE, Outcome.REPLIED, "Her housing officer will bring us along."
        ),
    ),
)

OWEN = ReachStory(
    "Owen Tully",
    preferences=(
        PreferencesStory(
            2,
            "Ruth Okafor",
            RecordPreferences(
                ways=(
                    best(Way.TEXT, "I’m up late. Any time."),
                    never(Way.LETTER, "I’ve filled this in four times. No more forms."),
                ),
                how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
            ),
        ),
    ),
    contacts=(
        ContactStory(1, 15, "Ruth Okafor", Way.TEXT, Outcome.SENT, "“No form this time. We have read all four.”"),
    ),
)

FROM_A_NUMBER_NOBODY_KNOWS = UnknownText(
    1, 19, "07700 900815", "Is this the number for the bike shed? Dev gave it me. I can come Thursday"
)

REACHED = (LEILA, DENISE, FATIMA, NIAMH, JOSEPH, BARTEK, ROSA, OWEN)

"""How Hana is reached: through Sahra at the women’s centre, after every other way was no way."""

from livingwell.adjustments.commands import RecordPreferences
from livingwell.adjustments.models import EventKind, SayingWho, Way
from livingwell.contacts.models import Outcome
from livingwell.demo.story_reaching import (
    AdjustmentStory,
    AppointmentStory,
    CannotStory,
    ContactStory,
    HappeningStory,
    PreferencesStory,
    ReachStory,
    best,
    never,
    not_safe,
)

HANA = ReachStory(
    "Hana Yusuf",
    preferences=(
        PreferencesStory(
            62,
            "Ade Bankole",
            RecordPreferences(
                ways=(
                    not_safe(Way.LETTER, "The post lies on a desk where everybody looks."),
                    not_safe(Way.TEXT, "My phone is not only mine."),
                    not_safe(Way.VOICEMAIL, "My phone is not only mine."),
                    never(Way.EMAIL, "I do not have it."),
                    never(Way.PHONE, "With a new voice every time I tell it again and again."),
                    never(Way.VISIT, "In the hostel they ask who you are."),
                    never(Way.CLINIC, "I do not want to sit where it says what it is."),
                ),
                words="I want to come. Find another way to tell me when.",
                saying_who=SayingWho.ONLY_THE_PERSON,
            ),
        ),
        PreferencesStory(
            55,
            "Jo Brennan",
            RecordPreferences(
                ways=(
                    best(Way.THROUGH_SOMEONE, "Sahra at the women’s centre. She is there every morning, and so am I."),
                    not_safe(Way.LETTER, "The post lies on a desk where everybody looks."),
                    not_safe(Way.TEXT, "My phone is not only mine."),
                    not_safe(Way.VOICEMAIL, "My phone is not only mine."),
                    never(Way.EMAIL, "I do not have it."),
                    never(Way.PHONE, "With a new voice every time I tell it again and again."),
                    never(Way.VISIT, "In the hostel they ask who you are."),
                    never(Way.CLINIC, "I do not want to sit where it says what it is."),
                ),
                words="Tell Sahra the day before. She tells me over the tea.",
                through_whom="Sahra, at the women’s centre",
                notice_hours=24,
                saying_who=SayingWho.ONLY_THE_PERSON,
            ),
        ),
    ),
    recorded_by="Ade Bankole",
    adjustments_days_ago=62,
    adjustments=(
        AdjustmentStory(
            "interpreter-somali",
            "A woman. Ask Sahra’s list first.",
            "I cannot say it to a man.",
            life=(HappeningStory(EventKind.INFORMED, 62, "Yes."), HappeningStory(EventKind.SHARED, 55, "Sahra")),
        ),
        AdjustmentStory(
            "the-same-interpreter-each-time",
            "The same woman each time.",
            "Three interpreters in three weeks, and I told it three times.",
            cannot=CannotStory(
                30,
                "The agency does not let us book one interpreter by name.",
                "We book through the women’s centre, where two interpreters take turns. Hana has met both.",
            ),
        ),
        AdjustmentStory(
            "childcare-or-a-time-when-the-children-are-out",
            "While the crèche at the centre is open, 9:30 to 11:30.",
            "I cannot say it in front of my son.",
        ),
    ),
    contacts=(
        ContactStory(
            55, 10, "Jo Brennan", Way.THROUGH_SOMEONE, Outcome.REPLIED, "Sahra asked her. She came over.", met=(0,)
        ),
        ContactStory(
            44, 10, "Ade Bankole", Way.THROUGH_SOMEONE, Outcome.REPLIED, "She agrees with the plan.", met=(0, 2)
        ),
        ContactStory(
            33,
            10,
            "Ade Bankole",
            Way.THROUGH_SOMEONE,
            Outcome.REPLIED,
            "A third interpreter. She said so, and was right to.",
            met=(2,),
            not_met=((0, "The agency sent a man. We ended early."),),
        ),
        ContactStory(
            20, 10, "Jo Brennan", Way.THROUGH_SOMEONE, Outcome.REPLIED, "Looked at the class timetable.", met=(0, 2)
        ),
        ContactStory(6, 10, "Ade Bankole", Way.THROUGH_SOMEONE, Outcome.REPLIED, "Tuesday suits her.", met=(0,)),
    ),
    appointments=(AppointmentStory(8, 10, "Tom Adeyemi", Way.THROUGH_SOMEONE, "The library, with Sahra", 9),),
)

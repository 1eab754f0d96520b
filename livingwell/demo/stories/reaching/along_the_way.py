"""How people part of the way are reached: missed appointments, a long silence, and one whom nobody has asked yet."""

from datetime import time

from livingwell.adjustments.commands import RecordPreferences, ReminderSaid, TimeSaid
from livingwell.adjustments.models import Background, Category, EventKind, HowWeKnow, SayingWho, TimeStanding, Way
from livingwell.contacts.models import Outcome
from livingwell.demo.story_reaching import (
    AdjustmentStory,
    AnswerByText,
    AppointmentStory,
    CannotStory,
    ContactStory,
    HappeningStory,
    LetterStory,
    PreferencesStory,
    ReachStory,
    best,
    fine,
    if_urgent,
    never,
    not_safe,
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

CHEN = ReachStory(
    "Wei Chen",
    preferences=(
        PreferencesStory(
            44,
            "Callum Reid",
            RecordPreferences(
                ways=(
                    best(Way.EMAIL, "I answer in the evening, all of it at once."),
                    fine(Way.VISIT, "A walk by the water."),
                    never(Way.PHONE, "Work used to ring. My hands still shake."),
                    never(Way.VIDEO, "Same chair, same screen, same feeling."),
                ),
                notice_hours=48,
                times=(TimeSaid(TimeStanding.GOOD, starts=time(15), ends=time(20), why="I’m awake by then."),),
            ),
        ),
    ),
    recorded_by="Callum Reid",
    adjustments_days_ago=44,
    adjustments=(
        AdjustmentStory(
            "meet-somewhere-that-is-no-clinic",
            "By the water, walking. No screens, no desks.",
            "Anything with a desk in it is work.",
            life=(HappeningStory(EventKind.INFORMED, 44, "Not my employer, please."),),
        ),
    ),
    contacts=(
        ContactStory(52, 10, "Callum Reid", Way.PHONE, Outcome.NO_ANSWER, "Rang out twice."),
        ContactStory(49, 16, "Callum Reid", Way.EMAIL, Outcome.REPLIED, "He answered that evening."),
        ContactStory(30, 16, "Callum Reid", Way.EMAIL, Outcome.REPLIED, "Sent the plan to read."),
        ContactStory(16, 20, "Callum Reid", Way.EMAIL, Outcome.REPLIED, "He says no to the phased return."),
    ),
    appointments=(
        AppointmentStory(-37, 15, "Callum Reid", Way.VISIT, "By the water", 5, Outcome.ON_TIME, met=(0,)),
        AppointmentStory(3, 15, "Callum Reid", Way.VISIT, "By the water", 9, minute=30),
    ),
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

IVY = ReachStory(
    "Ivy Clarke",
    preferences=(
        PreferencesStory(
            43,
            "Priya Mistry",
            RecordPreferences(
                ways=(
                    best(Way.TEXT, "Jo. Even just a plant emoji."),
                    fine(Way.PHONE, "If I rang first."),
                    never(Way.LETTER, "It’s Mrs Patel’s letterbox, not mine."),
                    never(Way.VOICEMAIL, "I can’t listen to those."),
                ),
                words="Please don’t ring my mum.",
                how_we_know=HowWeKnow.TOLD_US,
                times=(TimeSaid(TimeStanding.GOOD, starts=time(16), ends=time(20), why="It gets bad about six."),),
                comes_from="Jo or Priya",
                saying_who=SayingWho.ONLY_THE_PERSON,
            ),
        ),
    ),
    recorded_by="Jo Brennan",
    adjustments_days_ago=43,
    adjustments=(
        AdjustmentStory(
            "the-same-worker-each-time",
            "Jo or Priya. If it has to be somebody else, say who, before.",
            "Believe me the first time, then I don’t have to start again.",
            life=(HappeningStory(EventKind.INFORMED, 43), HappeningStory(EventKind.SHARED, 36, "The evening café")),
        ),
        AdjustmentStory(
            "brings-somebody-they-trust",
            "Mrs Patel may sit in.",
            "She knows what my face does.",
            how_we_know=HowWeKnow.CARER_TOLD_US,
        ),
    ),
    contacts=(
        ContactStory(46, 12, "Priya Mistry", Way.PHONE, Outcome.NO_ANSWER, "Rang out."),
        ContactStory(44, 16, "Jo Brennan", Way.TEXT, Outcome.REPLIED, "A cactus back."),
        ContactStory(27, 17, "Jo Brennan", Way.TEXT, Outcome.REPLIED, "A Sunday. She went to the café.", met=(0,)),
        ContactStory(
            15,
            18,
            "Jo Brennan",
            Way.PHONE,
            Outcome.SPOKE,
            "She rang. We said little.",
            is_from_the_person=True,
            met=(0,),
        ),
        ContactStory(10, 16, "Jo Brennan", Way.TEXT, Outcome.REPLIED, "Four, she says. It was two.", met=(0,)),
    ),
    appointments=(
        AppointmentStory(-43, 16, "Priya Mistry", Way.VISIT, "Mrs Patel’s kitchen", 2, Outcome.ON_TIME),
        AppointmentStory(-33, 16, "Jo Brennan", Way.VISIT, "Mrs Patel’s kitchen", 4, Outcome.ON_TIME, met=(0, 1)),
        AppointmentStory(6, 17, "Jo Brennan", Way.VISIT, "The evening café", 8),
    ),
    letters=(
        LetterStory(
            1,
            16,
            "Jo Brennan",
            Way.TEXT,
            "Hi Ivy, it’s Jo. The café on your day, 5pm, the corner by the plants. Still good?",
            asks_yes_or_no=True,
            answer=AnswerByText(12, "Yes. There’s a fern that needs rescuing"),
        ),
    ),
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

REACHED = (TOMASZ, GRACE, PETER, HANA, ELLIS, CHEN, AOIFE, ZAINAB, HARRY, IVY, RASHID)

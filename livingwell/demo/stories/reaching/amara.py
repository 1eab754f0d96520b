"""Amara, who asked for texts and never the phone on the first day, and was phoned for a month."""

from datetime import time

from livingwell.adjustments.commands import RecordPreferences, ReminderSaid, TimeSaid
from livingwell.adjustments.models import Background, EventKind, HowWeKnow, SayingWho, TimeStanding, Way
from livingwell.contacts.models import Outcome
from livingwell.demo.story_reaching import (
    AdjustmentStory,
    AnswerByText,
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

NEVER_PHONE, EXACT_TIME, IN_WRITING, LOW_LIGHT, SUMMARY, ONE_QUESTION, OUTSIDE = range(7)

ASKED = PreferencesStory(
    84,
    "Priya Mistry",
    RecordPreferences(
        ways=(
            best(Way.TEXT, "If you write, I will write back."),
            fine(Way.VISIT, "With Jo or Priya, when I know the time."),
            fine(Way.CLINIC, "After midday, in the small room."),
            never(Way.PHONE, "My heart goes for an hour and I still can’t pick up. Please write."),
            never(Way.VOICEMAIL, "Then I have to ring it to listen."),
        ),
        words="Tell me two days before, and tell me the exact time.",
        times=(
            TimeSaid(TimeStanding.GOOD, starts=time(13), ends=time(17), why="I answer best then."),
            TimeSaid(TimeStanding.NOT, ends=time(12), why="A morning costs me the whole day."),
        ),
        notice_hours=48,
        comes_from="Jo or Priya",
        and_then="then wait a day",
        saying_who=SayingWho.ONLY_THE_PERSON,
        is_plain=True,
        background=Background.CREAM,
        reminders=(ReminderSaid(24, Way.TEXT),),
    ),
)

ADJUSTMENTS = (
    AdjustmentStory(
        "never-phone",
        "Text from Jo or Priya by name, then wait a day. Never phone, and no voicemail.",
        "I can’t do the phone. If you write, I will write back.",
        how_we_know=HowWeKnow.CAME_WITH_REFERRAL,
        life=(
            HappeningStory(EventKind.INFORMED, 84, "Fine, as long as it is read."),
            HappeningStory(EventKind.SHARED, 53, "The whole team, and the reception at Weaver Street"),
            HappeningStory(EventKind.FLAGGED, 50),
        ),
    ),
    AdjustmentStory(
        "exact-times-and-told-at-once-if-we-are-late",
        "The exact time, after midday, in the same small room each time.",
        "If I know the room I can be in it.",
        life=(HappeningStory(EventKind.INFORMED, 84), HappeningStory(EventKind.SHARED, 30, "Callum, who books rooms")),
    ),
    AdjustmentStory(
        "questions-in-writing-beforehand",
        "Send what we want to ask by text the day before.",
        "I think well. I just don’t think fast while someone waits.",
        life=(HappeningStory(EventKind.INFORMED, 84),),
    ),
    AdjustmentStory(
        "low-light",
        "Lamp on, ceiling light off. Headphones are fine.",
        "The ceiling light hums. I can hear you better with headphones on.",
        life=(HappeningStory(EventKind.INFORMED, 84),),
    ),
    AdjustmentStory(
        "a-written-summary-after-each-meeting",
        "Three lines by text the same evening: what we said, who does what, and when.",
        "I go over it all night otherwise.",
    ),
    AdjustmentStory(
        "one-question-at-a-time",
        "Ask one thing, then wait. Ten seconds is not long.",
        "Two questions at once and I lose both.",
    ),
    AdjustmentStory(
        "a-quiet-place-to-wait-or-waiting-outside",
        "Text her when the room is free. She waits outside by the tree.",
        "The waiting room is six conversations at once.",
    ),
)

CONTACTS = (
    ContactStory(
        78,
        14,
        "Tom Adeyemi",
        Way.PHONE,
        Outcome.NO_ANSWER,
        "Rang out.",
        minute=20,
        reason="The duty list had a number on it and nothing else.",
        not_met=((NEVER_PHONE, "The duty list did not show what she had asked."),),
    ),
    ContactStory(
        75,
        15,
        "Callum Reid",
        Way.PHONE,
        Outcome.MESSAGE_LEFT,
        "Left a message with the duty number to ring.",
        reason="On duty. I had not opened the page where it says so.",
        not_met=((NEVER_PHONE, "It was written down where duty does not look."),),
    ),
    ContactStory(
        69,
        15,
        "Priya Mistry",
        Way.PHONE,
        Outcome.NO_ANSWER,
        "Rang out.",
        minute=40,
        reason="Between two visits, and I rang without thinking. Mine to mend.",
        not_met=((NEVER_PHONE, "I rang from the car without looking."),),
    ),
    ContactStory(
        60,
        12,
        "Ade Bankole",
        Way.PHONE,
        Outcome.MESSAGE_LEFT,
        "Left a message to say we would close the referral if we did not hear.",
        minute=10,
        reason="The letter about closing said to ring first.",
        not_met=((NEVER_PHONE, "Our own letter told us to ring."),),
    ),
    ContactStory(
        53,
        13,
        "Jo Brennan",
        Way.TEXT,
        Outcome.REPLIED,
        "I asked why we phone. Wrote instead. “Thank you for writing. I can answer this.”",
        met=(NEVER_PHONE, ONE_QUESTION),
    ),
    ContactStory(
        52, 14, "Jo Brennan", Way.TEXT, Outcome.REPLIED, "Agreed where to meet: the park gate.", met=(NEVER_PHONE,)
    ),
    ContactStory(
        42,
        15,
        "Jo Brennan",
        Way.TEXT,
        Outcome.REPLIED,
        "Sent the plan to read. “I will need until Friday.”",
        met=(NEVER_PHONE, IN_WRITING),
    ),
    ContactStory(
        39,
        15,
        "Jo Brennan",
        Way.TEXT,
        Outcome.REPLIED,
        "She agrees with the plan. “Please keep the word library in it.”",
        met=(NEVER_PHONE,),
    ),
    ContactStory(
        21, 16, "Jo Brennan", Way.TEXT, Outcome.REPLIED, "Told her what the team said about the tram.", minute=30
    ),
    ContactStory(
        10,
        8,
        "Ruth Okafor",
        Way.PHONE,
        Outcome.NO_ANSWER,
        "An automatic reminder call. Amara thought that something had happened to someone.",
        minute=5,
        reason="Nobody chose to. The supplier’s system rings every number it holds.",
        not_met=((NEVER_PHONE, "The reminder system still holds her number."),),
    ),
    ContactStory(
        7,
        16,
        "Jo Brennan",
        Way.TEXT,
        Outcome.REPLIED,
        "Told her what the team said. “Thank you for believing me.”",
        minute=30,
        met=(NEVER_PHONE,),
    ),
    ContactStory(
        3,
        8,
        "Ruth Okafor",
        Way.PHONE,
        Outcome.NO_ANSWER,
        "The reminder system again. The supplier says ten days.",
        minute=5,
        reason="Nobody chose to. The number is not out of the system yet.",
        not_met=((NEVER_PHONE, "The supplier has not taken the number out."),),
    ),
)

APPOINTMENTS = (
    AppointmentStory(
        -84,
        13,
        "Priya Mistry",
        Way.VISIT,
        "At home",
        days_notice=4,
        outcome=Outcome.ON_TIME,
        note="First visit. She had written down what she wanted to say, and how to reach her.",
    ),
    AppointmentStory(
        -65,
        9,
        "Priya Mistry",
        Way.CLINIC,
        "Weaver Street, room 4",
        days_notice=3,
        outcome=Outcome.MISSED,
        note="9am was the only room left. She had asked for after midday.",
        reason="No other room that week.",
        not_met=((EXACT_TIME, "The small room was taken in the afternoons."),),
    ),
    AppointmentStory(
        -51,
        14,
        "Jo Brennan",
        Way.VISIT,
        "The park gate",
        days_notice=3,
        outcome=Outcome.ON_TIME,
        note="Walked round the pond twice. She chose what to work on.",
        met=(EXACT_TIME, IN_WRITING, ONE_QUESTION),
    ),
    AppointmentStory(
        -30,
        14,
        "Callum Reid",
        Way.VISIT,
        "At home, with Jo",
        days_notice=7,
        outcome=Outcome.ON_TIME,
        note="Lamp on. She showed Callum the tram map she had drawn.",
        met=(EXACT_TIME, IN_WRITING, LOW_LIGHT, SUMMARY),
    ),
    AppointmentStory(
        -17,
        13,
        "Jo Brennan",
        Way.VISIT,
        "The tram stop by the library",
        days_notice=4,
        outcome=Outcome.ON_TIME,
        note="Two stops, headphones on. Amara chose to stay on for a third.",
        minute=40,
        met=(EXACT_TIME, SUMMARY),
    ),
    AppointmentStory(7, 13, "Jo Brennan", Way.VISIT, "The tram stop by the library", days_notice=9, minute=40),
    AppointmentStory(12, 13, "Priya Mistry", Way.CLINIC, "Weaver Street, the small room", days_notice=13),
)

LETTERS = (
    LetterStory(
        2,
        14,
        "Jo Brennan",
        Way.TEXT,
        "Hi Amara, it’s Jo. The team talks about the tram soon. What do you want said, and what not? No rush.",
        answer=AnswerByText(74, "The call on Monday. Not my mum.", dealt_by="Jo Brennan"),
    ),
)

AMARA = ReachStory(
    "Amara Osei",
    preferences=(ASKED,),
    adjustments=ADJUSTMENTS,
    adjustments_days_ago=84,
    recorded_by="Priya Mistry",
    contacts=CONTACTS,
    appointments=APPOINTMENTS,
    letters=LETTERS,
)

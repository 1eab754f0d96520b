"""How the people whose support is under way are reached: an ordinary run of it, and what went wrong on the way."""

from datetime import time

from livingwell.adjustments.commands import RecordPreferences, ReminderSaid, TimeSaid
from livingwell.adjustments.models import EventKind, HowWeKnow, SayingWho, TimeStanding, Way
from livingwell.contacts.models import Outcome
from livingwell.demo.stories.reaching.amara import AMARA
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
    never,
    not_safe,
)

SIAN = ReachStory(
    "Siân Pryce",
    preferences=(
        PreferencesStory(
            56,
            "Sana Iqbal",
            RecordPreferences(
                ways=(
                    best(Way.EMAIL, "I read them at the depot, between runs."),
                    if_urgent(Way.PHONE, "I drive. If it rings I worry for the rest of the shift."),
                    not_safe(
                        Way.LETTER, "My daughter opens the post. I’ll tell her when I know what there is to tell."
                    ),
                ),
                notice_hours=72,
                saying_who=SayingWho.ONLY_THE_PERSON,
            ),
        ),
        PreferencesStory(
            21,
            "Sana Iqbal",
            RecordPreferences(
                ways=(
                    best(Way.EMAIL, "I read them at the depot, between runs."),
                    fine(Way.TEXT, "New shifts. A text is fine from 4pm."),
                    fine(Way.CLINIC, "After my shift, so 4:30pm or later."),
                    if_urgent(Way.PHONE, "I drive. If it rings I worry for the rest of the shift."),
                    not_safe(
                        Way.LETTER, "My daughter opens the post. I’ll tell her when I know what there is to tell."
                    ),
                ),
                words="Three days, so that I can swap a run.",
                times=(
                    TimeSaid(TimeStanding.NOT, weekdays="12345", starts=time(5), ends=time(15, 30), why="I’m driving."),
                ),
                notice_hours=72,
                saying_who=SayingWho.ONLY_THE_PERSON,
                is_bulleted=True,
                reminders=(ReminderSaid(24, Way.EMAIL),),
            ),
        ),
    ),
    recorded_by="Sana Iqbal",
    adjustments_days_ago=56,
    adjustments=(
        AdjustmentStory(
            "needs-longer-to-take-information-in",
            "One page, side by side, to take home. Nothing is decided in the room.",
            "I want to know what it changes before anyone writes it down.",
            life=(HappeningStory(EventKind.INFORMED, 56), HappeningStory(EventKind.SHARED, 40, "Jo and Callum")),
        ),
        AdjustmentStory(
            "last-appointment-of-the-day",
            "4:30pm or later, and wait a quarter of an hour if the road is bad.",
            "I can’t leave a bus in the road.",
            life=(HappeningStory(EventKind.REVIEWED, 21, "New shifts, same wish.", review_in_days=-3),),
        ),
    ),
    contacts=(
        ContactStory(60, 16, "Sana Iqbal", Way.PHONE, Outcome.NO_ANSWER, "She was driving."),
        ContactStory(33, 16, "Sana Iqbal", Way.EMAIL, Outcome.REPLIED, "Asked which forms she has already.", met=(0,)),
        ContactStory(14, 16, "Sana Iqbal", Way.EMAIL, Outcome.REPLIED, "Told her what the team said.", met=(0,)),
    ),
    appointments=(
        AppointmentStory(-56, 16, "Sana Iqbal", Way.CLINIC, "Weaver Street, room 2", 7, Outcome.ON_TIME),
        AppointmentStory(-49, 16, "Sana Iqbal", Way.CLINIC, "Weaver Street, room 2", 6, Outcome.ON_TIME, met=(0, 1)),
        AppointmentStory(-40, 16, "Sana Iqbal", Way.CLINIC, "Weaver Street, room 2", 8, Outcome.ON_TIME, met=(0, 1)),
        AppointmentStory(
            -8,
            16,
            "Sana Iqbal",
            Way.CLINIC,
            "Weaver Street, room 2",
            10,
            Outcome.LATE_AND_SEEN,
            "Roadworks on the bridge. The room was kept for her.",
            minute=30,
            met=(0, 1),
        ),
        AppointmentStory(5, 16, "Sana Iqbal", Way.CLINIC, "Weaver Street, room 2", 9, minute=30),
    ),
)

MALIK = ReachStory(
    "Malik Rahman",
    preferences=(
        PreferencesStory(
            68,
            "Priya Mistry",
            RecordPreferences(
                ways=(
                    best(Way.PHONE, "Let it ring. I may be on the stairs with Mum."),
                    fine(Way.TEXT, "Short ones."),
                    fine(Way.VISIT, "Not while the carers are washing her, so after 11."),
                    never(Way.LETTER, "Brown envelopes stay on the side. I don’t open them."),
                ),
                words="Say what it is about before you ask how I am.",
                times=(
                    TimeSaid(TimeStanding.GOOD, starts=time(13), ends=time(15), why="Mum is asleep then."),
                    TimeSaid(TimeStanding.NOT, weekdays="5", starts=time(12), ends=time(14), why="Friday prayers."),
                ),
                comes_from="Priya",
                saying_who=SayingWho.ANYBODY,
            ),
        ),
    ),
    recorded_by="Priya Mistry",
    adjustments_days_ago=68,
    adjustments=(
        AdjustmentStory(
            "visits-at-home",
            "Come to the house, or talk while he walks to the shop.",
            "I can’t leave her on her own.",
            life=(HappeningStory(EventKind.INFORMED, 68, "Fine."), HappeningStory(EventKind.SHARED, 60, "Ade")),
        ),
    ),
    contacts=(
        ContactStory(72, 10, "Priya Mistry", Way.PHONE, Outcome.NO_ANSWER, "Rang off after six rings."),
        ContactStory(61, 14, "Priya Mistry", Way.PHONE, Outcome.SPOKE, "He had ten minutes and used all of them."),
        ContactStory(40, 14, "Priya Mistry", Way.PHONE, Outcome.SPOKE, "His brother comes on Fridays now."),
        ContactStory(
            18,
            10,
            "Ade Bankole",
            Way.LETTER,
            Outcome.SENT,
            "The allowance form. Ade rings to go through it with him.",
            reason="The form only exists on paper.",
        ),
        ContactStory(16, 14, "Ade Bankole", Way.PHONE, Outcome.SPOKE, "Went through the form together.", minute=15),
    ),
    appointments=(
        AppointmentStory(-68, 11, "Priya Mistry", Way.VISIT, "At home", 4, Outcome.ON_TIME, minute=30),
        AppointmentStory(-54, 11, "Priya Mistry", Way.VISIT, "At home", 9, Outcome.ON_TIME, minute=30, met=(0,)),
        AppointmentStory(-26, 11, "Priya Mistry", Way.VISIT, "At home", 7, Outcome.ON_TIME, minute=30, met=(0,)),
        AppointmentStory(
            -19,
            11,
            "Priya Mistry",
            Way.VISIT,
            "At home",
            7,
            Outcome.CANCELLED_BY_PERSON,
            "His mum was taken in overnight. He rang at seven to say so.",
            minute=30,
        ),
        AppointmentStory(-9, 11, "Priya Mistry", Way.VISIT, "At home", 8, Outcome.ON_TIME, minute=30, met=(0,)),
        AppointmentStory(4, 11, "Priya Mistry", Way.VISIT, "At home", 10, minute=30),
    ),
)

LORNA = ReachStory(
    "Lorna Keane",
    preferences=(
        PreferencesStory(
            188,
            "Mel Hart",
            RecordPreferences(
                ways=(
                    best(Way.PHONE, "Ring me. I like a voice."),
                    fine(Way.TEXT),
                    fine(Way.VISIT, "I’ll bake."),
                    fine(Way.LETTER, "Nice ones go on the fridge."),
                ),
                words="Ask me what I need before anything is decided.",
                times=(
                    TimeSaid(TimeStanding.GOOD, starts=time(10), ends=time(12), why="I’m up and the kitchen is warm."),
                ),
                saying_who=SayingWho.ANYBODY,
                may_show_health=True,
                reminders=(ReminderSaid(24, Way.PHONE),),
            ),
        ),
    ),
    recorded_by="Mel Hart",
    adjustments_days_ago=188,
    adjustments=(
        AdjustmentStory(
            "not-left-to-wait-alone",
            "Somebody she knows is at the door the first time, wherever it is.",
            "I can talk to anybody once I’m through the door.",
            life=(
                HappeningStory(EventKind.INFORMED, 188, "Tell whoever needs it."),
                HappeningStory(EventKind.SHARED, 25, "The recovery college"),
                HappeningStory(EventKind.REVIEWED, 60, "Still true for new places.", review_in_days=120),
            ),
        ),
    ),
    contacts=(
        ContactStory(193, 10, "Mel Hart", Way.PHONE, Outcome.SPOKE, "She asked us to come on a weekday."),
        ContactStory(175, 11, "Mel Hart", Way.PHONE, Outcome.SPOKE, "Sleeping better."),
        ContactStory(140, 10, "Mel Hart", Way.PHONE, Outcome.MESSAGE_LEFT, "She rang back within the hour."),
        ContactStory(140, 11, "Mel Hart", Way.PHONE, Outcome.SPOKE, "She rang us back.", is_from_the_person=True),
        ContactStory(90, 10, "Dev Lal", Way.PHONE, Outcome.SPOKE, "Talked about the dog, mostly."),
        ContactStory(45, 11, "Mel Hart", Way.PHONE, Outcome.SPOKE, "Read the safety plan aloud together."),
        ContactStory(20, 10, "Mel Hart", Way.PHONE, Outcome.SPOKE, "Sundays with her sister go well."),
        ContactStory(6, 10, "Mel Hart", Way.PHONE, Outcome.SPOKE, "Told her what the team said. She starts soon."),
    ),
    appointments=(
        AppointmentStory(-160, 10, "Mel Hart", Way.VISIT, "At home", 8, Outcome.ON_TIME, "Scones."),
        AppointmentStory(-110, 10, "Mel Hart", Way.VISIT, "At home", 10, Outcome.ON_TIME),
        AppointmentStory(
            -75,
            10,
            "Mel Hart",
            Way.VISIT,
            "At home",
            9,
            Outcome.CANCELLED_BY_US,
            "Mel was ill. Rang at nine to say so.",
        ),
        AppointmentStory(-60, 10, "Mel Hart", Way.VISIT, "At home", 12, Outcome.ON_TIME),
        AppointmentStory(
            -25, 11, "Dev Lal", Way.VISIT, "The recovery college", 7, Outcome.ON_TIME, "Dev was at the door.", met=(0,)
        ),
        AppointmentStory(11, 9, "Mel Hart", Way.VISIT, "The bus stop by the college", 14, minute=30),
    ),
)

KWAME = ReachStory(
    "Kwame Boateng",
    preferences=(
        PreferencesStory(
            7,
            "Dev Lal",
            RecordPreferences(
                ways=(
                    best(Way.THROUGH_SOMEONE, "Ask my sister Abena. She reads it to me and I say what I think."),
                    fine(Way.VISIT, "With Dev, somewhere there is something to mend."),
                    fine(Way.VOICEMAIL, "Leave me your voice. I can play it twice."),
                    never(Way.LETTER, "Don’t send me a page of words."),
                    never(Way.TEXT, "Same. Words."),
                    never(Way.PHONE, "At work they shout my name across the yard."),
                ),
                words="I’m not stupid. Say it, or draw it.",
                comes_from="Dev",
                through_whom="Abena, his sister, by phone",
                saying_who=SayingWho.ONLY_THE_PERSON,
                is_plain=True,
                is_easy_read=True,
                is_audio_ready=True,
                font_points=24,
            ),
        ),
    ),
    recorded_by="Dev Lal",
    adjustments_days_ago=7,
    adjustments=(
        AdjustmentStory(
            "tell-them-rather-than-write",
            "Pictures and few words, or Dev reads it with him. Never in small print.",
            "Don’t send me a page of words. Say it, or draw it.",
            how_we_know=HowWeKnow.TOLD_US,
            life=(HappeningStory(EventKind.INFORMED, 7, "Tell the others. I’m done hiding it."),),
        ),
        AdjustmentStory(
            "something-to-fidget-with-or-moving-about",
            "Talk while he works on something. The bike shed does.",
            "My hands know what to do even when my head doesn’t.",
            how_we_know=HowWeKnow.WE_NOTICED,
        ),
    ),
    contacts=(
        ContactStory(45, 10, "Tom Adeyemi", Way.LETTER, Outcome.SENT, "The appointment letter, in ordinary print."),
        ContactStory(40, 14, "Tom Adeyemi", Way.PHONE, Outcome.NO_ANSWER, "Rang him at work. He was in the yard."),
        ContactStory(30, 10, "Tom Adeyemi", Way.LETTER, Outcome.SENT, "The plan, four pages."),
        ContactStory(24, 14, "Tom Adeyemi", Way.PHONE, Outcome.NO_ANSWER, "At work again."),
        ContactStory(12, 10, "Tom Adeyemi", Way.LETTER, Outcome.SENT, "To ask if the plan is right. Ordinary print."),
        ContactStory(7, 15, "Dev Lal", Way.VISIT, Outcome.SPOKE, "On the wall outside the bike shed. He told me."),
        ContactStory(
            5,
            11,
            "Dev Lal",
            Way.THROUGH_SOMEONE,
            Outcome.REPLIED,
            "Abena rang back: he would like the bike shed first, and the plan drawn.",
            met=(0,),
        ),
    ),
    appointments=(
        AppointmentStory(-49, 10, "Tom Adeyemi", Way.CLINIC, "Weaver Street, room 1", 5, Outcome.ON_TIME),
        AppointmentStory(-35, 15, "Dev Lal", Way.VISIT, "The bike shed", 4, Outcome.ON_TIME, "A chain and two brakes."),
        AppointmentStory(2, 15, "Dev Lal", Way.VISIT, "The bike shed", 4),
    ),
)

REACHED = (AMARA, SIAN, MALIK, LORNA, KWAME)

"""How Ivy is reached: by text, from Jo."""

from datetime import time

from livingwell.adjustments.commands import RecordPreferences, TimeSaid
from livingwell.adjustments.models import EventKind, HowWeKnow, SayingWho, TimeStanding, Way
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

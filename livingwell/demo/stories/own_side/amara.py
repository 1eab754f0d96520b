"""Amara’s own side: a code by text, her passport, and what she says to the plan and the meeting."""

from livingwell.demo.stories.own_side.efua import EFUA
from livingwell.demo.story_own import (
    LookStory,
    NotQuiteStory,
    OwnSideStory,
    OwnSuggestionStory,
    OwnWordsStory,
    PassportStory,
    SectionStory,
    ShareStory,
    WayInStory,
)
from livingwell.identity.models import OwnWay
from livingwell.passports.models import HowWritten, Section, ShareLasting

PASSPORT = PassportStory(
    sections=(
        SectionStory(
            58,
            Section.FIRST,
            "Write to me. Please never phone.\n"
            "Tell me the exact time. After midday is best.\n"
            "If I go quiet, I am still listening. Wait. Don’t fill the gap.",
            HowWritten.TOGETHER,
            "Jo Brennan",
        ),
        SectionStory(
            58,
            Section.IMPORTANT,
            "Getting to the library and having some of the day left.\nFinishing things.",
            HowWritten.TOGETHER,
            "Jo Brennan",
        ),
        SectionStory(
            57,
            Section.PEOPLE,
            "Efua, my sister. She can know when my appointments are.\nPlease don’t contact my mum.",
        ),
        SectionStory(
            57,
            Section.COMMUNICATION,
            "Text, then wait a day.\nOne question at a time.\nSay what you mean. I will not guess.",
        ),
        SectionStory(
            44,
            Section.WELLNESS,
            "A good day is quiet, with one thing in it.\nI am getting tired when I stop finishing sentences.",
        ),
        SectionStory(
            44,
            Section.DO_AND_DONT,
            "Please do: lamps, the same room, my headphones.\nPlease don’t: strip lights, surprises, touching my arm.",
        ),
        SectionStory(20, Section.SUPPORT, "Thursdays are my day out."),
        SectionStory(9, Section.SUPPORT, "Thursdays are my day out. Leave Fridays free."),
        SectionStory(9, Section.ALSO, "I know every tram stop in order. Ask me."),
        SectionStory(58, Section.HELPERS, "Jo Brennan", HowWritten.TOGETHER, "Jo Brennan"),
    ),
    share=ShareStory(12, ShareLasting.MONTH, "The dentist", opened_days_ago=(11, 11, 5)),
)

SAID = OwnWordsStory(
    ratings=((1, 2, 5),),
    suggestions=(
        OwnSuggestionStory(
            12,
            2,
            "Ask if I can come in when the machines are off",
            "The noise is the only thing wrong with it.",
            by="Tom Adeyemi",
            answered_days_ago=10,
            answer="Yes. Dee opens at nine and the machines start at ten. I’ll ask her for Mondays.",
        ),
    ),
    not_quite=(
        NotQuiteStory(1, 5, "It rang again on Monday. Please write down who takes my number out, and on which day."),
    ),
    messages=(
        (6, "Is it still the small room on Tuesday? I sleep better when I know."),
        (1, "The travel pass letter came. I have read it. One word is wrong, I will bring it."),
    ),
    reads=((11, "Priya Mistry"), (4, "Jo Brennan")),
    who_there="Jo. And please the lamp, not the ceiling light.",
    speaker="Jo Brennan",
)

LOOKS = (
    LookStory(9, 11, "Priya Mistry"),
    LookStory(7, 10, "Jo Brennan"),
    LookStory(7, 15, "Sana Iqbal"),
    LookStory(2, 16, "Mel Hart", is_list=True),
    LookStory(1, 9, "Ruth Okafor"),
    LookStory(1, 10, "Jo Brennan"),
)

AMARA = OwnSideStory(
    "Amara Osei",
    way_in=WayInStory(
        "Jo Brennan",
        60,
        OwnWay.CODE,
        "Amara Osei, on her own side",
        "She gets a code by text, and reads and changes her plan on her phone.",
        used_days_ago=59,
    ),
    carers=(EFUA,),
    passport=PASSPORT,
    said=SAID,
    looks=LOOKS,
)

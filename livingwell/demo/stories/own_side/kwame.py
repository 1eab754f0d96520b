"""Kwame’s own side: no account. What he told Dev is his passport, in few words."""

from livingwell.demo.story_own import OwnSideStory, PassportStory, SectionStory
from livingwell.passports.models import HowWritten, Section

KWAME = OwnSideStory(
    "Kwame Boateng",
    passport=PassportStory(
        sections=(
            SectionStory(
                10,
                Section.FIRST,
                "Don’t send me a page of words. Say it, or draw it.\nI’m not stupid.",
                HowWritten.FOR_PERSON,
                "Dev Lal",
            ),
            SectionStory(10, Section.IMPORTANT, "Engines. My sister.", HowWritten.FOR_PERSON, "Dev Lal"),
            SectionStory(
                10, Section.DO_AND_DONT, "Do: tea first. Don’t: forms at the door.", HowWritten.FOR_PERSON, "Dev Lal"
            ),
        ),
    ),
)

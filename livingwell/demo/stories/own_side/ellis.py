"""Ellis’s own side: invited and not here yet; the passport was written with Callum."""

from livingwell.demo.story_own import OwnSideStory, PassportStory, SectionStory, WayInStory
from livingwell.identity.models import OwnWay
from livingwell.passports.models import HowWritten, Section

ELLIS = OwnSideStory(
    "Ellis Grant",
    way_in=WayInStory(
        "Callum Reid",
        3,
        OwnWay.CODE,
        "Ellis Grant, on their own side",
        "They were invited by text three days ago, and have not been here yet.",
    ),
    passport=PassportStory(
        sections=(
            SectionStory(
                30,
                Section.FIRST,
                "Say when it begins and when it ends.\nCall me Ellis. The other name is only on forms.",
                HowWritten.TOGETHER,
                "Callum Reid",
            ),
            SectionStory(
                30,
                Section.COMMUNICATION,
                "Text me a list. I lose things that are only said.\nIf I talk fast, I’m interested, not anxious.",
                HowWritten.TOGETHER,
                "Callum Reid",
            ),
            SectionStory(
                30,
                Section.WELLNESS,
                "When I stop answering, I’ve lost the thread, not the will.",
                HowWritten.TOGETHER,
                "Callum Reid",
            ),
        ),
    ),
)

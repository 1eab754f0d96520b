"""The team: nine members, two of them peer support workers, and an administrator who reaches nobody's record."""

from livingwell.demo.story import MemberStory
from livingwell.identity.models import Profession

TEAM = "Irwell team"

IF_THINGS_GET_TOO_MUCH = """
You can use any of these, at any time. You do not need to phone.
- Text the word **here** to **70001**. A person answers, day and night.
- Walk in to **The Lantern**, 14 Weaver Street, 6pm to 11pm. There is a quiet room.
- If your life is in danger, call **999**. You can text 999 if you have signed up for that.
These are invented for this demo, like everybody in it. A service sets its own words and numbers.
"""
"""What the demo’s service says on every page of the person’s side."""

HOW_TO_REACH_US = (
    "07700 900142",
    "We read texts and messages from 9am to 5pm, Monday to Friday. We answer within one working day.",
)
"""The team’s number for texts, and when they are read."""

MEMBERS = (
    MemberStory(
        "Ruth Okafor",
        "ruth@example.org",
        Profession.TEAM_LEAD,
        is_lead=True,
        tells="Team lead. Chairs today’s meeting.",
    ),
    MemberStory(
        "Jo Brennan",
        "jo@example.org",
        Profession.PEER_SUPPORT_WORKER,
        tells="Peer support worker. Works beside Amara and Siân.",
        introduction="I like trams, and a quiet corner. I will sit with you, or text, or wait.",
    ),
    MemberStory(
        "Dev Lal", "dev@example.org", Profession.PEER_SUPPORT_WORKER, tells="Peer support worker. Works beside Kwame."
    ),
    MemberStory(
        "Priya Mistry",
        "priya@example.org",
        Profession.NURSE,
        tells="Nurse. Key worker to Amara and Malik.",
        introduction="I’m a nurse, and I’m never in a hurry with you. I laugh a lot and I always write before I come.",
    ),
    MemberStory(
        "Callum Reid", "callum@example.org", Profession.OCCUPATIONAL_THERAPIST, tells="Occupational therapist."
    ),
    MemberStory("Sana Iqbal", "sana@example.org", Profession.PSYCHOLOGIST, tells="Psychologist."),
    MemberStory(
        "Tom Adeyemi", "tom@example.org", Profession.LINK_WORKER, tells="Link worker. Knows what is on in Salford."
    ),
    MemberStory("Mel Hart", "mel@example.org", Profession.RECOVERY_WORKER, tells="Recovery worker."),
    MemberStory(
        "Ade Bankole", "ade@example.org", Profession.VCSE_WORKER, tells="Works for a charity, in the same team."
    ),
)

ADMINISTRATOR = MemberStory(
    "Sam Ellery",
    "sam@example.org",
    Profession.ADMINISTRATOR,
    is_administrator=True,
    tells="Looks after accounts. Reaches nobody’s record.",
)

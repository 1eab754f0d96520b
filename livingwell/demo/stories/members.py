"""The team: nine members, two of them peer support workers, and an administrator who reaches nobody's record."""

from livingwell.demo.story import MemberStory

TEAM = "Irwell team"

MEMBERS = (
    MemberStory(
        "Ruth Okafor", "ruth@example.org", "team_lead", is_lead=True, tells="Team lead. Chairs today’s meeting."
    ),
    MemberStory(
        "Jo Brennan", "jo@example.org", "peer_support_worker", tells="Peer support worker. Works beside Amara and Siân."
    ),
    MemberStory("Dev Lal", "dev@example.org", "peer_support_worker", tells="Peer support worker. Works beside Kwame."),
    MemberStory("Priya Mistry", "priya@example.org", "nurse", tells="Nurse. Key worker to six people."),
    MemberStory("Callum Reid", "callum@example.org", "occupational_therapist", tells="Occupational therapist."),
    MemberStory("Sana Iqbal", "sana@example.org", "psychologist", tells="Psychologist."),
    MemberStory("Tom Adeyemi", "tom@example.org", "link_worker", tells="Link worker. Knows what is on in Salford."),
    MemberStory("Mel Hart", "mel@example.org", "recovery_worker", tells="Recovery worker."),
    MemberStory("Ade Bankole", "ade@example.org", "vcse_worker", tells="Works for a charity, in the same team."),
)

ADMINISTRATOR = MemberStory(
    "Sam Ellery",
    "sam@example.org",
    "administrator",
    is_administrator=True,
    tells="Looks after accounts. Reaches nobody’s record.",
)

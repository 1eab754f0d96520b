"""Endings that were proposed: one withdrawn once he was reached his way, and one that can’t be done before."""

from livingwell.demo.story_endings import EndingStory, PointStory
from livingwell.journeys.models import ClosurePoint, EndingKind

ENDINGS = (
    EndingStory(
        "Kwame Boateng",
        9,
        "Tom Adeyemi",
        EndingKind.LOST_CONTACT,
        "Three letters and two calls, and no answer.",
        withdrawn=("Dev Lal", 7, "I found him at the bike shed. He can’t read what we sent him."),
    ),
    EndingStory(
        "Aoife Walsh",
        5,
        "Ade Bankole",
        EndingKind.LOST_CONTACT,
        "Two appointments missed, and our letter came back.",
        points=(
            PointStory(4, "Mel Hart", ClosurePoint.SAFETY, "Niall saw her on Friday and is not worried."),
            PointStory(4, "Mel Hart", ClosurePoint.DEPENDANTS, "Nobody depends on her, as far as Niall knows."),
        ),
    ),
)

"""What pages for members call the answers to whether it landed."""

from livingwell.journeys.models import Landed

LANDED = {
    Landed.WORKING: "It is working",
    Landed.PARTLY: "Partly",
    Landed.NOT_WORKING: "It is not working",
    Landed.DID_NOT_HAPPEN: "It has not happened",
}
HOW_THINGS_ARE = {Landed.WORKING: "Going well", Landed.PARTLY: "So-so", Landed.NOT_WORKING: "Not going well"}
"""The same where no place was chosen."""

NO_PLACE = "How things are"


def landed_words(landed: Landed, *, is_about_a_place: bool) -> str:
    """What an answer is called, to either question."""
    return LANDED[landed] if is_about_a_place else HOW_THINGS_ARE.get(landed, LANDED[landed])

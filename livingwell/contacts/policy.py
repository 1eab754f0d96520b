"""The guard: when a contact may go against what the person asked, and who may say so."""

from livingwell.adjustments.models import Standing
from livingwell.contacts.commands import Because
from livingwell.contacts.models import Judgement
from livingwell.core.errors import Conflict

SAID_NO = "This is not as they asked. Use the way they asked for, or say why not this time."
NOT_SAFE = (
    "They said that this is not safe: somebody else may read or hear it. Only a team lead can go on with it, "
    "unless somebody is in danger now."
)


class GoesAgainst(Conflict):
    """It goes against what the person asked. Carries what they said, so that the page can show it first.

    It holds no row, so that it can still be read once the action is rolled back. `ways` are the ways that they asked
    for, the best first. `needs_lead`: it is not safe, and whoever asks leads no team of the person.
    """

    def __init__(self, judgement: Judgement, message: str, *, needs_lead: bool = False) -> None:
        super().__init__(message)
        self.objections = judgement.objections
        self.needs_lead = needs_lead
        said = judgement.preferences
        self.told_at = said.told_at if said else None
        self.words = said.words if said else ""
        self.ways = (*said.ways_that_are(Standing.BEST), *said.ways_that_are(Standing.FINE)) if said else ()


def require_may_go_on(judgement: Judgement, because: Because, *, is_lead: bool) -> None:
    """Raise GoesAgainst unless nothing speaks against it, it is an emergency, or there is reason enough.

    What is not safe also takes a lead of one of the person's teams.
    """
    if because.is_emergency or not judgement.objections:
        return
    if judgement.is_not_safe and not is_lead:
        raise GoesAgainst(judgement, NOT_SAFE, needs_lead=True)
    require_reason(judgement, because)


def require_reason(judgement: Judgement, because: Because) -> None:
    """Raise GoesAgainst where something speaks against it and nobody said why it is so all the same."""
    if judgement.objections and not because.is_emergency and not because.reason:
        raise GoesAgainst(judgement, SAID_NO)

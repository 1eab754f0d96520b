"""What is proposed about ending support, and how it ended, as the person reads it."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import lazy_gettext

from livingwell.core.clock import in_london
from livingwell.journeys.models import Closure, ClosureProposal, EndingKind, ReadyKind
from livingwell.portal.dates import long_date
from livingwell.portal.saying import gettext as _

PROPOSED = {
    EndingKind.GOALS_REACHED: lazy_gettext("You have reached what you wanted to reach."),
    EndingKind.MOVED_ON: lazy_gettext("You go on to something else."),
    EndingKind.OWN_DECISION: lazy_gettext("You decided to stop."),
    EndingKind.MOVED_AWAY: lazy_gettext("You have moved away."),
    EndingKind.ANOTHER_SERVICE: lazy_gettext("Another service can help you better."),
    EndingKind.LOST_CONTACT: lazy_gettext("We have not been able to reach you."),
}
SAID = {
    ReadyKind.YES: lazy_gettext("yes"),
    ReadyKind.NO: lazy_gettext("no"),
    ReadyKind.NOT_YET: lazy_gettext("not yet"),
    ReadyKind.COULD_NOT_ASK: lazy_gettext("we could not ask you"),
}


@dataclass(frozen=True)
class MyEnding:
    """What is proposed: why, where to, in whose words; what was answered last; and whether it is for lost contact."""

    id: UUID
    why: str
    to_where: str
    words: str
    proposed: str
    said: str
    is_lost: bool

    @classmethod
    def of(cls, proposal: ClosureProposal) -> "MyEnding":
        day = long_date(in_london(proposal.created_at).date())
        return cls(
            id=proposal.id,
            why=str(PROPOSED.get(proposal.kind, "")),
            to_where=proposal.to_where,
            words=proposal.words,
            proposed=_("%(name)s wrote this on %(day)s.", name=proposal.written_by, day=day),
            said=_said(proposal),
            is_lost=proposal.kind is EndingKind.LOST_CONTACT,
        )


def _said(proposal: ClosureProposal) -> str:
    """You said not yet, on 3 May 2026."""
    answer = proposal.answer
    if answer is None or answer.kind is ReadyKind.COULD_NOT_ASK:
        return ""
    return _("You said %(answer)s on %(day)s.", answer=SAID[answer.kind], day=long_date(answer.answered_on))


@dataclass(frozen=True)
class MyEnd:
    """How support ended."""

    ended: str
    why: str
    to_where: str
    words: str

    @classmethod
    def of(cls, closure: Closure) -> "MyEnd":
        proposal = closure.proposal
        ended = _("Your support ended on %(day)s.", day=long_date(closure.closed_on))
        return cls(ended, str(PROPOSED.get(closure.kind, "")), proposal.to_where, proposal.words)

"""What the page about ending support says: of what is proposed, and of how it ended."""

from dataclasses import dataclass

from livingwell.adjustments.models import Way
from livingwell.contacts.presenters.ways import a
from livingwell.core.clock import in_london
from livingwell.core.dates import date_and_time, long_date
from livingwell.core.text import possessive
from livingwell.journeys.models import Closure, ClosureProposal, EndingKind, ReadyKind, WayBack
from livingwell.journeys.presenters.ending_words import kind_words
from livingwell.journeys.presenters.readiness import SAID


@dataclass(frozen=True)
class ProposalCard:
    """A proposal: what kind, by whom and when, and what the person said to each asking, the last first.

    `refused`: they said last that they are not ready, in a word. `invites`: nothing speaks against ending it now.
    """

    kind: str
    source: str
    words: str
    is_lost_contact: bool
    said: tuple[tuple[str, str], ...] = ()
    refused: str = ""
    invites: bool = False

    @classmethod
    def of(cls, proposal: ClosureProposal) -> "ProposalCard":
        on = long_date(in_london(proposal.created_at).date())
        last = proposal.answer.kind if proposal.answer else None
        return cls(
            kind=kind_words(proposal.kind, proposal.to_where),
            source=f"proposed by {proposal.written_by}, {on}",
            words=proposal.words,
            is_lost_contact=proposal.kind is EndingKind.LOST_CONTACT,
            said=tuple(
                (
                    f"{SAID[each.kind]}. {each.words}".strip(),
                    f"{each.written_by}, {long_date(each.answered_on)}" + (f", {each.how.value}" if each.how else ""),
                )
                for each in reversed(proposal.ready_answers)
            ),
            refused=SAID[last].lower() if last in (ReadyKind.NO, ReadyKind.NOT_YET) else "",
            invites=last is ReadyKind.YES,
        )


@dataclass(frozen=True)
class Withdrawn:
    """What was proposed before, and why it was withdrawn."""

    what: str
    why: str

    @classmethod
    def of(cls, proposal: ClosureProposal) -> "Withdrawn":
        return cls(
            f"{kind_words(proposal.kind, proposal.to_where).capitalize()}, {_proposed(proposal)}", _why(proposal)
        )


def _proposed(proposal: ClosureProposal) -> str:
    return f"proposed by {proposal.written_by} on {long_date(in_london(proposal.created_at).date())}"


def _why(proposal: ClosureProposal) -> str:
    ended = proposal.ended_at
    return f"Withdrawn on {date_and_time(ended)}: {proposal.ended_why}" if ended else ""


@dataclass(frozen=True)
class EndedCard:
    """How support ended. `override` is why a lead ended it although it was not ready, or empty."""

    heading: str
    by: str
    words: str
    override: str
    way_back: str

    @classmethod
    def of(cls, closure: Closure, way_back: WayBack | None, name: str) -> "EndedCard":
        kind = kind_words(closure.kind, closure.proposal.to_where)
        return cls(
            heading=f"{possessive(name)} support ended on {long_date(closure.closed_on)}: {kind}",
            by=f"Ended by {closure.written_by}.",
            words=_words(closure),
            override=closure.overridden_why,
            way_back="" if closure.kind is EndingKind.DIED else way_back_words(way_back, name),
        )


def _words(closure: Closure) -> str:
    """What was said about it: in quotes where it is what the person said when they wanted to stop."""
    words = closure.proposal.words
    return f"“{words}”" if words and closure.kind is EndingKind.OWN_DECISION else words


def way_back_words(way_back: WayBack | None, name: str) -> str:
    """Amara can come back until 3 May 2027 without a new referral, to Jo. We answer with a text."""
    if way_back is None:
        return "No way back is written down yet."
    answer = "through somebody else" if way_back.way is Way.THROUGH_SOMEONE else f"with {a(way_back.way)}"
    until = long_date(way_back.until_on)
    return f"{name} can come back until {until} without a new referral, to {way_back.to_whom}. We answer {answer}."

"""What the guard says, in the person's words, before anything is saved."""

from collections.abc import Iterable
from dataclasses import dataclass

from livingwell.adjustments.models import Against, Objection, Way
from livingwell.contacts.policy import GoesAgainst
from livingwell.contacts.words import WAYS
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date

NEVER = {
    Way.TEXT: "never to text",
    Way.EMAIL: "never to e-mail",
    Way.LETTER: "never to write letters",
    Way.PHONE: "never to phone",
    Way.VOICEMAIL: "never to leave a voicemail",
    Way.VIDEO: "never to meet by video",
    Way.VISIT: "never to visit",
    Way.CLINIC: "never to meet at the clinic",
    Way.THROUGH_SOMEONE: "never to go through somebody else",
}
INSTEAD = {
    Way.TEXT: "Write a text instead",
    Way.EMAIL: "Write an e-mail instead",
    Way.LETTER: "Write a letter instead",
    Way.PHONE: "Phone instead",
    Way.VOICEMAIL: "Leave a voicemail instead",
    Way.VIDEO: "Meet by video instead",
    Way.VISIT: "Visit instead",
    Way.CLINIC: "Meet at the clinic instead",
    Way.THROUGH_SOMEONE: "Go through somebody else instead",
}


@dataclass(frozen=True)
class AskedWay:
    """A way that they asked for: what it says ready to send, and where it leads."""

    label: str
    href: str
    words: str = ""


@dataclass(frozen=True)
class Guard:
    """The guard as a step of its own. `said`: what they asked, each with their words.

    `is_about_time`: nothing speaks against the way, only against the time or the notice.
    """

    heading: str
    said: tuple[tuple[str, str], ...]
    source: str
    needs_lead: bool
    could_be_urgent: bool
    is_about_time: bool
    way: str


def guard_of(stopped: GoesAgainst, way: Way, name: str) -> Guard:
    """Amara asked us never to phone."""
    kinds = [each.against for each in stopped.objections]
    said = said_against(stopped.objections, way, name)
    return Guard(
        heading=said[0][0],
        said=said,
        source=f"{name}, {long_date(in_london(stopped.told_at).date())}" if stopped.told_at else name,
        needs_lead=stopped.needs_lead,
        could_be_urgent=Against.NOT_URGENT in kinds,
        is_about_time=set(kinds) <= {Against.TIME, Against.NOTICE},
        way=WAYS[way],
    )


def way_to_offer(stopped: GoesAgainst, way: Way) -> Way | None:
    """The way that they asked for, other than this one; none where this way is itself the one they asked for."""
    return next((each for each in stopped.ways if each is not way), None)


def said_against(objections: Iterable[Objection], way: Way, name: str) -> tuple[tuple[str, str], ...]:
    """What they asked that something goes against, each with their words."""
    return tuple((_asked(each, way, name), each.words) for each in objections)


def _asked(objection: Objection, way: Way, name: str) -> str:
    return {
        Against.NOT_SAFE: f"{WAYS[way]} is not safe for {name}: somebody else may read or hear it",
        Against.NOT_WANTED: f"{name} asked us {NEVER[way]}",
        Against.NOT_URGENT: f"{name} asked for {WAYS[way].lower()} only if it is urgent",
        Against.TIME: f"{name} asked us not at this time",
        Against.NOTICE: f"{name} asked for more notice than this",
    }[objection.against]

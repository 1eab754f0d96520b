"""Whom the agenda proposes, each with why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.core.dates import in_days, long_date, weeks_between
from livingwell.discussions.models import DEFAULT_MINUTES, Ground, Proposal, Reason, Why

REASON_FOR = {
    Ground.NEVER_DISCUSSED: Reason.NEW,
    Ground.REVIEW_DUE: Reason.REVIEW,
    Ground.RATING_UNMOVED: Reason.STUCK,
    Ground.WORRY_ABOUT_CONTACT: Reason.WORRY,
    Ground.NO_CONTACT: Reason.WORRY,
}
HOW_WE_REACH_THEM = "how we reach them"
"""What a worry that the agenda proposes is about: never the person."""


@dataclass(frozen=True)
class ProposalRow:
    """Somebody proposed, why, and with which reason one press puts them on the agenda."""

    person_id: UUID
    name: str
    whys: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Proposed:
    """As many as the minutes allow, and how many more wait."""

    rows: tuple[ProposalRow, ...]
    minutes_left: int
    more: int


def proposed(found: Sequence[Proposal], minutes_left: int, day: date, *, is_all: bool) -> Proposed:
    """What the agenda proposes today. `is_all`: somebody asked to see everybody who waits."""
    fits = len(found) if is_all else max(0, minutes_left // DEFAULT_MINUTES)
    rows = tuple(_row(each, day) for each in found[:fits])
    return Proposed(rows, minutes_left, len(found) - len(rows))


def _row(proposal: Proposal, day: date) -> ProposalRow:
    return ProposalRow(
        person_id=proposal.person_id,
        name=proposal.name,
        whys=tuple(why_words(why, day) for why in proposal.whys),
        reason=REASON_FOR.get(proposal.whys[0].ground, Reason.OTHER).value,
    )


def why_words(why: Why, day: date) -> str:
    """One reason as a sentence."""
    on = long_date(why.since)
    match why.ground:
        case Ground.NEVER_DISCUSSED:
            return f"Accepted {_ago(why.since, day)} and never discussed."
        case Ground.NOT_REACHED:
            return f"Not reached at the meeting on {on}."
        case Ground.NOT_CLOSED:
            return f"Begun on {on} and not closed."
        case Ground.DECISION_OVERDUE:
            return f"Overdue since {on}: “{why.words}” ({why.by})."
        case Ground.REVIEW_DUE:
            return f"Plan review was due on {on}." if why.since < day else "Plan review is due today."
        case Ground.RATING_UNMOVED:
            return f"A rating has not moved in {weeks_between(why.since, day)} weeks: “{why.words}”."
        case Ground.SUGGESTION:
            return f"{why.by} sent a suggestion to the meeting on {on}: “{why.words}”."
        case Ground.CHALLENGE:
            return f"{why.by or 'Somebody'} raised a challenge that was taken on {on} to the next meeting."
        case Ground.REQUEST:
            return f"{why.by} asked on {on}: “{why.words}”."
        case Ground.NOT_RIGHT:
            return f"{why.by} said on {on} that what we told them is not quite right: “{why.words}”."
        case Ground.CANNOT_DO:
            return f"We said on {on} that we can’t do this: “{why.words}”, because “{why.by.rstrip('.')}”."
        case Ground.WORRY_ABOUT_CONTACT:
            return f"Worry about how we reach them: {_tries(why)} since {on}."
        case Ground.NO_CONTACT:
            return f"No contact as they asked for {weeks_between(why.since, day)} weeks."


def _tries(why: Why) -> str:
    """2 appointments missed and 4 attempts that did not reach"""
    missed = "1 appointment missed" if why.missed == 1 else f"{why.missed} appointments missed"
    attempts = "1 attempt" if why.attempts == 1 else f"{why.attempts} attempts"
    told = (missed if why.missed else "", f"{attempts} that did not reach" if why.attempts else "")
    return " and ".join(part for part in told if part)


def _ago(since: date, day: date) -> str:
    days = max(0, (day - since).days)
    return "today" if days == 0 else f"{in_days(days)} ago"

"""The team's list of what is stuck at which step, and for how long."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.adjustments.models import SixStep
from livingwell.adjustments.models.stuck import Stuck
from livingwell.core.dates import in_days, long_date
from livingwell.people.models import Person

FILTERS = {
    SixStep.IDENTIFY: "Nobody asked yet",
    SixStep.RECORD: "To talk through",
    SixStep.FLAG: "Not on the national flag",
    SixStep.SHARE: "Not shared",
    SixStep.MEET: "Not met",
    SixStep.REVIEW: "Review due",
}
MEANS = {
    SixStep.IDENTIFY: "Nobody has asked these people what they need, or written down that they need nothing.",
    SixStep.RECORD: "Another record says something, and nobody has talked it through with the person.",
    SixStep.FLAG: "These show here, and are not on the national flag. Where a person objects, it does not count.",
    SixStep.SHARE: "These are known to us alone. Where a person objects, it does not count.",
    SixStep.MEET: "These were not met the last time, or nobody has said whether they were.",
    SixStep.REVIEW: "These are to be looked at again with the person.",
}
NOT_SAID = "Nobody has said yet whether it was met"


@dataclass(frozen=True)
class StuckLine:
    """One thing that waits. `adjustment_id` is None where it waits for an answer about the person."""

    person: Person
    adjustment_id: UUID | None
    what: str
    why: str
    since: str
    waited: str


def stuck_lines(rows: Iterable[Stuck], step: SixStep, today: date) -> Sequence[StuckLine]:
    """The lines of the list."""
    return [
        StuckLine(
            person=stuck.person,
            adjustment_id=stuck.adjustment_id,
            what=stuck.what,
            why=stuck.why or (NOT_SAID if step is SixStep.MEET else ""),
            since=long_date(stuck.since),
            waited=_waited(stuck.since, today),
        )
        for stuck in rows
    ]


def _waited(since: date, today: date) -> str:
    days = (today - since).days
    return in_days(days) if days > 0 else "today"

"""What stands beside the lines of a plan: what the person says of them, a no with why, and what is held back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from livingwell.careplans.models import CarePlan, HeldBack, NotRight
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date, short_date
from livingwell.people.models import PersonComment
from livingwell.people.presenters.commenting import CommentLine, comment_line


@dataclass(frozen=True)
class HoldNote:
    """A line that is held back, or that somebody asks to hold back. `may_agree`: the reader is the second member."""

    id: str
    heading: str
    reason: str
    told: str
    is_asked: bool
    may_agree: bool


@dataclass
class Beside:
    """All that stands beside one line. `no` are pairs of why and who."""

    no: list[tuple[str, str]] = field(default_factory=list)
    said: list[CommentLine] = field(default_factory=list)
    holds: list[HoldNote] = field(default_factory=list)


def beside_lines(
    plan: CarePlan,
    not_right: Sequence[NotRight],
    comments: Mapping[UUID, Sequence[PersonComment]],
    name: str,
    reader_id: UUID | None,
) -> Mapping[str, Beside]:
    """What stands beside each line, by its id, as somebody of the team reads it."""
    found: dict[str, Beside] = defaultdict(Beside)
    for line in not_right:
        found[str(line.line_id)].no.append((line.why, f"{line.written_by}, {_day_of(line)}"))
    for row_id, said in comments.items():
        found[str(row_id)].said += [comment_line(each) for each in said]
    for hold in plan.held_back:
        if hold.ended_at is None:
            found[str(hold.line_id)].holds.append(hold_note(hold, name, reader_id))
    return found


def hold_note(hold: HeldBack, name: str, reader_id: UUID | None) -> HoldNote:
    """Held back from Amara until somebody looks again on 3 June 2026."""
    day = long_date(hold.look_again_on)
    asked = f"{hold.written_by} asks that {name} does not see this before {day}. It needs a second member’s agreement"
    held = f"Held back from {name}. Look at it again on {day}. {hold.written_by} asked, {hold.agreed_by} agreed"
    told = f"{name} is not told that something is held back: {hold.hides_that_because}"
    return HoldNote(
        id=str(hold.id),
        heading=asked if hold.is_asked else held,
        reason=hold.reason,
        told=told if hold.hides_that else f"{name} is told that something is held back, and to ask {hold.written_by}",
        is_asked=hold.is_asked,
        may_agree=hold.is_asked and hold.written_by_id != reader_id,
    )


def _day_of(line: NotRight) -> str:
    return short_date(in_london(line.created_at).date())

"""What changed in the plan since the person last agreed: line by line, in their language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from livingwell.careplans.models.differences import Difference, text_of
from livingwell.careplans.models.snapshot import Snapshot
from livingwell.careplans.models.standing import ChangeSince
from livingwell.portal.dates import long_date
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class Change:
    """One line that changed: how, what it says now, and what it said."""

    how: str
    now: str
    was: str = ""


def changes_in(changes: Iterable[ChangeSince], snapshot: Snapshot) -> tuple[Change, ...]:
    """A change for each line, however many of its parts differ. `snapshot` is the plan that the person sees."""
    words = {line.id: text_of(line) for line in snapshot.lines()}
    by_line: dict[str, list[Difference]] = {}
    for each in changes:
        by_line.setdefault(each.difference.line_id, []).append(each.difference)
    return tuple(_changes(by_line, words, snapshot))


def _changes(by_line: dict[str, list[Difference]], words: dict[str, str], snapshot: Snapshot) -> Iterator[Change]:
    for line_id, found in by_line.items():
        first = found[0]
        if not line_id:
            yield Change(_("We look at the plan again:"), _day(snapshot))
        elif first.verb == "Added":
            yield Change(_("New:"), first.new)
        elif first.verb == "Taken out":
            yield Change(_("Not in the plan any more:"), first.old)
        else:
            was = next((each.old for each in found if each.verb == "Reworded"), "")
            yield Change(_("Changed:"), words.get(line_id, first.new), was)


def _day(snapshot: Snapshot) -> str:
    return long_date(snapshot.review_on) if snapshot.review_on else _("no day yet")

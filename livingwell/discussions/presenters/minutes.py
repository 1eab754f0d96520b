"""A meeting on one page, and the discussions about a person in a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.discussions.models import Decision, NoChange
from livingwell.discussions.presenters.agenda import AgendaRow
from livingwell.discussions.presenters.meetings import reason_words


@dataclass(frozen=True)
class DecidedRow:
    """Who, what, by when."""

    what: str
    who: str
    by: str
    why: str


@dataclass(frozen=True)
class MinuteOf:
    """One person's part of the minutes."""

    row: AgendaRow
    decisions: tuple[DecidedRow, ...]
    agreed: tuple[str, ...]
    no_change: str


def minutes_of(
    rows: Sequence[AgendaRow],
    decisions: Iterable[Decision],
    agreed: Mapping[UUID, Sequence[str]],
    unchanged: Mapping[UUID, NoChange],
) -> list[MinuteOf]:
    """The minutes in the order of the agenda."""
    decided: dict[UUID, list[DecidedRow]] = {}
    for each in decisions:
        line = DecidedRow(each.what, each.who(each.person.preferred_name), long_date(each.by_on), each.why)
        decided.setdefault(each.discussion_id, []).append(line)
    return [
        MinuteOf(
            row=row,
            decisions=tuple(decided.get(row.discussion_id, ())),
            agreed=tuple(agreed.get(row.discussion_id, ())),
            no_change=unchanged[row.discussion_id].reason if row.discussion_id in unchanged else "",
        )
        for row in rows
    ]


@dataclass(frozen=True)
class HistoryRow:
    """One discussion about a person."""

    id: UUID
    title: str
    about: str
    question: str
    state: str

    @classmethod
    def of(cls, found: Any) -> "HistoryRow":
        discussion, closing, decided = found
        state = "Not begun"
        if closing is not None:
            state = "1 decision" if decided == 1 else f"{decided} decisions" if decided else "No change"
        elif discussion.started_at is not None:
            state = "Open"
        return cls(
            id=discussion.id,
            title=long_date(in_london(discussion.meeting.starts_at).date()),
            about=f"{reason_words(discussion)}, brought by {discussion.brought_by.name}",
            question=discussion.question,
            state=state,
        )

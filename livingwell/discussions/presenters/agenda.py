"""A meeting's agenda: who is on it, and what each person says to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from livingwell.core.dates import clock_time
from livingwell.discussions.models import CaseDiscussion, Closing, Meeting, PersonLine, Wishes
from livingwell.discussions.presenters.meetings import line_words, reason_words
from livingwell.discussions.presenters.own_line import wishes_in_words


@dataclass(frozen=True)
class AgendaRow:
    """Somebody's place on the agenda."""

    number: int
    discussion_id: UUID
    person_id: UUID
    name: str
    preferred_name: str
    about: str
    question: str
    words: tuple[str, ...]
    wishes: tuple[str, ...]
    not_asked: str
    not_told: bool
    at: str
    minutes: int
    state: str
    is_carried: bool


def agenda_rows(
    meeting: Meeting,
    agenda: Sequence[tuple[CaseDiscussion, Closing | None, Wishes]],
    lines: Iterable[PersonLine],
) -> list[AgendaRow]:
    """The agenda in order, with the time at which each is to begin, and what each person says to it."""
    said: dict[UUID, list[PersonLine]] = {}
    for line in lines:
        said.setdefault(line.discussion_id, []).append(line)
    rows, at = [], meeting.starts_at
    for number, (discussion, closing, wishes) in enumerate(agenda, 1):
        own = Said(tuple(said.get(discussion.id, ())), wishes)
        rows.append(_agenda_row(number, discussion, closing, own, clock_time(at)))
        at += timedelta(minutes=discussion.minutes)
    return rows


@dataclass(frozen=True)
class Said:
    """What one person says to their discussion."""

    lines: tuple[PersonLine, ...]
    wishes: Wishes

    @property
    def own(self) -> tuple[PersonLine, ...]:
        return tuple(line for line in self.lines if line.is_their_own)

    @property
    def was_asked(self) -> bool:
        """Whether there is anything in their words."""
        return bool(self.own or self.wishes.who_there or self.wishes.way)


def _agenda_row(number: int, discussion: CaseDiscussion, closing: Closing | None, said: Said, at: str) -> AgendaRow:
    name = discussion.person.preferred_name
    return AgendaRow(
        number=number,
        discussion_id=discussion.id,
        person_id=discussion.person_id,
        name=discussion.person.name,
        preferred_name=name,
        about=f"{reason_words(discussion)}, brought by {discussion.brought_by.name}",
        question=discussion.question,
        words=tuple(line_words(line) for line in said.own),
        wishes=tuple(words for words, _answer in wishes_in_words(said.wishes, name)),
        not_asked="" if said.was_asked or not said.lines else said.lines[-1].not_asked_because,
        not_told=not (discussion.is_person_told or said.was_asked),
        at=at,
        minutes=discussion.minutes,
        state="closed" if closing else "running" if discussion.started_at else "",
        is_carried=discussion.carried_from_id is not None,
    )

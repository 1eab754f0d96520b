"""Meetings about the person, before they take place: what the team asks, and what the person says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.core.actor import Side
from livingwell.core.clock import in_london
from livingwell.discussions.models import (
    AgendaRequest,
    LinePart,
    OwnDiscussion,
    OwnState,
    PersonLine,
    TakingPart,
    TellingAnswer,
    Way,
    Wishes,
)
from livingwell.portal.dates import clock_time, day_and_date, long_date
from livingwell.portal.questions import PARTS, WHO_THERE, Question, questions, way_choices
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class Said:
    """One thing that stands as the person's answer. `line_id`: a member wrote it down, and it can be taken back."""

    words: str
    source: str
    at: datetime
    line_id: UUID | None = None


@dataclass(frozen=True)
class Asked:
    """One question with what the person says to it."""

    question: Question
    said: tuple[Said, ...]

    @property
    def is_own(self) -> bool:
        """Whether the person answered it themself."""
        return any(each.line_id is None for each in self.said)


@dataclass(frozen=True)
class Ahead:
    """A meeting that is to come, and has a place for the person."""

    id: UUID
    when: str
    team: str
    place: str
    question: str
    asked: tuple[Asked, ...]

    @property
    def answered(self) -> tuple[Asked, ...]:
        """The questions to which the person says something."""
        return tuple(each for each in self.asked if each.said)


@dataclass(frozen=True)
class Row:
    """A meeting in the list of those that are over, or wait for their answer."""

    id: UUID
    when: str
    team: str
    state: str
    is_new: bool


@dataclass(frozen=True)
class Requested:
    """What the person asked a team to talk about."""

    words: str
    when: str


def ahead_of(own: OwnDiscussion, lines: Sequence[PersonLine], wishes: Wishes) -> Ahead:
    """The page before a meeting."""
    meeting = own.discussion.meeting
    return Ahead(
        id=own.discussion.id,
        when=when_words(own),
        team=meeting.team.name,
        place=meeting.place,
        question=own.question,
        asked=tuple(_asked(question, lines, wishes, own.discussion.person.name) for question in questions()),
    )


def when_words(own: OwnDiscussion) -> str:
    """Thursday 11 June 2026 at 10am"""
    starts_at = own.discussion.meeting.starts_at
    return _("%(day)s at %(time)s", day=day_of(own), time=clock_time(starts_at))


def day_of(own: OwnDiscussion) -> str:
    """Thursday 11 June 2026"""
    return day_and_date(in_london(own.discussion.meeting.starts_at).date())


def rows_of(found: Iterable[OwnDiscussion]) -> tuple[list[Row], list[Row]]:
    """Those that are to come, the soonest first; and the others, the latest first."""
    coming: list[Row] = []
    others: list[Row] = []
    for own in found:
        if own.state is OwnState.COMING:
            coming.insert(0, _row(own, when_words(own)))
        else:
            others.append(_row(own, day_of(own)))
    return coming, others


def requested(requests: Iterable[AgendaRequest]) -> list[Requested]:
    """What the person asked for, and nobody has put on an agenda yet."""
    return [Requested(each.words, long_date(in_london(each.created_at).date())) for each in requests]


def own_words(lines: Iterable[PersonLine], part: LinePart) -> str:
    """What the person wrote to this part themself: what the box begins with."""
    own = (line.part(part) for line in lines if line.brought_by.side is Side.PERSON)
    return "\n\n".join(words for words in own if words)


def who_wrote(line: PersonLine) -> str:
    """You wrote this; or: Jo wrote this down for you on 9 June 2026 (by text)."""
    on = long_date(in_london(line.created_at).date())
    if line.brought_by.side is Side.PERSON:
        return _own_source(line.signed_by or line.brought_by.name, line.brought_by.name, on)
    if line.how:
        return _("%(name)s wrote this down on %(day)s: %(how)s.", name=line.brought_by.name, day=on, how=line.how)
    return _("%(name)s wrote this down on %(day)s.", name=line.brought_by.name, day=on)


def answer_source(answer: TakingPart | TellingAnswer, name: str) -> str:
    """You wrote this on 9 June 2026; or who wrote it down, and how they came to know it. `name`: the person's."""
    on = long_date(in_london(answer.created_at).date())
    if not answer.told_how:
        return _own_source(answer.written_by, name, on)
    return _("%(name)s wrote this down on %(day)s: %(how)s.", name=answer.written_by, day=on, how=answer.told_how)


def way_words(answer: TakingPart) -> str:
    """The answer as the person chose it, with who speaks for them."""
    if answer.way is Way.SPEAKER:
        return _("%(name)s speaks for me", name=answer.speaker)
    return dict(way_choices()).get(answer.way or "", "")


def _own_source(signed: str, name: str, on: str) -> str:
    """Somebody who helped is named."""
    if signed == name:
        return _("You wrote this on %(day)s.", day=on)
    return _("Written by %(name)s on %(day)s.", name=signed, day=on)


def _asked(question: Question, lines: Sequence[PersonLine], wishes: Wishes, name: str) -> Asked:
    part = PARTS.get(question.key)
    if part is not None:
        said = tuple(_said(line, part) for line in lines if line.is_their_own and line.part(part))
    elif question.key == WHO_THERE:
        said = _answer(wishes.who_there, wishes.who_there.who_there if wishes.who_there else "", name)
    else:
        said = _answer(wishes.way, way_words(wishes.way) if wishes.way else "", name)
    return Asked(question, said)


def _said(line: PersonLine, part: LinePart) -> Said:
    is_own = line.brought_by.side is Side.PERSON
    return Said(line.part(part), who_wrote(line), line.created_at, None if is_own else line.id)


def _answer(answer: TakingPart | None, words: str, name: str) -> tuple[Said, ...]:
    if answer is None or not words:
        return ()
    return (Said(words, answer_source(answer, name), answer.created_at),)


def _row(own: OwnDiscussion, when: str) -> Row:
    return Row(own.discussion.id, when, own.discussion.meeting.team.name, _state(own), own.waits_for_answer)


def _state(own: OwnDiscussion) -> str:
    """How far it is, in a sentence."""
    if own.state is OwnState.TO_BE_TOLD and own.promised is not None:
        by = long_date(own.promised.by_on)
        return _("%(name)s will tell you what was said, by %(day)s.", name=own.promised.teller.name, day=by)
    if own.state is OwnState.ANSWERED and not own.waits_for_answer:
        return _("You said if it is right.")
    return {
        OwnState.COMING: _("The team will talk about you."),
        OwnState.BEGUN: _("The team is not done yet. We will tell you what it says."),
        OwnState.TO_BE_TOLD: _("We will tell you what was said."),
        OwnState.ANSWERED: _("Here is our answer. Is it right?"),
        OwnState.TAKEN_OFF: _("The team will not talk about you that day. You can ask us why."),
        OwnState.NOT_REACHED: _("There was no time to talk about you that day. You are not forgotten."),
    }[own.state]

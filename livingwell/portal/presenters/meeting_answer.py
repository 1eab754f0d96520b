"""After a meeting about the person: you asked, we said, and what happens next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from livingwell.core.clock import in_london
from livingwell.discussions.models import (
    CheckIn,
    Decision,
    Doer,
    FollowThrough,
    NoChange,
    Outcome,
    OwnDiscussion,
    PersonLine,
    TellingAnswer,
    Wishes,
)
from livingwell.portal.dates import listed, long_date
from livingwell.portal.presenters.around import calling_words
from livingwell.portal.presenters.meeting import Asked, ahead_of, answer_source, day_of
from livingwell.portal.questions import WAY
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class Next:
    """One thing that happens next: who, what, by when; and what became of it."""

    who: str
    what: str
    by: str
    became: str
    why: str


@dataclass(frozen=True)
class OwnAnswer:
    """What the person said to it. `kind` is that of IsItRight."""

    kind: str
    words: str
    source: str


@dataclass(frozen=True)
class Path:
    """The whole answer, in order. `said_later`: the team had not heard it when it closed the discussion."""

    id: UUID
    day: str
    team: str
    writer: str
    asked: tuple[Asked, ...]
    not_asked: str
    was_asked: bool
    told: str
    said_later: tuple[Asked, ...]
    next: tuple[Next, ...]
    otherwise: tuple[str, ...]
    no_change: str
    read_on: str
    answer: OwnAnswer | None
    in_the_room: str


@dataclass(frozen=True)
class Facts:
    """What the answer is made from: only what concerns the person. Views and challenges are not among it."""

    own: OwnDiscussion
    lines: Sequence[PersonLine]
    wishes: Wishes
    decisions: Sequence[Decision]
    became: Mapping[UUID, Sequence[FollowThrough]]
    otherwise: Sequence[str]
    no_change: NoChange | None
    check_ins: Iterable[CheckIn]


def path_of(facts: Facts) -> Path:
    """The answer, as the page and paper show it."""
    own, telling = facts.own, facts.own.telling
    answered = ahead_of(own, facts.lines, facts.wishes).answered
    said, later = _heard_and_later(answered, own.closing.created_at if own.closing else None)
    return Path(
        id=own.discussion.id,
        day=day_of(own),
        team=own.discussion.meeting.team.name,
        writer=telling.written_by.first_name if telling else "",
        asked=_without_way(said),
        not_asked=_not_asked(facts.lines) if not said else "",
        was_asked=bool(said),
        told=telling.text if telling else "",
        said_later=_without_way(later),
        next=tuple(_next(each, facts.became.get(each.id, ())) for each in facts.decisions),
        otherwise=tuple(facts.otherwise),
        no_change=facts.no_change.reason if facts.no_change else "",
        read_on=long_date(in_london(own.read_at).date()) if own.read_at else "",
        answer=_own_answer(own.answer, own.discussion.person.name) if own.answer else None,
        in_the_room=listed(_first_names(facts.check_ins)),
    )


def _heard_and_later(
    answered: Iterable[Asked], closed_at: datetime | None
) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """What the team heard before it closed the discussion, and what came after that."""
    heard, later = [], []
    for each in answered:
        after = tuple(said for said in each.said if closed_at is not None and said.at > closed_at)
        before = tuple(said for said in each.said if said not in after)
        heard += [replace(each, said=before)] if before else []
        later += [replace(each, said=after)] if after else []
    return tuple(heard), tuple(later)


def _without_way(answered: Iterable[Asked]) -> tuple[Asked, ...]:
    """Whether they come is nothing that they asked."""
    return tuple(each for each in answered if each.question.key != WAY)


def _not_asked(lines: Sequence[PersonLine]) -> str:
    return next((line.not_asked_because for line in reversed(lines) if line.not_asked_because), "")


def _next(decision: Decision, said: Sequence[FollowThrough]) -> Next:
    last = said[-1] if said else None
    return Next(
        who=_who(decision),
        what=decision.what,
        by=long_date(decision.by_on),
        became=_became(last) if last else "",
        why=last.why if last else "",
    )


def _who(decision: Decision) -> str:
    doer = decision.member
    member = _("%(name)s, %(calling)s", name=doer.first_name, calling=calling_words(doer.profession))
    if decision.doer is Doer.PERSON:
        return _("You, with %(member)s", member=member)
    if decision.doer is Doer.OTHER:
        return _("%(name)s, with %(member)s", name=decision.doer_name, member=member)
    return member


def _became(last: FollowThrough) -> str:
    """Done, 12 June 2026"""
    words = {
        Outcome.DONE: _("Done"),
        Outcome.PARTLY: _("Partly done"),
        Outcome.NOT_DONE: _("Not done yet"),
        Outcome.CHANGED: _("Changed"),
    }[last.outcome]
    return _("%(outcome)s, %(day)s", outcome=words, day=long_date(in_london(last.created_at).date()))


def _own_answer(answer: TellingAnswer, name: str) -> OwnAnswer:
    return OwnAnswer(answer.answer.value, answer.words, answer_source(answer, name))


def _first_names(check_ins: Iterable[CheckIn]) -> list[str]:
    """Members who were there. Guests may have come for somebody else."""
    return list(dict.fromkeys(each.account.first_name for each in check_ins if each.account is not None))

"""My hand-overs, as I read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from livingwell.careplans.models import ActorKind
from livingwell.core.clock import in_london
from livingwell.journeys.models import (
    HandOver,
    HandOverAnswer,
    HandOverAnswerKind,
    HandOverOpening,
    HandOverSending,
    HandOverStep,
    HandOverStepKind,
    SendingState,
)
from livingwell.journeys.wording.telling import sections_in
from livingwell.people.models import Person
from livingwell.portal.dates import date_and_time, long_date
from livingwell.portal.saying import gettext as _
from livingwell.portal.seeing import Sight


@dataclass(frozen=True)
class MyStep:
    """One step: what, who walks with me, and by when or since when."""

    what: str
    who: str
    when: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class MySending:
    """What they read, or would. `notes` say what happened to it, each time that it was opened too."""

    id: UUID
    hand_over_id: UUID
    to: str
    state: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    waits_for_me: bool
    can_stop: bool
    was_opened: bool

    @classmethod
    def of(cls, sending: HandOverSending) -> "MySending":
        return cls(
            id=sending.id,
            hand_over_id=sending.hand_over_id,
            to=sending.to_name,
            state=_state(sending),
            sections=sections_in(sending.text),
            notes=tuple(_opened(each) for each in sending.openings),
            waits_for_me=sending.state is SendingState.WAITS_FOR_YES,
            can_stop=sending.state.is_live,
            was_opened=bool(sending.openings),
        )


@dataclass(frozen=True)
class MyAnswer:
    """What they said. `is_no`: with what I can do now. `is_new`: I have not said yet that I read it."""

    id: UUID
    said: str
    words: str
    is_no: bool
    is_new: bool


@dataclass(frozen=True)
class MyHandOver:
    """One place that I chose."""

    id: UUID
    place: str
    state: str
    steps: tuple[MyStep, ...]
    sendings: tuple[MySending, ...]
    answers: tuple[MyAnswer, ...]

    @classmethod
    def of(cls, hand_over: HandOver, person: Person) -> "MyHandOver":
        return cls(
            id=hand_over.id,
            place=hand_over.destination.name,
            state=_how_far(hand_over),
            steps=tuple(_step(each, person) for each in hand_over.steps),
            sendings=tuple(
                MySending.of(each) for each in reversed(hand_over.sendings) if each.state is not SendingState.REPLACED
            ),
            answers=tuple(_answer(each) for each in reversed(hand_over.answers)),
        )


def receiver_sights(sendings: Iterable[HandOverSending]) -> list[Sight]:
    """Each receiver who can open what was sent."""
    return [
        Sight(
            who=each.to_name,
            what=_("What you agreed to, and nothing else."),
            why=_("Their link works until %(day)s.", day=long_date(in_london(each.ends_at).date())),
            action=_("See it, or stop it"),
            href=url_for("portal.answer_sending", hand_over_id=each.hand_over_id, sending_id=each.id),
        )
        for each in sendings
        if each.ends_at
    ]


def _step(step: HandOverStep, person: Person) -> MyStep:
    if step.done_on:
        when = _("Done on %(day)s.", day=long_date(step.done_on))
    elif step.dropped_on:
        when = _("Not happening.")
    else:
        when = _("By %(day)s.", day=long_date(step.by_on))
    who = _("You") if step.actor_kind is ActorKind.PERSON else step.done_by
    planned = "" if step.kind is HandOverStepKind.OTHER else step.what
    return MyStep(_what(step), who, when, tuple(filter(None, (planned, step.how_it_went))))


def _what(step: HandOverStep) -> str:
    words = {
        HandOverStepKind.INTRODUCED: _("You meet them"),
        HandOverStepKind.VISITED: _("You visit together"),
        HandOverStepKind.FIRST_APPOINTMENT: _("Your first time there"),
        HandOverStepKind.ADJUSTMENTS_PASSED_ON: _("They learn what helps you"),
        HandOverStepKind.ACCEPTED: _("They say yes"),
    }
    return words.get(step.kind, step.what)


def _how_far(hand_over: HandOver) -> str:
    if hand_over.is_accepted:
        return _("They said yes.")
    if hand_over.ended_on:
        return _("It ended on %(day)s.", day=long_date(hand_over.ended_on))
    return _("It is going on.")


def _state(sending: HandOverSending) -> str:
    until = long_date(in_london(sending.ends_at).date()) if sending.ends_at else ""
    return {
        SendingState.WAITS_FOR_YES: _("It waits for you. Nobody there has seen it."),
        SendingState.READY: _("You said yes. It has not gone yet."),
        SendingState.OPEN: _("They can read it until %(day)s.", day=until),
        SendingState.LATE: _("They did not answer. They can’t open it any more."),
        SendingState.ANSWERED: _("They have answered. Their link opens nothing any more."),
        SendingState.STOPPED: _("It is stopped. Nobody can open it."),
        SendingState.REPLACED: _("There is a newer one."),
    }[sending.state]


def _opened(opening: HandOverOpening) -> str:
    time, browser = date_and_time(opening.created_at), opening.browser
    if not browser:
        return _("Opened, %(time)s.", time=time)
    return _("Opened, %(time)s. With: %(browser)s.", time=time, browser=browser)


def _answer(answer: HandOverAnswer) -> MyAnswer:
    day = long_date(in_london(answer.created_at).date())
    said = {
        HandOverAnswerKind.ACCEPTED: _("%(who)s said yes on %(day)s.", who=answer.who, day=day),
        HandOverAnswerKind.DECLINED: _("%(who)s can’t say yes now. They told us on %(day)s.", who=answer.who, day=day),
        HandOverAnswerKind.ASKED: _("%(who)s asked us something on %(day)s.", who=answer.who, day=day),
    }[answer.kind]
    is_new = answer.seen_at is None and answer.kind is not HandOverAnswerKind.ASKED
    return MyAnswer(answer.id, said, answer.words, answer.kind is HandOverAnswerKind.DECLINED, is_new)

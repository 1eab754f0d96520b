"""A hand-over as members see it: what to do next, the steps, what was sent, and what the receiver said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import url_for

from livingwell.careplans.models import ActorKind
from livingwell.core.dates import date_and_time, long_date
from livingwell.delivery.models import Delivery
from livingwell.journeys.models import (
    HandOver,
    HandOverAnswer,
    HandOverAnswerKind,
    HandOverStep,
    HandOverStepKind,
    SendingState,
)
from livingwell.journeys.presenters.hand_over_sending import SendingLine
from livingwell.people.models import Person

STEPS = {
    HandOverStepKind.INTRODUCED: "Introduced",
    HandOverStepKind.VISITED: "Visited together",
    HandOverStepKind.FIRST_APPOINTMENT: "First appointment",
    HandOverStepKind.ADJUSTMENTS_PASSED_ON: "Adjustments passed on",
    HandOverStepKind.ACCEPTED: "Accepted by them",
    HandOverStepKind.OTHER: "Something else",
}
SAID = {
    HandOverAnswerKind.ACCEPTED: "said yes",
    HandOverAnswerKind.DECLINED: "said no",
    HandOverAnswerKind.ASKED: "asked something",
}


@dataclass(frozen=True)
class StepRow:
    """One step. `kind` and `status` are an icon's kind and its word; `actions` pairs of a label and an address.

    `take_over`: where a step is taken over whose worker has gone.
    """

    what: str
    who: str
    by: str
    kind: str
    status: str
    words: tuple[str, ...]
    actions: tuple[tuple[str, str], ...]
    take_over: str = ""


@dataclass(frozen=True)
class AnswerRow:
    """What the receiver said. `todo` and `href`: what is left to do about it, and where."""

    title: str
    words: str
    source: str
    known: str
    todo: str
    href: str


@dataclass(frozen=True)
class Next:
    """What to do next, and where; `why` is the line before it."""

    why: str
    label: str
    href: str


@dataclass(frozen=True)
class HandOverPage:
    """The page. `can_change`: it goes on."""

    destination: str
    since: str
    ended: str
    next: Next | None
    steps: tuple[StepRow, ...]
    more_steps: tuple[tuple[str, str], ...]
    sendings: tuple[SendingLine, ...]
    answers: tuple[AnswerRow, ...]
    can_change: bool

    @classmethod
    def of(
        cls,
        hand_over: HandOver,
        person: Person,
        today: date,
        members: set[UUID],
        deliveries: Mapping[UUID, Delivery],
    ) -> "HandOverPage":
        ended = f"Ended on {long_date(hand_over.ended_on)}: {hand_over.ended_why}" if hand_over.ended_on else ""
        can_change = hand_over.ended_on is None
        sendings = tuple(_sendings(hand_over, deliveries))
        return cls(
            destination=hand_over.destination.name,
            since=f"Begun on {long_date(hand_over.started_on)} by {hand_over.written_by}",
            ended=ended,
            next=_next(hand_over, person, sendings) if can_change else None,
            steps=tuple(_step_row(each, today, members, can_change) for each in hand_over.steps),
            more_steps=tuple(_to_plan(hand_over)) if can_change else (),
            sendings=sendings,
            answers=tuple(_answer_row(each, person, can_change) for each in reversed(hand_over.answers)),
            can_change=can_change,
        )


def _sendings(hand_over: HandOver, deliveries: Mapping[UUID, Delivery]) -> Iterator[SendingLine]:
    """What was sent, the newest first."""
    for each in reversed(hand_over.sendings):
        yield SendingLine.of(each, deliveries.get(each.message_id) if each.message_id else None)


def _there(row: Any, endpoint: str, **values: Any) -> str:
    """The address of a page of the hand-over that a row belongs to."""
    hand_over_id = row.id if isinstance(row, HandOver) else row.hand_over_id
    return url_for(f"journeys.{endpoint}", person_id=row.person_id, hand_over_id=hand_over_id, **values)


def _step_row(step: HandOverStep, today: date, members: set[UUID], can_change: bool) -> StepRow:
    kind, status = _status(step, today)
    has_left = step.actor_kind is ActorKind.MEMBER and step.done_by_id not in members
    may = can_change and step.is_open
    actions = [("Say what became of it", _there(step, "end_hand_over_step", hand_over_step_id=step.id))]
    actions.append(("Change", _there(step, "edit_hand_over_step", hand_over_step_id=step.id)))
    return StepRow(
        what=step.what if step.kind is HandOverStepKind.OTHER else STEPS[step.kind],
        who=f"{step.done_by}, who is not in the team any more" if has_left and step.is_open else step.done_by,
        by=long_date(step.by_on),
        kind=kind,
        status=status,
        words=tuple(filter(None, (step.what if step.kind is not HandOverStepKind.OTHER else "", step.how_it_went))),
        actions=tuple(actions) if may else (),
        take_over=_there(step, "take_hand_over_step_over", hand_over_step_id=step.id) if may and has_left else "",
    )


def _status(step: HandOverStep, today: date) -> tuple[str, str]:
    if step.done_on:
        return "done", f"Done on {long_date(step.done_on)}"
    if step.dropped_on:
        return "open", f"Dropped on {long_date(step.dropped_on)}"
    return ("not_done", "Late") if step.is_late(today) else ("half", "To do")


def _to_plan(hand_over: HandOver) -> Iterator[tuple[str, str]]:
    """The kinds of step that are not planned yet, in their usual order."""
    there = {each.kind for each in hand_over.steps if each.dropped_on is None}
    for kind, label in STEPS.items():
        if kind is HandOverStepKind.OTHER or kind not in there:
            yield label, _there(hand_over, "new_hand_over_step", hand_over_step_kind=kind.value)


def _answer_row(answer: HandOverAnswer, person: Person, can_change: bool) -> AnswerRow:
    name = person.preferred_name
    told = f"Told to {answer.told_to}" if answer.told_to else "By the link"
    known = f"{name} read it on {date_and_time(answer.seen_at)}." if answer.seen_at else ""
    if answer.told_how:
        known = f"{name} was told, {answer.told_how.value}."
    todo, href = ("", "")
    if can_change and answer.is_open_question:
        todo, href = "Answer their question", _there(answer, "compose_hand_over")
    elif can_change and answer.dealt_with_at is None:
        todo = f"Say that {name} knows"
        href = _there(answer, "deal_with_receivers_answer", hand_over_answer_id=answer.id)
    source = f"{told}, {date_and_time(answer.created_at)}"
    return AnswerRow(f"{answer.who}, {SAID[answer.kind]}", answer.words, source, known, todo, href)


def _next(hand_over: HandOver, person: Person, sendings: Sequence[SendingLine]) -> Next | None:
    """The first of what is to be done, if anything is."""
    name = person.preferred_name
    question = hand_over.open_question
    if question is not None:
        return Next(
            f"{question.answered_by} asks: “{question.words}”", "Answer it", _there(hand_over, "compose_hand_over")
        )
    unknown = next((each for each in hand_over.answers if each.dealt_with_at is None and each.seen_at is None), None)
    if unknown is not None:
        href = _there(unknown, "deal_with_receivers_answer", hand_over_answer_id=unknown.id)
        return Next(f"{unknown.answered_by} {SAID[unknown.kind]}. Tell {name}.", f"Say that {name} knows", href)
    if hand_over.is_accepted:
        return None
    return _next_to_send(hand_over, name, sendings) or _next_step(hand_over)


def _next_to_send(hand_over: HandOver, name: str, sendings: Sequence[SendingLine]) -> Next | None:
    line = next((each for each in sendings if each.state_is is not SendingState.REPLACED), None)
    if line is None:
        return None
    href = _there(hand_over, "show_sending", sending_id=line.id)
    if line.trouble:
        return Next(f"{line.trouble} Check the address, or call them.", "Look at it", href)
    why = {
        SendingState.WAITS_FOR_YES: f"{name} has not said yes yet to what {line.to} would read.",
        SendingState.READY: f"{name} said yes. It has not gone yet.",
        SendingState.LATE: f"{line.to} did not answer in time. Call them, or send it again.",
        SendingState.STOPPED: f"It was stopped. Ask {name} what should be otherwise.",
    }.get(line.state_is)
    label = {SendingState.READY: "Send it", SendingState.WAITS_FOR_YES: "Look at it together"}
    return Next(why, label.get(line.state_is, "Look at it"), href) if why else None


def _next_step(hand_over: HandOver) -> Next | None:
    planned = {each.kind for each in hand_over.steps}
    if HandOverStepKind.VISITED not in planned:
        href = _there(hand_over, "new_hand_over_step", hand_over_step_kind=HandOverStepKind.VISITED.value)
        return Next("Nobody goes along to a first visit yet. A peer may.", "Plan a visit together", href)
    if not hand_over.sendings:
        href = _there(hand_over, "compose_hand_over")
        return Next("They do not know yet what helps.", "Put together what they read", href)
    return None

"""The receiver opens what they were sent, and answers; or tells a member, who writes the answer down."""

from datetime import timedelta
from uuid import UUID

from livingwell.audit import record
from livingwell.careplans.models import ActorKind, HowSaid
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, NotFound
from livingwell.core.text import LINE, require_words
from livingwell.discussions.actions.agenda import add_request
from livingwell.extensions import db
from livingwell.journeys.actions.handing_over import changing, take_back_message
from livingwell.journeys.actions.stepping import done_by_itself
from livingwell.journeys.hand_over_commands import ReceiverAnswer
from livingwell.journeys.models import (
    RECEIVER_NAME,
    HandOver,
    HandOverAnswer,
    HandOverAnswerKind,
    HandOverOpening,
    HandOverSending,
    HandOverStep,
    HandOverStepKind,
    SendingState,
)
from livingwell.journeys.queries.hand_overs import answer_to, episode_of_hand_over, hand_over_to_answer
from livingwell.people.queries.own_reach import require_own

RECEIVER = the_system(RECEIVER_NAME)

SAME_OPENING = timedelta(minutes=30)
"""The same kind of browser within half an hour is somebody who looks again."""

MISSING = {
    HandOverAnswerKind.DECLINED: "Say why not, in a few words",
    HandOverAnswerKind.ASKED: "Write your question",
}


@atomic()
def open_sending(token: str, browser: str) -> HandOverSending:
    """What was sent, for whoever pressed "Open". It decides nothing; that it was opened is noted, for the person too.

    Raises NotFound alike for a link that was used, is stopped, replaced or over, or was never made.
    """
    _hand_over, sending = hand_over_to_answer(token)
    if sending.state is not SendingState.OPEN:
        raise NotFound
    seen = any(each.browser == browser and now() - each.created_at < SAME_OPENING for each in sending.openings)
    if not seen:
        sending.openings.append(HandOverOpening(person_id=sending.person_id, browser=browser))
        record("open_hand_over", RECEIVER, sending.person_id)
    return sending


@atomic()
def answer_sending(token: str, command: ReceiverAnswer) -> HandOverSending:
    """The receiver's one answer. The same answer sent twice is one.

    Raises Conflict where somebody else there answered first, NotFound for a link that opens nothing, and Invalid where
    a no has no reason, or nobody's name is under it.
    """
    _require_complete(command)
    hand_over, sending = hand_over_to_answer(token)
    if sending.answer is not None:
        if not _is_same(sending.answer, command):
            raise Conflict("Somebody has answered already.")
        return sending
    if sending.state is not SendingState.OPEN:
        raise NotFound
    sending.answer = _answer(hand_over, command)
    _settle(hand_over, sending.answer, Actor(sending.written_by_id, sending.written_by), RECEIVER)
    record("answer_hand_over", RECEIVER, sending.person_id)
    return sending


@atomic()
def note_told_answer(person_id: UUID, hand_over_id: UUID, command: ReceiverAnswer, actor: Actor) -> HandOverAnswer:
    """What the receiver told a member, in person or by phone. A link that waits for their answer is used by it."""
    _require_complete(command)
    with changing("note_receivers_answer", person_id, hand_over_id, actor) as hand_over:
        answer = _answer(hand_over, command)
        answer.told_to_id, answer.told_to = actor.account_id, actor.name
        sent = next((each for each in hand_over.sendings if each.state in (SendingState.OPEN, SendingState.LATE)), None)
        if sent is not None:
            sent.answer = answer
            take_back_message(sent, "They have answered.", actor)
        _settle(hand_over, answer, actor, actor)
        return answer


@atomic()
def deal_with_answer(person_id: UUID, hand_over_id: UUID, answer_id: UUID, how: HowSaid | None, actor: Actor) -> None:
    """The person knows what the receiver said: a member told them, and how; or they saw it on their own pages.

    Raises Invalid where neither is so.
    """
    with changing("deal_with_receivers_answer", person_id, hand_over_id, actor) as hand_over:
        answer = next((each for each in hand_over.answers if each.id == answer_id), None)
        if answer is None:
            raise NotFound
        if answer.seen_at is None and how is None and answer.kind is not HandOverAnswerKind.ASKED:
            require_words("", "how", "Say how they were told")
        if answer.dealt_with_at is None:
            answer.dealt_with_at, answer.told_how = now(), how


@atomic()
def see_answer(person_id: UUID, answer_id: UUID, actor: Actor) -> None:
    """The person says that they have read it: it waits at home no more."""
    require_own(actor, person_id)
    answer = answer_to(person_id, answer_id)
    if answer.seen_at is None:
        answer.seen_at = now()
        record("see_receivers_answer", actor, person_id)


def _require_complete(command: ReceiverAnswer) -> None:
    require_words(command.answered_by, "answered_by", "Write your name")
    if command.kind in MISSING:
        require_words(command.words, "words", MISSING[command.kind])


def _answer(hand_over: HandOver, command: ReceiverAnswer) -> HandOverAnswer:
    answer = HandOverAnswer(
        person_id=hand_over.person_id,
        hand_over_id=hand_over.id,
        kind=command.kind,
        answered_by=command.answered_by,
        role=command.role,
        words=command.words,
    )
    hand_over.answers.append(answer)
    return answer


def _is_same(answer: HandOverAnswer, command: ReceiverAnswer) -> bool:
    return (answer.kind, answer.answered_by, answer.role, answer.words) == (
        command.kind,
        command.answered_by,
        command.role,
        command.words,
    )


def _settle(hand_over: HandOver, answer: HandOverAnswer, sender: Actor, actor: Actor) -> None:
    """A yes does the step; a no is talked about at the next meeting, as whoever sent it would ask for."""
    is_yes = answer.kind is HandOverAnswerKind.ACCEPTED
    if is_yes and not done_by_itself(hand_over, HandOverStepKind.ACCEPTED):
        _add_accepted(hand_over, answer, actor)
    if answer.kind is HandOverAnswerKind.DECLINED:
        words = f"{answer.who} said no to a hand-over: {answer.words}"[:LINE]
        team_id = episode_of_hand_over(hand_over).team_id
        add_request(hand_over.person_id, team_id, hand_over.destination.name, words, sender)
    db.session.flush()


def _add_accepted(hand_over: HandOver, answer: HandOverAnswer, actor: Actor) -> None:
    """Nobody had planned it as a step, and it is one all the same."""
    step = HandOverStep(
        person_id=hand_over.person_id,
        hand_over_id=hand_over.id,
        kind=HandOverStepKind.ACCEPTED,
        actor_kind=ActorKind.OTHER,
        done_by=answer.answered_by,
        by_on=today(),
        done_on=today(),
    )
    step.sign(actor)
    hand_over.steps.append(step)

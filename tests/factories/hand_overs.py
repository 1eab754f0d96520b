"""Hand-overs for tests: made by the actions themselves, as far on the way as a test needs."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from livingwell.careplans.models import ActorKind, HowSaid
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.journeys.actions.handing_over import start_hand_over
from livingwell.journeys.actions.receiving import note_told_answer
from livingwell.journeys.actions.sending import agree_sending, compose_sending, send_hand_over
from livingwell.journeys.actions.stepping import plan_step
from livingwell.journeys.hand_over_commands import ComposeSending, Picked, ReceiverAnswer, StepPlan
from livingwell.journeys.models import (
    HandOver,
    HandOverAnswer,
    HandOverAnswerKind,
    HandOverSending,
    HandOverStep,
    HandOverStepKind,
)
from livingwell.journeys.queries.hand_overs import hand_over_of
from livingwell.people.models import Person
from tests.factories.adjustments import make_adjustment
from tests.factories.journeys import make_chosen

FORTNIGHT = timedelta(days=14)
EMAIL = "lena@allotment.example"
YES = ReceiverAnswer(HandOverAnswerKind.ACCEPTED, "Lena Brandt", "coordinator", "We look forward to it.")
NO = ReceiverAnswer(HandOverAnswerKind.DECLINED, "Lena Brandt", "coordinator", "We are full until spring.")
QUESTION = ReceiverAnswer(HandOverAnswerKind.ASKED, "Lena Brandt", "coordinator", "Is the path wide enough?")


@dataclass(frozen=True)
class Sent:
    """What was sent, and the token of its link."""

    hand_over: HandOver
    sending: HandOverSending
    token: str


def address_of(token: str) -> str:
    """Where a link leads."""
    return f"https://livingwell.example/handover/{token}"


def make_hand_over(person: Person, actor: Actor, name: str = "The allotment group") -> HandOver:
    """The way to a destination that the person chose, with nothing on it yet."""
    return start_hand_over(person.id, make_chosen(person, actor, name).id, actor)


def make_step(
    hand_over: HandOver, person: Person, actor: Actor, kind: HandOverStepKind = HandOverStepKind.VISITED, **given: Any
) -> HandOverStep:
    """A step that the actor does within a week."""
    usual = {"by_on": today() + timedelta(days=7), "actor_kind": ActorKind.MEMBER, "done_by_id": actor.account_id}
    return plan_step(person, hand_over.id, StepPlan(kind, **{**usual, **given}), actor)


def make_sending(hand_over: HandOver, actor: Actor, email: str = EMAIL, **picked: Any) -> HandOverSending:
    """Something put together for the receiver, that waits for the person's yes."""
    told = Picked(**{"words": "A quiet place near the gate would help.", **picked})
    return compose_sending(
        hand_over.person_id, hand_over.id, ComposeSending("Lena Brandt", email, "01632 960 111", told), actor
    )


def make_agreed(hand_over: HandOver, actor: Actor, **given: Any) -> HandOverSending:
    """The same, to which the person said yes by phone."""
    sending = make_sending(hand_over, actor, **given)
    agree_sending(hand_over.person_id, hand_over.id, sending.id, HowSaid.BY_PHONE, actor)
    return sending


def make_sent(person: Person, actor: Actor, name: str = "The allotment group", **given: Any) -> Sent:
    """The same, sent, with one adjustment in it."""
    hand_over = make_hand_over(person, actor, name)
    adjustment = make_adjustment(person, actor, f"Questions on paper before {name}")
    sending = make_agreed(hand_over, actor, **{"adjustment_ids": (adjustment.id,), **given})
    token = send_hand_over(person.id, hand_over.id, sending.id, address_of, FORTNIGHT, actor)
    return Sent(hand_over_of(person.id, hand_over.id), sending, token)


def make_told_answer(hand_over: HandOver, actor: Actor, answer: ReceiverAnswer = YES) -> HandOverAnswer:
    """What the receiver told a member."""
    return note_told_answer(hand_over.person_id, hand_over.id, answer, actor)

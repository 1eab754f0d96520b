"""Landing checks: planned when support ends, answered in whichever way, and cancelled when they are not to be asked."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean, require_words
from livingwell.delivery.actions import cancel_message
from livingwell.delivery.models import DeliveryState
from livingwell.delivery.queries import states_of
from livingwell.extensions import db
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.landing_times import landing_times
from livingwell.journeys.models import Closure, Destination, EndingKind, LandingAnswer, LandingAsking, LandingCheck
from livingwell.journeys.policy import require_change, require_part
from livingwell.journeys.queries.journeys import chosen_destinations, journey_of
from livingwell.journeys.queries.landing import (
    answer_of,
    check_of,
    locked_check,
    open_checks,
    own_answer_of,
    replies_to,
)

WAITS = (DeliveryState.WAITING, DeliveryState.FAILING, DeliveryState.STOPPED, DeliveryState.REFUSED, DeliveryState.KEPT)


@atomic()
def plan_landing_checks(closure: Closure, actor: Actor) -> list[LandingCheck]:
    """The times at which the person will be asked whether it landed, for each place that they chose.

    None where they have died. Somebody with whom we lost contact is asked once, how things are: more questions to
    somebody who could not answer the others are a burden. Belongs inside the action that ends support.
    """
    if closure.kind is EndingKind.DIED:
        return []
    is_lost = closure.kind is EndingKind.LOST_CONTACT
    weeks = sorted(landing_times.weeks)[:1] if is_lost else landing_times.weeks
    chosen = [] if is_lost else _chosen(closure)
    checks = [_check(closure, each, count) for count in weeks for each in chosen or [None]]
    db.session.add_all(checks)
    record("plan_landing_checks", actor, closure.person_id)
    return checks


@atomic()
def cancel_landing_checks(person_id: UUID, why: str, actor: Actor) -> int:
    """Ask no more: they are back with us, or asked not to be asked. Answers how many checks were still open.

    What waits to go out is cancelled too. The caller asks whether the actor may; it belongs inside its action, or
    stands alone.
    """
    checks = open_checks(person_id)
    for check in checks:
        check.cancel(why)
    record("cancel_landing_checks", actor, person_id)
    withdraw_questions(checks, actor, why)
    return len(checks)


@atomic()
def stop_asking(person_id: UUID, why: str, actor: Actor) -> None:
    """The person asked not to be asked: on their own page, or a member writes it down with their words."""
    require_part(actor, person_id)
    words = clean(why)
    if actor.side is not Side.PERSON:
        require_words(words, "why", "Write what they said")
    if not cancel_landing_checks(person_id, words or "They asked not to be asked.", actor):
        raise Conflict("There is nothing more to ask.")


@atomic()
def answer_landing(person_id: UUID, check_id: UUID, command: AnswerLanding, actor: Actor) -> LandingAnswer:
    """What the person said: on their own page, or told to a member. A late answer is as good, and the last one stands.

    Raises NotFound for another person's check, Invalid for a day that can't be.
    """
    require_part(actor, person_id)
    check = locked_check(check_of(person_id, check_id).id)
    on = command.on or today()
    if not check.closure.closed_on <= on <= today():
        raise Invalid({"on": "The day must be after support ended, and today or in the past"})
    answer = new_answer(check, command, actor)
    if actor.side is Side.TEAM:
        answer.deal_with(actor.account_id)  # whoever heard it knows it
        _read_replies(check, actor)
    record("answer_landing", actor, person_id)
    withdraw_questions([check], actor)
    return answer


@atomic()
def say_what_should_change(person_id: UUID, answer_id: UUID, words: str, actor: Actor) -> LandingAnswer:
    """The person adds to their answer what should change. Raises NotFound for one that a member wrote down."""
    require_part(actor, person_id)
    answer = own_answer_of(person_id, answer_id, actor)
    answer.say_what_should_change(clean(words))
    record("answer_landing", actor, person_id)
    return answer


@atomic()
def write_down_asking(person_id: UUID, check_id: UUID, way: Way, actor: Actor) -> LandingAsking:
    """A member has asked, and there is no answer yet. Raises Conflict where it was asked as often as we ask."""
    require_change(actor, person_id)
    check = locked_check(check_of(person_id, check_id).id)
    if not check.is_open:
        raise Conflict("This is answered already, or is not to be asked any more.")
    asking = check.next_try()
    asking.way, asking.asked_at = way, now()
    asking.asked_by_id, asking.asked_by = actor.account_id, actor.name
    record("write_down_asking", actor, person_id)
    return asking


@atomic()
def look_at_answer(person_id: UUID, answer_id: UUID, actor: Actor) -> None:
    """A member has looked at what the person said, and does what follows. Raises Conflict the second time."""
    require_change(actor, person_id)
    answer_of(person_id, answer_id).deal_with(actor.account_id)
    record("look_at_landing_answer", actor, person_id)


def new_answer(check: LandingCheck, command: AnswerLanding, actor: Actor) -> LandingAnswer:
    """An answer to the check, which then stands."""
    answer = LandingAnswer(
        person_id=check.person_id,
        check_id=check.id,
        landed=command.landed,
        change_needed=clean(command.change_needed),
        wants_to_come_back=command.wants_to_come_back,
        way=command.way,
        answered_on=command.on or today(),
    )
    answer.sign(actor)
    check.answers.append(answer)
    return answer


def _read_replies(check: LandingCheck, actor: Actor) -> None:
    """Words that came back are dealt with once they stand as an answer."""
    for reply in replies_to(check):
        reply.deal_with(actor.account_id)


def _chosen(closure: Closure) -> list[Destination | None]:
    journey = journey_of(closure.episode_id)
    return [*chosen_destinations(journey)] if journey else []


def withdraw_questions(checks: Iterable[LandingCheck], actor: Actor, why: str = "It is answered already.") -> None:
    """Cancel what waits to go out about these. What has gone, or may have, can't be called back."""
    message_ids = [each.message_id for check in checks for each in check.askings if each.message_id]
    for message_id, delivery in states_of(message_ids).items():
        if delivery.state in WAITS:
            cancel_message(message_id, why, actor)


def _check(closure: Closure, destination: Destination | None, weeks: int) -> LandingCheck:
    return LandingCheck(
        person_id=closure.person_id,
        closure_id=closure.id,
        destination_id=destination.id if destination else None,
        weeks=weeks,
        due_on=closure.closed_on + timedelta(weeks=weeks),
    )

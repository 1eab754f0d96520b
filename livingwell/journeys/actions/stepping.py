"""The steps of a hand-over: planned with the person, done, dropped, and taken over when a worker changes."""

from uuid import UUID

from livingwell.careplans.models import ActorKind
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.journeys.actions.handing_over import changing, step_in
from livingwell.journeys.hand_over_commands import StepOutcome, StepPlan
from livingwell.journeys.models import HandOver, HandOverStep, HandOverStepKind
from livingwell.people.models import Person
from livingwell.people.queries.members import member_of_persons_team

THEIR_ANSWER = "Whether they accept is theirs to say. Send them the link, or note what they told you."


@atomic()
def plan_step(person: Person, hand_over_id: UUID, plan: StepPlan, actor: Actor) -> HandOverStep:
    """Add a step, with somebody who does it and a day. Raises Conflict where this kind of step is planned already."""
    with changing("plan_hand_over_step", person.id, hand_over_id, actor) as hand_over:
        is_there = any(each.is_open and each.kind is plan.kind for each in hand_over.steps)
        if is_there and plan.kind is not HandOverStepKind.OTHER:
            raise Conflict("This step is planned already. Change it instead.")
        step = HandOverStep(person_id=person.id, hand_over_id=hand_over.id, kind=plan.kind)
        step.sign(actor)
        _write(step, plan, person)
        hand_over.steps.append(step)
        db.session.flush()
        return step


@atomic()
def change_step(person: Person, hand_over_id: UUID, step_id: UUID, plan: StepPlan, actor: Actor) -> None:
    """Somebody else, another day or other words. Raises Stale where somebody else saved first."""
    with changing("change_hand_over_step", person.id, hand_over_id, actor) as hand_over:
        step = step_in(hand_over, step_id)
        step.require_version(plan.row_version, {"what": step.what, "done_by": step.done_by})
        step.require_open()
        _write(step, plan, person)


@atomic()
def end_step(person: Person, hand_over_id: UUID, step_id: UUID, outcome: StepOutcome, actor: Actor) -> None:
    """It was done, and how it went; or it is dropped, and why.

    Raises Conflict for the receiver's yes, which nobody else gives.
    """
    if outcome.on > today():
        raise Invalid({"on": "The date must be today or in the past"})
    words = clean(outcome.words)
    if not outcome.is_done:
        require_words(words, "words", "Say why it is dropped")
    with changing("end_hand_over_step", person.id, hand_over_id, actor) as hand_over:
        step = step_in(hand_over, step_id)
        step.require_open()
        if outcome.is_done and step.kind is HandOverStepKind.ACCEPTED:
            raise Conflict(THEIR_ANSWER)
        step.how_it_went = words
        if outcome.is_done:
            step.done_on = outcome.on
        else:
            step.dropped_on = outcome.on


@atomic()
def take_step_over(person: Person, hand_over_id: UUID, step_id: UUID, actor: Actor) -> None:
    """Do it in a colleague's place: they have left, or support somebody else now. Its day stays."""
    with changing("take_hand_over_step_over", person.id, hand_over_id, actor) as hand_over:
        step = step_in(hand_over, step_id)
        step.require_open()
        step.actor_kind, step.done_by_id, step.done_by = ActorKind.MEMBER, actor.account_id, actor.name


def done_by_itself(hand_over: HandOver, kind: HandOverStepKind, words: str = "") -> bool:
    """The open step of this kind is done today; whether there was one. For an action that records."""
    step = next((each for each in hand_over.steps if each.is_open and each.kind is kind), None)
    if step is not None:
        step.done_on, step.how_it_went = today(), words
    return step is not None


def _write(step: HandOverStep, plan: StepPlan, person: Person) -> None:
    if step.kind is HandOverStepKind.OTHER:
        require_words(plan.what, "what", "Say what is done")
    step.what, step.by_on = plan.what, plan.by_on
    step.actor_kind, step.done_by_id, step.done_by = plan.actor_kind, None, plan.done_by
    if plan.actor_kind is ActorKind.MEMBER:
        member = member_of_persons_team(person.id, plan.done_by_id)
        if member is None:
            raise Invalid({"done_by_id": "Choose a member of the team"})
        step.done_by_id, step.done_by = member.id, member.name
    elif plan.actor_kind is ActorKind.PERSON:
        step.done_by = person.preferred_name
    else:
        require_words(plan.done_by, "done_by", "Enter the name of whoever does it")

"""What happens to an adjustment once it is on record."""

from uuid import UUID

from livingwell.adjustments.actions.changing import changing, require_no_day_to_come
from livingwell.adjustments.commands import Happening, NotPossible
from livingwell.adjustments.models import AdjustmentEvent, CannotDo, EventKind, ReasonableAdjustment
from livingwell.adjustments.policy import REVIEW_AFTER
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.people.models import Person

VERBS = {
    EventKind.INFORMED: "inform_about_adjustment",
    EventKind.OBJECTED: "object_to_sharing",
    EventKind.NO_LONGER_OBJECTS: "no_longer_object",
    EventKind.FLAGGED: "flag_adjustment",
    EventKind.SHARED: "share_adjustment",
    EventKind.REVIEWED: "review_adjustment",
    EventKind.ENDED: "end_adjustment",
}
MISSING = {
    EventKind.SHARED: "Say with whom it was shared",
    EventKind.ENDED: "Say why it ends",
}


@atomic()
def note_happening(person: Person, adjustment_id: UUID, happening: Happening, actor: Actor) -> AdjustmentEvent:
    """Write down what happened to it. A review also says when the next one is due.

    Raises Conflict where it has ended, or is to be shared although the person objects; Invalid for a day to come, or
    where words are missing.
    """
    require_no_day_to_come(happening.on)
    with changing(VERBS[happening.kind], person, [adjustment_id], actor) as (adjustment,):
        adjustment.require_may(happening.kind)
        said = clean(happening.said)
        if happening.kind.needs_words:
            require_words(said, "said", MISSING[happening.kind])
        if happening.kind is EventKind.REVIEWED:
            _plan_review(adjustment, happening)
        event = AdjustmentEvent(
            person_id=person.id,
            adjustment_id=adjustment.id,
            kind=happening.kind,
            happened_on=happening.on,
            said=said,
        )
        event.sign(actor)
        db.session.add(event)
    return event


@atomic()
def say_cannot_do(person: Person, adjustment_id: UUID, command: NotPossible, actor: Actor) -> CannotDo:
    """We can't do this: with the reason and with what is offered instead. The next agenda proposes to talk about it.

    Raises Invalid where one is missing, and Conflict where it was said already.
    """
    require_no_day_to_come(command.on)
    with changing("say_cannot_do", person, [adjustment_id], actor) as (adjustment,):
        if adjustment.cannot_do is not None:
            raise Conflict("Somebody has said already that we can’t do this.")
        refusal = CannotDo(
            person_id=person.id,
            adjustment_id=adjustment.id,
            said_on=command.on,
            reason=require_words(clean(command.reason), "reason", "Say why we can’t do this"),
            instead=require_words(clean(command.instead), "instead", "Say what is offered instead"),
        )
        refusal.sign(actor)
        db.session.add(refusal)
    return refusal


@atomic()
def say_can_do(person: Person, adjustment_id: UUID, actor: Actor) -> None:
    """We can do it after all. Raises Conflict where nobody said that we can't."""
    with changing("say_can_do", person, [adjustment_id], actor) as (adjustment,):
        if adjustment.cannot_do is None:
            raise Conflict("Nobody says that we can’t do this.")
        adjustment.cannot_do.lift(actor)


def _plan_review(adjustment: ReasonableAdjustment, happening: Happening) -> None:
    review_on = happening.review_on or today() + REVIEW_AFTER
    if review_on <= today():
        raise Invalid({"review_on": "The next look must be on a day to come"})
    adjustment.review_on = review_on

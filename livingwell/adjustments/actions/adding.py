"""Adding adjustments: several at once, from the catalogue or in own words."""

from collections.abc import Sequence
from datetime import date

from livingwell.adjustments import policy
from livingwell.adjustments.actions.changing import require_no_day_to_come
from livingwell.adjustments.catalogue import choice_of
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment
from livingwell.adjustments.models import AdjustmentEvent, EventKind, NothingNeeded, ReasonableAdjustment
from livingwell.adjustments.policy import REVIEW_AFTER
from livingwell.adjustments.queries.adjustments import adjustments_of, next_position
from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean, fold
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.locking import hold_person


@atomic()
def add_adjustments(person: Person, command: AddAdjustments, actor: Actor) -> Sequence[ReasonableAdjustment]:
    """Record them after those that are there, and return them in that order, so that callers can point at them.

    One that is on record already is left as it is. Raises Invalid where nothing was picked or written, and Conflict
    where everything is there already.
    """
    added = add_what_is_new(person, command, actor)
    if not added:
        raise Conflict("What you chose is on the list already.")
    return added


@atomic()
def add_what_is_new(person: Person, command: AddAdjustments, actor: Actor) -> Sequence[ReasonableAdjustment]:
    """The same, and nothing where everything is there already."""
    policy.require_change(actor, person.id)
    if not command.adjustments:
        raise Invalid({"picked": "Choose at least one, or write one in words of your own"})
    on = command.identified_on or today()
    require_no_day_to_come(on)
    hold_person(person.id)
    added = _new_ones(person, command, on, actor)
    if added:
        db.session.add_all(added)
        if command.is_informed:
            _note_informed(added, actor)
        record("add_adjustments", actor, person.id)
    return added


@atomic()
def record_nothing_needed(person: Person, said: str, actor: Actor) -> NothingNeeded:
    """We asked, and today the person needs nothing to be done otherwise. Raises Conflict where some are on record."""
    policy.require_change(actor, person.id)
    if adjustments_of(person.id):
        raise Conflict("There are adjustments on the list. End those that are not needed any more.")
    asked = NothingNeeded(person_id=person.id, asked_on=today(), said=clean(said))
    asked.sign(actor)
    db.session.add(asked)
    record("record_nothing_needed", actor, person.id)
    return asked


def _new_ones(person: Person, command: AddAdjustments, on: date, actor: Actor) -> list[ReasonableAdjustment]:
    there = {fold(each.what) for each in adjustments_of(person.id)}
    position = next_position(person.id)
    added: list[ReasonableAdjustment] = []
    for new in command.adjustments:
        adjustment = _made(new)
        if fold(adjustment.what) in there:
            continue
        there.add(fold(adjustment.what))
        adjustment.person_id, adjustment.identified_on = person.id, on
        adjustment.how_we_know, adjustment.note_id = command.how_we_know, command.note_id
        adjustment.position, adjustment.review_on = position + len(added), today() + REVIEW_AFTER
        adjustment.sign(actor)
        added.append(adjustment)
    return added


def _note_informed(added: Sequence[ReasonableAdjustment], actor: Actor) -> None:
    """Keep that the person was told, with each of them."""
    db.session.flush()  # they get their ids
    for adjustment in added:
        told = AdjustmentEvent(
            person_id=adjustment.person_id,
            adjustment_id=adjustment.id,
            kind=EventKind.INFORMED,
            happened_on=today(),
            said="",
        )
        told.sign(actor)
        db.session.add(told)


def _made(new: NewAdjustment) -> ReasonableAdjustment:
    """The row, from the catalogue or in own words. Raises Invalid for a choice that isn't there."""
    words = {"in_practice": clean(new.in_practice), "why_it_matters": clean(new.why_it_matters)}
    if not new.choice_key:
        own = clean(new.own_words)
        if not own:
            raise Invalid({"own_words": "Write what is needed"})
        return ReasonableAdjustment(category=new.category, what=own, **words)
    choice = choice_of(new.choice_key)
    if choice is None:
        raise Invalid({"picked": "Choose from what is offered"})
    return ReasonableAdjustment(
        choice_key=choice.key, snomed_code=choice.snomed_code, category=choice.category, what=choice.label, **words
    )

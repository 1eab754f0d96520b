"""Who helps the person, whom the person helps, and that they were asked."""

from dataclasses import asdict

from livingwell.audit import record
from livingwell.carers import policy
from livingwell.carers.commands import AnswerWhoHelps, CarerDetails, CarerWishes, HelpedDetails
from livingwell.carers.labels import ANSWERED
from livingwell.carers.models import AskedWhoHelps, Carer, SomebodyHelped
from livingwell.carers.queries.carers import carer_of, carer_signed_in
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Invalid
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.models import Person


@atomic()
def answer_who_helps(person: Person, command: AnswerWhoHelps, actor: Actor) -> AskedWhoHelps:
    """Keep what the person answered, with its day. Raises Invalid for a day to come."""
    policy.require_part(actor, person.id)
    on = command.on or today()
    if on > today():
        raise Invalid({"on": "The day must be today or in the past"})
    asked = AskedWhoHelps(person_id=person.id, asked_on=on, answer=command.answer, said=clean(command.said))
    asked.sign(actor)
    db.session.add(asked)
    note_arrival(person.id, "people.who_helps", ANSWERED[command.answer], actor)
    record("answer_who_helps", actor, person.id)
    return asked


@atomic()
def add_carer(person: Person, command: CarerDetails, actor: Actor) -> Carer:
    """Put somebody who helps the person on record. Nothing is shared with them by it.

    Whom the person names themselves is known to them, whatever the command says. Raises Invalid without a name.
    """
    policy.require_part(actor, person.id)
    carer = Carer(person_id=person.id)
    _describe(carer, command)
    if actor.side is Side.PERSON:
        carer.is_known_to_person = True
    carer.sign(actor)
    db.session.add(carer)
    note_arrival(person.id, "people.helps_me", carer.name, actor)
    record("add_carer", actor, person.id)
    return carer


@atomic()
def edit_carer(carer: Carer, command: CarerDetails, actor: Actor) -> Carer:
    """Put right who they are and how to reach them. Raises Stale where somebody else did so meanwhile."""
    policy.require_change(actor, carer.person_id)
    kept = carer_of(carer.person_id, carer.id).carer
    kept.require_version(command.row_version, as_typed(kept))
    _describe(kept, command)
    record("edit_carer", actor, kept.person_id)
    return kept


@atomic()
def change_own_wishes(person: Person, wishes: CarerWishes, row_version: int | None, actor: Actor) -> Carer:
    """A carer says how to reach them and what they need. Raises Stale where a member wrote that down meanwhile."""
    policy.require_telling(actor, person.id)
    carer = carer_signed_in(actor, person.id)
    carer.require_version(row_version, as_typed(carer))
    _wish(carer, wishes)
    record("change_own_wishes", actor, person.id)
    return carer


@atomic()
def add_somebody_helped(person: Person, command: HelpedDetails, actor: Actor) -> SomebodyHelped:
    """Put on record whom the person helps. Raises Invalid without a name or another word for them."""
    policy.require_part(actor, person.id)
    who = require_words(clean(command.who), "who", "Say who it is")
    helped = SomebodyHelped(person_id=person.id, who=who, what_they_do=clean(command.what_they_do))
    helped.sign(actor)
    db.session.add(helped)
    note_arrival(person.id, "people.i_help", who, actor)
    record("add_somebody_helped", actor, person.id)
    return helped


def as_typed(carer: Carer) -> dict[str, str]:
    """What stands, by the names of the form's boxes: for showing both when two people saved."""
    names = ("relation", "what_they_do", "phone", "email", "address", "way_words", "adjustments")
    return {"name_of_carer": carer.name} | {name: getattr(carer, name) for name in names}


def _describe(carer: Carer, command: CarerDetails) -> None:
    carer.name = require_words(clean(command.name), "name_of_carer", "Enter a name")
    carer.relation, carer.what_they_do = clean(command.relation), clean(command.what_they_do)
    carer.the_word, carer.is_known_to_person = command.the_word, command.is_known_to_person
    if command.wishes is not None:
        _wish(carer, command.wishes)


def _wish(carer: Carer, wishes: CarerWishes) -> None:
    if wishes.best_way in wishes.nevers:
        raise Invalid({"best_way": "The best way can’t be one that is never to be used"})
    said = asdict(wishes)
    for name in ("phone", "email", "address", "way_words", "adjustments"):
        setattr(carer, name, clean(said[name]))
    carer.best_way = wishes.best_way
    carer.never_by(wishes.nevers)

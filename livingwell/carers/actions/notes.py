"""What a carer tells us: written down apart from the person's record, and acknowledged by name, role and time."""

from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.carers import policy
from livingwell.carers.commands import Tell
from livingwell.carers.models import Carer, CarerNote, CarerNoteRead, CarerNoteSay, HowTold, MayPersonSee
from livingwell.carers.queries.notes import note_of_carer, supports
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import london_instant, now, today
from livingwell.core.errors import Conflict, Forbidden, Invalid
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.identity.models import Account, Profession

MIDDAY = 12


@atomic()
def tell_as_carer(carer: Carer, command: Tell, actor: Actor) -> CarerNote:
    """Keep what the carer tells us, and their say on whether the person may see it.

    From the carer's own side, or written down by a member whom they told: where that is somebody who works with the
    person, it has been read with that. Raises Invalid without words.
    """
    policy.require_telling(actor, carer.person_id)
    _require_own(carer, actor)
    on = command.on or today()
    if on > today():
        raise Invalid({"on": "The day must be today or in the past"})
    is_own = actor.side is Side.CARER
    note = CarerNote(
        person_id=carer.person_id,
        carer_id=carer.id,
        words=require_words(clean(command.words), "words", "Write what you want to tell us" if is_own else "Write it"),
        how=HowTold.OWN_SIDE if is_own else command.how,
        told_at=now() if is_own or on == today() else london_instant(on, MIDDAY),
    )
    note.sign(actor)
    db.session.add(note)
    db.session.flush()  # it gets its id
    db.session.add(_say(note, 1, command.may_see, actor))
    if not is_own and supports(actor.account_id, carer.person_id):
        db.session.add(_read(note, "", actor))
    record("tell_as_carer", actor, carer.person_id)
    return note


@atomic()
def change_say(carer: Carer, note: CarerNote, may_see: MayPersonSee, actor: Actor) -> CarerNoteSay:
    """The carer says anew whether the person may see it. Raises Conflict where it stands so already."""
    policy.require_telling(actor, carer.person_id)
    _require_own(carer, actor)
    kept = note_of_carer(carer.id, note.id)
    if kept.may_see is may_see:
        raise Conflict("That is on record already.")
    say = _say(kept, len(kept.says) + 1, may_see, actor)
    db.session.add(say)
    record("change_say_of_carer", actor, carer.person_id)
    return say


@atomic()
def acknowledge(note: CarerNote, words: str, actor: Actor) -> CarerNoteRead:
    """A member has read it: the carer is told who, what they are, and when. Raises Conflict where somebody has."""
    policy.require_change(actor, note.person_id)
    if note_of_carer(note.carer_id, note.id).read is not None:
        raise Conflict("Somebody of the team has read this already.")
    read = _read(note, words, actor)
    db.session.add(read)
    record("acknowledge_carer", actor, note.person_id)
    return read


def _read(note: CarerNote, words: str, actor: Actor) -> CarerNoteRead:
    profession = _profession(actor.account_id)
    read = CarerNoteRead(person_id=note.person_id, note_id=note.id, profession=profession, words=clean(words))
    read.sign(actor)
    return read


def _say(note: CarerNote, number: int, may_see: MayPersonSee, actor: Actor) -> CarerNoteSay:
    say = CarerNoteSay(person_id=note.person_id, note_id=note.id, number=number, may_see=may_see)
    say.sign(actor)
    return say


def _require_own(carer: Carer, actor: Actor) -> None:
    """Raise Forbidden where a carer speaks for another."""
    if actor.side is Side.CARER and carer.account_id != actor.account_id:
        raise Forbidden("Another carer told us this.")


def _profession(account_id: UUID | None) -> Profession | None:
    """What the member is, as the carer is told."""
    return db.session.scalar(select(Account.profession).where(Account.id == account_id))

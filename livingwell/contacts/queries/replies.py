"""What people answered, and texts of which nobody knows yet whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.adjustments.models import Way
from livingwell.contacts.models import Letter, LetterSending, Reply, UnfiledText
from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.contact import normal_number
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.reach import within_reach

OPEN_FOR = timedelta(days=60)
MOST = 100
_DIGITS = 9  # those that a number keeps however it is written


def people_with_number(number: str) -> Sequence[Person]:
    """Everybody on record with this number, however it was typed, out of reach or not: for filing, never for a page."""
    bare: Any = Person.mobile
    for mark in (" ", "-", "(", ")", "."):
        bare = func.replace(bare, mark, "")
    found = db.session.scalars(select(Person).where(bare.like(f"%{number[-_DIGITS:]}")))
    return [person for person in found if normal_number(person.mobile) == number]


def open_question(person_id: UUID, number: str) -> Letter | None:
    """The last text that went to the person at this number, with its contact, unless that is long ago."""
    found = (
        select(Letter)
        .join(Letter.sending)
        .where(
            Letter.person_id == person_id,
            Letter.way == Way.TEXT,
            Letter.to_address == number,
            LetterSending.created_at > now() - OPEN_FOR,
        )
        .options(contains_eager(Letter.sending).joinedload(LetterSending.contact))
        .order_by(LetterSending.created_at.desc(), Letter.id)
        .limit(1)
    )
    return db.session.scalar(found)


def replies_of(person_id: UUID) -> Sequence[Reply]:
    """What the person answered, the latest first."""
    found = select(Reply).where(Reply.person_id == person_id).options(joinedload(Reply.dealt_with_by))
    return db.session.scalars(found.order_by(Reply.came_at.desc(), Reply.id).limit(MOST)).all()


def reply_of(person_id: UUID, reply_id: UUID) -> Reply:
    """One of them. Raises NotFound for another person's."""
    reply = db.session.scalar(select(Reply).where(Reply.id == reply_id, Reply.person_id == person_id))
    if reply is None:
        raise NotFound
    return reply


def answer_pressed(letter_id: UUID) -> Reply | None:
    """The one answer that somebody pressed to an e-mail, if they have."""
    found = select(Reply).where(Reply.letter_id == letter_id, Reply.way == Way.EMAIL, Reply.pressed.is_not(None))
    return db.session.scalar(found.limit(1))


@dataclass(frozen=True)
class Unfiled:
    """A text to clear, and the people on record with its number, all of whom the member reaches."""

    text: UnfiledText
    people: Sequence[Person]


def unfiled_texts(actor: Actor) -> list[Unfiled]:
    """Texts to clear that the actor may see, the oldest first.

    One whose number belongs to somebody out of the actor's reach, or with a record that is limited, is not there.
    """
    waiting = select(UnfiledText).where(UnfiledText.cleared_at.is_(None)).order_by(UnfiledText.came_at, UnfiledText.id)
    found = [_with_people(text, actor) for text in db.session.scalars(waiting.limit(MOST))]
    return [each for each in found if each is not None]


def unfiled_text(text_id: UUID, actor: Actor) -> Unfiled:
    """One of them, cleared or not. Raises NotFound where the actor may not see it."""
    text = db.session.get(UnfiledText, text_id)
    found = _with_people(text, actor) if text else None
    if found is None:
        raise NotFound
    return found


def _with_people(text: UnfiledText, actor: Actor) -> Unfiled | None:
    owners = people_with_number(text.number)
    ids = [person.id for person in owners]
    reached = (
        set(db.session.scalars(select(Person.id).where(Person.id.in_(ids), within_reach(actor)))) if ids else set()
    )
    return Unfiled(text, owners) if reached == set(ids) else None

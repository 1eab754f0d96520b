"""What was written to a person, and with what it begins."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload, undefer

from livingwell.adjustments.models import Way
from livingwell.contacts.models import AnswerLink, Contact, ContactKind, Letter, LetterSending, Outcome
from livingwell.contacts.models.outcome import REACHED
from livingwell.core.actor import Actor
from livingwell.core.clock import london_instant, now, today
from livingwell.core.errors import NotFound
from livingwell.delivery.models import Message
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.queries.episodes import current_episode, episodes_of
from livingwell.people.queries.striking import is_struck

MOST = 200


def writing_team(person_id: UUID, actor: Actor) -> Team:
    """The team that the actor writes for: the one that supports the person now, or the last that did.

    Raises NotFound where none of the actor's teams ever did.
    """
    episode = current_episode(person_id, actor.team_ids)
    if episode is None:
        episode = next((each for each in episodes_of(person_id) if actor.belongs_to(each.team_id)), None)
    if episode is None:
        raise NotFound
    return episode.team


def letter_of(person_id: UUID, letter_id: UUID) -> Letter:
    """One letter with all that goes out, its sending and its contact. Raises NotFound for another person's."""
    wanted = _with_sending().where(Letter.id == letter_id, Letter.person_id == person_id)
    whole = wanted.options(undefer(Letter.html), undefer(Letter.pdf)).execution_options(populate_existing=True)
    found = db.session.scalar(whole)
    if found is None:
        raise NotFound
    return found


def locked_letter(letter_id: UUID) -> Letter:
    """The same, which nobody else sends or changes until the action ends. Raises NotFound."""
    db.session.scalar(select(Letter.id).where(Letter.id == letter_id).with_for_update())
    wanted = _with_sending().where(Letter.id == letter_id).options(undefer(Letter.html), undefer(Letter.pdf))
    found = db.session.scalar(wanted.execution_options(populate_existing=True))
    if found is None:
        raise NotFound
    return found


def letters_of(person_id: UUID) -> Sequence[Letter]:
    """What was written to the person, sent or not yet, the latest first; each with its sending and contact."""
    wanted = _with_sending().where(Letter.person_id == person_id).order_by(Letter.created_at.desc(), Letter.id)
    return db.session.scalars(wanted.limit(MOST)).all()


def letter_of_message(message_id: UUID) -> Letter | None:
    """The letter that a message of the outbox carries, or the one that it took the place of, if it is one of ours."""
    first = select(func.coalesce(Message.in_place_of_id, Message.id)).where(Message.id == message_id)
    return db.session.scalar(_with_sending().where(LetterSending.message_id == first.scalar_subquery()))


def next_appointment(person_id: UUID) -> Contact | None:
    """The person's next appointment, to speak of in a letter."""
    found = select(Contact).where(
        Contact.person_id == person_id,
        Contact.kind == ContactKind.APPOINTMENT,
        Contact.outcome.is_(None),
        Contact.at > now(),
        ~is_struck(Contact),
    )
    return db.session.scalar(found.order_by(Contact.at, Contact.id).limit(1))


def contact_of_today(person_id: UUID, way: Way) -> Contact | None:
    """A contact that reached the person in this way today and was about no other letter, or none."""
    found = (
        select(Contact)
        .outerjoin(LetterSending, LetterSending.contact_id == Contact.id)
        .where(
            Contact.person_id == person_id,
            Contact.way == way,
            Contact.at.between(london_instant(today(), 0), now()),
            Contact.outcome.in_((*REACHED, Outcome.SENT)),
            LetterSending.id.is_(None),
            ~is_struck(Contact),
        )
    )
    return db.session.scalar(found.order_by(Contact.at.desc(), Contact.id).limit(1))


def link_with(token_hash: str) -> AnswerLink:
    """The link with this hash, with its letter and whether that was sent. Raises NotFound."""
    wanted = select(AnswerLink).where(AnswerLink.token_hash == token_hash)
    found = db.session.scalar(
        wanted.options(joinedload(AnswerLink.letter).joinedload(Letter.sending)),
    )
    if found is None:
        raise NotFound
    return found


def link_of(letter_id: UUID) -> AnswerLink | None:
    """The letter's link to one press, if it has one."""
    return db.session.scalar(select(AnswerLink).where(AnswerLink.letter_id == letter_id))


def _with_sending() -> Select[Letter]:
    return (
        select(Letter)
        .outerjoin(Letter.sending)
        .options(contains_eager(Letter.sending).joinedload(LetterSending.contact))
    )

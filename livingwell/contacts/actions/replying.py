"""Replies: filed by themselves where it is clear whose they are, by a member where it isn't."""

from datetime import datetime
from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.contacts.actions.judging import require_reach
from livingwell.contacts.actions.logging import log_contact
from livingwell.contacts.commands import LogContact
from livingwell.contacts.models import (
    Contact,
    ContactKind,
    Letter,
    Outcome,
    PressedAnswer,
    Reply,
    UnfiledText,
)
from livingwell.contacts.other_questions import last_other_question
from livingwell.contacts.queries.letters import link_with, locked_letter
from livingwell.contacts.queries.replies import answer_pressed, open_question, people_with_number, unfiled_text
from livingwell.contacts.wording.answers import answer_in
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.core.text import clean
from livingwell.delivery.models import ReceivedText
from livingwell.extensions import db
from livingwell.identity.models import hash_of_token
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import Person

FILING = the_system("filing texts")
THE_PERSON = the_system("the person, by a link in an e-mail")


@atomic()
def file_text(received: ReceivedText) -> None:
    """File a text with the one person whose number it is and what we last asked them, or put it on the list."""
    owners = people_with_number(received.from_number)
    if len(owners) == 1:
        _file(owners[0], received.from_number, received.words, received.received_at, received)
        record("file_reply", FILING, owners[0].id)
        return
    unfiled = UnfiledText(
        received_text_id=received.id,
        number=received.from_number,
        words=received.words,
        came_at=received.received_at,
    )
    db.session.add(unfiled)
    record("put_text_on_list", FILING)


@atomic()
def file_with(text: UnfiledText, person: Person, actor: Actor) -> Reply:
    """Say whose a text is. Raises Conflict where somebody has cleared it already."""
    require_reach(person.id, actor)
    found = unfiled_text(text.id, actor)
    found.text.clear(actor.account_id)
    reply = _file(person, text.number, text.words, text.came_at, None)
    reply.received_text_id = text.received_text_id
    record("file_text", actor, person.id)
    return reply


@atomic()
def set_text_aside(text: UnfiledText, why: str, actor: Actor) -> None:
    """It is from nobody whom we support: say how we know."""
    require(actor, Permission.LOG_CONTACTS)
    if not clean(why):
        raise Invalid({"why": "Say how you know that it is from nobody we support"})
    unfiled_text(text.id, actor).text.clear(actor.account_id, clean(why))
    record("set_text_aside", actor)


@atomic()
def press_answer(token: str, answer: PressedAnswer) -> Reply:
    """The person's answer to an e-mail, by one press. Good once.

    Raises NotFound for a link that leads nowhere, Conflict for one that was used.
    """
    letter = locked_letter(link_with(hash_of_token(token)).letter_id)
    if letter.sending is None:
        raise NotFound
    if answer_pressed(letter.id):
        raise Conflict("This has been answered already. We have your answer. Write to us if it has changed.")
    reply = _reply(letter.person_id, letter, Way.EMAIL, now())
    reply.pressed = answer
    record("press_answer", THE_PERSON, letter.person_id)
    return reply


@atomic()
def deal_with_reply(reply: Reply, person: Person, actor: Actor) -> None:
    """Somebody has read it and done what follows. What the person sent of their own accord is logged as a contact."""
    require_reach(person.id, actor)
    reply.deal_with(actor.account_id)
    if reply.contact_id is None:
        command = LogContact(
            reply.way, Outcome.REPLIED, at=reply.came_at, kind=ContactKind.FROM_THE_PERSON, note=reply.words[:4000]
        )
        reply.contact_id = log_contact(person, command, actor).id
    record("deal_with_reply", actor, person.id)


def _file(person: Person, number: str, words: str, came_at: datetime, received: ReceivedText | None) -> Reply:
    question, other = open_question(person.id, number), last_other_question(person.id, number)
    if question and question.sending and other and other.asked_at > question.sending.created_at:
        question = None
    reply = _reply(person.id, question, Way.TEXT, came_at)
    reply.words = words
    reply.received_text_id = received.id if received else None
    if question is not None and question.asks_for_answer:
        reply.pressed = answer_in(words)
    elif question is None and other is not None:
        db.session.flush()  # the reply gets an id
        other.take(reply)
    return reply


def _reply(person_id: UUID, letter: Letter | None, way: Way, came_at: datetime) -> Reply:
    """The reply, with which the contact that asked has reached the person."""
    contact = letter.sending.contact if letter and letter.sending else None
    reply = Reply(
        person_id=person_id,
        letter_id=letter.id if letter else None,
        contact_id=contact.id if contact else None,
        way=way,
        came_at=came_at,
    )
    db.session.add(reply)
    if contact is not None:
        _has_reached(contact)
    return reply


def _has_reached(contact: Contact) -> None:
    if contact.outcome in (Outcome.SENT, Outcome.NOT_DELIVERED):
        contact.outcome, contact.outcome_at, contact.outcome_by_id = Outcome.REPLIED, now(), None

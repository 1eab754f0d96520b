"""Letters, and what came back, for tests."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.contacts.actions import replying, sending, writing
from livingwell.contacts.commands import NO_REASON, Because
from livingwell.contacts.models import Letter, LetterSending, PressedAnswer, Reply, UnfiledText
from livingwell.contacts.queries.outgoing_asks import ASKS
from livingwell.contacts.queries.replies import replies_of
from livingwell.contacts.writing_commands import WriteLetter
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.models import ReceivedText
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.asks import asks
from livingwell.people.queries.reach import person_within_reach

REACHABLE = {
    "mobile": "07700 900123",
    "email": "amara@example.com",
    "address": "Flat 2, 14 Weaver Street, Salford",
    "postcode": "M3 4AB",
}
"""What a person needs to be written to, every way. The number is kept for fiction."""

WORDS = "Hi Amara, it’s Priya. Is 1pm on Tuesday still good?"


@atomic()
def make_reachable(person: Person, **changes: str) -> Person:
    """Give the person a number, an e-mail address and an address."""
    for name, value in {**REACHABLE, **changes}.items():
        setattr(person, name, value)
    record("edit_details", the_system("tests"), person.id)
    return person


def link_for(token: str, answer: PressedAnswer) -> str:
    """Where an answer is pressed."""
    return f"https://livingwell.example/answers/{token}/{answer.value}"


def letter_command(way: Way = Way.TEXT, words: str = WORDS, **given: Any) -> WriteLetter:
    """What somebody wrote."""
    subject = {} if way is Way.TEXT else {"subject": "Our time on Tuesday"}
    return WriteLetter(way, words, **{**subject, **given})


def make_letter(person: Person, actor: Actor, way: Way = Way.TEXT, words: str = WORDS, **given: Any) -> Letter:
    """A letter that was made, and not sent yet."""
    prepared = writing.prepare_letter(person, letter_command(way, words, **given), link_for, actor)
    return writing.write_letter(person, prepared, actor)


def make_sent(
    person: Person,
    actor: Actor,
    way: Way = Way.TEXT,
    words: str = WORDS,
    because: Because = NO_REASON,
    **given: Any,
) -> LetterSending:
    """One that was sent; `because`: why at an hour, or in a way, that the person did not ask for."""
    letter = make_letter(person, actor, way, words, **given)
    reached = person_within_reach(actor, person.id)
    return sending.send_letter(letter, reached, actor, because, letter.row_version)


@atomic()
def make_received(words: str = "Yes", number: str = "+447700900123", at: datetime | None = None) -> ReceivedText:
    """A text that came in, not filed yet."""
    came_at = at or now()
    text = ReceivedText(provider_id=str(uuid4()), from_number=number, words=words, received_at=came_at)
    db.session.add(text)
    record("receive_text", the_system("tests"))
    return text


def make_reply(person: Person, words: str = "Yes") -> Reply:
    """Something that the person texted of their own accord."""
    typed = person.mobile or REACHABLE["mobile"]
    replying.file_text(make_received(words, number=f"+44{typed.removeprefix('0').replace(' ', '')}"))
    return replies_of(person.id)[0]


def make_unfiled_text(words: str = "Who is this?") -> UnfiledText:
    """A text from a number that nobody has."""
    received = make_received(words, number="+447700900555")
    replying.file_text(received)
    return db.session.scalars(select(UnfiledText).where(UnfiledText.received_text_id == received.id)).one()


def asked_of(actor: Actor) -> list[UUID]:
    """The rows that messages ask the actor about on Today."""
    return [each.row_id for each in asks(actor, ASKS, 50)]

"""Messages on a person's record: which way, in which format, and where each stands, in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from livingwell.contacts.models import Letter, PressedAnswer, Reply
from livingwell.contacts.presenters.writing import format_words
from livingwell.contacts.words import WAYS
from livingwell.core.dates import date_and_time
from livingwell.delivery.models import Channel, DeliveryState, Message

_S = DeliveryState

STATES = {
    _S.WAITING: ("half", "Waiting to go"),
    _S.HANDING_OVER: ("half", "Going out now"),
    _S.HANDED_OVER: ("done", "Gone"),
    _S.DELIVERED: ("done", "Delivered"),
    _S.REFUSED: ("not_done", "Refused"),
    _S.FAILING: ("half", "Not gone yet: we go on trying"),
    _S.UNSURE: ("open", "We don’t know if this went"),
    _S.STOPPED: ("open", "Held back"),
    _S.CANCELLED: ("never", "Cancelled"),
    _S.KEPT: ("open", "Kept here: nothing goes out of this installation this way"),
}
NOT_SENT = ("open", "Not sent yet")

PRESSED = {
    PressedAnswer.YES: "Yes",
    PressedAnswer.MORE_TIME: "More time",
    PressedAnswer.ANOTHER_WAY: "Another way",
}


@dataclass(frozen=True)
class MessageState:
    """Where a message stands. `todo` says what to do where a person has to; the rest is what may be pressed."""

    icon: str
    words: str
    said: str = ""
    todo: str = ""
    is_to_print: bool = False
    can_be_decided: bool = False
    can_be_put_back: bool = False
    can_be_cancelled: bool = False


@dataclass(frozen=True)
class MessageRow:
    """One message in the list."""

    id: UUID
    way: str
    about: str
    when: str
    by: str
    format: str
    state: MessageState


@dataclass(frozen=True)
class ReplyRow:
    """What the person answered."""

    id: UUID
    when: str
    way: str
    pressed: str
    words: str
    dealt_with: str
    is_waiting: bool


def state_of(message: Message | None) -> MessageState:
    """Waiting to go; Refused, with what to do."""
    if message is None:
        return MessageState(*NOT_SENT)
    delivery = message.delivery
    icon, words = STATES[delivery.state]
    if message.channel is Channel.PRINT:
        words = {_S.WAITING: "In the print queue", _S.HANDED_OVER: "Printed and posted"}.get(delivery.state, words)
    is_withdrawn = delivery.withdrawn_at is not None
    return MessageState(
        icon=icon,
        words=words,
        said=delivery.said,
        todo=delivery.what_to_do,
        is_to_print=message.channel is Channel.PRINT and delivery.state is _S.WAITING,
        can_be_decided=delivery.state is _S.UNSURE and delivery.due_at is None,  # nobody else will find out
        can_be_put_back=delivery.state in (_S.REFUSED, _S.STOPPED, _S.KEPT) and not is_withdrawn,
        can_be_cancelled=delivery.state in (_S.WAITING, _S.FAILING, _S.REFUSED, _S.STOPPED, _S.KEPT),
    )


def message_rows(letters: Iterable[Letter], messages: Mapping[UUID, Message]) -> list[MessageRow]:
    """Each letter with where its message stands, or the one that took its place."""
    return [_row(letter, messages) for letter in letters]


def _row(letter: Letter, messages: Mapping[UUID, Message]) -> MessageRow:
    sent_at = letter.sending.created_at if letter.sending else letter.created_at
    return MessageRow(
        id=letter.id,
        way=WAYS[letter.way],
        about=letter.subject or letter.words,
        when=date_and_time(sent_at),
        by=letter.written_by,
        format=", ".join(format_words(letter.format, letter.way)),
        state=state_of(messages.get(letter.sending.message_id) if letter.sending else None),
    )


def latest_by_first(messages: Iterable[Message]) -> dict[UUID, Message]:
    """The message that stands for each, by the id of the first: one that took its place, or itself."""
    every = list(messages)
    stands_in = {message.in_place_of_id: message for message in every if message.in_place_of_id}
    return {message.id: stands_in.get(message.id, message) for message in every}


def reply_rows(replies: Iterable[Reply]) -> list[ReplyRow]:
    """What the person answered, as it came."""
    return [
        ReplyRow(
            id=reply.id,
            when=date_and_time(reply.came_at),
            way=WAYS[reply.way],
            pressed=PRESSED[reply.pressed] if reply.pressed else "",
            words=reply.words,
            dealt_with=_dealt_with(reply),
            is_waiting=reply.dealt_with_at is None,
        )
        for reply in replies
    ]


def _dealt_with(reply: Reply) -> str:
    if reply.dealt_with_at is None:
        return ""
    who = f"{reply.dealt_with_by.name} " if reply.dealt_with_by else ""
    return f"{who}dealt with it on {date_and_time(reply.dealt_with_at)}"

"""Sending what was written: the contact, the message of the outbox and the letter's own row, or none of them."""

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.audit import record
from livingwell.contacts.actions.judging import account_of, require_reach
from livingwell.contacts.actions.logging import log_contact
from livingwell.contacts.commands import NO_REASON, Because, LogContact
from livingwell.contacts.models import Contact, Letter, LetterFormat, LetterSending, Outcome
from livingwell.contacts.queries.letters import contact_of_today, locked_letter
from livingwell.contacts.queries.stopping import why_nothing_goes
from livingwell.contacts.wording.addresses import is_complete
from livingwell.contacts.wording.made_again import why_made_again
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import LONG
from livingwell.delivery.actions import mark_printed, put_in_outbox
from livingwell.delivery.commands import File, Outgoing
from livingwell.delivery.models import Channel, Message
from livingwell.extensions import db
from livingwell.passports.actions import use_lines_in
from livingwell.passports.models import UsedIn
from livingwell.people.models import Person

BY_HAND = (Way.VISIT, Way.CLINIC, Way.THROUGH_SOMEONE)
MOST_PAGES = 10  # of a letter that GOV.UK Notify prints


@atomic()
def send_letter(
    letter: Letter, person: Person, actor: Actor, because: Because = NO_REASON, row_version: int | None = None
) -> LetterSending:
    """Send it, byte for byte as it was previewed, and log it as a contact that is judged like any other.

    Raises GoesAgainst where the person said no to it, Conflict where it was sent before or nothing may go out, Stale
    where it was changed since it was looked at.
    """
    letter = _ready_to_go(letter, person, actor, row_version)
    if letter.is_by_hand:
        raise Conflict("This was made to be given by hand. Make it again to send it.")
    contact = log_contact(person, LogContact(letter.way, Outcome.SENT, note=_noted(letter), because=because), actor)
    return _keep_sending(letter, contact, put_in_outbox(_outgoing(letter, channel_for(letter), actor)), actor)


@atomic()
def hand_letter_over(
    letter: Letter, person: Person, way: Way, actor: Actor, because: Because = NO_REASON, row_version: int | None = None
) -> LetterSending:
    """It was printed and given to the person, or to somebody whom they trust. Nothing goes out.

    It belongs to today's contact in that way, or is one of its own, judged like any other. Raises as `send_letter`
    does, and Invalid for a way in which nobody gives a letter.
    """
    letter = _ready_to_go(letter, person, actor, row_version)
    if way not in BY_HAND or letter.way is not Way.LETTER:
        raise Invalid({"handed": "Say who gave the letter to them"})
    outcome = Outcome.SPOKE if way.is_in_person else Outcome.SENT
    contact = contact_of_today(person.id, way) or log_contact(
        person, LogContact(way, outcome, note=_noted(letter), because=because), actor
    )
    message = put_in_outbox(_outgoing(letter, Channel.PRINT, actor))
    sending = _keep_sending(letter, contact, message, actor)
    mark_printed(message.id, actor)
    return sending


def _ready_to_go(letter: Letter, person: Person, actor: Actor, row_version: int | None) -> Letter:
    """The letter, held so that nobody else sends or changes it. Raises Conflict where it isn't as they ask any more."""
    require_reach(person.id, actor)
    letter = locked_letter(letter.id)
    letter.require_not_sent()
    letter.require_version(row_version, {"words": letter.words})
    if why_not := why_nothing_goes(person.id):
        raise Conflict(why_not)
    if changed := why_made_again(letter, person, LetterFormat.of(preferences_of(person.id))):
        raise Conflict(f"{changed} Make it again, and look at it.")
    return letter


def _keep_sending(letter: Letter, contact: Contact, message: Message, actor: Actor) -> LetterSending:
    sending = LetterSending(
        person_id=letter.person_id,
        letter_id=letter.id,
        contact=contact,
        message_id=message.id,
        sent_by_id=account_of(actor),
    )
    letter.sending = sending
    db.session.add(sending)
    record("send_letter", actor, letter.person_id)
    use_lines_in(letter.person_id, letter.words, UsedIn.LETTER, letter.id, actor)
    return sending


def channel_for(letter: Letter) -> Channel:
    """How it goes out. A letter is printed here where the post service can't print it as the person asked."""
    if letter.way is Way.TEXT:
        return Channel.TEXT
    if letter.way is Way.EMAIL:
        return Channel.EMAIL
    return Channel.LETTER if not why_print_here(letter) else Channel.PRINT


def why_print_here(letter: Letter) -> str:
    """Why a letter can't go through the post service, or nothing where it can."""
    if letter.background.value != "white":
        return f"it is to be on {letter.background.value} paper"
    if letter.is_audio_ready:
        return "it goes with a recording or a file to listen to"
    if letter.pdf is None:
        return "this computer can’t make a PDF"
    if (letter.page_count or 0) > MOST_PAGES:
        return f"it has more than {MOST_PAGES} pages"
    if not is_complete(letter.address_lines):
        return "the address has no postcode in its last line"
    return ""


def _noted(letter: Letter) -> str:
    return (letter.subject or letter.text)[:LONG]


def _outgoing(letter: Letter, channel: Channel, actor: Actor) -> Outgoing:
    return Outgoing(
        channel=channel,
        to_address=letter.to_address,
        address_lines=tuple(letter.address_lines.split("\n")) if letter.address_lines else (),
        subject=letter.subject,
        text=letter.text,
        html=letter.html or None,
        pdf=letter.pdf,
        files=_files(letter),
        about=letter.person_id,
        asked_by_id=actor.account_id,
        wants_reply=letter.asks_for_answer,
    )


def _files(letter: Letter) -> tuple[File, ...]:
    """The words as a text file too, for a screen reader, where the person listens."""
    if letter.is_audio_ready and letter.way is Way.EMAIL:
        return (File("message.txt", "text/plain", letter.text.encode()),)
    return ()

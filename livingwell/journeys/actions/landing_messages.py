"""The messages of landing checks, as the person asked to be written to."""

from datetime import timedelta

from livingwell.adjustments.models import ContactPreferences, Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording import making
from livingwell.contacts.wording.addresses import address_for
from livingwell.core.clock import now
from livingwell.delivery.actions import put_in_outbox
from livingwell.delivery.commands import Outgoing
from livingwell.delivery.models import Channel
from livingwell.journeys.landing_words import SUBJECT, asking_email, asking_text, email_answers
from livingwell.journeys.models import LandingCheck
from livingwell.journeys.queries.landing_due import last_key_worker
from livingwell.people.models import Person

OF_USE_FOR = timedelta(days=3)
"""A question that could not go out by then is not sent any more, and asked in another way."""
THANKS_FOR = timedelta(hours=6)
"""Thanks that come later than this are a riddle."""

PRESS = "/landing"
"""Where the addresses begin of the pages behind the links of an e-mail."""


def question(
    check: LandingCheck, person: Person, preferences: ContactPreferences, way: Way, token: str, base: str
) -> Outgoing:
    """The one question, by text or by e-mail."""
    worker = last_key_worker(check.closure.episode_id)
    name, me = person.preferred_name, worker.first_name if worker else ""
    if way is Way.TEXT:
        return _text(person, asking_text(name, me, check.destination, preferences), preferences, OF_USE_FOR)
    links = tuple((label, f"{base}{PRESS}/{token}/{answer}") for answer, label in email_answers(check.destination))
    words = asking_email(name, me, check.destination)
    made = making.email(SUBJECT, words, LetterFormat.of(preferences), links)
    return Outgoing(
        channel=Channel.EMAIL,
        to_address=address_for(person, way),
        subject=SUBJECT,
        text=made.text,
        html=made.html,
        about=person.id,
        wants_reply=True,
        not_after=now() + OF_USE_FOR,
    )


def write_back(person: Person, words: str) -> None:
    """Thank them at once for their text: they are at their phone. Part of the action that files it."""
    put_in_outbox(_text(person, words, preferences_of(person.id), THANKS_FOR))


def _text(person: Person, words: str, preferences: ContactPreferences | None, of_use_for: timedelta) -> Outgoing:
    return Outgoing(
        channel=Channel.TEXT,
        to_address=address_for(person, Way.TEXT),
        text=making.text_message(words, LetterFormat.of(preferences), asks_for_answer=False).text,
        about=person.id,
        wants_reply=True,
        not_after=now() + of_use_for,
    )

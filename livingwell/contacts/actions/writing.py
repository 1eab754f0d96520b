"""Writing to a person: made as they asked, and kept as it will go out."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from livingwell.adjustments.models import ContactPreferences, Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.audit import record
from livingwell.contacts.actions.judging import require_reach
from livingwell.contacts.models import AnswerLink, Letter, LetterFormat, PressedAnswer
from livingwell.contacts.queries.letters import link_of, locked_letter, writing_team
from livingwell.contacts.queries.stopping import why_nothing_goes
from livingwell.contacts.queries.templates import templates_of
from livingwell.contacts.wording import making
from livingwell.contacts.wording.addresses import address_for
from livingwell.contacts.wording.languages import is_english
from livingwell.contacts.wording.placeholders import left_open
from livingwell.contacts.wording.seen_by_others import require_discreet
from livingwell.contacts.wording.shipped import ANYTHING, Template
from livingwell.contacts.writing_commands import LONGEST, WriteLetter
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import SHORT, clean
from livingwell.extensions import db
from livingwell.identity.models import Team, hash_of_token
from livingwell.people.models import Person

LONGEST_TEXT = 900  # six parts; GOV.UK Notify takes 918 characters, and some count twice

ANSWERS = {
    PressedAnswer.YES: "Yes",
    PressedAnswer.MORE_TIME: "I need more time",
    PressedAnswer.ANOTHER_WAY: "Please use another way",
}

LinkFor = Callable[[str, PressedAnswer], str]
"""The address of the page behind a token where one answer is given."""


@dataclass(frozen=True)
class Prepared:
    """A letter that was made and is not kept yet."""

    command: WriteLetter
    team_id: UUID
    preferences_id: UUID | None
    wanted: LetterFormat
    address: str
    template: Template
    made: making.Made
    token: str = ""


def prepare_letter(person: Person, command: WriteLetter, link_for: LinkFor, actor: Actor) -> Prepared:
    """Make what was written, in the person's format. It only reads: making a PDF takes too long to hold a lock.

    Raises Conflict where nothing may go out or there is no address; Invalid for words that can't go out so.
    """
    require_reach(person.id, actor)
    _require_open(person)
    preferences = preferences_of(person.id)
    team = writing_team(person.id, actor)
    wanted = LetterFormat.of(preferences)
    _require_words(command, preferences, person, team)
    _require_translator(command, wanted)
    token = secrets.token_urlsafe(24) if command.asks_for_answer and command.way is Way.EMAIL else ""
    address = person.name if command.is_by_hand else address_for(person, command.way)
    templates = templates_of(team.id)
    return Prepared(
        command=command,
        team_id=team.id,
        preferences_id=preferences.id if preferences else None,
        wanted=wanted,
        address=address,
        template=templates.get(command.template_key, ANYTHING),
        made=_made(command, wanted, address, _links(token, link_for)),
        token=token,
    )


@atomic()
def write_letter(person: Person, prepared: Prepared, actor: Actor) -> Letter:
    """Keep what was made, to be looked at before it is sent."""
    require_reach(person.id, actor)
    _require_open(person)
    letter = Letter(person_id=person.id, sending=None)
    _keep(letter, prepared, actor)
    record("write_letter", actor, person.id)
    return letter


@atomic()
def rewrite_letter(letter: Letter, prepared: Prepared, actor: Actor) -> Letter:
    """Keep it made anew. Raises Conflict once it was sent, Stale where somebody else changed it."""
    require_reach(letter.person_id, actor)
    letter = locked_letter(letter.id)
    letter.require_not_sent()
    letter.require_version(prepared.command.row_version, {"words": letter.words, "subject": letter.subject})
    _keep(letter, prepared, actor)
    record("rewrite_letter", actor, letter.person_id)
    return letter


@atomic()
def throw_letter_away(letter: Letter, actor: Actor) -> None:
    """Drop what was not sent. Raises Conflict once it was."""
    require_reach(letter.person_id, actor)
    letter = locked_letter(letter.id)
    letter.require_not_sent()
    link = link_of(letter.id)
    if link is not None:
        db.session.delete(link)
        db.session.flush()
    db.session.delete(letter)
    record("throw_letter_away", actor, letter.person_id)


def _keep(letter: Letter, prepared: Prepared, actor: Actor) -> None:
    command, made, is_letter = prepared.command, prepared.made, prepared.command.way is Way.LETTER
    letter.sign(actor)
    letter.team_id, letter.way, letter.preferences_id = prepared.team_id, command.way, prepared.preferences_id
    letter.to_address, letter.address_lines = ("", prepared.address) if is_letter else (prepared.address, "")
    letter.template_key, letter.template_number = prepared.template.key, prepared.template.number
    letter.subject = "" if command.way is Way.TEXT else clean(command.subject)
    letter.words, letter.translated_by = clean(command.words), clean(command.translated_by)
    letter.asks_for_answer = command.asks_for_answer and not is_letter
    for name in LetterFormat.__dataclass_fields__:
        setattr(letter, name, getattr(prepared.wanted, name))
    letter.text, letter.html, letter.pdf, letter.page_count = made.text, made.html, made.pdf, made.page_count
    db.session.add(letter)
    db.session.flush()
    _keep_link(letter, prepared.token)


def _keep_link(letter: Letter, token: str) -> None:
    """The way to one press. Making the e-mail anew makes a new one, and the old leads nowhere."""
    link = link_of(letter.id)
    if token:
        link = link or AnswerLink(person_id=letter.person_id, letter_id=letter.id)
        link.token_hash = hash_of_token(token)
        db.session.add(link)
    elif link is not None:
        db.session.delete(link)


def _made(command: WriteLetter, wanted: LetterFormat, address: str, links: making.Links) -> making.Made:
    subject, words = clean(command.subject), clean(command.words)
    if command.way is Way.TEXT:
        made = making.text_message(words, wanted, asks_for_answer=command.asks_for_answer)
        _require_short(made.text)
        return made
    if command.way is Way.EMAIL:
        return making.email(subject, words, wanted, links)
    return making.letter(subject, words, wanted, tuple(address.split("\n")), long_date(today()))


def _links(token: str, link_for: LinkFor) -> making.Links:
    """Three links, each to a page with one button."""
    return tuple((label, link_for(token, answer)) for answer, label in ANSWERS.items()) if token else ()


def _require_short(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        message = (
            f"A text can have {LONGEST_TEXT} characters, and this has {len(text):,}. Shorten it, or send an e-mail"
        )
        raise Invalid({"words": message})


def _require_open(person: Person) -> None:
    why_not = why_nothing_goes(person.id)
    if why_not:
        raise Conflict(why_not)


def _require_words(command: WriteLetter, preferences: ContactPreferences | None, person: Person, team: Team) -> None:
    words, subject = clean(command.words), clean(command.subject)
    if not command.way.is_written:
        raise Invalid({"way": "Choose a text, an e-mail or a letter"})
    if not words:
        raise Invalid({"words": "Write the message"})
    if not subject and command.way is not Way.TEXT:
        raise Invalid({"subject": "Write what it is about"})
    if len(words) > LONGEST or len(subject) > SHORT or "\n" in subject:
        raise Invalid({"words": f"The message can have {LONGEST:,} characters, and its subject one line"})
    for field, text in (("subject", subject), ("words", words)):
        if still_open := left_open(text):
            raise Invalid({field: f"Put in what {still_open[0]} stands for, or take it out"})
    require_discreet(command.way, subject, words, preferences, person.preferred_name, team.name)


def _require_translator(command: WriteLetter, wanted: LetterFormat) -> None:
    """We don't translate: somebody has to, or to say why it goes in English."""
    if not is_english(wanted.language) and not clean(command.translated_by):
        raise Invalid({"translated_by": f"Say who puts this into {wanted.language}, or why it goes as it is"})

"""What was written to a person: looked at, sent, and where it stands."""

from typing import Any
from uuid import UUID

from flask import Response, request

from livingwell.contacts.actions import deciding, replying, sending, writing
from livingwell.contacts.forms.writing import NotSentForm, SendForm
from livingwell.contacts.models import Letter
from livingwell.contacts.presenters.messages import latest_by_first, message_rows, reply_rows, state_of
from livingwell.contacts.presenters.writing import advice_on, format_words
from livingwell.contacts.queries.letters import letter_of, letters_of
from livingwell.contacts.queries.replies import replies_of, reply_of
from livingwell.contacts.queries.templates import words_to_avoid_of
from livingwell.contacts.views.blueprint import contacts
from livingwell.contacts.views.guarding import guard_page
from livingwell.contacts.wording.shipped import IN_TOUCH
from livingwell.contacts.words import WAYS
from livingwell.core.errors import NotFound
from livingwell.delivery.models import Message
from livingwell.delivery.queries import messages_about
from livingwell.drafts.kept import FormDraft, draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.framing import as_pdf, document, framing, shown_file
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

MESSAGE = "/people/<uuid:person_id>/messages/<uuid:letter_id>"


@contacts.get("/people/<uuid:person_id>/messages")
@door(Permission.SEE_CONTACTS)
def list_messages(person: Person) -> Any:
    """Everything that was written to the person, and what they answered."""
    messages = latest_by_first(messages_about(person.id))
    return page(
        "contacts/list_messages.html",
        rows=message_rows(letters_of(person.id), messages),
        replies=reply_rows(replies_of(person.id)),
    )


@contacts.route(MESSAGE, methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def show_message(person: Person, letter_id: UUID) -> Any:
    """One message as it goes out or went; sending it is the same page, so that nothing is sent unseen."""
    letter = letter_of(person.id, letter_id)
    if request.method == "GET" and letter.is_sent:
        return _sent_page(person, letter)
    form = SendForm(name=person.preferred_name, obj=letter)
    draft = draft_of(form, "send_message", person.id, letter.id)
    action = form.guarded(
        lambda: sending.send_letter(letter, person, current_actor(), form.because(), form.version() or 0)
    )
    if saved(form, draft, action):
        said = f"It goes out to {person.preferred_name} now. Where it stands is shown here."
        return see("contacts.show_message", said=said, person_id=person.id, letter_id=letter.id)
    if form.stopped:
        return guard_page(form, form.stopped, letter.way, person, draft, IN_TOUCH)
    return _preview(letter_of(person.id, letter_id), form, draft)


@contacts.get(f"{MESSAGE}/page")
@door(Permission.LOG_CONTACTS, is_opening=False)
def show_document(person: Person, letter_id: UUID) -> Any:
    """The page of an e-mail or a letter, byte for byte."""
    letter = letter_of(person.id, letter_id)
    if not letter.html:
        raise NotFound
    return document(letter.html)


@contacts.get(f"{MESSAGE}/letter.pdf")
@door(Permission.LOG_CONTACTS, is_opening=False)
def download_pdf(person: Person, letter_id: UUID) -> Any:
    """The letter as PDF, byte for byte."""
    letter = letter_of(person.id, letter_id)
    if letter.pdf is None:
        raise NotFound
    return as_pdf(letter.pdf, "letter.pdf")


@contacts.get(f"{MESSAGE}/letter.txt")
@door(Permission.LOG_CONTACTS, is_opening=False)
def download_text(person: Person, letter_id: UUID) -> Any:
    """The words as text, for a screen reader or a recording."""
    return shown_file(letter_of(person.id, letter_id).text.encode(), "text/plain; charset=utf-8", "letter.txt")


@contacts.post(f"{MESSAGE}/end")
@door(Permission.LOG_CONTACTS)
def throw_message_away(person: Person, letter_id: UUID) -> Any:
    """Drop what was not sent."""
    once(writing.throw_letter_away, letter_of(person.id, letter_id), current_actor())
    return see("contacts.list_messages", said="It is gone, and was not sent.", person_id=person.id)


@contacts.route(f"{MESSAGE}/cancelling", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def cancel_message(person: Person, letter_id: UUID) -> Any:
    """Never send what waits, and say why."""
    letter = letter_of(person.id, letter_id)
    form = NotSentForm(name=person.preferred_name)
    draft = draft_of(form, "cancel_message", person.id, letter.id)
    if saved(form, draft, lambda: deciding.cancel(letter, form.why_not.data, current_actor())):
        return see("contacts.list_messages", said="It is cancelled.", person_id=person.id)
    return form_page("contacts/cancel_message.html", form, draft, letter_id=letter.id)


@contacts.post(f"{MESSAGE}/decision/<went>")
@door(Permission.LOG_CONTACTS)
def decide_message(person: Person, letter_id: UUID, went: str) -> Any:
    """Say whether an e-mail of which we are not sure went; or have one tried again that was refused or held back."""
    letter, actor = letter_of(person.id, letter_id), current_actor()
    if went not in deciding.DECISIONS:
        raise NotFound
    once(deciding.decide, letter, went, actor)
    return see("contacts.list_messages", said="It is written down.", person_id=person.id)


@contacts.post("/people/<uuid:person_id>/replies/<uuid:reply_id>/end")
@door(Permission.LOG_CONTACTS)
def deal_with_reply(person: Person, reply_id: UUID) -> Any:
    """Somebody has read it and done what follows."""
    once(replying.deal_with_reply, reply_of(person.id, reply_id), person, current_actor())
    return see("contacts.list_messages", said="It is dealt with.", person_id=person.id)


def _preview(letter: Letter, form: SendForm, draft: FormDraft) -> Response:
    avoid = words_to_avoid_of(letter.team_id).words
    return framing(
        form_page(
            "contacts/preview_message.html",
            form,
            draft,
            **_shown(letter),
            advice=advice_on(letter.words, avoid, letter.format),
            why_print_here=sending.why_print_here(letter) if letter.address_lines else "",
        )
    )


def _sent_page(person: Person, letter: Letter) -> Response:
    messages = latest_by_first(messages_about(person.id))
    sent = letter.sending
    message: Message | None = messages.get(sent.message_id) if sent else None
    answers = [reply for reply in replies_of(person.id) if reply.letter_id == letter.id]
    shown = {**_shown(letter), "state": state_of(message), "sent": sent, "replies": reply_rows(answers)}
    return framing(page("contacts/show_message.html", **shown))


def _shown(letter: Letter) -> dict[str, Any]:
    return {
        "letter": letter,
        "way": WAYS[letter.way],
        "format": format_words(letter.format, letter.way),
        "has_page": bool(letter.html),
        "has_pdf": letter.pdf is not None,
    }

"""The closing letter: written, looked at as it will arrive, and sent or given to the person."""

from typing import Any

from flask import Response, request

from livingwell.adjustments.models import ContactPreferences
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts.models import Letter, LetterFormat
from livingwell.contacts.presenters.writing import advice_on, format_words
from livingwell.contacts.queries.letters import letter_of, writing_team
from livingwell.contacts.queries.templates import words_to_avoid_of
from livingwell.contacts.views.guarding import guard_page
from livingwell.contacts.views.writing import link_for
from livingwell.contacts.wording.languages import is_english
from livingwell.contacts.wording.made_again import why_made_again
from livingwell.contacts.wording.shipped import IN_TOUCH
from livingwell.contacts.words import WAYS
from livingwell.contacts.writing_commands import WriteLetter
from livingwell.core.errors import Conflict, Invalid, NotFound, Stale
from livingwell.drafts.kept import FormDraft, draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions import closing_letters
from livingwell.journeys.forms.closing_letters import ClosingLetterForm, HandClosingForm, SendClosingForm
from livingwell.journeys.models import Paper
from livingwell.journeys.models.closing_way import ClosingWay, closing_ways
from livingwell.journeys.models.papers import PaperStanding
from livingwell.journeys.presenters.closing_letter import closing_subject, closing_words
from livingwell.journeys.presenters.papers import closing_tabs, talk_first
from livingwell.journeys.queries.closing_facts import closing_facts
from livingwell.journeys.queries.papers import papers_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.episode_finding import episode_of
from livingwell.passports.queries.passport import lines_now
from livingwell.people.door import door
from livingwell.people.models import Episode, Person
from livingwell.people.saving import form_page, saved
from livingwell.web.framing import framing
from livingwell.web.guards import READS, current_actor
from livingwell.web.page import see

GoForm = SendClosingForm | HandClosingForm

LETTER = "/people/<uuid:person_id>/closing-letter"


@journeys.route(f"{LETTER}/words", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def write_closing_letter(person: Person) -> Any:
    """The letter in words: drafted from the record the first time, then as it was written. ?way=email|letter|hand"""
    episode = episode_of(person)
    preferences = preferences_of(person.id)
    standing = papers_of(episode.id)[Paper.LETTER]
    if person.death is not None or (standing.is_settled and request.method in READS):
        return see("journeys.show_papers", person_id=person.id)
    letter = _waiting(standing)
    way = _way_asked(preferences, letter)
    form = ClosingLetterForm(
        name=person.preferred_name, closing_way=way, language=_language(preferences), **_begins(person, episode, letter)
    )
    form.offer_lines(lines_now(person.id))
    draft = draft_of(form, "closing_letter", person.id, episode.id, back=request.full_path.rstrip("?"))
    if _kept(form, draft, person, episode):
        return see("journeys.preview_closing_letter", person_id=person.id)
    wanted = LetterFormat.of(preferences)
    return form_page(
        "journeys/write_closing_letter.html",
        form,
        draft,
        tabs=closing_tabs(closing_ways(preferences), way),
        format=format_words(wanted, way.way),
        talk_first=talk_first(closing_facts(person, episode), person.preferred_name),
    )


@journeys.route(f"{LETTER}/preview", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def preview_closing_letter(person: Person) -> Any:
    """The letter as it will arrive, byte for byte. Sending it, or giving it to them, is the same page."""
    episode = episode_of(person)
    waiting = _waiting(papers_of(episode.id)[Paper.LETTER])
    if waiting is None:
        return see("journeys.show_papers", person_id=person.id)
    letter = letter_of(person.id, waiting.id)
    form = _send_form(letter, person)
    draft = draft_of(form, "send_closing_letter", person.id, letter.id)
    if saved(form, draft, form.guarded(lambda: _go(form, letter, person, episode))):
        return see(
            "journeys.show_papers", said="The letter is on its way. What the GP gets comes next.", person_id=person.id
        )
    if form.stopped:
        return guard_page(form, form.stopped, letter.way, person, draft, IN_TOUCH)
    return _preview(letter_of(person.id, waiting.id), form, draft, person, episode)


@journeys.post(f"{LETTER}/again")
@door(Permission.CHANGE_PLANS)
def make_closing_letter_again(person: Person) -> Any:
    """The same words, as the person asks now."""
    episode = episode_of(person)
    letter = _waiting(papers_of(episode.id)[Paper.LETTER])
    if letter is None:
        raise NotFound
    command = WriteLetter(
        letter.way,
        letter.words,
        letter.subject,
        translated_by=letter.translated_by,
        is_by_hand=letter.is_by_hand,
        row_version=letter.row_version,
    )
    actor = current_actor()
    try:
        prepared = closing_letters.prepare_closing_letter(person, episode, command, link_for, actor)
    except Invalid:  # they want another language since: somebody has to say who puts it into that
        return see("journeys.write_closing_letter", person_id=person.id)
    once(closing_letters.keep_closing_letter, person, episode, prepared, actor)
    return see(
        "journeys.preview_closing_letter",
        said="It is made again, as it is asked for now. Look at it.",
        person_id=person.id,
    )


def _waiting(standing: PaperStanding) -> Letter | None:
    """The letter that was made and not sent, if there is one."""
    letter = standing.letter
    return None if letter is None or letter.is_sent else letter


def _way_asked(preferences: ContactPreferences | None, letter: Letter | None) -> ClosingWay:
    """As the address says, or as the letter was made; the way that the person likes best where that is not theirs."""
    ways = closing_ways(preferences)
    asked = request.args.get("way", "") or _way_of(letter)
    return next((way for way in ways if way.value == asked), ways[0])


def _way_of(letter: Letter | None) -> str:
    if letter is None:
        return ""
    return ClosingWay.BY_HAND.value if letter.is_by_hand else letter.way.value


def _begins(person: Person, episode: Episode, letter: Letter | None) -> dict[str, Any]:
    """What the form begins with: the letter as it was written, or a draft."""
    if letter is not None:
        return {"obj": letter}
    facts = closing_facts(person, episode)
    team = writing_team(person.id, current_actor())
    words = closing_words(facts, person.preferred_name, current_actor().name, team.name)
    return {"data": {"subject": closing_subject(facts), "words": words}}


def _language(preferences: ContactPreferences | None) -> str:
    """The language that somebody has to put it in; none where it is English."""
    return preferences.language if preferences and not is_english(preferences.language) else ""


def _kept(form: ClosingLetterForm, draft: FormDraft, person: Person, episode: Episode) -> bool:
    """Whether it was made and kept. It is made before the saving begins: a PDF takes longer than others should wait."""
    if not form.validate_on_submit():
        return False
    actor = current_actor()
    try:
        prepared = closing_letters.prepare_closing_letter(person, episode, form.command_for_closing(), link_for, actor)
        draft.save(closing_letters.keep_closing_letter, person, episode, prepared, actor)
    except Stale:
        raise
    except Invalid as error:
        form.refuse(error)
    except Conflict as error:
        form.say_conflict(str(error))
    else:
        return True
    return False


def _send_form(letter: Letter, person: Person) -> GoForm:
    kind = HandClosingForm if letter.is_by_hand else SendClosingForm
    return kind(name=person.preferred_name, obj=letter)


def _go(form: GoForm, letter: Letter, person: Person, episode: Episode) -> Any:
    actor, because, version = current_actor(), form.because(), form.version() or 0
    if isinstance(form, HandClosingForm):
        return closing_letters.hand_closing_letter_over(letter, person, episode, form.way(), actor, because, version)
    return closing_letters.send_closing_letter(letter, person, episode, actor, because, version)


def _preview(letter: Letter, form: GoForm, draft: FormDraft, person: Person, episode: Episode) -> Response:
    avoid = words_to_avoid_of(letter.team_id).words
    shown = form_page(
        "journeys/preview_closing_letter.html",
        form,
        draft,
        letter=letter,
        way=WAYS[letter.way],
        format=format_words(letter.format, letter.way),
        has_page=True,
        has_pdf=letter.pdf is not None,
        advice=advice_on(letter.words, avoid, letter.format),
        changed=why_made_again(letter, person, LetterFormat.of(preferences_of(person.id))),
        talk_first=talk_first(closing_facts(person, episode), person.preferred_name),
    )
    return framing(shown)

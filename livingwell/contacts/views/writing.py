"""Writing to a person, and looking at it before it goes."""

from typing import Any
from uuid import UUID

from flask import Response, request

from livingwell.adjustments.models import ContactPreferences, Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts.actions import writing
from livingwell.contacts.forms.writing import WriteForm
from livingwell.contacts.models import Letter, LetterFormat, PressedAnswer
from livingwell.contacts.presenters.guard import NEVER
from livingwell.contacts.presenters.writing import best_written_way, format_words, template_links, way_tabs
from livingwell.contacts.queries.letters import letter_of, next_appointment, writing_team
from livingwell.contacts.queries.templates import templates_of
from livingwell.contacts.views.blueprint import contacts
from livingwell.contacts.wording.filling import opening_words
from livingwell.contacts.wording.languages import is_english
from livingwell.contacts.wording.shipped import ANYTHING
from livingwell.core.errors import Conflict, Invalid, Stale
from livingwell.drafts.kept import FormDraft, draft_of
from livingwell.identity.permissions import Permission
from livingwell.passports.queries.passport import lines_now
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page
from livingwell.web.guards import current_actor
from livingwell.web.page import lasting_url, see


@contacts.route("/people/<uuid:person_id>/messages/new", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def new_message(person: Person) -> Any:
    """Write to the person, in the way and from the template that the address names: ?way=text&template=missed-you."""
    actor = current_actor()
    preferences = preferences_of(person.id)
    way = _way_asked(preferences)
    team = writing_team(person.id, actor)
    templates = templates_of(team.id)
    template = templates.get(request.args.get("template", ""), ANYTHING)
    opening = opening_words(
        template, way, preferences, person.preferred_name, actor.name, team.name, next_appointment(person.id)
    )
    form = WriteForm(name=person.preferred_name, way=way, language=_language(preferences), data=opening)
    form.offer_lines(lines_now(person.id))
    draft = draft_of(form, "new_message", person.id, way.value, template.key, back=request.full_path.rstrip("?"))
    letter_id = _saved(form, draft, person, template.key, None)
    if letter_id:
        return see("contacts.show_message", person_id=person.id, letter_id=letter_id)
    links = template_links(list(templates.values()), template.key)
    return _write_page(form, draft, person, preferences, templates=links, team_id=team.id)


@contacts.route("/people/<uuid:person_id>/messages/<uuid:letter_id>/words", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def edit_message(person: Person, letter_id: UUID) -> Any:
    """Put what was not sent yet in other words."""
    letter = letter_of(person.id, letter_id)
    letter.require_not_sent()
    preferences = preferences_of(person.id)
    language = _language(preferences)
    form = WriteForm(name=person.preferred_name, way=letter.way, language=language, obj=letter)
    form.offer_lines(lines_now(person.id))
    draft = draft_of(form, "edit_message", person.id, letter.id)
    if _saved(form, draft, person, letter.template_key, letter):
        return see("contacts.show_message", person_id=person.id, letter_id=letter.id)
    return _write_page(form, draft, person, preferences, templates=(), team_id=letter.team_id)


def link_for(token: str, answer: PressedAnswer) -> str:
    """Where the person gives this answer, for an e-mail."""
    return lasting_url("contacts.confirm_answer", token=token, answer=answer.value)


def _saved(form: WriteForm, draft: FormDraft, person: Person, template_key: str, letter: Letter | None) -> UUID | None:
    """The id of the letter that was made; none where the form was not sent, or says what is wrong.

    It is made before the saving begins: a PDF takes longer than others should wait.
    """
    if not form.validate_on_submit():
        return None
    actor = current_actor()
    try:
        prepared = writing.prepare_letter(person, form.command(template_key), link_for, actor)
        if letter is not None:
            return draft.save(writing.rewrite_letter, letter, prepared, actor)
        return draft.save(writing.write_letter, person, prepared, actor)
    except Stale:
        raise
    except Invalid as error:
        form.refuse(error)
    except Conflict as error:
        form.say_conflict(str(error))
    return None


def _write_page(
    form: WriteForm, draft: FormDraft, person: Person, preferences: ContactPreferences | None, **more: Any
) -> Response:
    said = preferences.about(form.way) if preferences else None
    never = f"{person.preferred_name} asked us {NEVER[form.way]}" if said and said.standing.is_never else ""
    return form_page(
        "contacts/write_message.html",
        form,
        draft,
        tabs=way_tabs(preferences, form.way),
        never=never,
        why_never=said.why if said and never else "",
        format=format_words(LetterFormat.of(preferences), form.way),
        **more,
    )


def _way_asked(preferences: ContactPreferences | None) -> Way:
    asked = request.args.get("way", "")
    if asked in set(Way) and Way(asked).is_written:
        return Way(asked)
    return best_written_way(preferences)


def _language(preferences: ContactPreferences | None) -> str:
    """The language that somebody has to put it in; none where it is English."""
    return preferences.language if preferences and not is_english(preferences.language) else ""

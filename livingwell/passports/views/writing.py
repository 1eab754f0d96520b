"""Writing in the passport with the person, or as they told us: the same actions as the person's own."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.core.errors import NotFound
from livingwell.core.media.pictures import LARGEST_PICTURE
from livingwell.core.media.recordings import LARGEST_RECORDING
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.passports.actions import remove_piece, write_section
from livingwell.passports.forms.passport import PictureForm, RecordingForm, SectionForm
from livingwell.passports.models import Section
from livingwell.passports.presenters.passport import HEADINGS, Piece
from livingwell.passports.queries.passport import passport_now
from livingwell.passports.views.blueprint import passports
from livingwell.passports.views.showing import PASSPORT
from livingwell.passports.views.taking_in import piece_saved
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see
from livingwell.web.uploads import takes_file_of


@passports.route(f"{PASSPORT}/headings/<section>", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def edit_section(person: Person, section: str) -> Any:
    """One heading."""
    wanted = _section(section)
    stands = passport_now(person.id)
    words = "\n".join(line.words for line in stands.lines_in(wanted))
    form = SectionForm(name=person.preferred_name, words=words, row_version=stands.section_number(wanted))
    draft = draft_of(form, "passport_section", person.id, wanted.value)
    if saved(form, draft, lambda: write_section(person.id, form.command(wanted), current_actor())):
        return _back(person, "The passport is saved.", wanted)
    pieces = [Piece.of(piece) for piece in stands.pieces_in(wanted)]
    context = {"section": wanted, "heading": HEADINGS[wanted], "pieces": pieces}
    return form_page("passports/edit_section.html", form, draft, **context)


@passports.route(f"{PASSPORT}/headings/<section>/picture", methods=["GET", "POST"])
@takes_file_of(LARGEST_PICTURE)
@door(Permission.CHANGE_PEOPLE)
def new_picture(person: Person, section: str) -> Any:
    """A picture under a heading."""
    wanted = _heading(section)
    form = PictureForm(name=person.preferred_name)
    if form.validate_on_submit() and piece_saved(form, None, person, wanted, form.how()):
        return _back(person, "The picture is in the passport.", wanted)
    return form_page("passports/new_piece.html", form, heading=HEADINGS[wanted])


@passports.route(f"{PASSPORT}/headings/<section>/recording", methods=["GET", "POST"])
@takes_file_of(LARGEST_RECORDING)
@door(Permission.CHANGE_PEOPLE)
def new_recording(person: Person, section: str) -> Any:
    """A recording under a heading."""
    wanted = _heading(section)
    form = RecordingForm(name=person.preferred_name)
    draft = draft_of(form, "passport_recording", person.id, wanted.value)
    if form.validate_on_submit() and piece_saved(form, draft, person, wanted, form.how()):
        return _back(person, "The recording is in the passport.", wanted)
    return form_page("passports/new_piece.html", form, draft, heading=HEADINGS[wanted])


@passports.post(f"{PASSPORT}/pieces/<uuid:piece_id>/removal")
@door(Permission.CHANGE_PEOPLE)
def take_out(person: Person, piece_id: UUID) -> Response:
    """Take a picture or recording out. Earlier versions keep it."""
    once(remove_piece, person.id, piece_id, current_actor())
    return see("passports.show_passport", said="It is taken out. Earlier versions keep it.", person_id=person.id)


def _back(person: Person, said: str, section: Section) -> Response:
    return see("passports.show_passport", said=said, anchor=section.value, person_id=person.id)


def _section(key: str) -> Section:
    try:
        return Section(key)
    except ValueError:
        raise NotFound from None


def _heading(key: str) -> Section:
    section = _section(key)
    if not section.is_heading:
        raise NotFound
    return section

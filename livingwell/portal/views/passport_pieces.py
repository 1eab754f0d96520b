"""Pictures and recordings in my passport."""

from typing import Any
from uuid import UUID

from flask import Response
from flask_babel import gettext as _

from livingwell.core.errors import NotFound
from livingwell.core.media.pictures import LARGEST_PICTURE
from livingwell.core.media.recordings import LARGEST_RECORDING
from livingwell.drafts.kept import draft_of, once
from livingwell.passports.actions import remove_piece
from livingwell.passports.models import HowWritten, Section
from livingwell.passports.queries.passport import passport_now
from livingwell.passports.views.taking_in import piece_saved
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.saving import form_page
from livingwell.portal.forms.passport import PictureForm, RecordingForm
from livingwell.portal.presenters.passport import HEADINGS, Piece
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.passport import FILE, MY_PASSPORT, section_called
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see
from livingwell.web.uploads import takes_file_of


@portal.route(f"{MY_PASSPORT}/headings/<section>/picture", methods=["GET", "POST"])
@takes_file_of(LARGEST_PICTURE)
@own_door
def new_picture(person: Person, section: str) -> Any:
    """Put a picture under a heading."""
    heading = _heading(section)
    form = PictureForm(name=person.preferred_name)
    if piece_saved(form, None, person, heading, HowWritten.BY_PERSON):
        return see("portal.edit_passport", said=_("Your picture is in."), section=section)
    return form_page("portal/passport/new_picture.html", form, section=section, heading=HEADINGS[heading])


@portal.route(f"{MY_PASSPORT}/headings/<section>/recording", methods=["GET", "POST"])
@takes_file_of(LARGEST_RECORDING)
@own_door
def new_recording(person: Person, section: str) -> Any:
    """Put a recording under a heading."""
    heading = _heading(section)
    form = RecordingForm(name=person.preferred_name)
    draft = draft_of(form, "passport_recording", person.id, section)
    if piece_saved(form, draft, person, heading, HowWritten.BY_PERSON):
        return see("portal.edit_passport", said=_("Your recording is in."), section=section)
    return form_page("portal/passport/new_recording.html", form, draft, section=section, heading=HEADINGS[heading])


@portal.get(f"{MY_PASSPORT}/pieces/<uuid:piece_id>/removal")
@own_door
def confirm_take_out(person: Person, piece_id: UUID) -> Response:
    """Say what taking it out means, before it is done."""
    piece = passport_now(person.id).piece(piece_id)
    if piece is None:
        raise NotFound
    section = piece.section.value
    return page("portal/passport/confirm_take_out.html", piece=Piece.of(piece, FILE), section=section)


@portal.post(f"{MY_PASSPORT}/pieces/<uuid:piece_id>/removal")
@own_door
def take_out(person: Person, piece_id: UUID) -> Response:
    """Take it out."""
    once(remove_piece, person.id, piece_id, current_actor())
    return see("portal.show_passport", said=_("It is out."))


def _heading(key: str) -> Section:
    """One of the seven: the first page and who helped are words alone."""
    section = section_called(key)
    if not section.is_heading:
        raise NotFound
    return section

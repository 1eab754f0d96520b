"""My passport: the whole, a heading a page, and every version."""

from typing import Any
from uuid import UUID

from flask import Response
from flask_babel import gettext as _

from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.passports.actions import write_section
from livingwell.passports.models import Section
from livingwell.passports.queries.passport import passport_now, passport_version, passport_versions, piece_of
from livingwell.passports.queries.shares import shares_of
from livingwell.passports.queries.uses import count_of_uses, uses_of
from livingwell.passports.views.files import send_piece
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.saving import form_page, saved
from livingwell.portal.forms.passport import SectionForm
from livingwell.portal.presenters.passport import HEADINGS, HINTS, PassportPage, Piece, VersionLine
from livingwell.portal.presenters.passport_uses import UseLine
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

MY_PASSPORT = "/my/passport"
FILE = "portal.show_passport_file"


@portal.get(MY_PASSPORT)
@own_door
def show_passport(person: Person) -> Response:
    """The whole passport, and what can be done with it."""
    return page(
        "portal/passport/show_passport.html",
        passport=PassportPage.of(passport_now(person.id), FILE),
        links_open=sum(share.is_open for share in shares_of(person.id)),
        times_used=count_of_uses(person.id),
    )


@portal.route(f"{MY_PASSPORT}/headings/<section>", methods=["GET", "POST"])
@own_door
def edit_passport(person: Person, section: str) -> Any:
    """One heading."""
    wanted = section_called(section)
    stands = passport_now(person.id)
    words = "\n".join(line.words for line in stands.lines_in(wanted))
    form = SectionForm(name=person.preferred_name, words=words, row_version=stands.section_number(wanted))
    form.ask(wanted, str(HEADINGS[wanted]))
    draft = draft_of(form, "passport_section", person.id, wanted.value)
    if saved(form, draft, lambda: write_section(person.id, form.command(), current_actor())):
        return see("portal.show_passport", said=_("Saved."), anchor=wanted.value)
    return form_page(
        "portal/passport/edit_passport.html",
        form,
        draft,
        section=wanted,
        hint=HINTS[wanted],
        pieces=[Piece.of(piece, FILE) for piece in stands.pieces_in(wanted)],
    )


@portal.get(f"{MY_PASSPORT}/versions")
@own_door
def list_passport_versions(person: Person) -> Response:
    """Every version, the newest first."""
    versions = [VersionLine.of(version) for version in passport_versions(person.id)]
    return page("portal/passport/list_versions.html", versions=versions)


@portal.get(f"{MY_PASSPORT}/versions/<int:version>")
@own_door
def show_passport_version(person: Person, version: int) -> Response:
    """The passport as it read then."""
    standing = passport_version(person.id, version)
    return page(
        "portal/passport/show_version.html",
        line=VersionLine.of(standing),
        passport=PassportPage.of(standing, FILE),
    )


@portal.get(f"{MY_PASSPORT}/uses")
@own_door
def list_passport_uses(person: Person) -> Response:
    """Where it spared me saying it again."""
    return page("portal/passport/list_uses.html", uses=[UseLine.of(use) for use in uses_of(person.id)])


@portal.get(f"{MY_PASSPORT}/files/<uuid:piece_id>/<any(large,small):size>")
@own_door
def show_passport_file(person: Person, piece_id: UUID, size: str) -> Response:
    """A picture or a recording, of any version."""
    return send_piece(piece_of(person.id, piece_id), size)


def section_called(key: str) -> Section:
    """The section that an address names."""
    try:
        return Section(key)
    except ValueError:
        raise NotFound from None

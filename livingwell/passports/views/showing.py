"""The passport as members read it: now, and in any version."""

from uuid import UUID

from flask import Response

from livingwell.identity.permissions import Permission
from livingwell.passports.presenters.passport import ShareLine, UseLine, VersionLine, parts_of
from livingwell.passports.queries.passport import passport_now, passport_version, passport_versions, piece_of
from livingwell.passports.queries.shares import shares_of
from livingwell.passports.queries.uses import uses_of
from livingwell.passports.views.blueprint import passports
from livingwell.passports.views.files import send_piece
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.page import page

PASSPORT = "/people/<uuid:person_id>/passport"


@passports.get(PASSPORT)
@door(Permission.SEE_PEOPLE)
def show_passport(person: Person) -> Response:
    """The whole, with what was used of it and which links work."""
    stands = passport_now(person.id)
    return page(
        "passports/show_passport.html",
        parts=parts_of(stands),
        is_empty=stands.is_empty,
        uses=[UseLine.of(use) for use in uses_of(person.id)],
        shares=[ShareLine.of(share) for share in shares_of(person.id)],
    )


@passports.get(f"{PASSPORT}/versions")
@door(Permission.SEE_PEOPLE)
def list_versions(person: Person) -> Response:
    """Every version, the newest first."""
    versions = [VersionLine.of(version) for version in passport_versions(person.id)]
    return page("passports/list_versions.html", versions=versions)


@passports.get(f"{PASSPORT}/versions/<int:version>")
@door(Permission.SEE_PEOPLE)
def show_version(person: Person, version: int) -> Response:
    """The passport as it read then."""
    standing = passport_version(person.id, version)
    return page("passports/show_version.html", line=VersionLine.of(standing), parts=parts_of(standing))


@passports.get(f"{PASSPORT}/files/<uuid:piece_id>/<any(large,small):size>")
@door(Permission.SEE_PEOPLE, is_opening=False)
def show_file(person: Person, piece_id: UUID, size: str) -> Response:
    """A picture or a recording, of any version."""
    return send_piece(piece_of(person.id, piece_id), size)

"""Passports for tests."""

from io import BytesIO

from livingwell.core.actor import Actor, Side
from livingwell.core.media.pictures import keep_picture
from livingwell.passports.actions import MadeShare, add_piece, share_passport, write_section
from livingwell.passports.commands import AddPiece, MakeShare, WriteSection
from livingwell.passports.models import HowWritten, PassportPart, PassportPiece, PieceKind, Section, ShareLasting
from livingwell.passports.queries.passport import passport_now
from livingwell.people.models import Person
from tests.harness.media import picture

FIRST = "Write to me. Please never phone.\nTell me the exact time."


def how(actor: Actor) -> HowWritten:
    """As whoever it is may write."""
    return HowWritten.BY_PERSON if actor.side is Side.PERSON else HowWritten.TOGETHER


def write(
    person: Person, actor: Actor, words: str = FIRST, section: Section = Section.FIRST, read: int | None = None
) -> PassportPart:
    """A section written."""
    return write_section(person.id, WriteSection(section, words, how(actor), read), actor)


def make_piece(person: Person, actor: Actor, section: Section = Section.IMPORTANT) -> PassportPiece:
    """A picture in the passport."""
    kept = keep_picture(BytesIO(picture()))
    told = AddPiece(section, PieceKind.PICTURE, kept.name, "My cat on the sofa", how(actor), kept.small_name, 60, 40)
    return add_piece(person.id, told, actor)


def some_piece(person: Person, actor: Actor) -> PassportPiece:
    """A picture that is there already, or a new one: a section holds only a few."""
    there = passport_now(person.id).pieces
    return there[0] if there else make_piece(person, actor)


def make_share(person: Person, actor: Actor, lasting: ShareLasting = ShareLasting.WEEK) -> MadeShare:
    """A link to the passport, for the library."""
    write(person, actor)
    return share_passport(person.id, MakeShare(lasting, "the library"), actor)

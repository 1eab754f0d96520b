"""What the actions are told: frozen, complete, and without a row of the database. Forms make them."""

from dataclasses import dataclass

from livingwell.passports.models import HowWritten, PieceKind, Section, ShareLasting


@dataclass(frozen=True)
class WriteSection:
    """A section as it shall read, a line for each thing. `row_version` is the version in which it last changed."""

    section: Section
    words: str
    how_written: HowWritten = HowWritten.BY_PERSON
    row_version: int | None = None


@dataclass(frozen=True)
class AddPiece:
    """A picture or recording that is in the store already, and what it shows or says in words."""

    section: Section
    kind: PieceKind
    file: str
    words: str
    how_written: HowWritten = HowWritten.BY_PERSON
    small_file: str = ""
    width: int = 0
    height: int = 0
    seconds: int = 0


@dataclass(frozen=True)
class MakeShare:
    """A link: for how long, and for whom in the person's words, so that they know it among others."""

    lasting: ShareLasting
    for_whom: str = ""

"""What the passport says in one of its versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.passports.models.passport import HowWritten, PassportLine, PassportPart, Section
from livingwell.passports.models.piece import PassportPiece, PassportRemoval
from livingwell.people.models.line import Line


@dataclass(frozen=True)
class Standing:
    """One version, whole: the latest saying of each section, and the pictures and recordings that were in it."""

    number: int
    parts: dict[Section, PassportPart]
    pieces: tuple[PassportPiece, ...]
    changed_at: datetime | None

    @property
    def is_empty(self) -> bool:
        return not self.pieces and not any(part.lines for part in self.parts.values())

    @property
    def lines(self) -> list[PassportLine]:
        """Every line, in the passport's order; who helped is no line to use."""
        sections = (self.parts.get(section) for section in Section if section is not Section.HELPERS)
        return [line for part in sections if part for line in part.lines]

    def lines_in(self, section: Section) -> list[PassportLine]:
        return self.parts[section].lines if section in self.parts else []

    def pieces_in(self, section: Section) -> list[PassportPiece]:
        return [piece for piece in self.pieces if piece.section is section]

    def written(self, how: HowWritten) -> list[str]:
        """Who wrote, in this way, something that still stands."""
        standing: list[PassportPart | PassportPiece] = [
            *(part for part in self.parts.values() if part.lines),
            *self.pieces,
        ]
        return list(dict.fromkeys(each.written_by for each in standing if each.how_written is how))

    def piece(self, piece_id: UUID) -> PassportPiece | None:
        """A picture or recording that is in this version."""
        return next((piece for piece in self.pieces if piece.id == piece_id), None)

    @property
    def section_changed(self) -> Section | None:
        """The section that was written, or got something, with this version; none where something was taken out."""
        changes: list[PassportPart | PassportPiece] = [*self.parts.values(), *self.pieces]
        return next((each.section for each in changes if each.number == self.number), None)

    def section_number(self, section: Section) -> int:
        """The version in which the section was last written; 0 for none. A form carries it."""
        return self.parts[section].number if section in self.parts else 0


def standing_in(
    number: int,
    parts: Sequence[PassportPart],
    pieces: Sequence[PassportPiece],
    removals: Sequence[PassportRemoval],
) -> Standing:
    """The version with this number, from all that was ever written, in order of their numbers."""
    gone = {removal.piece_id for removal in removals if removal.number <= number}
    written = [part for part in parts if part.number <= number]
    there = [piece for piece in pieces if piece.number <= number]
    changes: list[Line] = [*written, *there, *(removal for removal in removals if removal.number <= number)]
    latest = {part.section: part for part in written}
    return Standing(
        number=number,
        parts=latest,
        pieces=tuple(piece for piece in there if piece.id not in gone),
        changed_at=max((change.created_at for change in changes), default=None),
    )

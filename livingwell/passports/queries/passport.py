"""What the passport says now, and said in any version."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.passports.models import (
    Passport,
    PassportLine,
    PassportPart,
    PassportPiece,
    PassportRemoval,
    Section,
    Standing,
    standing_in,
)

Written = tuple[Sequence[PassportPart], Sequence[PassportPiece], Sequence[PassportRemoval]]


def passport_of(person_id: UUID) -> Passport | None:
    """The person's passport; none before anything was written."""
    return db.session.scalar(select(Passport).where(Passport.person_id == person_id))


def passport_now(person_id: UUID) -> Standing:
    """What it says now. Four statements, one fewer where nothing was written."""
    written = _everything(person_id)
    return standing_in(_latest(written), *written)


def lines_now(person_id: UUID) -> list[PassportLine]:
    """What can be used of it: every line, in its order. Two statements, one where nothing was written."""
    parts = db.session.scalars(_parts_of(person_id)).all()
    return standing_in(parts[-1].number, parts, (), ()).lines if parts else []


def passport_versions(person_id: UUID) -> list[Standing]:
    """Every version, the newest first. Four statements."""
    return _all_of(person_id)[:0:-1]


def passport_version(person_id: UUID, number: int) -> Standing:
    """What it said in one version. Raises NotFound for a number that it never had."""
    versions = _all_of(person_id)
    if not 0 < number < len(versions):
        raise NotFound
    return versions[number]


def part_now(person_id: UUID, section: Section) -> PassportPart | None:
    """What the section says now; none where it was never written."""
    return db.session.scalar(
        select(PassportPart)
        .where(PassportPart.person_id == person_id, PassportPart.section == section)
        .options(selectinload(PassportPart.lines))
        .order_by(PassportPart.number.desc())
        .limit(1)
    )


def piece_of(person_id: UUID, piece_id: UUID) -> PassportPiece:
    """A picture or recording of any version. Raises NotFound for one of somebody else's."""
    piece = db.session.scalar(
        select(PassportPiece).where(PassportPiece.id == piece_id, PassportPiece.person_id == person_id)
    )
    if piece is None:
        raise NotFound
    return piece


def line_of(person_id: UUID, line_id: UUID) -> PassportLine:
    """A line that this person wrote. Raises NotFound for anybody else's."""
    line = db.session.scalar(
        select(PassportLine)
        .join(PassportPart, PassportPart.id == PassportLine.part_id)
        .where(PassportLine.id == line_id, PassportPart.person_id == person_id)
    )
    if line is None:
        raise NotFound
    return line


def _all_of(person_id: UUID) -> list[Standing]:
    """The versions by their numbers; number 0 is the passport before anything was written."""
    written = _everything(person_id)
    return [standing_in(number, *written) for number in range(_latest(written) + 1)]


def _latest(written: Written) -> int:
    return max((each.number for kind in written for each in kind), default=0)


def _parts_of(person_id: UUID) -> Select[PassportPart]:
    parts = select(PassportPart).where(PassportPart.person_id == person_id)
    return parts.options(selectinload(PassportPart.lines)).order_by(PassportPart.number)


def _everything(person_id: UUID) -> Written:
    pieces = select(PassportPiece).where(PassportPiece.person_id == person_id)
    removals = select(PassportRemoval).where(PassportRemoval.person_id == person_id)
    return (
        db.session.scalars(_parts_of(person_id)).all(),
        db.session.scalars(pieces.order_by(PassportPiece.number)).all(),
        db.session.scalars(removals.order_by(PassportRemoval.number)).all(),
    )

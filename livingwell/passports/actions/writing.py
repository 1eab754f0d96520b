"""Writing a section of the passport. What it said before is kept."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Stale
from livingwell.extensions import db
from livingwell.passports import policy
from livingwell.passports.actions.changing import passport_to_change
from livingwell.passports.commands import WriteSection
from livingwell.passports.models import PassportLine, PassportPart
from livingwell.passports.models.passport import lines_of
from livingwell.passports.queries.passport import part_now
from livingwell.people.actions.arriving import note_arrival


@atomic()
def write_section(person_id: UUID, command: WriteSection, actor: Actor) -> PassportPart:
    """Have the section read as it was typed; no words leave it empty. Without a change, nothing is written.

    Raises Stale, with what stands, where it was written since it was read; Invalid for too much.
    """
    policy.require_change(actor, person_id)
    policy.require_honest(actor, command.how_written)
    lines = lines_of(command.words, command.section)
    passport = passport_to_change(person_id)
    stands = part_now(person_id, command.section)
    _require_read(stands, command.row_version)
    if stands and tuple(line.words for line in stands.lines) == lines:
        return stands
    part = PassportPart(
        person_id=person_id,
        section=command.section,
        number=passport.next_number(),
        how_written=command.how_written,
        lines=[PassportLine(position=place, words=words) for place, words in enumerate(lines)],
    )
    part.sign(actor)
    db.session.add(part)
    db.session.flush()
    note_arrival(person_id, "passport.change", part.words, actor, part.id)
    record("write_passport", actor, person_id)
    return part


def _require_read(stands: PassportPart | None, read: int | None) -> None:
    """Raise Stale unless what stands is what was read."""
    number = stands.number if stands else 0
    if read is not None and read != number:
        raise Stale({"words": stands.words if stands else ""}, row_version=number, row_id=stands.id if stands else None)

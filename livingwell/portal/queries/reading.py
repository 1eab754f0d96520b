"""How a person reads best, asked about by whoever prints something for them."""

from uuid import UUID

from sqlalchemy import select

from livingwell.core.reading import USUAL, Reading
from livingwell.extensions import db
from livingwell.identity.models import ReadingSettings
from livingwell.people.models import OwnRecord


def reading_of(person_id: UUID) -> Reading:
    """What the person chose under “How I read”; the usual where they chose nothing."""
    chosen = db.session.scalar(
        select(ReadingSettings)
        .join(OwnRecord, OwnRecord.account_id == ReadingSettings.account_id)
        .where(OwnRecord.person_id == person_id)
    )
    return chosen.reading if chosen else USUAL

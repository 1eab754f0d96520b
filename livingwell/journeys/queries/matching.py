"""What the person needs of a place, and what members say of each place that is looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import selectinload

from livingwell.adjustments.models import ContactPreferences
from livingwell.adjustments.queries.adjustments import adjustments_of
from livingwell.adjustments.queries.preferences import LAST_TOLD
from livingwell.core.clock import now
from livingwell.directory.models import Feature
from livingwell.directory.queries.features import Opinion, opinions_of
from livingwell.extensions import db
from livingwell.journeys.models.needs import Match, Need, Said, match, needs_from, untold


@dataclass(frozen=True)
class Needed:
    """What to look for in a place, and what no entry can tell."""

    needs: tuple[Need, ...]
    untold: tuple[str, ...]


def needed_by(person_id: UUID) -> Needed:
    """What the person's adjustments, and how they asked to be reached, ask of a place. Three statements."""
    adjustments = adjustments_of(person_id)
    told = db.session.scalar(_TOLD, {"person_id": person_id, "at": now()})
    return Needed(needs_from(adjustments, told), untold(adjustments))


def matches_of(needs: Iterable[Need], service_ids: Iterable[UUID]) -> dict[UUID, tuple[Match, ...]]:
    """For each service, whether it meets each need, in the order of the needs. One statement."""
    asked, ids = tuple(needs), list(service_ids)
    opinions = opinions_of(ids)
    return {service_id: tuple(match(need, _said(opinions.get(service_id, {}))) for need in asked) for service_id in ids}


def _said(opinions: Mapping[Feature | UUID, Opinion]) -> dict[Feature, Said]:
    return {
        feature: Said(len(opinion.yes), len(opinion.no))
        for feature, opinion in opinions.items()
        if isinstance(feature, Feature)
    }


_TOLD = LAST_TOLD.options(selectinload(ContactPreferences.ways))

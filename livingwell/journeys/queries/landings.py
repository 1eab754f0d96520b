"""How many landed, by the place that they chose: each person's last answer about it counts once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, or_, select

from livingwell.core.actor import Actor
from livingwell.core.text import fold
from livingwell.extensions import db
from livingwell.journeys.models import Destination, Landed, LandingAnswer, LandingCheck, OnwardJourney
from livingwell.journeys.models.landings import Landings
from livingwell.people.models import Episode, Person
from livingwell.people.queries.reach import reach_of, reached_by_episode, require_own_team
from livingwell.people.queries.striking import is_struck

LANDED = "landed"


@dataclass(frozen=True)
class PlaceLandings:
    """How many landed at one place: an entry of the directory, or whatever people called it."""

    name: str
    service_id: UUID | None
    landings: Landings


def landed_by_service(service_ids: Collection[UUID]) -> Mapping[UUID, Landings]:
    """By entry of the directory, for everybody who chose it, whichever team supported them. One statement.

    Counts alone, of nobody in particular; so it asks for no reach.
    """
    wanted = _stands().where(Destination.service_id.in_(sorted(service_ids))).subquery()
    rows = db.session.execute(select(wanted.c.service_id, wanted.c.landed, func.count()).group_by(*_by(wanted)))
    found: dict[UUID, Landings] = defaultdict(Landings)
    for service_id, landed, count in rows:
        found[service_id] = found[service_id].and_also(Landed(landed) if landed else None, count)
    return dict(found)


def landed_for_team(actor: Actor, team_id: UUID) -> list[PlaceLandings]:
    """By place, for the people of the team within the actor's reach; where most answered first. One statement.

    Raises NotFound for a team that isn't the actor's.
    """
    require_own_team(actor, team_id)
    wanted = (
        _stands()
        .join(OnwardJourney, OnwardJourney.id == Destination.journey_id)
        .join(Episode, Episode.id == OnwardJourney.episode_id)
        .join(Person, Person.id == Destination.person_id)
        .where(Episode.team_id == team_id, ~is_struck(Episode), reached_by_episode())
    )
    places: dict[Any, PlaceLandings] = {}
    for service_id, name, landed in db.session.execute(wanted, reach_of(actor)):
        key = service_id or fold(name)
        place = places.get(key, PlaceLandings(name, service_id, Landings()))
        places[key] = PlaceLandings(name, service_id, place.landings.and_also(Landed(landed) if landed else None, 1))
    return sorted(places.values(), key=lambda each: (-each.landings.answered, fold(each.name)))


def _stands() -> Select[Any]:
    """One row for each place that somebody chose and was asked about: its entry, its name, and the last answer."""
    last = (
        select(LandingAnswer.landed)
        .join(LandingCheck, LandingCheck.id == LandingAnswer.check_id)
        .where(LandingCheck.destination_id == Destination.id)
        .order_by(LandingAnswer.answered_on.desc(), LandingAnswer.created_at.desc(), LandingAnswer.id)
        .limit(1)
        .correlate(Destination)
        .scalar_subquery()
    )
    told: Select[Any] = select(Destination.service_id, Destination.name, last.label(LANDED))
    return told.where(_is_asked(), ~is_struck(Destination))


def _is_asked() -> ColumnElement[bool]:
    """The condition on Destination that somebody answered about it, or did not although they were asked."""
    answered = exists().where(LandingAnswer.check_id == LandingCheck.id).correlate(LandingCheck)
    return (
        exists()
        .where(
            LandingCheck.destination_id == Destination.id,
            or_(LandingCheck.given_up_at.is_not(None), answered),
        )
        .correlate(Destination)
    )


def _by(wanted: Any) -> tuple[Any, Any]:
    return wanted.c.service_id, wanted.c.landed

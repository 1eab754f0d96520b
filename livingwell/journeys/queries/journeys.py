"""A journey, loaded in full by a fixed number of statements however much is in it."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, exists, func, select
from sqlalchemy.orm import joinedload, selectinload

from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.journeys.models import Choice, Destination, DestinationPoint, Hope, OnwardJourney
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def journey_of(episode_id: UUID) -> OnwardJourney | None:
    """The way on from an episode, with its hopes, options, points and answers; or none before anything was written."""
    return _whole(_journey().where(OnwardJourney.episode_id == bindparam("episode_id")), episode_id=episode_id)


def journey_now(person_id: UUID) -> OnwardJourney | None:
    """The journey of the episode that goes on, or of the last one where none does. None where that has none yet.

    Six statements, or three before there are options.
    """
    return _whole(_journey().where(OnwardJourney.episode_id == _episode_id()), person_id=person_id)


def journeys_of(person_id: UUID) -> Sequence[OnwardJourney]:
    """The journey of each episode that has one, the latest first. Six statements, however many there are."""
    found = _journey().where(OnwardJourney.person_id == bindparam("person_id"))
    return db.session.scalars(found.order_by(OnwardJourney.created_at.desc()), {"person_id": person_id}).all()


def has_journey(person_id: UUID) -> bool:
    """Whether anything was written in any episode. One statement."""
    return bool(db.session.scalar(_any_journey(), {"person_id": person_id}))


def journey_for_change(journey_id: UUID) -> OnwardJourney:
    """The journey, read afresh and held so that one at a time changes it."""
    db.session.execute(select(OnwardJourney.id).where(OnwardJourney.id == journey_id).with_for_update())
    journey = _whole(
        _journey().where(OnwardJourney.id == journey_id).execution_options(populate_existing=True),
    )
    if journey is None:
        raise NotFound
    return journey


def journey_in_short(person_id: UUID) -> tuple[int, int]:
    """How many hopes stand and how many options are looked at now. One statement."""
    hopes, options = db.session.execute(_in_short(), {"person_id": person_id}).one()
    return hopes, options


def episode_now(person_id: UUID) -> Episode | None:
    """The episode that goes on, the newest where there are two; or the last, where none does."""
    found: Episode | None = db.session.scalar(_episode_now(Episode), {"person_id": person_id})
    return found


def chosen_destinations(journey: OnwardJourney) -> Sequence[Destination]:
    """What the person chose, as they would like it most."""
    return [each for each in journey.options if each.stands is Choice.CHOSEN]


def _whole(found: Select[OnwardJourney], **values: UUID) -> OnwardJourney | None:
    return db.session.scalar(found, values)


@cache
def _any_journey() -> Select[bool]:
    return select(exists().where(OnwardJourney.person_id == bindparam("person_id")))


@cache
def _journey() -> Select[OnwardJourney]:
    looked_at = OnwardJourney.destinations.and_(~is_struck(Destination))
    return select(OnwardJourney).options(
        joinedload(OnwardJourney.episode),
        selectinload(OnwardJourney.hopes.and_(~is_struck(Hope))),
        selectinload(OnwardJourney.told),
        selectinload(looked_at).options(
            joinedload(Destination.service),
            selectinload(Destination.points.and_(~is_struck(DestinationPoint))),
            selectinload(Destination.choices),
        ),
    )


@cache
def _in_short() -> Select[int, int]:
    journey_id = select(OnwardJourney.id).where(OnwardJourney.episode_id == _episode_id()).scalar_subquery()
    hopes = select(func.count()).where(Hope.journey_id == journey_id, Hope.ended_at.is_(None), ~is_struck(Hope))
    options = select(func.count()).where(
        Destination.journey_id == journey_id, Destination.dropped_at.is_(None), ~is_struck(Destination)
    )
    return select(hopes.scalar_subquery(), options.scalar_subquery())


def _episode_now(what: Any) -> Select[Any]:
    return (
        select(what)
        .where(Episode.person_id == bindparam("person_id"), ~is_struck(Episode))
        .order_by(Episode.ended_on.is_not(None), Episode.ended_on.desc(), Episode.referred_on.desc(), Episode.id)
        .limit(1)
    )


@cache
def _episode_id() -> Any:
    return _episode_now(Episode.id).scalar_subquery()

"""How the person comes back after an episode, and that they did."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased, joinedload

from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.journeys.models import ComingBack, Support, WayBack
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def way_back_of(episode_id: UUID) -> WayBack | None:
    """What was agreed last for the episode, or none. One statement."""
    return db.session.scalar(_of(episode_id).limit(1))


def ways_back_of(episode_id: UUID) -> Sequence[WayBack]:
    """Every version, the newest first. One statement."""
    return db.session.scalars(_of(episode_id)).all()


def way_back_to_read(person_id: UUID) -> WayBack | None:
    """The way back that stands for support that goes on, where the person doesn't know of it yet. One statement."""
    newer = aliased(WayBack)
    is_last = ~exists().where(newer.episode_id == WayBack.episode_id, newer.number > WayBack.number)
    return db.session.scalar(
        select(WayBack)
        .join(Episode, Episode.id == WayBack.episode_id)
        .where(WayBack.person_id == person_id, WayBack.told_on.is_(None), is_last, ~is_struck(Episode))
        .where(Episode.ended_on.is_(None))
        .order_by(WayBack.created_at)
        .limit(1)
    )


def came_back_to(person_id: UUID) -> tuple[ComingBack, Episode] | None:
    """That support that goes on was opened by the way back, with the episode before; or none. One statement."""
    now = aliased(Episode)
    found = (
        select(ComingBack, Episode)
        .join(WayBack, WayBack.id == ComingBack.way_back_id)
        .join(Episode, Episode.id == WayBack.episode_id)
        .join(now, now.id == ComingBack.episode_id)
        .where(ComingBack.person_id == person_id, now.ended_on.is_(None))
        .order_by(ComingBack.created_at.desc())
        .limit(1)
    )
    row = db.session.execute(found).first()
    return (row[0], row[1]) if row else None


def has_come_back(episode_id: UUID) -> bool:
    """Whether the person came back after this episode. One statement."""
    used = exists().where(ComingBack.way_back_id == WayBack.id, WayBack.episode_id == episode_id)
    return bool(db.session.scalar(select(used)))


def supports_of(person_id: UUID) -> Sequence[Support]:
    """Every episode of the person with its team and its way back, what goes on first, then what ended last.

    Three statements, however many there are.
    """
    episodes = db.session.scalars(_episodes(person_id)).all()
    ways = db.session.scalars(select(WayBack).where(WayBack.person_id == person_id).order_by(WayBack.number)).all()
    came = db.session.scalars(select(ComingBack).where(ComingBack.person_id == person_id)).all()
    versions: dict[UUID, list[WayBack]] = defaultdict(list)
    for way in ways:
        versions[way.episode_id].insert(0, way)
    episode_of_way = {way.id: way.episode_id for way in ways}
    left_by = {episode_of_way[each.way_back_id]: each for each in came}
    came_by = {each.episode_id: each for each in came}
    return [
        Support(each, tuple(versions[each.id]), left_by.get(each.id), came_by.get(each.id))
        for each in sorted(episodes, key=lambda each: (each.ended_on is None, each.ended_on or each.referred_on))[::-1]
    ]


def support_of(person_id: UUID, episode_id: UUID) -> Support:
    """One of them. Raises NotFound for anybody else's, and for one that was struck out. Three statements."""
    found = next((each for each in supports_of(person_id) if each.episode.id == episode_id), None)
    if found is None:
        raise NotFound
    return found


def support_to_come_back_from(supports: Sequence[Support]) -> Support | None:
    """Of these, the one that the person can come back from today; the one that ended last where there are two."""
    return next((each for each in supports if each.is_open_for(today()) and not goes_on(supports, each)), None)


def goes_on(supports: Sequence[Support], support: Support) -> bool:
    """Whether the team of this episode supports the person now, by whatever episode."""
    team_id = support.episode.team_id
    return any(each.episode.ended_on is None and each.episode.team_id == team_id for each in supports)


def _of(episode_id: UUID) -> Select[WayBack]:
    return select(WayBack).where(WayBack.episode_id == episode_id).order_by(WayBack.number.desc())


def _episodes(person_id: UUID) -> Select[Episode]:
    found = select(Episode).where(Episode.person_id == person_id, ~is_struck(Episode))
    return found.options(joinedload(Episode.team)).order_by(Episode.referred_on, Episode.id)

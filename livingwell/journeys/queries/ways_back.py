"""How the person comes back after an episode, and that they did."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.journeys.models import Closure, ComingBack, LandingAnswer, LandingCheck, Support, WayBack
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def way_back_of(episode_id: UUID) -> WayBack | None:
    """What was agreed last for the episode, or none. One statement."""
    return db.session.scalar(_of(episode_id).limit(1))


def ways_back_of(episode_id: UUID) -> Sequence[WayBack]:
    """Every version, the newest first. One statement."""
    return db.session.scalars(_of(episode_id)).all()


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
    standing = {way.episode_id: way for way in ways}
    episode_of_way = {way.id: way.episode_id for way in ways}
    left_by = {episode_of_way[each.way_back_id]: each for each in came}
    came_by = {each.episode_id: each for each in came}
    return [
        Support(each, standing.get(each.id), left_by.get(each.id), came_by.get(each.id))
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


def landing_checks_waiting(episode_id: UUID) -> Sequence[LandingCheck]:
    """Checks after the end of the episode that nobody has answered and nobody has cancelled."""
    answered = exists().where(LandingAnswer.check_id == LandingCheck.id)
    return db.session.scalars(
        select(LandingCheck)
        .join(Closure, Closure.id == LandingCheck.closure_id)
        .where(Closure.episode_id == episode_id, LandingCheck.cancelled_at.is_(None), ~answered)
        .order_by(LandingCheck.due_on, LandingCheck.id)
    ).all()


def _of(episode_id: UUID) -> Select[WayBack]:
    return select(WayBack).where(WayBack.episode_id == episode_id).order_by(WayBack.number.desc())


def _episodes(person_id: UUID) -> Select[Episode]:
    found = select(Episode).where(Episode.person_id == person_id, ~is_struck(Episode))
    return found.options(joinedload(Episode.team)).order_by(Episode.referred_on, Episode.id)

"""The figures of one team, in four statements."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, func, select

from livingwell.adjustments.models import AdjustmentOutcome, Met, ReasonableAdjustment
from livingwell.contacts.models import Contact
from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.journeys.models import Closure
from livingwell.oversight.models import Adjustments, Figures, Period, Phoned, Share
from livingwell.oversight.queries.scope import (
    is_answered,
    is_ended_anyway,
    is_made,
    is_phoned_against,
    is_to_review,
    never_to_be_phoned,
    values_of,
)
from livingwell.people.queries.reach import require_own_team


def figures(actor: Actor, team_id: UUID, period: Period) -> Figures:
    """What the page shows, of people within the actor's reach. Raises NotFound for a team that isn't the actor's."""
    require_own_team(actor, team_id)
    values = values_of(actor, team_id, period)
    others = db.session.execute(_OTHERS, values).one()
    return Figures(
        by_way=_by_way(values),
        by_month=_by_month(period, values),
        phoned=Phoned(*db.session.execute(_PHONED, values).one()),
        adjustments=Adjustments(*others[:-1]),
        ended_anyway=others[-1],
    )


def _by_way(values: dict[str, Any]) -> dict[Any, Share]:
    shares: dict[Any, Share] = {}
    for way, verdict, count in db.session.execute(_WAYS, values):
        shares[way] = shares.get(way, Share()) + Share.of(verdict, count)
    return shares


def _by_month(period: Period, values: dict[str, Any]) -> list[tuple[Period, Share]]:
    """Each month's share. The months' first instants are London's, and go to the database as they are."""
    months = period.months()
    number = case(*((Contact.at < month.ends, place) for place, month in enumerate(months)), else_=len(months))
    counted = (
        select(number.label("month"), Contact.as_asked, func.count())
        .where(is_made(in_period=False), Contact.at >= months[0].starts, Contact.at < months[-1].ends)
        .group_by(number.label("month"), Contact.as_asked)
    )
    shares = [Share() for _month in months]
    for place, verdict, count in db.session.execute(counted, values):
        shares[place] += Share.of(verdict, count)
    return list(zip(months, shares, strict=True))


def _phoned() -> Select[Any]:
    calls = select(Contact).where(is_phoned_against()).subquery()
    asked = select(func.count()).select_from(never_to_be_phoned().subquery()).scalar_subquery()
    emergencies = func.coalesce(func.sum(case((calls.c.is_emergency, 1), else_=0)), 0)
    return select(func.count(calls.c.person_id.distinct()), asked, func.count(), emergencies).select_from(calls)


def _others() -> Select[Any]:
    """Of adjustments, and how many endings a lead decided; in one statement, as they are counted alike."""
    times = [
        select(func.count()).select_from(AdjustmentOutcome).where(is_answered(), AdjustmentOutcome.met == met)
        for met in (Met.MET, Met.NOT_MET)
    ]
    due = select(func.count()).select_from(ReasonableAdjustment).where(is_to_review())
    since = select(func.min(ReasonableAdjustment.review_on)).where(is_to_review())
    ended = select(func.count()).select_from(Closure).where(is_ended_anyway())
    return select(*(each.scalar_subquery() for each in (*times, due, since, ended)))


_WAYS = select(Contact.way, Contact.as_asked, func.count()).where(is_made()).group_by(Contact.way, Contact.as_asked)
_PHONED, _OTHERS = _phoned(), _others()

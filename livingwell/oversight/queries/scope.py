"""Whom and what the figures count: one place, so that a figure and the list behind it can't differ."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, select
from sqlalchemy.orm import aliased

from livingwell.adjustments.models import (
    AdjustmentOutcome,
    ContactPreferences,
    Met,
    ReasonableAdjustment,
    Standing,
    Way,
    WayPreference,
)
from livingwell.adjustments.queries.adjustments import is_to_be_met
from livingwell.contacts.models import Contact, ContactKind, Outcome
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.model import Instant
from livingwell.extensions import db
from livingwell.journeys.models import Closure
from livingwell.oversight.models import Period
from livingwell.people.models import Episode, Person
from livingwell.people.queries.reach import reach_of, reached_by_episode
from livingwell.people.queries.striking import is_struck

NEVER = (Standing.NOT_WANTED, Standing.NOT_SAFE)
_CANCELLED = (Outcome.CANCELLED_BY_US, Outcome.CANCELLED_BY_PERSON)
_STARTS, _ENDS = (bindparam(name, type_=Instant()) for name in ("starts", "ends"))


def values_of(actor: Actor, team_id: UUID, period: Period) -> dict[str, Any]:
    """What the statements are run with."""
    days = {"first": period.first, "last": period.last, "today": today()}
    return {"team_id": team_id, "starts": period.starts, "ends": period.ends, **days, **reach_of(actor)}


def people_of_the_team() -> Select[Any]:
    """The ids of everybody whom the team supports, or did until twelve months ago, within the actor's reach."""
    return (
        select(Episode.person_id)
        .join(Person, Person.id == Episode.person_id)
        .where(Episode.team_id == bindparam("team_id"), ~is_struck(Episode), reached_by_episode())
        .correlate(None)
    )


def is_made(*, in_period: bool = True) -> ColumnElement[bool]:
    """The condition on Contact that holds for those that we made with people of the team, in the period.

    What was cancelled was not made, and what the person began was not ours.
    """
    conditions = [
        Contact.outcome.is_not(None),
        Contact.outcome.not_in(_CANCELLED),
        Contact.kind != ContactKind.FROM_THE_PERSON,
        Contact.person_id.in_(people_of_the_team()),
        ~is_struck(Contact),
    ]
    if in_period:
        conditions += [Contact.at >= _STARTS, Contact.at < _ENDS]
    return and_(*conditions)


def is_phoned_against() -> ColumnElement[bool]:
    """The same for phone calls to somebody who had said "never" to the phone, by what was in force then."""
    said_never = select(WayPreference.preferences_id).where(
        WayPreference.way == Way.PHONE, WayPreference.standing.in_(NEVER)
    )
    return and_(is_made(), Contact.way == Way.PHONE, Contact.preferences_id.in_(said_never))


def never_to_be_phoned() -> Select[Any]:
    """The ids of people of the team who had said "never" to the phone at any time in the period."""
    told, later = ContactPreferences, aliased(ContactPreferences)
    was_replaced = (
        select(later.id)
        .where(later.person_id == told.person_id, later.told_at > told.told_at, later.told_at <= _STARTS)
        .where(~is_struck(later))
        .exists()
    )
    return (
        select(told.person_id)
        .join(WayPreference, WayPreference.preferences_id == told.id)
        .where(
            WayPreference.way == Way.PHONE,
            WayPreference.standing.in_(NEVER),
            told.told_at < _ENDS,
            told.person_id.in_(people_of_the_team()),
            ~is_struck(told),
            ~was_replaced,
        )
        .distinct()
    )


def is_answered() -> ColumnElement[bool]:
    """The condition on AdjustmentOutcome that holds for times in the period when one was needed: met, or not."""
    adjustment = aliased(ReasonableAdjustment)
    return and_(
        AdjustmentOutcome.met != Met.NOT_NEEDED,
        AdjustmentOutcome.adjustment_id.in_(select(adjustment.id).where(~is_struck(adjustment))),
        AdjustmentOutcome.happened_on.between(bindparam("first", type_=db.Date()), bindparam("last", type_=db.Date())),
        AdjustmentOutcome.person_id.in_(people_of_the_team()),
        ~is_struck(AdjustmentOutcome),
    )


def is_ended_anyway() -> ColumnElement[bool]:
    """The condition on Closure that holds where a lead of the team ended support, in the period, though not ready."""
    of_the_team = select(Episode.id).where(Episode.team_id == bindparam("team_id"))
    return and_(
        Closure.is_override,
        Closure.closed_on.between(bindparam("first", type_=db.Date()), bindparam("last", type_=db.Date())),
        Closure.episode_id.in_(of_the_team),
        Closure.person_id.in_(people_of_the_team()),
    )


def is_to_review() -> ColumnElement[bool]:
    """The condition on ReasonableAdjustment that holds while its review is due."""
    return and_(
        is_to_be_met(),
        ReasonableAdjustment.review_on <= bindparam("today", type_=db.Date()),
        ReasonableAdjustment.person_id.in_(people_of_the_team()),
    )

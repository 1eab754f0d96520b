"""What we have not done in time, one statement for each kind, about people of a team within reach."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, String, and_, bindparam, exists, func, literal, or_, select
from sqlalchemy.orm import aliased

from livingwell.adjustments.queries.stuck import not_met_of_the_team
from livingwell.careplans.models import Agreement, Answer
from livingwell.contacts.models import AsAsked, Contact, ContactKind, Outcome
from livingwell.core.clock import today
from livingwell.discussions.models import Decision, Meeting
from livingwell.journeys.models import (
    Closure,
    Destination,
    HandOver,
    HandOverAnswer,
    HandOverAnswerKind,
    HandOverSending,
    LandingCheck,
    Missed,
)
from livingwell.journeys.queries.landing import is_unanswered
from livingwell.journeys.watch_times import PLAN_DAYS, watch_times
from livingwell.people.models import Death, Episode, Person
from livingwell.people.queries.reach import reached_by_episode
from livingwell.people.queries.striking import is_struck

LANDING_WATCHED = timedelta(days=90)
"""So long after its day a landing check is watched: by then the way back has long been told."""

MEETINGS_GONE_BY = 2


def _day_before(name: str, days: Any) -> ColumnElement[Any]:
    """The last day that is long enough ago; asked when the statement runs, which is built once."""
    return bindparam(f"watch_{name}", callable_=lambda: today() - timedelta(days=days()), type_=Date())


_TODAY = _day_before("today", lambda: 0)
_PLAN, _CONTACT = _day_before("plan", lambda: PLAN_DAYS), _day_before("contact", lambda: watch_times.contact)
_HAND_OVER = _day_before("hand_over", lambda: watch_times.hand_over)
_LANDING = _day_before("landing", lambda: watch_times.landing)
_LANDING_LAST = _day_before("landing_last", lambda: LANDING_WATCHED.days)
_ADJUSTMENT = _day_before("adjustment", lambda: watch_times.adjustment)
_TEAM: ColumnElement[Any] = bindparam("team_id")


def reasons() -> list[Select[Any]]:
    """Each kind: `missed`, `episode_id`, `person_id`, `since` and `about`."""
    return [_no_plan(), _no_contact(), _no_yes(), _not_decided(), _not_answered(), _not_met()]


def is_watched() -> ColumnElement[bool]:
    """The condition on Episode and Person that holds for whom the team supports now, within the actor's reach."""
    return and_(_is_of_the_team(), Episode.ended_on.is_(None))


def _is_of_the_team() -> ColumnElement[bool]:
    has_died = exists().where(Death.person_id == Episode.person_id, Death.taken_back_at.is_(None)).correlate(Episode)
    return and_(Episode.team_id == _TEAM, ~is_struck(Episode), ~has_died, reached_by_episode())


def _row(missed: Missed, since: Any, about: Any = None) -> Select[Any]:
    return select(
        literal(missed.value).label("missed"),
        Episode.id.label("episode_id"),
        Episode.person_id.label("person_id"),
        since.label("since"),
        (literal("", String) if about is None else about).label("about"),
    ).join(Person, Person.id == Episode.person_id)


def _no_plan() -> Select[Any]:
    agreed = exists().where(
        Agreement.person_id == Episode.person_id,
        Agreement.answer == Answer.YES,
        Agreement.answered_on >= Episode.referred_on,
        ~is_struck(Agreement),
    )
    return _row(Missed.PLAN, Episode.referred_on).where(
        is_watched(), Episode.referred_on <= _PLAN, ~agreed.correlate(Episode)
    )


def _no_contact() -> Select[Any]:
    """Since the last contact that was as asked, or that the person began; or since the referral, without any."""
    last = (
        select(func.max(Contact.at))
        .where(
            Contact.person_id == Episode.person_id,
            Contact.outcome.not_in((Outcome.CANCELLED_BY_US, Outcome.CANCELLED_BY_PERSON)),
            or_(Contact.as_asked == AsAsked.AS_ASKED, Contact.kind == ContactKind.FROM_THE_PERSON),
            ~is_struck(Contact),
        )
        .correlate(Episode)
        .scalar_subquery()
    )
    since = func.coalesce(func.date(last, type_=Date), Episode.referred_on, type_=Date)
    return _row(Missed.CONTACT, since).where(is_watched(), Episode.referred_on <= _CONTACT, since <= _CONTACT)


def _no_yes() -> Select[Any]:
    """Open hand-overs whose receiver has not accepted, since they were sent it, or since it was begun."""
    sent = (
        select(func.min(HandOverSending.sent_at))
        .where(HandOverSending.hand_over_id == HandOver.id)
        .correlate(HandOver)
        .scalar_subquery()
    )
    since = func.coalesce(func.date(sent, type_=Date), HandOver.started_on, type_=Date)
    return (
        _row(Missed.HAND_OVER, since, Destination.name)
        .join(HandOver, HandOver.person_id == Episode.person_id)
        .join(Destination, Destination.id == HandOver.destination_id)
        .where(is_watched(), HandOver.ended_on.is_(None), since <= _HAND_OVER, ~_is_accepted(), ~is_struck(HandOver))
    )


def _is_accepted() -> ColumnElement[bool]:
    """The condition on HandOver that its receiver said yes, and not no since."""
    later = aliased(HandOverAnswer)
    declined_since = exists().where(
        later.hand_over_id == HandOverAnswer.hand_over_id,
        later.kind == HandOverAnswerKind.DECLINED,
        later.created_at > HandOverAnswer.created_at,
    )
    accepted = exists().where(
        HandOverAnswer.hand_over_id == HandOver.id,
        HandOverAnswer.kind == HandOverAnswerKind.ACCEPTED,
        ~declined_since,
    )
    return accepted.correlate(HandOver)


def _not_decided() -> Select[Any]:
    """Decisions past their day that came back to two meetings since, and are still not done."""
    meetings = (
        select(func.count())
        .select_from(Meeting)
        .where(Meeting.team_id == Decision.team_id, func.date(Meeting.ended_at, type_=Date) > Decision.by_on)
        .correlate(Decision)
        .scalar_subquery()
    )
    return (
        _row(Missed.DECISION, Decision.by_on, Decision.what)
        .join(Decision, Decision.person_id == Episode.person_id)
        .where(
            is_watched(),
            Decision.team_id == _TEAM,
            Decision.settled_at.is_(None),
            Decision.by_on < _TODAY,
            meetings >= MEETINGS_GONE_BY,
            ~is_struck(Decision),
        )
    )


def _not_answered() -> Select[Any]:
    """Landing checks that nobody answered, of support that ended: since the first of them."""
    return (
        _row(Missed.LANDING, func.min(LandingCheck.due_on))
        .join(Closure, Closure.episode_id == Episode.id)
        .join(LandingCheck, LandingCheck.closure_id == Closure.id)
        .where(
            _is_of_the_team(),
            LandingCheck.due_on <= _LANDING,
            LandingCheck.due_on > _LANDING_LAST,
            is_unanswered(),
        )
        .group_by(Episode.id, Episode.person_id)
    )


def _not_met() -> Select[Any]:
    waits = not_met_of_the_team().subquery()
    return (
        _row(Missed.ADJUSTMENT, waits.c.since, waits.c.what)
        .join(waits, waits.c.person_id == Episode.person_id)
        .where(is_watched(), waits.c.since <= _ADJUSTMENT)
    )

"""Landing checks that are due: for the worker that asks by itself, and for what it may not ask."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from livingwell.core.clock import now, today
from livingwell.core.model import Instant
from livingwell.delivery.models import Channel, Delivery, DeliveryState, Message
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.journeys.landing_times import landing_times
from livingwell.journeys.models import Destination, Landed, LandingAnswer, LandingAsking, LandingCheck
from livingwell.journeys.queries.landing import AS_THEY_LIKE, is_answered
from livingwell.people.models import Allocation, AllocationRole, Episode
from livingwell.people.queries.striking import is_struck

OPEN_FOR = timedelta(days=60)
"""So long a text that comes back is taken for an answer to what we asked."""

NEEDS_SOMEBODY = [each for each in Landed if each.needs_somebody]
DID_NOT_GO = (DeliveryState.REFUSED, DeliveryState.STOPPED, DeliveryState.CANCELLED)


def patience_ends() -> datetime:
    """What was asked before this instant was waited for long enough."""
    return now() - timedelta(days=landing_times.answer_days)


# Asked when the statement runs, so that one that was built once doesn't stay on the day when it was built.
_TODAY: ColumnElement[date] = bindparam("landing_today", callable_=today, type_=Date())
_BEFORE: ColumnElement[Any] = bindparam("landing_before", callable_=patience_ends, type_=Instant())


def checks_due() -> list[UUID]:
    """The checks that may have to be asked now, for the first time or once more, what is due for longest first."""
    found = select(LandingCheck.id).outerjoin(LandingCheck.destination).where(is_to_ask())
    return list(db.session.scalars(found.order_by(LandingCheck.due_on, *AS_THEY_LIKE)))


def is_still_due(check_id: UUID) -> bool:
    """Whether nobody was quicker."""
    return db.session.scalar(select(LandingCheck.id).where(LandingCheck.id == check_id, is_to_ask())) is not None


def questions_now(person_id: UUID) -> list[tuple[UUID, str | None, date]]:
    """The person's checks whose day has come: which, about which place, and since when. One statement."""
    found = (
        select(LandingCheck.id, Destination.name, LandingCheck.due_on)
        .outerjoin(LandingCheck.destination)
        .where(LandingCheck.person_id == person_id, is_due())
        .order_by(LandingCheck.due_on, *AS_THEY_LIKE)
    )
    return [(check_id, name, due_on) for check_id, name, due_on in db.session.execute(found)]


def is_to_ask() -> ColumnElement[bool]:
    """The condition on LandingCheck that it is due and nothing is waited for: an answer, a member, or a reading."""
    waits = (
        exists()
        .where(
            LandingAsking.check_id == LandingCheck.id,
            or_(
                LandingAsking.asked_at.is_(None),
                LandingAsking.reply_id.is_not(None),
                (LandingAsking.asked_at > _BEFORE) & ~did_not_go(),
            ),
        )
        .correlate(LandingCheck)
    )
    return is_due() & ~waits


def is_due() -> ColumnElement[bool]:
    """The condition on LandingCheck that its day has come, and nobody answered or asked us to leave it.

    Once the next time has come, that one is asked and not this.
    """
    later = aliased(LandingCheck)
    overtaken = exists().where(
        later.closure_id == LandingCheck.closure_id, later.due_on > LandingCheck.due_on, later.due_on <= _TODAY
    )
    return (
        (LandingCheck.due_on <= _TODAY)
        & LandingCheck.cancelled_at.is_(None)
        & LandingCheck.given_up_at.is_(None)
        & ~is_answered()
        & ~overtaken.correlate(LandingCheck)
    )


def did_not_go() -> ColumnElement[bool]:
    """The condition on LandingAsking that its message was refused, held back or cancelled: nobody was asked by it."""
    return (
        exists()
        .where(Delivery.message_id == LandingAsking.message_id, Delivery.state.in_(DID_NOT_GO))
        .correlate(LandingAsking)
    )


def has_open_question(person_id: UUID) -> bool:
    """Whether something that we asked by itself waits for an answer: one question at a time.

    Who has just said that something is not working is not asked the next thing before somebody has looked, or for a
    day.
    """
    lately = select(LandingAnswer.id).where(
        LandingAnswer.person_id == person_id,
        LandingAnswer.landed.in_(NEEDS_SOMEBODY),
        LandingAnswer.dealt_with_at.is_(None),
        LandingAnswer.created_at > now() - timedelta(days=1),
    )
    if db.session.scalar(lately.limit(1)) is not None:
        return True
    found = (
        select(LandingAsking.id)
        .join(LandingCheck, LandingCheck.id == LandingAsking.check_id)
        .where(
            LandingCheck.person_id == person_id,
            LandingCheck.cancelled_at.is_(None),
            ~is_answered(),
            LandingAsking.message_id.is_not(None),
            LandingAsking.asked_at > _BEFORE,
            LandingAsking.reply_id.is_(None),
            ~did_not_go(),
        )
    )
    return db.session.scalar(found.limit(1)) is not None


def went(asking: LandingAsking) -> bool:
    """Whether the person was asked by it, as far as we know."""
    return asking.asked_at is not None and not db.session.scalar(
        select(did_not_go()).select_from(LandingAsking).where(LandingAsking.id == asking.id)
    )


def is_back(person_id: UUID, since: date) -> bool:
    """Whether somebody supports the person again, whichever way they came."""
    found = select(Episode.id).where(
        Episode.person_id == person_id,
        Episode.ended_on.is_(None),
        Episode.referred_on >= since,
        ~is_struck(Episode),
    )
    return db.session.scalar(found.limit(1)) is not None


def last_key_worker(episode_id: UUID) -> Account | None:
    """Who was key worker when it ended."""
    found = (
        select(Account)
        .join(Allocation, Allocation.account_id == Account.id)
        .where(Allocation.episode_id == episode_id, Allocation.role == AllocationRole.KEY_WORKER)
        .order_by(Allocation.until_on.is_not(None), Allocation.until_on.desc(), Allocation.from_on.desc())
    )
    return db.session.scalar(found.limit(1))


def answer_to_come_back_from(person_id: UUID) -> LandingAnswer | None:
    """The last answer to which we offered the way back, unless that is long ago."""
    found = select(LandingAnswer).where(
        LandingAnswer.person_id == person_id,
        LandingAnswer.landed.in_(NEEDS_SOMEBODY),
        LandingAnswer.created_at > now() - OPEN_FOR,
    )
    return db.session.scalar(found.order_by(LandingAnswer.created_at.desc(), LandingAnswer.id).limit(1))


def last_text_asking(person_id: UUID) -> tuple[LandingAsking, str] | None:
    """The last question that went to the person by text, and to which number, unless that is long ago."""
    found = (
        select(LandingAsking, Message.to_address)
        .join(Message, Message.id == LandingAsking.message_id)
        .where(
            LandingAsking.person_id == person_id,
            Message.channel == Channel.TEXT,
            LandingAsking.asked_at > now() - OPEN_FOR,
        )
        .order_by(LandingAsking.asked_at.desc(), LandingAsking.id)
        .limit(1)
    )
    row = db.session.execute(found).first()
    return (row[0], row[1]) if row else None


def asking_with(token_hash: str) -> LandingAsking | None:
    """The asking whose e-mail has a link with this hash."""
    return db.session.scalar(select(LandingAsking).where(LandingAsking.token_hash == token_hash))

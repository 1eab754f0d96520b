"""Landing checks: one person's, and those that nobody has answered."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from livingwell.contacts.models import Reply
from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.journeys.models import (
    Closure,
    Destination,
    LandingAnswer,
    LandingCheck,
)


def checks_of(person_id: UUID) -> Sequence[LandingCheck]:
    """Every check of the person with its askings, answers and destination, as they fall due. Three statements."""
    found = _whole().where(LandingCheck.person_id == person_id)
    return db.session.scalars(found.order_by(LandingCheck.due_on, *AS_THEY_LIKE)).all()


def check_of(person_id: UUID, check_id: UUID) -> LandingCheck:
    """One of them. Raises NotFound for another person's."""
    found = db.session.scalar(_whole().where(LandingCheck.id == check_id, LandingCheck.person_id == person_id))
    if found is None:
        raise NotFound
    return found


def answer_of(person_id: UUID, answer_id: UUID) -> LandingAnswer:
    """One answer. Raises NotFound for another person's."""
    wanted = select(LandingAnswer).where(LandingAnswer.id == answer_id, LandingAnswer.person_id == person_id)
    found = db.session.scalar(wanted)
    if found is None:
        raise NotFound
    return found


def own_answer_of(person_id: UUID, answer_id: UUID, actor: Actor) -> LandingAnswer:
    """One that the person gave themself, to which they may add. Raises NotFound for any other."""
    answer = answer_of(person_id, answer_id)
    if answer.written_by_id not in (None, actor.account_id):
        raise NotFound
    return answer


def locked_check(check_id: UUID) -> LandingCheck:
    """A check, read afresh and held, so that one at a time asks or answers."""
    db.session.execute(select(LandingCheck.id).where(LandingCheck.id == check_id).with_for_update())
    found = db.session.scalar(_whole().where(LandingCheck.id == check_id).execution_options(populate_existing=True))
    if found is None:
        raise NotFound
    return found


def checks_after(closure_id: UUID) -> Sequence[LandingCheck]:
    """The checks that follow a closure, held until the action ends."""
    found = _whole().where(LandingCheck.closure_id == closure_id)
    return db.session.scalars(found.execution_options(populate_existing=True).with_for_update(of=LandingCheck)).all()


def open_checks(person_id: UUID) -> Sequence[LandingCheck]:
    """Those that are still to be asked or answered, held until the action ends."""
    wanted = _whole().where(LandingCheck.person_id == person_id, LandingCheck.cancelled_at.is_(None), ~is_answered())
    return db.session.scalars(wanted.execution_options(populate_existing=True).with_for_update(of=LandingCheck)).all()


def replies_to(check: LandingCheck) -> Sequence[Reply]:
    """What the person answered in words of their own, and nobody has dealt with."""
    ids = [each.reply_id for each in check.askings if each.reply_id]
    return db.session.scalars(select(Reply).where(Reply.id.in_(ids), Reply.dealt_with_at.is_(None))).all()


def words_answered(check: LandingCheck) -> Sequence[str]:
    """The same in words."""
    return [reply.words for reply in replies_to(check)]


def is_unanswered() -> ColumnElement[bool]:
    """The condition on LandingCheck that we do not know whether it landed: it has no answer, and no later one has.

    Whether it was asked in vain or nobody asked is the same to the person.
    """
    later = aliased(LandingCheck)
    answered_since = exists().where(
        LandingAnswer.check_id == later.id,
        later.closure_id == LandingCheck.closure_id,
        later.due_on > LandingCheck.due_on,
    )
    return LandingCheck.cancelled_at.is_(None) & ~is_answered() & ~answered_since.correlate(LandingCheck)


def is_answered() -> ColumnElement[bool]:
    """The condition on LandingCheck that somebody has answered it."""
    return exists().where(LandingAnswer.check_id == LandingCheck.id).correlate(LandingCheck)


def _whole() -> Select[LandingCheck]:
    return (
        select(LandingCheck)
        .outerjoin(LandingCheck.destination)
        .options(
            contains_eager(LandingCheck.destination).joinedload(Destination.service),
            joinedload(LandingCheck.closure).load_only(Closure.kind, Closure.closed_on, Closure.episode_id),
            selectinload(LandingCheck.askings),
            selectinload(LandingCheck.answers),
        )
    )


AS_THEY_LIKE = (Destination.preference.is_(None), Destination.preference, Destination.name, LandingCheck.id)

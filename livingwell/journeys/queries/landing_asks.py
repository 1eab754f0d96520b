"""What landing checks ask of a member, for `people.queries.asks`."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from livingwell.contacts.models import Reply
from livingwell.journeys.models import Closure, LandingAnswer, LandingAsking, LandingCheck
from livingwell.journeys.models.landing_today import LANDING_BACK, LANDING_REPLY, LANDING_SAID, LANDING_TO_ASK
from livingwell.journeys.queries.landing_due import NEEDS_SOMEBODY, is_due
from livingwell.people.models import Allocation, Death
from livingwell.people.queries.arriving import LEADS_SEE, has_key_worker
from livingwell.people.queries.asks import ask
from livingwell.people.queries.leading import answers_for_the_team
from livingwell.people.queries.members import is_supported
from livingwell.people.queries.reach import ANYBODY


def _is_mine(came_at: Any) -> ColumnElement[bool]:
    """The condition on LandingCheck, with its closure, that it is the member's: they were key worker at the end.

    Where nobody was, or they have left, it is the leads'; after two working days it is theirs too.
    """
    for_leads = answers_for_the_team(LandingCheck) & or_(came_at < LEADS_SEE, ~_was_key_worker())
    return or_(_was_key_worker(ANYBODY.account_id), for_leads)


def _was_key_worker(account_id: ColumnElement[Any] | None = None) -> ColumnElement[bool]:
    """The condition that a member who is still there, or this one, was key worker when support ended."""
    at_the_end = or_(Allocation.until_on.is_(None), Allocation.until_on >= Closure.closed_on)
    of_it = Allocation.episode_id == Closure.episode_id
    return has_key_worker(of_it, at_the_end, account_id=account_id).correlate(Closure)


def _lives() -> ColumnElement[bool]:
    dead = exists().where(Death.person_id == LandingCheck.person_id, Death.taken_back_at.is_(None))
    return ~dead.correlate(LandingCheck)


def _to_ask() -> Select[Any]:
    """One row for each person whom a member is to ask, however many questions there are."""
    since = func.min(LandingAsking.created_at)
    told = ask(
        LANDING_TO_ASK,
        person_id=LandingCheck.person_id,
        row_id=LandingCheck.person_id,
        since=since,
        by=func.coalesce(func.max(LandingAsking.way), ""),
    )
    return (
        select(*told)
        .select_from(LandingAsking)
        .join(LandingCheck, LandingCheck.id == LandingAsking.check_id)
        .join(Closure, Closure.id == LandingCheck.closure_id)
        .where(LandingAsking.asked_at.is_(None), is_due(), _is_mine(LandingAsking.created_at), _lives())
        .group_by(LandingCheck.person_id)
    )


def _replies() -> Select[Any]:
    """Words that came back and that nobody has read. Whoever supports the person now, and the leads, see them among
    their replies.
    """
    told = ask(
        LANDING_REPLY,
        person_id=LandingCheck.person_id,
        row_id=Reply.id,
        place_id=LandingCheck.id,
        since=Reply.came_at,
        words=Reply.words,
    )
    return (
        select(*told)
        .select_from(LandingAsking)
        .join(LandingCheck, LandingCheck.id == LandingAsking.check_id)
        .join(Closure, Closure.id == LandingCheck.closure_id)
        .join(Reply, Reply.id == LandingAsking.reply_id)
        .where(
            Reply.dealt_with_at.is_(None),
            _was_key_worker(ANYBODY.account_id),
            ~is_supported(LandingCheck.person_id),
            ~answers_for_the_team(LandingCheck),
            _lives(),
        )
    )


def _said(kind: str, condition: ColumnElement[bool]) -> Select[Any]:
    """Answers on which nobody has looked."""
    told = ask(
        kind,
        person_id=LandingCheck.person_id,
        row_id=LandingAnswer.id,
        place_id=LandingCheck.id,
        since=LandingAnswer.created_at,
        by=LandingAnswer.landed,
        words=LandingAnswer.change_needed,
    )
    return (
        select(*told)
        .select_from(LandingAnswer)
        .join(LandingCheck, LandingCheck.id == LandingAnswer.check_id)
        .join(Closure, Closure.id == LandingCheck.closure_id)
        .where(LandingAnswer.dealt_with_at.is_(None), condition, _is_mine(LandingAnswer.created_at), _lives())
    )


_NEEDS_LOOKING_AT = or_(LandingAnswer.landed.in_(NEEDS_SOMEBODY), LandingAnswer.change_needed != "")

ASKS = (
    _to_ask(),
    _replies(),
    _said(LANDING_BACK, LandingAnswer.wants_to_come_back.is_(True)),
    _said(LANDING_SAID, and_(LandingAnswer.wants_to_come_back.is_(False), _NEEDS_LOOKING_AT)),
)
"""What landing checks ask of a member, for `people.queries.asks`."""

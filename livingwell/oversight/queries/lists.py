"""The list behind each figure: the newest first, or what has waited longest."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from livingwell.adjustments.models import AdjustmentOutcome, Met, ReasonableAdjustment
from livingwell.contacts.models import AsAsked, Contact
from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.journeys.models import Closure
from livingwell.oversight.models import Figure, Listed, Period, Wanted
from livingwell.oversight.queries.scope import (
    is_answered,
    is_ended_anyway,
    is_made,
    is_phoned_against,
    is_to_review,
    values_of,
)
from livingwell.people.models import Person
from livingwell.people.queries.reach import require_own_team

PAGE = 50

_PERSON = (Person.id.label("person_id"), Person.preferred_name, Person.family_name)


def list_behind(actor: Actor, team_id: UUID, period: Period, wanted: Wanted) -> Listed:
    """One page of the list. One statement. Raises NotFound for a team that isn't the actor's."""
    some = _statement(wanted).offset((wanted.page - 1) * PAGE).limit(PAGE + 1)
    found = _rows(some, actor, team_id, period)
    return Listed(found[:PAGE], len(found) > PAGE)


def whole_list(actor: Actor, team_id: UUID, period: Period, wanted: Wanted) -> Listed:
    """All of the list, for a file. One statement."""
    return Listed(_rows(_statement(wanted), actor, team_id, period))


def _rows(statement: Any, actor: Actor, team_id: UUID, period: Period) -> list[Any]:
    require_own_team(actor, team_id)
    return list(db.session.execute(statement, values_of(actor, team_id, period)))


def _statement(wanted: Wanted) -> Any:
    if wanted.figure is Figure.ADJUSTMENTS:
        return _answers(wanted)
    if wanted.figure is Figure.ENDED_ANYWAY:
        return _ended_anyway()
    return _reviews() if wanted.figure is Figure.REVIEWS else _contacts(wanted)


def _contacts(wanted: Wanted) -> Any:
    columns = (Contact.at, Contact.way, Contact.outcome, Contact.as_asked, Contact.is_emergency, Contact.reason)
    condition = is_phoned_against() if wanted.figure is Figure.PHONED else is_made()
    found = select(*_PERSON, *columns).join(Person, Person.id == Contact.person_id).where(condition)
    if wanted.way is not None:
        found = found.where(Contact.way == wanted.way)
    if wanted.is_kept is not None:
        found = found.where(Contact.as_asked == (AsAsked.AS_ASKED if wanted.is_kept else AsAsked.NOT_AS_ASKED))
    return found.order_by(Contact.at.desc(), Contact.id)


def _answers(wanted: Wanted) -> Any:
    columns = (AdjustmentOutcome.happened_on, AdjustmentOutcome.met, AdjustmentOutcome.why, ReasonableAdjustment.what)
    found = (
        select(*_PERSON, *columns)
        .join(ReasonableAdjustment, ReasonableAdjustment.id == AdjustmentOutcome.adjustment_id)
        .join(Person, Person.id == AdjustmentOutcome.person_id)
        .where(is_answered())
    )
    if wanted.is_kept is not None:
        found = found.where(AdjustmentOutcome.met == (Met.MET if wanted.is_kept else Met.NOT_MET))
    return found.order_by(AdjustmentOutcome.happened_on.desc(), AdjustmentOutcome.id)


def _reviews() -> Any:
    return (
        select(*_PERSON, ReasonableAdjustment.what, ReasonableAdjustment.review_on)
        .join(Person, Person.id == ReasonableAdjustment.person_id)
        .where(is_to_review())
        .order_by(ReasonableAdjustment.review_on, ReasonableAdjustment.id)
    )


def _ended_anyway() -> Any:
    return (
        select(*_PERSON, Closure.closed_on, Closure.written_by, Closure.overridden_why)
        .join(Person, Person.id == Closure.person_id)
        .where(is_ended_anyway())
        .order_by(Closure.closed_on.desc(), Closure.id)
    )

"""Suggestions that wait for a yes or a no, for a page that shows the rest of the plan elsewhere."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import joinedload

from livingwell.careplans.models import AnsweredSuggestion, CarePlan, Suggestion, SuggestionAnswer
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck

SETTLED = (SuggestionAnswer.ACCEPTED, SuggestionAnswer.DECLINED)


def suggestions_waiting(person_id: UUID) -> Sequence[Suggestion]:
    """Those for the current plan, the person's own first. One statement."""
    return db.session.scalars(_waiting(), {"person_id": person_id}).unique().all()


@cache
def _waiting() -> Select[Suggestion]:
    is_settled = (
        select(AnsweredSuggestion.id)
        .where(AnsweredSuggestion.suggestion_id == Suggestion.id, AnsweredSuggestion.answer.in_(SETTLED))
        .exists()
    )
    return (
        select(Suggestion)
        .join(CarePlan, CarePlan.id == Suggestion.plan_id)
        .where(
            Suggestion.person_id == bindparam("person_id"),
            CarePlan.ended_on.is_(None),
            ~is_settled,
            ~is_struck(Suggestion),
        )
        .options(joinedload(Suggestion.answers))
        .order_by(Suggestion.is_persons.desc(), Suggestion.created_at)
    )

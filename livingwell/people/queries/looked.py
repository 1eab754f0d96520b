"""What the person asks about who looked, and which lead should answer."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Episode, LookedQuestion
from livingwell.people.models.looked import LOOKED_QUESTION
from livingwell.people.queries.asks import ask
from livingwell.people.queries.leading import answers_for_the_team


def _open() -> Select[Any]:
    """Questions that no lead has answered, for the leads of the person's teams alone."""
    told = ask(
        LOOKED_QUESTION,
        person_id=LookedQuestion.person_id,
        row_id=LookedQuestion.id,
        since=LookedQuestion.created_at,
        by=LookedQuestion.about,
        words=LookedQuestion.words,
    )
    return select(*told).where(LookedQuestion.answered_at.is_(None), answers_for_the_team(LookedQuestion))


ASKS = (_open(),)
"""What people ask about who looked, for `people.queries.asks`."""


def questions_of(person_id: UUID) -> Sequence[LookedQuestion]:
    """Everything that the person asked, the first first."""
    found = select(LookedQuestion).where(LookedQuestion.person_id == person_id)
    return db.session.scalars(found.order_by(LookedQuestion.created_at, LookedQuestion.id)).all()


def answers_to_see(person_id: UUID) -> Sequence[LookedQuestion]:
    """What a lead has answered and the person has not said that they saw."""
    found = select(LookedQuestion).where(
        LookedQuestion.person_id == person_id,
        LookedQuestion.answered_at.is_not(None),
        LookedQuestion.seen_at.is_(None),
    )
    return db.session.scalars(found.order_by(LookedQuestion.answered_at, LookedQuestion.id)).all()


def question_of(person_id: UUID, question_id: UUID) -> LookedQuestion:
    """One of them. Raises NotFound for another person's."""
    found = select(LookedQuestion).where(LookedQuestion.id == question_id, LookedQuestion.person_id == person_id)
    question: LookedQuestion | None = db.session.scalar(found)
    if question is None:
        raise NotFound
    return question


def team_ids_of(person_id: UUID) -> Sequence[UUID]:
    """The teams that the person has or had an episode with."""
    return db.session.scalars(select(Episode.team_id).where(Episode.person_id == person_id).distinct()).all()

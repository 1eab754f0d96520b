"""Which teams were asked about somebody they may know, and what they answered."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import KnownElsewhere
from livingwell.people.queries.reach import is_hidden_from

SHOWN = 50


def requests_to_answer(actor: Actor) -> Sequence[KnownElsewhere]:
    """What the teams that the actor leads were asked and have not answered, the oldest first, with the person."""
    return db.session.scalars(_to_answer(actor).order_by(KnownElsewhere.created_at).limit(SHOWN)).all()


def requests_asked(actor: Actor) -> Sequence[KnownElsewhere]:
    """What the actor's teams asked, the latest first, with the answers."""
    found = _visible(actor).where(KnownElsewhere.asking_team_id.in_(sorted(actor.team_ids)))
    return db.session.scalars(found.order_by(KnownElsewhere.created_at.desc()).limit(SHOWN)).all()


def request_to_answer(request_id: UUID, actor: Actor) -> KnownElsewhere:
    """The request, also one that was answered. Raises NotFound where it is not this lead's to answer."""
    found = _visible(actor).where(
        KnownElsewhere.id == request_id, KnownElsewhere.knowing_team_id.in_(sorted(actor.led_team_ids))
    )
    return _one(found)


def request_asked(request_id: UUID, actor: Actor) -> KnownElsewhere:
    """A request of one of the actor's teams. Raises NotFound."""
    found = _visible(actor).where(
        KnownElsewhere.id == request_id, KnownElsewhere.asking_team_id.in_(sorted(actor.team_ids))
    )
    return _one(found)


def waiting_request(person_id: UUID, asking_team_id: UUID) -> KnownElsewhere | None:
    """What the team has asked already about the person, and nobody has answered."""
    found = select(KnownElsewhere).where(
        KnownElsewhere.person_id == person_id,
        KnownElsewhere.asking_team_id == asking_team_id,
        KnownElsewhere.answered_at.is_(None),
    )
    request: KnownElsewhere | None = db.session.scalar(found)
    return request


def _to_answer(actor: Actor) -> Select[Any]:
    return _visible(actor).where(
        KnownElsewhere.knowing_team_id.in_(sorted(actor.led_team_ids)), KnownElsewhere.answered_at.is_(None)
    )


def _visible(actor: Actor) -> Select[Any]:
    """Requests about people whose record exists for the actor: one that is limited to others is not told of."""
    return (
        select(KnownElsewhere)
        .join(KnownElsewhere.person)
        .where(~is_hidden_from(actor))
        .options(
            contains_eager(KnownElsewhere.person),
            joinedload(KnownElsewhere.asking_team),
            joinedload(KnownElsewhere.knowing_team),
            joinedload(KnownElsewhere.asked_by),
            joinedload(KnownElsewhere.answered_by),
        )
    )


def _one(found: Select[Any]) -> KnownElsewhere:
    request: KnownElsewhere | None = db.session.scalar(found)
    if request is None:
        raise NotFound
    return request

"""Who does what is done now and then."""

from datetime import timedelta

from sqlalchemy import select, update

from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.models import Chore
from livingwell.extensions import db


@atomic()
def take_chore(name: str, every: timedelta) -> bool:
    """Whether it is due and ours to do: of several workers one gets the answer yes."""
    if db.session.scalar(select(Chore.name).where(Chore.name == name)) is None:
        db.session.add(Chore(name=name, due_at=now() + every))
        return True
    moved = update(Chore).where(Chore.name == name, Chore.due_at <= now()).values(due_at=now() + every)
    return bool(db.session.execute(moved).rowcount)  # type: ignore[attr-defined]

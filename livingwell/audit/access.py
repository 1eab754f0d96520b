"""Who looked. Written in a short transaction of its own, before the page is read."""

from collections.abc import Iterable
from uuid import UUID

from livingwell.audit import chain
from livingwell.core.actor import Actor
from livingwell.extensions import db


def record_read(verb: str, actor: Actor, person_id: UUID | None = None, shown: Iterable[UUID] = ()) -> None:
    """Enter that the actor opened the person's page, or was shown a list of the people with these ids.

    The caller must hold no write lock: in a request that writes, end its transaction first.
    """
    connection = db.engine.connect().execution_options(writes=True)
    with connection, connection.begin():
        chain.append(
            connection,
            [
                {
                    "is_read": True,
                    "verb": verb,
                    "actor_id": actor.account_id,
                    "actor_label": "" if actor.account_id else actor.name,
                    "person_id": person_id,
                    "detail": {"shown": [str(person) for person in shown]},
                }
            ],
        )

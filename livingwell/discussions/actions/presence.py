"""Who has a discussion on their screen. Operational: no entry in the audit."""

from uuid import UUID

from sqlalchemy import update

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.discussions.models import CaseDiscussion, Presence
from livingwell.extensions import db


@atomic()
def be_present(discussion: CaseDiscussion, writing: str, actor: Actor) -> None:
    """The actor's screen shows the discussion, and they write in one of its parts, or in none."""
    if not _seen_again(discussion.id, writing, actor):
        db.session.add(
            Presence(discussion_id=discussion.id, account_id=actor.account_id, writing=writing, seen_at=now())
        )


def _seen_again(discussion_id: UUID, writing: str, actor: Actor) -> bool:
    seen = update(Presence).where(Presence.discussion_id == discussion_id, Presence.account_id == actor.account_id)
    changed = seen.values(writing=writing, seen_at=now()).returning(Presence.id)
    options = {"synchronize_session": False}
    return db.session.execute(changed, execution_options=options).first() is not None

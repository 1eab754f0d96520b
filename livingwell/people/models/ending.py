"""An episode of support ends by two doors only, whatever sets the day: a page, a command, an import or a script."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from livingwell.people.models.episode import Episode


class EndedOtherwise(RuntimeError):
    """A mistake of ours: an episode was ended by no closure, and by no referral turned away. Nothing is written."""


ends_properly: list[Callable[[Session, Episode], bool]] = []
"""What else makes an end right: told by the package that closes."""


@event.listens_for(Session, "before_flush")
def _refuse_other_ends(session: Session, *_flush: Any) -> None:
    for row in (*session.new, *session.dirty):
        if isinstance(row, Episode) and _is_ended_now(row) and not _is_right(session, row):
            raise EndedOtherwise("an episode ends by a closure, or by a discussion that turns a referral away")


def _is_ended_now(episode: Episode) -> bool:
    return any(inspect(episode).attrs.ended_on.history.added or ())


def _is_right(session: Session, episode: Episode) -> bool:
    return episode.is_turned_away or any(is_right(session, episode) for is_right in ends_properly)

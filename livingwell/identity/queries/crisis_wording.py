"""What the service says if things get too much."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.exc import OperationalError, ProgrammingError

from livingwell.config import UnsafeSettings
from livingwell.extensions import db
from livingwell.identity.models import CrisisWording

_LATEST = select(CrisisWording).order_by(CrisisWording.number.desc())


def standing_wording() -> CrisisWording | None:
    """The version on every page now, or none before one was set."""
    return db.session.scalar(_LATEST.limit(1))


def wordings() -> Sequence[CrisisWording]:
    """Every version, the latest first."""
    return db.session.scalars(_LATEST).all()


def require_crisis_wording() -> None:
    """Raise UnsafeSettings, with what to do, before the service has said what people can do if things get too much."""
    try:
        is_set = standing_wording() is not None
    except (OperationalError, ProgrammingError):
        raise UnsafeSettings("The database can’t be used, or is not up to date. Run: livingwell upgrade") from None
    if not is_set:
        raise UnsafeSettings(
            "Nobody has said yet what people can do if things get too much. Write your service’s own wording and "
            "numbers into a file, and run: livingwell set-crisis-wording FILE"
        )

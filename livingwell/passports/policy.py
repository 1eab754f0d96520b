"""Who may write and share a passport: the person, and every member with them or for them."""

from uuid import UUID

from livingwell.core.actor import Actor, Side
from livingwell.core.errors import Forbidden
from livingwell.identity.permissions import Permission
from livingwell.passports.models import HowWritten
from livingwell.people.models import Person
from livingwell.people.queries.own_reach import require_own_or


def require_change(actor: Actor, person_id: UUID) -> Person:
    """The person whose passport the actor may change. Raises Forbidden without the right, NotFound out of reach."""
    return require_own_or(Permission.CHANGE_PEOPLE, actor, person_id)


def require_honest(actor: Actor, how_written: HowWritten) -> None:
    """Raise Forbidden where a member would write as the person, or the person as a member."""
    if (actor.side is Side.PERSON) != (how_written is HowWritten.BY_PERSON):
        raise Forbidden("Say who wrote it down.")

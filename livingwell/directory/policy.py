"""Who may see and change the directory, and whether an entry is fresh enough to be relied on."""

from livingwell.core.actor import Actor
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict
from livingwell.directory.freshness import is_fresh
from livingwell.directory.models import Service
from livingwell.identity.permissions import Permission, require


def require_change(actor: Actor) -> None:
    """Raise Forbidden unless the actor may change entries: every member, whatever their profession."""
    require(actor, Permission.CHANGE_DIRECTORY)


def require_import(actor: Actor) -> None:
    """Raise Forbidden unless the actor may read feeds into the directory."""
    require(actor, Permission.IMPORT_DIRECTORY)


def require_fresh(service: Service) -> None:
    """Raise Conflict unless a plan or a letter may rely on the entry: nobody is sent to a door that has closed."""
    service.require_there()
    if is_fresh(service):
        return
    if service.last_checked_on is None:
        said = f"Nobody has checked the entry of {service.name} yet."
    else:
        said = f"The entry of {service.name} was last checked on {long_date(service.last_checked_on)}."
    raise Conflict(f"{said} Check first that it is right, in the directory, and press “I have checked this”.")

"""Entries made by hand: added, corrected, withdrawn and brought back."""

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict
from livingwell.core.text import LINE, clean, require_within, require_words
from livingwell.directory import policy
from livingwell.directory.actions.checking import note_check
from livingwell.directory.actions.keeping import fill, keep_findable
from livingwell.directory.commands import EditService, ServiceDetails
from livingwell.directory.models import Service, ServiceWithdrawal
from livingwell.directory.queries.services import service_for_change, service_of
from livingwell.extensions import db

WRITTEN_BY_HAND = "Written down here"


@atomic()
def add_service(details: ServiceDetails, actor: Actor) -> Service:
    """A new entry, checked today by whoever writes it down. Raises Invalid without a name."""
    policy.require_change(actor)
    service = Service()
    fill(service, details)
    db.session.add(service)
    db.session.flush()
    note_check(service, today(), actor.name, WRITTEN_BY_HAND, actor.account_id)
    keep_findable([service])
    record("add_service", actor)
    return service


@atomic()
def edit_service(service_id: UUID, command: EditService, actor: Actor) -> Service:
    """Let the entry say this from now on. It is no check: whoever corrects a line may not have looked at the others.

    Raises Stale where somebody else changed it since it was read, and Conflict where it was withdrawn.
    """
    policy.require_change(actor)
    service = service_for_change(service_id)
    service.require_version(command.row_version, as_typed(service))
    fill(service, command.details)
    db.session.flush()
    keep_findable([service])
    record("edit_service", actor)
    return service


@atomic()
def withdraw_service(service_id: UUID, reason: str, actor: Actor) -> ServiceWithdrawal:
    """It is no longer there: no search shows it and no plan can take it. Plans that have it keep it.

    Raises Invalid without a reason, and Conflict where somebody has said so already.
    """
    policy.require_change(actor)
    reason = require_within(require_words(clean(reason), "reason", "Say why it is no longer there"), LINE, "reason")
    service = service_for_change(service_id)
    service.withdrawn_on = today()
    withdrawal = ServiceWithdrawal(
        service_id=service.id,
        reason=reason,
        withdrawn_on=today(),
        withdrawn_by_id=actor.account_id,
        withdrawn_by=actor.name,
    )
    db.session.add(withdrawal)
    record("withdraw_service", actor)
    return withdrawal


@atomic()
def bring_back_service(service_id: UUID, actor: Actor) -> Service:
    """It is there after all. Nobody has checked it by that. Raises Conflict where it was not withdrawn."""
    policy.require_change(actor)
    service = service_of(service_id)
    if service.withdrawn_on is None:
        raise Conflict("This entry is there already.")
    service.withdrawn_on = None
    open_ones = select(ServiceWithdrawal).where(
        ServiceWithdrawal.service_id == service.id, ServiceWithdrawal.ended_on.is_(None)
    )
    for withdrawal in db.session.scalars(open_ones):
        withdrawal.ended_on, withdrawal.ended_by = today(), actor.name
    record("bring_back_service", actor)
    return service


def as_typed(service: Service) -> dict[str, str]:
    """The entry as text, by the names of the form's fields: for showing both where two people saved."""
    texts = {
        name: str(getattr(service, name) or "")
        for name in asdict(ServiceDetails(name="", kind=service.kind))
        if not name.startswith("is_") and name not in ("name", "latitude", "longitude")
    }
    return texts | {"service_name": service.name, "position": position_of(service)}


def position_of(service: Service) -> str:
    """Where it is on the map as a form shows it: "53.4875, -2.2901", or nothing where nobody knows."""
    return "" if service.latitude is None else f"{service.latitude}, {service.longitude}"

"""Entries, and what happened to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, or_, select

from livingwell.core.errors import NotFound
from livingwell.directory.freshness import fresh_since
from livingwell.directory.models import Service, ServiceCheck, ServiceWithdrawal
from livingwell.extensions import db

PAGE = 25


@dataclass(frozen=True)
class Due:
    """One page of what is to be checked, and how many there are in all."""

    services: Sequence[Service]
    count: int
    page: int


def service_of(service_id: UUID) -> Service:
    """The entry, also once it was withdrawn. Raises NotFound where there is none."""
    service = db.session.get(Service, service_id)
    if service is None:
        raise NotFound
    return service


def service_for_change(service_id: UUID) -> Service:
    """The entry, held until the action ends, so that two who change it do so one after the other.

    Raises NotFound where there is none, and Conflict once it was withdrawn.
    """
    held = select(Service).where(Service.id == service_id).with_for_update()
    service = db.session.scalars(held, execution_options={"populate_existing": True}).one_or_none()
    if service is None:
        raise NotFound
    service.require_there()
    return service


def services_of(service_ids: Iterable[UUID]) -> dict[UUID, Service]:
    """The entries by their ids, in one statement."""
    found = db.session.scalars(select(Service).where(Service.id.in_(list(service_ids))))
    return {service.id: service for service in found}


def checks_of(service_id: UUID) -> Sequence[ServiceCheck]:
    """Who made sure that the entry is right, the latest first."""
    of_it = select(ServiceCheck).where(ServiceCheck.service_id == service_id)
    return db.session.scalars(of_it.order_by(ServiceCheck.checked_on.desc(), ServiceCheck.created_at.desc())).all()


def withdrawals_of(service_id: UUID) -> Sequence[ServiceWithdrawal]:
    """When it was said to be no longer there, the latest first."""
    of_it = select(ServiceWithdrawal).where(ServiceWithdrawal.service_id == service_id)
    return db.session.scalars(of_it.order_by(ServiceWithdrawal.created_at.desc())).all()


def services_due(page: int = 1) -> Due:
    """What nobody has checked in time: what was never checked first, then the longest ago."""
    is_due = (
        Service.withdrawn_on.is_(None),
        or_(Service.last_checked_on.is_(None), Service.last_checked_on < fresh_since()),
    )
    count = db.session.scalar(select(func.count()).select_from(Service).where(*is_due)) or 0
    longest_first = (Service.last_checked_on.is_not(None), Service.last_checked_on, Service.sort_name, Service.id)
    ids = select(Service.id).where(*is_due).order_by(*longest_first).offset((page - 1) * PAGE).limit(PAGE)
    shown = select(Service).where(Service.id.in_(ids)).order_by(*longest_first)
    return Due(db.session.scalars(shown).all(), count, page)

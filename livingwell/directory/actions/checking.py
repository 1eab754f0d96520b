"""Somebody made sure that an entry is right."""

from datetime import date
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.text import LINE, SHORT, clean, require_within, require_words
from livingwell.directory import policy
from livingwell.directory.models import Service, ServiceCheck
from livingwell.directory.queries.services import service_for_change
from livingwell.extensions import db


@atomic()
def check_service(service_id: UUID, how: str, actor: Actor) -> ServiceCheck:
    """The actor has made sure today that the entry is right, in this way.

    Raises Invalid without how, and Conflict for an entry that was withdrawn.
    """
    policy.require_change(actor)
    how = require_within(require_words(clean(how), "how", "Say how you checked it"), LINE, "how")
    service = service_for_change(service_id)
    check = note_check(service, today(), actor.name, how, actor.account_id)
    record("check_service", actor)
    return check


def note_check(service: Service, on: date, by: str, how: str, by_id: UUID | None = None) -> ServiceCheck:
    """Keep that the entry was made sure of on that day: part of an action that records it, such as a feed's reading.

    A feed may call it only where it says itself when it was assured: that it was read is no check. An earlier day than
    that of the latest check is kept, and freshens nothing; a day to come counts as today.
    """
    on = min(on, today())
    check = ServiceCheck(
        service_id=service.id, checked_on=on, checked_by_id=by_id, checked_by=by[:SHORT], how=how[:LINE]
    )
    db.session.add(check)
    if service.last_checked_on is None or on >= service.last_checked_on:
        service.last_checked_on, service.last_checked_by = on, by[:SHORT]
    return check

"""What every change of an entry does: fill it from a command, and keep it findable."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from livingwell.core.errors import Invalid
from livingwell.core.many import insert_many
from livingwell.core.text import LONG, clean, require_within
from livingwell.directory.commands import ServiceDetails
from livingwell.directory.finding import words_of
from livingwell.directory.models import Course, Service, ServiceWord
from livingwell.directory.places import is_on_the_map, postcode_written
from livingwell.extensions import db


def fill(service: Service, details: ServiceDetails) -> None:
    """Let the entry say this, each text clean and the postcode written as all are. Its words are kept apart.

    Raises Invalid without a name, for a text that is too long, and for a place that is half or nowhere near here.
    """
    if not clean(details.name):
        raise Invalid({"name": "Enter the name of the service"})
    if not is_on_the_map(details.latitude, details.longitude):
        raise Invalid({"position": "Enter a place in the United Kingdom, like 53.4875, -2.2901"})
    for name, value in asdict(details).items():
        setattr(service, name, _kept(name, value))
    service.postcode = postcode_written(service.postcode)


def _kept(name: str, value: Any) -> Any:
    """The value, a text clean and within its column. Raises Invalid for one that is too long."""
    if not isinstance(value, str) or name == "kind":
        return value
    longest = getattr(Service.__table__.c[name].type, "length", None) or LONG
    return require_within(clean(value), longest, name)


def keep_findable(services: Sequence[Service]) -> None:
    """Let a search find each of these by the words that it has now, and by no other. They must have been flushed.

    For one entry or for hundreds at once, as the feed's: always in the same few statements.
    """
    ids = [service.id for service in services]
    if not ids:
        return
    titles = _titles(ids)
    db.session.execute(delete(ServiceWord).where(ServiceWord.service_id.in_(ids)))
    rows = [
        {"service_id": service.id, "folded": word}
        for service in services
        for word in sorted(words_of(service, titles[service.id]))
    ]
    insert_many(db.session.connection(), db.metadata.tables[ServiceWord.__tablename__], rows)


def _titles(service_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """What the courses of each are called."""
    of_them = select(Course.service_id, Course.title).where(
        Course.service_id.in_(service_ids), Course.taken_off_on.is_(None)
    )
    titles: dict[UUID, list[str]] = defaultdict(list)
    for service_id, title in db.session.execute(of_them):
        titles[service_id].append(title)
    return titles

"""Services for tests. Every name is invented; numbers are from the ranges kept for fiction."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

from livingwell.audit import record
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.directory.actions.checking import note_check
from livingwell.directory.actions.courses import add_course
from livingwell.directory.actions.features import say_feature
from livingwell.directory.actions.keeping import fill, keep_findable
from livingwell.directory.commands import CourseDetails, SayFeature, ServiceDetails
from livingwell.directory.models import Course, Feature, FeatureView, Service, ServiceKind
from livingwell.extensions import db

_numbers = count(1)


def details(name: str = "", **told: Any) -> ServiceDetails:
    """What an entry says, with a name of its own unless one is given."""
    return ServiceDetails(**{"name": name or f"Service {next(_numbers)}", "kind": ServiceKind.VOLUNTARY, **told})


def make_service(name: str = "", *, checked_on: date | None = None, is_checked: bool = True, **told: Any) -> Service:
    """An entry, checked today unless told otherwise."""
    [service] = make_services([details(name, **told)], checked_on=checked_on, is_checked=is_checked)
    return service


@atomic()
def make_services(
    all_details: Sequence[ServiceDetails], *, checked_on: date | None = None, is_checked: bool = True
) -> list[Service]:
    """Several at once."""
    services = []
    for each in all_details:
        service = Service()
        fill(service, each)
        services.append(service)
    db.session.add_all(services)
    db.session.flush()
    if is_checked:
        for service in services:
            note_check(service, checked_on or today(), "Priya Mistry", "Rang them")
    keep_findable(services)
    record("make_services", the_system("tests"))
    return services


@atomic()
def note_check_on(service: Service, day: date) -> None:
    """A check that came with a feed."""
    note_check(service, day, "A feed", "Assured there")
    record("note_check_on", the_system("tests"))


def make_stale_service(name: str = "", **told: Any) -> Service:
    """An entry that nobody has checked for over a year."""
    return make_service(name, checked_on=today() - timedelta(days=400), **told)


def say(service: Service, feature: Feature | None, actor: Actor, *, is_so: bool = True, **told: Any) -> FeatureView:
    """Somebody's view of what it is like."""
    return say_feature(service.id, SayFeature(is_so=is_so, feature=feature, **told), actor)


def make_course(service: Service, actor: Actor, title: str = "Sleeping better", **told: Any) -> Course:
    """A course that begins in a week, unless told otherwise."""
    given = {"title": title, "starts_on": today() + timedelta(days=7), **told}
    return add_course(service.id, CourseDetails(**given), actor)

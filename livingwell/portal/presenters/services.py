"""Places and groups, as somebody reads of them who may want to go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from livingwell.core.contact import number_shown
from livingwell.directory.freshness import is_fresh
from livingwell.directory.models import Course, Feature, Service, Standing
from livingwell.directory.presenters.entry import safe_link
from livingwell.directory.presenters.rows import beginning
from livingwell.portal.dates import listed, long_date
from livingwell.portal.saying import gettext as _
from livingwell.portal.service_words import FEATURES, KINDS

WRITTEN = (Feature.BOOK_BY_TEXT, Feature.BOOK_ONLINE)


@dataclass(frozen=True)
class ServiceLine:
    """One of a list."""

    id: UUID
    name: str
    kind: str
    told: str


@dataclass(frozen=True)
class CourseLine:
    """A course that is to come, or under way."""

    title: str
    told: str
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class MyService:
    """A place or group. `has`, `has_not` and `differ`: what those who know it say it is like, and where they differ."""

    id: UUID
    is_there: bool
    name: str
    kind: str
    told: str
    facts: Sequence[tuple[str, str]]
    ways: Sequence[tuple[str, str, str]]
    without_phone: str
    has: Sequence[str]
    has_not: Sequence[str]
    differ: Sequence[str]
    courses: Sequence[CourseLine]
    checked: str


def service_lines(found: Iterable[Any]) -> list[ServiceLine]:
    """The lines of a search."""
    services = [each.service for each in found]
    return [ServiceLine(each.id, each.name, str(KINDS[each.kind]), beginning(each.summary)) for each in services]


def my_service(
    service: Service, opinions: Mapping[Any, Any], said: Mapping[UUID, str], courses: Iterable[Course], day: date
) -> MyService:
    """All of it. Who said what stays with the team."""
    listed_ones = [(str(words), opinions[feature]) for feature, words in FEATURES.items() if feature in opinions]
    told = [*listed_ones, *((words, opinions[first]) for first, words in said.items() if first in opinions)]
    return MyService(
        id=service.id,
        is_there=service.withdrawn_on is None,
        name=service.name,
        kind=str(KINDS[service.kind]),
        told=service.summary,
        facts=_facts(service),
        ways=_ways(service),
        without_phone=_without_phone(service, opinions),
        has=[words for words, opinion in told if opinion.standing is Standing.MET],
        has_not=[words for words, opinion in told if opinion.standing is Standing.NOT_MET],
        differ=[words for words, opinion in told if opinion.is_disputed],
        courses=[_course(course) for course in courses if not course.is_past(day)],
        checked=_checked(service),
    )


def _facts(service: Service) -> Sequence[tuple[str, str]]:
    where = "\n".join(part for part in (service.address, service.postcode) if part)
    facts = (
        (_("Who it is for"), service.for_whom),
        (_("Cost"), service.cost),
        (_("When it is open"), service.opening_hours),
        (_("Where"), where),
        (_("How to get in"), _ways_in(service)),
        (_("What to do first"), service.how_to_join),
        (_("How long you wait"), service.waiting_time),
    )
    return [fact for fact in facts if fact[1]]


def _ways_in(service: Service) -> str:
    ways = (
        (service.is_drop_in, _("You can just turn up.")),
        (service.is_self_referral, _("You can ask them yourself.")),
        (service.is_by_referral, _("Somebody has to ask for you. Your team can do it.")),
    )
    return "\n".join(words for is_so, words in ways if is_so)


def _ways(service: Service) -> Sequence[tuple[str, str, str]]:
    ways = (
        (_("Phone"), number_shown(service.phone), ""),
        (_("E-mail"), service.email, f"mailto:{service.email}"),
        (_("Website"), service.website, safe_link(service.website)),
    )
    return [way for way in ways if way[1]]


def _without_phone(service: Service, opinions: Mapping[Any, Any]) -> str:
    """The ways to get in touch that need no phone call, or that we know of none."""
    is_met = {
        feature: bool(opinions.get(feature) and opinions[feature].standing is Standing.MET) for feature in WRITTEN
    }
    known = (
        (bool(service.email), _("write an e-mail")),
        (is_met[Feature.BOOK_BY_TEXT], _("send a text")),
        (is_met[Feature.BOOK_ONLINE], _("book online")),
        (bool(service.website), _("use the website")),
        (service.is_drop_in, _("go there")),
    )
    ways = [words for is_so, words in known if is_so]
    if not ways:
        return _("We know no way without a phone call. Your team can help you with it.")
    return _("You don’t need to phone. You can: %(ways)s.", ways=listed(ways))


def _course(course: Course) -> CourseLine:
    when = long_date(course.starts_on)
    if course.ends_on and course.ends_on != course.starts_on:
        when = _("%(first)s to %(last)s", first=when, last=long_date(course.ends_on))
    facts = (
        (_("When"), when),
        (_("Times"), course.times),
        (_("Where"), course.place),
        (_("Places"), _places(course)),
        (_("How to book"), course.how_to_book),
    )
    return CourseLine(course.title, course.summary, [fact for fact in facts if fact[1]])


def _places(course: Course) -> str:
    if course.places_left is None or course.counted_on is None:
        return _("We don’t know if there is room. Ask them.")
    day = long_date(course.counted_on)
    if not course.places_left:
        return _("It was full on %(day)s.", day=day)
    return _("%(number)s left on %(day)s.", number=course.places_left, day=day)


def _checked(service: Service) -> str:
    if service.withdrawn_on:
        return _("We think that this is no longer there. Ask your team before you go.")
    if is_fresh(service) and service.last_checked_on:
        return _("We last checked this on %(day)s.", day=long_date(service.last_checked_on))
    return _("Nobody has checked this for a while. Ask your team before you go.")

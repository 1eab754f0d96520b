"""The parts of an entry, by either version's name for them. Whatever has another shape than it should is not there."""

from typing import Any

from livingwell.directory.actions.feeds.said import scalar

OLDEST = 120


class Nested:
    """One service of a feed."""

    def __init__(self, item: dict[str, Any]) -> None:
        self._item = item
        self.organization = _one(item.get("organization"))
        self.contacts = [*self.many("contacts"), *_many(self.organization.get("contacts"))]
        places = self.many("service_at_locations")
        self._locations = [place for place in (_one(each.get("location")) for each in places) if place]
        self._at = places

    def text(self, name: str) -> str:
        return scalar(self._item.get(name))

    def many(self, name: str) -> list[dict[str, Any]]:
        return _many(self._item.get(name))

    def scalars(self, name: str) -> list[Any]:
        """One value, or several."""
        value = self._item.get(name)
        return value if isinstance(value, list) else [value]

    def age(self, name: str) -> int | None:
        """The service's own, or that of its first rule about who may come."""
        offered = [self._item.get(name), *(each.get(name) for each in self.many("eligibilitys"))]
        found = (int(each) for each in map(scalar, offered) if each.removesuffix(".0").isdecimal() and len(each) < 6)
        return next((age for age in found if 0 < age < OLDEST), None)

    @property
    def location(self) -> dict[str, Any]:
        """The first place that has an address, else the first."""
        with_address = (each for each in self._locations if _addresses(each))
        return next(with_address, self._locations[0] if self._locations else {})

    @property
    def address(self) -> dict[str, Any]:
        return next(iter(_addresses(self.location)), {})

    @property
    def schedules(self) -> list[dict[str, Any]]:
        """The service's own, else those of its places."""
        own = self.many("schedules") or self.many("regular_schedules")
        there = [each for at in self._at for name in ("schedules", "regular_schedule") for each in _many(at.get(name))]
        return own or there

    @property
    def phones(self) -> list[str]:
        holders = [self._item, *self.contacts, *self._at, *self._locations, self.organization]
        numbers = [each.get("number") for holder in holders for each in _many(holder.get("phones"))]
        return [number for number in map(scalar, numbers) if number]

    @property
    def emails(self) -> list[str]:
        holders = [self._item, *self.contacts, self.organization]
        return [found for found in (scalar(each.get("email")) for each in holders) if found]

    @property
    def websites(self) -> list[str]:
        offered = (self._item.get("url"), self.organization.get("website"), self.organization.get("url"))
        return [found for found in map(scalar, offered) if found]

    @property
    def terms(self) -> list[str]:
        """What the feed's taxonomies call it."""
        new = [_one(each.get("taxonomy_term")).get("name") for each in self.many("attributes")]
        old = [_one(each.get("taxonomy")).get("name") for each in self.many("service_taxonomys")]
        return [found for found in map(scalar, new + old) if found]


def _many(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _one(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _addresses(location: dict[str, Any]) -> list[dict[str, Any]]:
    return _many(location.get("addresses")) or _many(location.get("physical_addresses"))

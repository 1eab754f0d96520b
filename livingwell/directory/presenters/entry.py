"""One entry of the directory, in plain words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from livingwell.core.contact import number_shown
from livingwell.core.dates import long_date
from livingwell.directory.freshness import is_fresh
from livingwell.directory.models import Feature, Service, ServiceCheck, ServiceWithdrawal, Standing
from livingwell.directory.presenters.rows import checked
from livingwell.directory.words import KINDS

BY_WRITING = {Feature.BOOK_BY_TEXT: "text", Feature.BOOK_ONLINE: "booking online"}


@dataclass(frozen=True)
class Entry:
    """What the page says of a service. `ways`: how to reach it as (name, words, address of the link or "").

    `without_phone`: how to get in touch without a phone call, as a sentence.
    """

    id: UUID
    name: str
    kind: str
    summary: str
    facts: Sequence[tuple[str, str, bool]]
    join: Sequence[tuple[str, str, bool]]
    ways: Sequence[tuple[str, str, str]]
    without_phone: str
    checked: str
    is_fresh: bool
    is_from_feed: bool
    withdrawn: str


@dataclass(frozen=True)
class Named:
    """Which service a form is about. It is read before the form is saved: a refused save lets go of the row."""

    id: UUID
    name: str

    @classmethod
    def of(cls, service: Service) -> "Named":
        return cls(service.id, service.name)


def entry_of(
    service: Service, opinions: Mapping[Any, Any], withdrawals: Sequence[ServiceWithdrawal], feed_name: str = ""
) -> Entry:
    """The entry, with what those who know it say about booking."""
    return Entry(
        id=service.id,
        name=service.name,
        kind=KINDS[service.kind],
        summary=service.summary,
        facts=_facts(service),
        join=_join(service),
        ways=ways_of(service),
        without_phone=_without_phone(service, opinions),
        checked=checked(service),
        is_fresh=is_fresh(service),
        is_from_feed=service.feed_id is not None,
        withdrawn=_withdrawn(service, withdrawals),
    )


def _facts(service: Service) -> Sequence[tuple[str, str, bool]]:
    return (
        ("For whom", service.for_whom, True),
        ("Cost", service.cost, True),
        ("Open", service.opening_hours, True),
        ("Where", "\n".join(part for part in (service.address, service.postcode) if part), True),
    )


def _join(service: Service) -> Sequence[tuple[str, str, bool]]:
    return (
        ("Ways in", ", ".join(ways_in(service)).capitalize(), True),
        ("How", service.how_to_join, True),
        ("Waiting time", service.waiting_time, True),
    )


def ways_in(service: Service) -> list[str]:
    """How somebody joins: without asking anybody first, by asking, or through somebody else."""
    said = (
        (service.is_drop_in, "drop in, just turn up"),
        (service.is_self_referral, "refer yourself"),
        (service.is_by_referral, "somebody refers you"),
    )
    return [words for is_so, words in said if is_so]


def ways_of(service: Service) -> list[tuple[str, str, str]]:
    """How to get in touch, with a link where one is safe to follow."""
    ways = (
        ("Phone", number_shown(service.phone), ""),
        ("E-mail", service.email, f"mailto:{service.email}" if service.email else ""),
        ("Website", service.website, safe_link(service.website)),
    )
    return [way for way in ways if way[1]]


def safe_link(address: str) -> str:
    """The address, where it leads to a web page; nothing else that stands in the data becomes a link."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""


def written_ways(service: Service, opinions: Mapping[Any, Any]) -> list[str]:
    """The ways to get in touch that need no phone call, as far as anybody knows."""
    ways = ["e-mail"] * bool(service.email)
    ways += [words for feature, words in BY_WRITING.items() if _is_met(opinions.get(feature))]
    ways += ["the website"] * bool(service.website)
    return ways + ["going there"] * service.is_drop_in


def _is_met(opinion: Any) -> bool:
    return opinion is not None and opinion.standing is Standing.MET


def _without_phone(service: Service, opinions: Mapping[Any, Any]) -> str:
    ways = written_ways(service, opinions)
    return f"Without a phone call: {joined(ways)}." if ways else "We know no way in without a phone call."


def joined(parts: Iterable[str]) -> str:
    """one, two or three"""
    *first, last = list(parts)
    return f"{', '.join(first)} or {last}" if first else last


def _withdrawn(service: Service, withdrawals: Sequence[ServiceWithdrawal]) -> str:
    if service.withdrawn_on is None:
        return ""
    open_ones = [each for each in withdrawals if each.ended_on is None]
    why = f" {open_ones[0].withdrawn_by} says: “{open_ones[0].reason}”" if open_ones else ""
    return f"No longer there since {long_date(service.withdrawn_on)}.{why}"


def check_lines(checks: Iterable[ServiceCheck]) -> list[str]:
    """Who made sure of it, when and how."""
    return [f"{long_date(each.checked_on)}: {each.checked_by}. {each.how}" for each in checks]

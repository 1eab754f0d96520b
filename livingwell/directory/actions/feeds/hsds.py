"""Open Referral UK 3.0 (HSDS-UK, on HSDS 3.0) and 1.0 before it: what an entry's fields become.

The two differ in names (`regular_schedules` became `schedules`, `physical_addresses` became `addresses`) and in places
(`eligibilitys` became `eligibility_description`); both are looked for, so that a feed half-way between them reads well.
"""

from datetime import date
from typing import Any

from livingwell.core.clock import today
from livingwell.core.text import LINE, LONG
from livingwell.directory.actions.feeds import reaching
from livingwell.directory.actions.feeds.hours import hours
from livingwell.directory.actions.feeds.kinds import kind_of
from livingwell.directory.actions.feeds.nested import Nested
from livingwell.directory.actions.feeds.plain import plain
from livingwell.directory.actions.feeds.said import Entry, Refused, Row, cut, scalar, turned_away


def row_of(item: Any) -> Row:
    """What an item of the list comes to. A row without its id or name is refused; less than that is left out."""
    if not isinstance(item, dict):
        return Refused("", "", "It is not an entry: a service is written as an object with fields.")
    key, name = scalar(item.get("id")), plain(scalar(item.get("name"))).replace("\n", " ")
    refused = turned_away(key, name, scalar(item.get("status")))
    return refused or _entry(key, name, Nested(item))


def _entry(key: str, name: str, item: Nested) -> Entry:
    found, left_out = _in_touch(item)
    said = {
        "name": name,
        "kind": kind_of((name, *item.terms)).value,
        "summary": cut(_summary(item), LONG),
        "for_whom": cut(_for_whom(item), LINE),
        "cost": cut(_cost(item), LINE),
        **reaching.ways_in(_joining(item)),
        "how_to_join": cut(plain(item.text("application_process")).replace("\n", " "), LINE),
        **found,
        "address": cut(_address(item), LINE),
        "opening_hours": cut(hours(item.schedules), LINE),
        "waiting_time": cut(plain(item.text("wait_time")).replace("\n", " "), LINE),
    }
    return Entry(key, said, tuple(left_out), _assured_on(item))


def _assured_on(item: Nested) -> date | None:
    try:
        assured_on = date.fromisoformat(item.text("assured_date")[:10])
    except ValueError:
        return None
    return min(assured_on, today())


def _summary(item: Nested) -> str:
    described = plain(item.text("description")) or plain(item.text("short_description"))
    run_by = plain(scalar(item.organization.get("name")))
    parts = (plain(item.text("alert")), described, f"Run by {run_by}." if run_by else "")
    return "\n\n".join(filter(None, parts))


def _for_whom(item: Nested) -> str:
    words = plain(item.text("eligibility_description")) or "; ".join(
        filter(None, (plain(scalar(each.get("eligibility"))) for each in item.many("eligibilitys")))
    )
    ages = (item.age("minimum_age"), item.age("maximum_age"))
    told = {(True, True): "Ages {} to {}", (True, False): "Age {} and over", (False, True): "Age {1} and under"}
    known = (ages[0] is not None, ages[1] is not None)
    return ". ".join(filter(None, (words.replace("\n", " ").rstrip("."), told.get(known, "").format(*ages))))


def _cost(item: Nested) -> str:
    words = plain(item.text("fees_description") or item.text("fees")).replace("\n", " ")
    return "; ".join(filter(None, (words, *map(_cost_option, item.many("cost_options")))))


def _cost_option(option: dict[str, Any]) -> str:
    amount = option.get("amount")
    price = ""
    if isinstance(amount, int | float) and not isinstance(amount, bool):
        price = "Free" if amount == 0 else f"£{amount:,.2f}".removesuffix(".00")
    words = " ".join(filter(None, (price, plain(scalar(option.get("amount_description"))))))
    who = plain(scalar(option.get("option")))
    return f"{words} ({who})" if words and who else words or who


def _joining(item: Nested) -> str:
    access = [scalar(each) for each in item.scalars("attending_access")]
    attending = [scalar(each.get("attending_type")) for each in item.schedules]
    return " / ".join((item.text("application_process"), *access, *attending))


def _in_touch(item: Nested) -> tuple[dict[str, Any], list[str]]:
    offered = {
        "phone": item.phones,
        "email": item.emails,
        "website": item.websites,
        "postcode": [scalar(item.address.get("postal_code"))],
    }
    return reaching.in_touch(offered, (item.location.get("latitude"), item.location.get("longitude")))


def _address(item: Nested) -> str:
    lines = (plain(scalar(item.address.get(name))) for name in ("address_1", "address_2", "city", "state_province"))
    written = filter(None, (plain(scalar(item.location.get("name"))), *lines))
    return ", ".join(dict.fromkeys(written)).replace("\n", " ")

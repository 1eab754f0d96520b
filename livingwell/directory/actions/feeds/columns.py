"""A feed as CSV: one service a row, in these columns, however they are ordered and written."""

from collections.abc import Mapping, Sequence
from typing import Any

from livingwell.core.errors import Invalid
from livingwell.core.text import LINE, LONG
from livingwell.directory.actions.feeds import reaching
from livingwell.directory.actions.feeds.kinds import kind_of
from livingwell.directory.actions.feeds.plain import plain
from livingwell.directory.actions.feeds.said import Entry, Refused, Row, cut, scalar, turned_away
from livingwell.directory.models import ServiceKind

NEEDED = ("id", "name")
OPTIONAL = (
    *("kind", "description", "for whom", "cost", "self referral", "by referral", "drop in", "how to join"),
    *("phone", "email", "website", "address", "postcode", "latitude", "longitude", "opening hours", "waiting time"),
    "status",
)
_WAYS_IN = {"self referral": "is_self_referral", "by referral": "is_by_referral", "drop in": "is_drop_in"}
_LINES = {
    "for whom": "for_whom",
    "cost": "cost",
    "how to join": "how_to_join",
    "address": "address",
    "opening hours": "opening_hours",
    "waiting time": "waiting_time",
}
_YES, _NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0", "")
_KINDS = {kind.value.replace("_", ""): kind for kind in ServiceKind}


def places_of(header: Sequence[str]) -> Mapping[str, int]:
    """Where each column stands. Raises Invalid where one that is needed is missing, or one is there twice."""
    folded = [_folded(cell) for cell in header]
    known = {name: folded.index(_folded(name)) for name in (*NEEDED, *OPTIONAL) if _folded(name) in folded}
    missing = [name for name in NEEDED if name not in known]
    twice = [name for name in known if folded.count(_folded(name)) > 1]
    if missing:
        raise Invalid({"file": f"The file has no column “{missing[0]}”. Add it, then choose the file again."})
    if twice:
        raise Invalid({"file": f"The file has the column “{twice[0]}” more than once. Keep one of them."})
    return known


def row_of(cells: Mapping[str, str]) -> Row:
    """What the cells of a row come to."""
    key, name = scalar(cells.get("id")), _line(cells, "name")
    refused = turned_away(key, name, cells.get("status", ""))
    if refused:
        return refused
    kind = _kind(cells.get("kind", ""), name)
    ways = {column: _yes_or_no(cells.get(heading, "")) for heading, column in _WAYS_IN.items()}
    if kind is None:
        return Refused(key, name, f"We don’t know the kind “{cells['kind'][:40]}”.")
    if None in ways.values():
        return Refused(key, name, "The columns about how people come say yes or no; this row says something else.")
    return _entry(key, {"name": name, "kind": kind.value, **ways}, cells)


def _entry(key: str, known: dict[str, Any], cells: Mapping[str, str]) -> Entry:
    offered = {name: [scalar(cells.get(name))] for name in ("phone", "email", "website", "postcode")}
    degrees = (cells.get("latitude", "").strip(), cells.get("longitude", "").strip())
    found, left_out = reaching.in_touch(offered, degrees)
    lines = {column: cut(_line(cells, heading), LINE) for heading, column in _LINES.items()}
    summary = cut(plain(scalar(cells.get("description"))), LONG)
    return Entry(key, {**known, "summary": summary, **found, **lines}, tuple(left_out))


def _line(cells: Mapping[str, str], column: str) -> str:
    return plain(scalar(cells.get(column))).replace("\n", " ")


def _kind(text: str, name: str) -> ServiceKind | None:
    folded = _folded(text)
    return _KINDS.get(folded) if folded else kind_of((name,))


def _yes_or_no(text: str) -> bool | None:
    folded = text.strip().casefold()
    return True if folded in _YES else False if folded in _NO else None


def _folded(heading: str) -> str:
    return "".join(c for c in heading.casefold() if c.isalnum())

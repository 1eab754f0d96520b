"""One entry at its own address: the standard lets a list leave out places and contacts (HSDS 3.0, API reference)."""

import json
from contextlib import closing
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from livingwell.directory.actions.feeds.connection import Budget
from livingwell.directory.actions.feeds.fetching import fetch
from livingwell.directory.actions.feeds.letters import as_utf8
from livingwell.directory.actions.feeds.outline import LARGEST_ENTRY
from livingwell.directory.actions.feeds.said import FeedStopped

_NESTED = ("service_at_locations", "contacts", "phones", "schedules", "regular_schedules", "cost_options")


def is_named_only(item: Any) -> bool:
    """Whether a list left out all that stands below an entry."""
    return isinstance(item, dict) and bool(item.get("id")) and not any(name in item for name in _NESTED)


def whole_entry(url: str, item: dict[str, Any], budget: Budget) -> Any:
    """The entry with what stands below it. Raises FeedStopped where it can't be had."""
    fetched = fetch(_own_address(url, str(item["id"])), budget)
    with closing(fetched.body):
        body, _encoding = as_utf8(fetched.body, fetched.charset)
    with closing(body):
        try:
            return json.loads(body.read(LARGEST_ENTRY + 1))
        except (ValueError, RecursionError):
            raise FeedStopped("One entry can’t be read as JSON. Nothing of the feed was used.")


def _own_address(url: str, key: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{quote(key, safe='')}", query=""))

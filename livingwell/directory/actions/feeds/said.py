"""What one row of a feed comes to."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from livingwell.core.errors import Conflict
from livingwell.core.text import LONG, SHORT, without_unprintable


class FeedStopped(Conflict):
    """The reading can't go on. The message says why; nothing of it goes live."""


@dataclass(frozen=True)
class Entry:
    """A service, in the columns that we keep. `left_out` says what of the row could not be used.

    `assured_on`: when somebody made sure that it is right, as the feed says.
    """

    key: str
    said: dict[str, Any]
    left_out: tuple[str, ...] = field(default=())
    assured_on: date | None = None

    @property
    def digest(self) -> str:
        """Names what is said, so that two readings are compared without comparing every column."""
        return hashlib.sha256(json.dumps(self.said, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Refused:
    """A row that can't be used, and why."""

    key: str
    name: str
    reason: str


@dataclass(frozen=True)
class Closed:
    """A service that the feed itself says is not running."""

    key: str


Row = Entry | Refused | Closed

CLOSED = ("inactive", "defunct", "temporarily closed", "closed")
"""What feeds write as the status of a service that isn't running."""


def turned_away(key: str, name: str, status: str) -> Refused | Closed | None:
    """Why nothing more of a row is looked at: it can't be told from others, has no name, or is not running."""
    shown = name[:SHORT]
    if not key or len(key) > SHORT:
        return Refused("", shown, "It has no id." if not key else "Its id is too long.")
    if not name or len(name) > SHORT:
        return Refused(key, shown, "It has no name." if not name else f"Its name is over {SHORT} characters.")
    return Closed(key) if status.strip().casefold() in CLOSED else None


def cut(text: str, longest: int) -> str:
    """The text, ended at a word where it is too long. The dots say that there is more."""
    if len(text) <= longest:
        return text
    words = text[: longest - 1].rsplit(None, 1)[0] if " " in text[:longest] else text[: longest - 1]
    return f"{words}…"


def scalar(value: Any) -> str:
    """A text or number of the feed as text; nothing for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return without_unprintable(str(value)[: 4 * LONG]).strip()

"""Feeds and their readings, as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.core.clock import now
from livingwell.core.dates import date_and_time
from livingwell.directory.models import Feed, FeedReading, FeedRefusal, FeedTurn, ReadingStage

FIELDS = {
    "name": "Name",
    "kind": "Kind",
    "summary": "What it is",
    "for_whom": "For whom",
    "cost": "Cost",
    "is_self_referral": "Refer yourself",
    "is_by_referral": "By referral",
    "is_drop_in": "Drop in",
    "how_to_join": "How to join",
    "phone": "Phone",
    "email": "E-mail",
    "website": "Website",
    "address": "Address",
    "postcode": "Postcode",
    "latitude": "Place on the map",
    "longitude": "Place on the map",
    "opening_hours": "Open",
    "waiting_time": "Waiting time",
}
"""What the columns of an entry are called."""

_WINDOWS = "windows-1252"
_CUT_OFF = "It was cut off. Nothing of it was used: read the feed again."


@dataclass(frozen=True)
class FeedLine:
    """One feed of the list, and how its last reading went."""

    id: UUID
    name: str
    url: str
    reading_id: UUID | None
    stands: str

    @classmethod
    def of(cls, feed: Feed, reading: FeedReading | None) -> "FeedLine":
        return cls(feed.id, feed.name, feed.url, reading.id if reading else None, stands(reading))


@dataclass(frozen=True)
class ReadingCard:
    """One reading: how far it is, how it was read, and what went or would go live."""

    id: UUID
    feed: str
    source: str
    begun: str
    stage: str
    stands: str
    how_read: str
    is_windows: bool
    rows: str
    refused: int
    closed: int

    @classmethod
    def of(cls, reading: FeedReading, turn: FeedTurn | None) -> "ReadingCard":
        is_cut_off = reading.stage is ReadingStage.READING and (turn is None or turn.until <= now())
        so_far = f"{turn.rows_so_far:,} rows so far." if turn and turn.taken_at else "It waits for the worker to begin."
        said = so_far if reading.stage is ReadingStage.READING else stands(reading)
        return cls(
            id=reading.id,
            feed=reading.feed.name,
            source=reading.source,
            begun=f"{reading.started_by}, {date_and_time(reading.created_at)}",
            stage="stopped" if is_cut_off else reading.stage.value,
            stands=_CUT_OFF if is_cut_off else said,
            how_read=f"Read as {reading.standard}. Its letters are in {reading.encoding}.",
            is_windows=reading.encoding == _WINDOWS,
            rows=_count(reading.rows_read, "service", "services"),
            refused=reading.rows_refused,
            closed=reading.rows_closed,
        )


@dataclass(frozen=True)
class RefusalLine:
    """One row that was refused, or something of it that was left out."""

    number: int
    key: str
    name: str
    reason: str

    @classmethod
    def of(cls, refusal: FeedRefusal) -> "RefusalLine":
        return cls(refusal.number, refusal.feed_key, refusal.name, refusal.reason)


def stands(reading: FeedReading | None) -> str:
    """How a reading went, in a sentence."""
    if reading is None:
        return "Never read yet."
    if reading.stage is ReadingStage.STOPPED:
        return reading.stopped_why
    if reading.live_at:
        done = f"{reading.came_new:,} new, {reading.came_changed:,} changed, {reading.went:,} gone"
        return f"Live since {date_and_time(reading.live_at)}, by {reading.live_by}: {done}."
    return "Read to its end. Nobody has made it live yet." if reading.read_at else "Being read now."


def named_fields(fields: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """What a member says and what the feed says, by what the column is called."""
    return [(FIELDS[name], ours or "nothing", theirs or "nothing") for name, ours, theirs in fields]


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"

"""A reading is set aside piece by piece. Nobody sees any of it in the directory yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.text import LINE, SHORT
from livingwell.directory.actions.feeds.clearing import clear_rows
from livingwell.directory.actions.feeds.said import Closed, Entry, FeedStopped, Refused, Row
from livingwell.directory.actions.feeds.sources import Source
from livingwell.directory.models import FeedReading, FeedRefusal, FeedRow, ReadingStage, Service
from livingwell.directory.queries.feeds import reading_for_change, turn_of
from livingwell.extensions import db

AT_ONCE = 500
MOST_ROWS = 200_000
PATIENCE = timedelta(minutes=5)
"""How long a reading may show no sign of life before another may begin: longer than a server is waited for."""

_TWICE = "Another row of the feed has the same id, further up."
_OUR_FAULT = "Something went wrong on our side. Nothing of the feed was used: try again, or tell your support."
_NOTHING = "The feed holds no services. Nothing was changed."


@dataclass
class Tally:
    """What came so far. `digest` grows with every entry; `first_refused` is why the first row was refused."""

    keys: set[str] = field(default_factory=set)
    refused: int = 0
    first_refused: str = ""
    closed: int = 0
    digest: Any = field(default_factory=sha256)


def read_whole(reading_id: UUID, source: Source, actor: Actor) -> FeedReading:
    """Read the source to its end and set every row aside, or stop the reading with why. Holds no transaction open.

    Whoever was cut off leaves nothing live: what it had set aside is let go by the next reading.
    """
    tally = Tally()
    try:
        for piece in _pieces(source, tally):
            _set_aside(reading_id, piece)
        if not tally.keys:
            raise FeedStopped(_why_nothing(tally))
    except FeedStopped as error:
        return stop_reading(reading_id, str(error), actor)
    except Exception:
        stop_reading(reading_id, _OUR_FAULT, actor)
        raise
    return _finish(reading_id, source, tally, actor)


def _why_nothing(tally: Tally) -> str:
    """Nothing came that can be used. What was refused is let go with the reading, so why is said here."""
    if not tally.refused:
        return _NOTHING
    return f"No row of the feed can be used. Nothing was changed. The first was refused: {tally.first_refused}"[:LINE]


@atomic()
def stop_reading(reading_id: UUID, why: str, actor: Actor) -> FeedReading:
    """Let go of what was set aside, and say why. A reading that another one has ended stays as it is."""
    reading = reading_for_change(reading_id)
    if reading.stage is ReadingStage.STOPPED:
        return reading
    reading.stop(why)
    clear_rows(reading_id)
    record("stop_feed_reading", actor)
    return reading


def _pieces(source: Source, tally: Tally) -> Iterator[list[dict[str, Any]]]:
    rows = iter(_written(source.rows(), tally))
    while piece := list(islice(rows, AT_ONCE)):
        yield piece


def _written(rows: Iterable[tuple[int, Row]], tally: Tally) -> Iterator[dict[str, Any]]:
    """Every row as it is kept: an entry, or a refusal."""
    for number, row in rows:
        if len(tally.keys) + tally.refused >= MOST_ROWS:
            raise FeedStopped(f"The feed has more than {MOST_ROWS:,} rows. Nothing of it was used.")
        if isinstance(row, Entry) and row.key in tally.keys:
            row = Refused(row.key, row.said["name"], _TWICE)
        if isinstance(row, Closed):
            tally.closed += 1
        elif isinstance(row, Refused):
            tally.refused += 1
            tally.first_refused = tally.first_refused or row.reason
            yield _refusal(number, row.key, row.name, row.reason, is_whole=True)
        else:
            tally.keys.add(row.key)
            tally.digest.update(f"{row.key}\n{row.digest}\n".encode())
            yield _entry(number, row)
            for reason in row.left_out:
                yield _refusal(number, row.key, row.said["name"], reason, is_whole=False)


def _entry(number: int, row: Entry) -> dict[str, Any]:
    sort_name = Service(name=row.said["name"]).sort_name
    kept = {"feed_key": row.key, "number": number, "digest": row.digest, "assured_on": row.assured_on}
    return {"id": uuid4(), "sort_name": sort_name, **kept, **row.said}


def _refusal(number: int, key: str, name: str, reason: str, *, is_whole: bool) -> dict[str, Any]:
    kept = {"number": number, "feed_key": key, "name": name[:SHORT], "reason": reason[:LINE], "is_whole": is_whole}
    return {"id": uuid4(), **kept}


@atomic()
def _set_aside(reading_id: UUID, piece: list[dict[str, Any]]) -> None:
    turn = turn_of(reading_id)
    if turn is None:
        raise FeedStopped("Another reading of this feed took its place.")
    turn.rows_so_far += len(piece)
    turn.until = now() + PATIENCE
    for table, rows in (
        (FeedRow, [row for row in piece if "digest" in row]),
        (FeedRefusal, [row for row in piece if "digest" not in row]),
    ):
        if rows:
            db.session.execute(insert(table), [{**row, "reading_id": reading_id} for row in rows])


@atomic()
def _finish(reading_id: UUID, source: Source, tally: Tally, actor: Actor) -> FeedReading:
    reading = reading_for_change(reading_id)
    turn = turn_of(reading_id)
    if reading.stage is not ReadingStage.READING or turn is None:
        raise Conflict("Another reading of this feed took its place.")
    reading.standard, reading.encoding = source.standard, source.encoding
    reading.rows_read, reading.rows_refused, reading.rows_closed = len(tally.keys), tally.refused, tally.closed
    reading.digest = tally.digest.hexdigest()
    reading.read_at = now()
    db.session.delete(turn)
    record("read_feed", actor)
    return reading

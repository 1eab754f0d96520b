"""A feed of fifty thousand services, read and made live: rows a second, and the most memory that it took.

It runs in a process of its own, so that nothing else is counted. The first reading brings everything; the second
changes one entry in ten, drops one in a hundred, and leaves the others as they are.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.directory import NAMES, TOLD, WHATS
from livingwell.core.actor import the_system
from livingwell.directory.actions.feeds.findable import make_some_findable
from livingwell.directory.actions.feeds.going_live import make_live
from livingwell.directory.actions.feeds.sources import FileSource
from livingwell.directory.actions.feeds.staging import read_whole
from livingwell.directory.actions.feeds.starting import begin_reading, keep_feed
from livingwell.extensions import db
from tests.factories.feeds import entry
from tests.harness.application import build_app

ROWS = 50_000
MOST_MEGABYTES = 400
"""More than this would not be bounded: the app itself takes about 130."""

HEADING = "{:<11} {:<22} {:>8} {:>9} {:>12} {:>9}"
NAMES_OF_COLUMNS = ("database", "", "rows", "seconds", "rows/second", "peak MB")
ABOUT = "A feed of services, read whole, made live at once, and then found by its words."
ACTOR = replace(the_system("the bench"), is_account_administrator=True)


def fed(kind: str, url: str, rows: int) -> bool:
    """Print how long a feed takes, from a process of its own; answers whether it took too much memory."""
    ran = subprocess.run(  # noqa: S603  this very module
        [sys.executable, "-m", "bench.feeding", kind, url, str(rows)], capture_output=True, text=True, check=True
    )
    print(ran.stdout.rstrip(), flush=True)
    return int(ran.stdout.split()[-1]) > MOST_MEGABYTES


def main(kind: str, url: str, rows: int) -> None:
    """Read it twice, and print a line for each step."""
    app = build_app(url)
    with TemporaryDirectory() as folder, app.app_context():
        db.create_all()
        files = [Path(folder) / name for name in ("first.json", "second.json")]
        for file, is_later in zip(files, (False, True), strict=True):
            _write(file, rows, is_later=is_later)
        for file, which in zip(files, ("first", "second"), strict=True):
            _feed(kind, rows, file, which)
        db.engine.dispose()


def _feed(kind: str, rows: int, file: Path, which: str) -> None:
    feed = keep_feed("A county", "", ACTOR)
    reading = begin_reading(feed.id, file.name, ACTOR)
    with file.open("rb") as body:
        _timed(kind, f"{which}: read", rows, lambda: read_whole(reading.id, FileSource(body), ACTOR))
    _timed(kind, f"{which}: made live", rows, lambda: make_live(reading.id, ACTOR))
    _timed(kind, f"{which}: found by words", rows, _find)


def _find() -> None:
    while make_some_findable():
        pass


def _timed(kind: str, what: str, rows: int, step: Callable[[], object]) -> None:
    began = time.perf_counter()
    step()
    seconds = time.perf_counter() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    line = HEADING.format(kind, what, f"{rows:,}", f"{seconds:.1f}", f"{rows / seconds:,.0f}", megabytes)
    print(line, flush=True)


def _write(file: Path, rows: int, *, is_later: bool) -> None:
    with file.open("w") as body:
        body.write('{"services": [')
        for number, each in enumerate(_entries(rows, is_later=is_later)):
            body.write(("," if number else "") + json.dumps(each))
        body.write("]}")


def _entries(rows: int, *, is_later: bool) -> Iterator[dict[str, Any]]:
    chance = random.Random(20_261_122)  # noqa: S311  services, not secrets
    for number in range(rows):
        name = f"{chance.choice(NAMES)} {chance.choice(WHATS)} {number}"
        told = " ".join(chance.choices(TOLD, k=40))
        if is_later and number % 100 == 0:
            continue
        wait = "Two weeks" if is_later and number % 10 == 1 else "None"
        yield entry(str(number), name=name, description=f"<p>{told}</p>", wait_time=wait)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

"""`python3 run.py bench [--people 1000 --database sqlite]`: the pages, the outbox, the directory, the watch list, a
feed, and the person’s side on a phone.

`--only pages`, `sending`, `directory`, `watch`, `feed` or `phone` measures one of them.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench import directory, feeding, phone, sending, table, watching
from bench.measuring import Site, measured
from bench.weights import weights_of
from tests.harness import databases

PEOPLE = (1_000, 100_000)
ROUNDS = 100
WORKERS = (1, 2, 4)
MESSAGES = 5_000
PARTS = ("pages", "sending", "directory", "watch", "feed", "phone")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and answer 1 where anything is past its limit."""
    asked = _parser().parse_args(arguments)
    is_past = []
    if asked.only in (None, "pages"):
        print(table.ABOUT_TIMES)
        is_past += [_measure(kind, sorted(asked.people), asked.rounds) for kind in asked.database]
    if asked.only in (None, "sending"):
        print(f"\n{sending.ABOUT}\n{sending.HEADING.format(*sending.NAMES)}", flush=True)
        is_past += [_send(kind, count, asked.messages) for kind in asked.database for count in asked.workers]
    if asked.only in (None, "directory"):
        is_past += [_search(kind, asked.services, asked.rounds) for kind in asked.database]
    if asked.only in (None, "watch"):
        is_past += [_watch(kind, asked.rounds) for kind in asked.database]
    if asked.only in (None, "feed"):
        print(f"\n{feeding.ABOUT}\n{feeding.HEADING.format(*feeding.NAMES_OF_COLUMNS)}", flush=True)
        is_past += [_feed(kind, asked.services) for kind in asked.database]
    if asked.only in (None, "phone"):
        is_past.append(_on_a_phone())
    return int(any(is_past))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("--people", type=int, nargs="+", default=PEOPLE, help="how many people the trust supports")
    parser.add_argument("--database", nargs="+", choices=databases.KINDS, default=databases.KINDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how many times each page is asked for")
    parser.add_argument("--only", choices=PARTS, help="measure only this")
    parser.add_argument("--services", type=int, default=directory.SERVICES, help="how many services are searched")
    parser.add_argument("--messages", type=int, default=MESSAGES, help="how many messages the workers send")
    parser.add_argument("--workers", type=int, nargs="+", default=WORKERS, help="how many workers send them")
    return parser


def _send(kind: str, workers: int, messages: int) -> bool:
    """Print what became of the messages; answers whether one was lost or sent twice."""
    with _databases(kind, 1) as [url]:
        run = sending.sent(kind, url, workers, messages)
    print(run.line(), flush=True)
    return run.is_past


def _search(kind: str, services: int, rounds: int) -> bool:
    """Print what searches of the directory cost; answers whether one is past its limit."""
    with _databases(kind, 1) as [url]:
        site = directory.DirectorySite(url, services)
        print(f"\n{kind}: {directory.ABOUT.format(services)}\n{table.heading_of_times()}", flush=True)
        lines = [line for lines in measured([site], rounds) for line in lines]
        print("\n".join(map(table.line_of_times, lines)), flush=True)
        site.close()
    return any(line.past for line in lines)


def _watch(kind: str, rounds: int) -> bool:
    """Print what the watch list of a large team costs; answers whether it is past its limit."""
    with _databases(kind, 1) as [url]:
        site = watching.WatchSite(url, watching.PEOPLE)
        print(f"\n{kind}: {watching.ABOUT.format(watching.PEOPLE)}\n{table.heading_of_times()}", flush=True)
        lines = [line for lines in measured([site], rounds) for line in lines]
        print("\n".join(map(table.line_of_times, lines)), flush=True)
        site.close()
    return any(line.past for line in lines)


def _feed(kind: str, rows: int) -> bool:
    """Print how long a feed takes; answers whether it took too much memory."""
    with _databases(kind, 1) as [url]:
        return feeding.fed(kind, url, rows)


def _on_a_phone() -> bool:
    """Print the slowest pages of the person's side; answers whether one can be read too late."""
    with _databases("sqlite", 1) as [url]:
        pages = phone.opened(url)
    slowest = "\n".join(each.line() for each in pages[: phone.SHOWN])
    print(f"\n{phone.ABOUT}\n{slowest}\n{len(pages)} pages; each within {phone.LIMIT:,} ms", flush=True)
    return any(each.is_past for each in pages)


def _measure(kind: str, people: Sequence[int], rounds: int) -> bool:
    """Print one database's table; answers whether a line is past its limit."""
    past = []
    with ExitStack() as stack:
        urls = stack.enter_context(_databases(kind, len(people)))
        sites = [Site(url, count) for url, count in zip(urls, people, strict=True)]
        # Weighed first: the last that is measured adds to the discussion.
        weights = list(weights_of(sites[0], [visit for visit in sites[0].visits() if visit.is_page]))
        print(f"\n{kind}\n{table.heading_of_times()}", flush=True)
        for lines in measured(sites, rounds):
            print("\n".join(map(table.line_of_times, lines)), flush=True)
            past += [line for line in lines if line.past]
        print(f"\n{kind}: what is sent, compressed\n{table.weights(weights)}", flush=True)
        past += [weight for weight in weights if weight.past]
        for site in sites:
            site.close()
    return bool(past)


@contextmanager
def _databases(kind: str, count: int) -> Iterator[list[str]]:
    """New, empty databases, gone at the end."""
    with ExitStack() as stack:
        if kind == "sqlite":
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="lw-bench-"))
            yield [f"sqlite:///{Path(folder) / f'{number}.db'}" for number in range(count)]
            return
        server = stack.enter_context(databases.postgresql_server())
        yield [stack.enter_context(databases.postgresql_database(server)) for _number in range(count)]


if __name__ == "__main__":
    sys.exit(main())

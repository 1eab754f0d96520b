"""Feeds for tests: entries as either version of Open Referral UK writes them, and a server on this machine."""

import gzip
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from livingwell.core.actor import Actor, the_system
from livingwell.directory.actions.feeds.connection import Budget
from livingwell.directory.actions.feeds.going_live import make_live
from livingwell.directory.actions.feeds.sources import AddressSource, FileSource
from livingwell.directory.actions.feeds.staging import read_whole
from livingwell.directory.actions.feeds.starting import begin_reading, keep_feed
from livingwell.directory.models import Feed, FeedReading

HOSTS = frozenset(("127.0.0.1",))
Answer = Callable[[BaseHTTPRequestHandler], None]


def entry(key: str, **told: Any) -> dict[str, Any]:
    """A service as version 3.0 writes it."""
    return {
        "id": key,
        "name": f"Allotment {key}",
        "description": "<p>Growing things together &amp; tea.</p>",
        "status": "active",
        "url": "https://allotment.example.org",
        "fees_description": "Free",
        "application_process": "Just turn up, no referral needed.",
        "wait_time": "None",
        "minimum_age": 18,
        "schedules": [{"id": "1", "byday": "TU,TH", "opens_at": "10:00:00", "closes_at": "12:30:00"}],
        "contacts": [{"id": "1", "name": "Sam", "email": "sam@example.org", "phones": [{"number": "0161 496 0100"}]}],
        "service_at_locations": [{"id": "1", "location": _location("addresses")}],
        "attributes": [{"id": "1", "taxonomy_term": {"name": "Outdoor activities"}}],
        "organization": {"id": "1", "name": "Salford Growers", "description": "A charity"},
        **told,
    }


def old_entry(key: str, **told: Any) -> dict[str, Any]:
    """The same as version 1.0 writes it."""
    return {
        "id": key,
        "name": f"Allotment {key}",
        "description": "Growing things together.",
        "status": "active",
        "fees": "Free",
        "attending_access": "drop-in",
        "eligibilitys": [{"id": "1", "eligibility": "Adults", "minimum_age": 18, "maximum_age": 65}],
        "regular_schedules": [{"id": "1", "byday": "TU", "opens_at": "10:00", "closes_at": "12:30"}],
        "contacts": [{"id": "1", "name": "Sam", "phones": [{"id": "1", "number": "0161 496 0100"}]}],
        "service_at_locations": [{"id": "1", "location": _location("physical_addresses")}],
        "service_taxonomys": [{"id": "1", "taxonomy": {"name": "Housing advice"}}],
        "organization": {"id": "1", "name": "Salford Growers", "description": "A charity"},
        **told,
    }


def _location(addresses: str) -> dict[str, Any]:
    address = {"id": "1", "address_1": "The Plots, Canal Road", "city": "Salford", "postal_code": "m65wx"}
    return {"id": "1", "latitude": 53.4875, "longitude": -2.2901, addresses: [address]}


def as_json(entries: Sequence[Any]) -> bytes:
    """A whole feed in one document."""
    return json.dumps({"services": list(entries)}).encode()


def as_page(entries: Sequence[Any], number: int, pages: int, total: int) -> bytes:
    """One page of an API, as version 3.0 sends it."""
    around = {"total_items": total, "total_pages": pages, "page_number": number, "size": len(entries)}
    return json.dumps({**around, "contents": list(entries)}).encode()


FEEDER = replace(the_system("tests"), is_account_administrator=True)


def make_feed(url: str = "") -> Feed:
    """A feed, named by somebody who may."""
    return keep_feed("Salford directory", url, FEEDER)


def make_feed_reading() -> FeedReading:
    """A reading that waits for somebody to say yes, with a row refused and another that was not all usable."""
    return read_file(as_json([entry("a"), entry("b", url="x:y"), entry("c", name="")]), FEEDER)


def read_file(body: bytes, actor: Actor, name: str = "Salford directory") -> FeedReading:
    """A file handed over, and read to its end."""
    feed = keep_feed(name, "", actor)
    reading = begin_reading(feed.id, "services.json", actor)
    return read_whole(reading.id, FileSource(io.BytesIO(body)), actor)


def read_address(url: str, actor: Actor, **budget: Any) -> FeedReading:
    """A feed at an address, read to its end. The settings name this machine."""
    feed = keep_feed("Salford directory", url, actor)
    reading = begin_reading(feed.id, url, actor)
    return read_whole(reading.id, AddressSource(url, Budget(**{"hosts": HOSTS, **budget})), actor)


def import_entries(entries: Sequence[Any], actor: Actor) -> FeedReading:
    """Read and made live."""
    return make_live(read_file(as_json(entries), actor).id, actor)


@contextmanager
def serving_feed(answer: Answer) -> Iterator[str]:
    """A real server on this machine that answers so; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_words: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    """An answer with its length, unless the headers say another."""
    handler.send_response(status)
    told = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in told.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def sends(body: bytes, status: int = 200, **headers: str) -> Answer:
    """A server that always answers so."""
    return lambda handler: send(handler, body, status, **headers)


def packed(body: bytes) -> bytes:
    """As gzip."""
    return gzip.compress(body)

"""Reading a feed from servers that stop, are slow, pack gigabytes into little, or lead to where nobody should go."""

import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from livingwell.directory.actions.feeds import address
from livingwell.directory.actions.feeds.address import is_public
from livingwell.directory.actions.feeds.connection import Budget
from livingwell.directory.actions.feeds.said import Entry, FeedStopped, Refused, Row
from livingwell.directory.actions.feeds.sources import AddressSource
from tests.factories.feeds import HOSTS, Answer, as_json, as_page, entry, packed, send, sends, serving_feed

CSV = b"id,name\na1,Allotment\n"


def read(url: str, **budget: Any) -> list[Row]:
    source = AddressSource(url, Budget(**{"hosts": HOSTS, **budget}))
    return [row for _number, row in source.rows()]


def keys(rows: list[Row]) -> list[str]:
    return [row.key for row in rows if isinstance(row, Entry)]


def refusal(answer: Answer, path: str = "/", **budget: Any) -> str:
    """Why the feed that this server sends can't be read."""
    with serving_feed(answer) as url, pytest.raises(FeedStopped) as stopped:
        read(url + path, **budget)
    return str(stopped.value)


def paged(pages: list[list[Any]], **changes: Any) -> Answer:
    """An API with these pages. It numbers them from 1, as version 3.0 does."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        number = int(parse_qs(urlsplit(handler.path).query).get("page", ["1"])[0])
        total = changes.get("total", sum(map(len, pages)))
        send(handler, as_page(pages[number - 1], changes.get("number", number), len(pages), total))

    return answer


@pytest.mark.parametrize("body", [as_json([entry("a")]), as_page([entry("a")], 1, 1, 1)], ids=["dump", "page"])
def test_a_feed_is_read_from_its_address(body: bytes) -> None:
    with serving_feed(sends(body)) as url:
        assert keys(read(url)) == ["a"]


def test_every_page_is_read() -> None:
    with serving_feed(paged([[entry("a"), entry("b")], [entry("c")], [entry("d")]])) as url:
        assert keys(read(f"{url}/services?page=2&per_page=2")) == ["a", "b", "c", "d"]


def test_an_entry_that_a_page_only_names_is_asked_for_itself() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        whole = {"/services/a%2F1": entry("a/1")}.get(handler.path)
        named = {"id": "a/1", "name": "Allotment"}
        send(handler, as_json([whole])[14:-2] if whole else as_page([named], 1, 1, 1))

    with serving_feed(answer) as url:
        [row] = read(f"{url}/services")
    assert isinstance(row, Entry)
    assert row.said["postcode"] == "M6 5WX"


def test_a_packed_feed_is_unpacked() -> None:
    with serving_feed(sends(packed(as_json([entry("a")])), Content_Encoding="gzip")) as url:
        assert keys(read(url)) == ["a"]


def test_csv_is_read_where_the_server_says_that_it_is_csv() -> None:
    with serving_feed(sends(CSV, Content_Type="text/csv; charset=utf-8")) as url:
        assert keys(read(url)) == ["a1"]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-16", "utf-8"])
def test_letters_are_read_as_the_server_declares_them(charset: str) -> None:
    body = 'id,name\na1,"Café “Zoë”"\n' if charset != "iso-8859-1" else "id,name\na1,Café Zoë\n"
    with serving_feed(sends(body.encode(charset), Content_Type=f"text/csv; charset={charset}")) as url:
        [row] = read(url)
    assert isinstance(row, Entry)
    assert row.said["name"] == body.split("a1,")[1].strip().strip('"')


class Cut:
    """Servers that stop half-way through a feed of one entry, in each way that there is."""

    body = as_json([entry("a"), entry("b")])

    @staticmethod
    def short_of_its_length(handler: BaseHTTPRequestHandler) -> None:
        send(handler, Cut.body[:200], Content_Length=str(len(Cut.body)))
        handler.close_connection = True

    @staticmethod
    def without_a_length(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(Cut.body[:400])

    @staticmethod
    def in_a_chunk(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"%x\r\n" % len(Cut.body) + Cut.body[:200])
        handler.close_connection = True

    @staticmethod
    def packed(handler: BaseHTTPRequestHandler) -> None:
        send(handler, packed(Cut.body)[:60], Content_Encoding="gzip")

    @staticmethod
    def before_it_answers(handler: BaseHTTPRequestHandler) -> None:
        handler.connection.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def csv_without_a_length(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/csv")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(CSV)


CUTS = (Cut.short_of_its_length, Cut.without_a_length, Cut.in_a_chunk, Cut.packed)


@pytest.mark.parametrize(
    "answer", [*CUTS, Cut.before_it_answers, Cut.csv_without_a_length], ids=lambda cut: cut.__name__
)
def test_a_server_that_stops_half_way_stops_the_reading(answer: Answer) -> None:
    assert "Nothing of " in refusal(answer)


def test_half_of_an_api_is_no_feed() -> None:
    assert refusal(paged([[entry("a")], [entry("b")]], total=3)) == (
        "The feed says that it has 3 services, and 2 came. Try again later."
    )


def test_a_server_that_sends_the_same_page_again_is_not_asked_for_ever() -> None:
    assert "sent another" in refusal(paged([[entry("a")], [entry("a")]], number=1))


@pytest.mark.parametrize("status", [204, 401, 404, 500])
def test_another_answer_than_the_feed_is_told(status: int) -> None:
    assert refusal(sends(b"", status)) == f"The server answered {status} instead of sending the feed."


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "There is nothing in it."),
        (b"<!doctype html><html></html>", "This is a web page, not a feed."),
        (b'{"version": "HSDS-UK-3.0"}', "There is no list of services in it."),
        (b'{"services": [{"id": 1}', "This can’t be read as JSON."),
        (b'{"services": [' + b"[" * 300_000, "This can’t be read as JSON."),
        (b'{"services": [{"id": "a", "name": "' + b"x" * 2_000_000 + b'"}]}', "One entry is larger than 1 MB."),
        (b"PK\x03\x04anything", "This is a packed file."),
        ('{"services": ["\x81"]}'.encode("latin-1"), "Nobody can tell how its letters are written."),
    ],
)
def test_what_is_no_feed_is_refused_in_words(body: bytes, words: str) -> None:
    assert refusal(sends(body)).startswith(words)


def test_a_few_bytes_that_unpack_to_gigabytes_stop_at_the_limit() -> None:
    bomb = packed(b" " * 50_000_000)
    assert len(bomb) < 60_000
    words = refusal(sends(bomb, Content_Encoding="gzip"), most_bytes=5_000_000)
    assert words.startswith("The feed is larger than")


def test_a_body_without_end_stops_at_the_limit() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b" " * 65_536)
        except OSError:
            handler.close_connection = True

    assert refusal(answer, most_bytes=2_000_000).startswith("The feed is larger than")


def drips(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" ")
            time.sleep(0.01)
    except OSError:
        handler.close_connection = True


def silence(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.settimeout(5)
    handler.rfile.read(1)  # until the reader goes away
    handler.close_connection = True


def headers_without_end(handler: BaseHTTPRequestHandler) -> None:
    try:
        while True:
            handler.wfile.write(b"H")
            time.sleep(0.01)
    except OSError:
        handler.close_connection = True


@pytest.mark.parametrize("answer", [drips, headers_without_end], ids=lambda slow: slow.__name__)
def test_a_server_that_sends_a_byte_now_and_then_is_not_waited_for(answer: Answer) -> None:
    assert refusal(answer, seconds=0.3).startswith("The feed took too long to read.")


def test_a_silent_server_is_not_waited_for() -> None:
    assert refusal(silence, quiet_seconds=0.2).startswith("The server stayed silent for too long.")


# Where a feed's address may lead.

PRIVATE = (
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "192.0.0.8"),  # noqa: S104
    *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1"),
    *("64:ff9b::a00:1", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:f5ff:fffe", "168.63.129.16"),
)


@pytest.mark.parametrize("found", PRIVATE)
def test_no_private_address_counts_as_public(found: str) -> None:
    assert not is_public(found)


@pytest.mark.parametrize("found", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_public(found: str) -> None:
    assert is_public(found)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://0x7f000001:{port}/", "http://2130706433:{port}/"],
)
def test_a_private_address_is_refused_however_it_is_written(url: str) -> None:
    asked: list[str] = []
    with (
        serving_feed(lambda handler: asked.append(handler.path)) as served,
        pytest.raises(FeedStopped, match="private"),
    ):
        read(url.format(port=urlsplit(served).port), hosts=frozenset())
    assert asked == []


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/", "gopher://example.org", "//example.org", "example.org", "http://",
     "http://user:word@example.org/", "http://exa mple.org/", "http://example.org:0/", "http://example.org:99999/", ""],
)  # fmt: skip
def test_only_plain_web_addresses_are_asked(url: str) -> None:
    with pytest.raises(FeedStopped):
        read(url)


def test_a_redirect_to_a_private_address_is_refused_too() -> None:
    inside: list[str] = []
    with serving_feed(lambda handler: inside.append(handler.path)) as private:
        answer = sends(b"", 302, Location=private.replace("127.0.0.1", "localhost"))
        assert "private" in refusal(answer)
    assert inside == []


def test_a_redirect_to_another_allowed_place_is_followed() -> None:
    with (
        serving_feed(sends(as_json([entry("a")]))) as moved,
        serving_feed(sends(b"", 301, Location=f"{moved}/services")) as url,
    ):
        assert keys(read(url)) == ["a"]


@pytest.mark.parametrize(
    ("location", "words"),
    [("/again", "without end"), ("file:///etc/passwd", "begins with http"), ("", "doesn’t say where")],
)
def test_a_redirect_that_leads_nowhere_is_told(location: str, words: str) -> None:
    assert words in refusal(sends(b"", 302, Location=location))


@pytest.fixture
def rebinding(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A name whose owner answers with a public address when asked first, and with this machine's ever after."""
    asked: list[str] = []

    def answer(host: str, port: int, **_kind: Any) -> list[Any]:
        asked.append(host)
        found = "203.0.113.7" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port))]

    monkeypatch.setattr(address.socket, "getaddrinfo", answer)
    monkeypatch.setattr(address, "is_public", lambda found: found == "203.0.113.7")
    return asked


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(rebinding: list[str]) -> None:
    asked: list[str] = []
    with serving_feed(lambda handler: asked.append(handler.path)) as url, pytest.raises(FeedStopped):
        read(f"http://feeds.example.org:{urlsplit(url).port}/", hosts=frozenset(), quiet_seconds=0.2)
    assert rebinding == ["feeds.example.org"]
    assert asked == []


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, 80)) for found in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(address.socket, "getaddrinfo", lambda *_asked, **_kind: both)
    with pytest.raises(FeedStopped, match="private"):
        read("http://feeds.example.org/", hosts=frozenset())


def test_a_host_of_the_settings_is_named_with_its_port_or_alone() -> None:
    with serving_feed(sends(as_json([entry("a")]))) as url:
        assert keys(read(url, hosts=frozenset((urlsplit(url).netloc,)))) == ["a"]
        with pytest.raises(FeedStopped, match="private"):
            read(url, hosts=frozenset(("127.0.0.1:1",)))


def test_csv_rows_that_cant_be_used_are_refused_by_line() -> None:
    body = b"id,name,kind\na1,One,\n,Two,\na3,Three,castle\na4,Four,work,more\na5,Five,work\n"
    with serving_feed(sends(body, Content_Type="text/csv")) as url:
        rows = read(url)
    assert keys(rows) == ["a1", "a5"]
    assert [row.reason for row in rows if isinstance(row, Refused)] == [
        "It has no id.",
        "We don’t know the kind “castle”.",
        "The row has 4 cells and the header has 3.",
    ]

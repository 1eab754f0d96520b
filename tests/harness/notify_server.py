"""A real HTTP server on loopback that answers as GOV.UK Notify does, or fails as it is told to."""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from notifications_python_client.authentication import decode_jwt_token
from notifications_python_client.errors import TokenError

from livingwell.config import Notify

SERVICE, SECRET, TEMPLATE = str(uuid4()), str(uuid4()), str(uuid4())
KEY = f"test-{SERVICE}-{SECRET}"

BAD_NUMBER = (400, [{"error": "ValidationError", "message": "phone_number Not enough digits"}])
NOT_OURS = (403, [{"error": "AuthError", "message": "Invalid token: API key not found"}])
TOO_FAST = (429, [{"error": "RateLimitError", "message": "Exceeded rate limit for key type LIVE of 3000"}])
ITS_FAULT = (500, [{"error": "Exception", "message": "Internal server error"}])


class Fault(Enum):
    """What goes wrong with the next message."""

    DROPPED_UNREAD = auto()
    DROPPED_AFTER_TAKING = auto()
    SILENT_AFTER_TAKING = auto()
    GIBBERISH_AFTER_TAKING = auto()
    BAD_GATEWAY_AFTER_TAKING = auto()


@dataclass
class NotifySink:
    """What Notify has: messages by their id, texts that came in (the newest first), and what goes wrong next."""

    url: str = ""
    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    received: list[dict[str, str]] = field(default_factory=list)
    page_size: int = 250
    next: list[tuple[int, Any] | Fault] = field(default_factory=list)
    """What happens to the next messages, instead of being taken. It is used up."""
    is_out_of_order: bool = False
    """Answers every question with 500."""
    ended: Event = field(default_factory=Event)

    @property
    def settings(self) -> Notify:
        return Notify(key=KEY, text_template=TEMPLATE, url=self.url)

    @property
    def references(self) -> list[str]:
        return [message["reference"] for message in self.messages.values()]

    def take(self, told: dict[str, Any], kind: str) -> dict[str, Any]:
        """Keep a message, as Notify does once it has answered 201."""
        message = {"id": str(uuid4()), "type": kind, "status": "created", **told}
        if kind == "letter":
            message["pdf"] = base64.b64decode(told["content"])
        self.messages[message["id"]] = message
        return message

    def receive(self, number: str, words: str, at: str = "2026-11-22T09:30:00.000000Z") -> str:
        """Somebody texts the service."""
        text = {"id": str(uuid4()), "user_number": number, "content": words, "created_at": at}
        self.received.insert(0, text)
        return text["id"]


class _Handler(BaseHTTPRequestHandler):
    sink: NotifySink

    def do_POST(self) -> None:
        fault = self.sink.next.pop(0) if self.sink.next else None
        if fault is Fault.DROPPED_UNREAD:
            return self._drop()
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._is_signed():
            return self._say(*NOT_OURS)
        if isinstance(fault, tuple):
            return self._say(*fault)
        message = self.sink.take(told, self.path.rpartition("/")[2])
        return self._fail_after_taking(fault) if fault else self._say(201, {"id": message["id"], "content": {}})

    def _fail_after_taking(self, fault: Fault) -> None:
        if fault is Fault.SILENT_AFTER_TAKING:
            self.sink.ended.wait()
        elif fault is Fault.GIBBERISH_AFTER_TAKING:
            self._write(201, b"<html>")
        elif fault is Fault.BAD_GATEWAY_AFTER_TAKING:
            self._write(502, b"<html>")
        else:
            self._drop()

    def do_GET(self) -> None:
        if self.sink.is_out_of_order:
            return self._say(*ITS_FAULT)
        if not self._is_signed():
            return self._say(*NOT_OURS)
        address = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path == "/v2/received-text-messages":
            return self._say(200, self._texts(asked.get("older_than")))
        if address.path == "/v2/notifications":
            found = [each for each in self._told() if each["reference"] == asked["reference"]]
            return self._say(200, {"notifications": found, "links": {}})
        found = [each for each in self._told() if each["id"] == address.path.rpartition("/")[2]]
        return (
            self._say(200, found[0]) if found else self._say(404, [{"error": "NoResultFound", "message": "No result"}])
        )

    def _told(self) -> list[dict[str, str]]:
        names = ("id", "reference", "type", "status")
        return [{name: message[name] for name in names} for message in self.sink.messages.values()]

    def _texts(self, older_than: str | None) -> dict[str, Any]:
        ids = [text["id"] for text in self.sink.received]
        first = ids.index(older_than) + 1 if older_than else 0
        return {"received_text_messages": self.sink.received[first : first + self.sink.page_size], "links": {}}

    def _is_signed(self) -> bool:
        try:
            return bool(decode_jwt_token(self.headers["Authorization"].removeprefix("Bearer "), SECRET))
        except TokenError:
            return False

    def _say(self, status: int, told: Any) -> None:
        told = {"status_code": status, "errors": told} if isinstance(told, list) else told
        self._write(status, json.dumps(told).encode())

    def _write(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _drop(self) -> None:
        self.close_connection = True

    def log_message(self, *_args: object) -> None:
        """Say nothing for each request."""


@contextmanager
def notify_server() -> Iterator[NotifySink]:
    """A server on a free port."""
    sink = NotifySink()
    handler = type("Handler", (_Handler,), {"sink": sink})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    sink.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield sink
    finally:
        sink.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()

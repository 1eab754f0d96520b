"""A connection to an address that was checked, which gives up in time however slowly bytes come."""

import io
import socket
import ssl
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any
from urllib.parse import SplitResult

from livingwell.config import Settings
from livingwell.directory.actions.feeds.address import PORTS, addresses_of
from livingwell.directory.actions.feeds.said import FeedStopped

MEGABYTE = 1024 * 1024


@dataclass
class Budget:
    """How much a reading may take in all: bytes, seconds, and seconds of silence. Shared by all its requests."""

    hosts: frozenset[str] = frozenset()
    most_bytes: int = 1024 * MEGABYTE
    seconds: float = 60 * 60
    quiet_seconds: float = 20
    taken: int = 0
    _began: float = field(default_factory=time.monotonic)

    @classmethod
    def of(cls, settings: Settings) -> "Budget":
        """What the settings allow."""
        return cls(settings.feed_hosts, settings.feed_megabytes * MEGABYTE, settings.feed_minutes * 60)

    def take(self, count: int) -> None:
        """Count bytes. Raises FeedStopped where there are too many."""
        self.taken += count
        if self.taken > self.most_bytes:
            raise FeedStopped(f"The feed is larger than {self.most_bytes // MEGABYTE:,} MB. Nothing of it was used.")

    def patience(self) -> float:
        """How long to wait for the next byte. Raises FeedStopped where no time is left."""
        left = self._began + self.seconds - time.monotonic()
        if left <= 0:
            raise FeedStopped("The feed took too long to read. Try again later, or ask for it as a file.")
        return min(left, self.quiet_seconds)


class CheckedConnection(HTTPConnection):
    """HTTP or HTTPS with one of the addresses that were checked. No proxy is asked, whatever the environment says."""

    def __init__(self, parts: SplitResult, budget: Budget) -> None:
        self._addresses = addresses_of(parts, budget.hosts)
        self._budget, self._is_tls = budget, parts.scheme == "https"
        self._open: socket.socket | None = None
        host = parts.hostname or ""
        super().__init__(host, parts.port or PORTS[parts.scheme])
        self.default_port = PORTS[parts.scheme]

    def connect(self) -> None:
        """Take the first of the addresses that answers."""
        plain = self._reached()
        if self._is_tls:
            context = ssl.create_default_context()
            try:
                plain = context.wrap_socket(plain, server_hostname=self.host)
            except OSError:
                plain.close()
                raise
        self.sock: Any = _Clocked(plain, self._budget)
        self._open = plain  # http.client forgets its own before the answer is read

    def _reached(self) -> socket.socket:
        error: OSError = OSError("no address")
        for address in self._addresses:
            found = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
            try:
                found.settimeout(self._budget.patience())
                found.connect((address, self.port))
                return found
            except OSError as refused:
                found.close()
                error = refused
        raise error

    def let_go(self) -> None:
        """Close what is open, half-read or not."""
        if self._open is not None:
            self._open.close()


class _Clocked:
    """A socket for http.client, whose every wait is limited by what is left of the budget."""

    def __init__(self, sock: socket.socket, budget: Budget) -> None:
        self._sock, self._budget = sock, budget

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._budget.patience())
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Stream(self._sock, self._budget))

    def close(self) -> None:
        """Nothing yet: http.client closes its side before the answer is read."""


class _Stream(io.RawIOBase):
    def __init__(self, sock: socket.socket, budget: Budget) -> None:
        super().__init__()
        self._sock, self._budget = sock, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._budget.patience())
        return self._sock.recv_into(buffer)

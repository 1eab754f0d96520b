"""How fast workers send, and whether any message is lost or sent twice when workers are killed at random.

The messages are e-mail, because a mail server can't be asked afterwards: what was cut off stays unsure. They go to a
real mail server on loopback.
"""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from livingwell.app import create_app
from livingwell.audit import record
from livingwell.config import MailServer, Settings
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.delivery.actions import put_in_outbox
from livingwell.delivery.commands import Outgoing
from livingwell.delivery.models import Channel, Delivery, DeliveryState
from livingwell.extensions import db
from tests.harness.mail_server import MailSink, mail_server

ROOT = Path(__file__).resolve().parents[1]
LEASE_SECONDS = 5.0
KILLS = 25
"""About how many workers are killed in a run."""

LOOK_EVERY = 0.05  # seconds
AT_ONCE = 500

ABOUT = """\
E-mail to a real mail server on loopback, by workers that are killed (SIGKILL) at random, each replaced at once.
Lost: neither sent nor known to be in doubt. Twice: taken twice by the server. Unsure: what a killed worker was handing
over, which a member decides; "went" says how many of them the server has."""

HEADING = "{:<11} {:>7} {:>9} {:>6} {:>8} {:>8} {:>5} {:>6} {:>7} {:>5}"
NAMES = ("database", "workers", "messages", "kills", "seconds", "a second", "lost", "twice", "unsure", "went")


@dataclass(frozen=True)
class Sending:
    """What one run found."""

    database: str
    workers: int
    messages: int
    kills: int
    seconds: float
    lost: int
    twice: int
    unsure: int
    unsure_went: int

    @property
    def is_past(self) -> bool:
        return self.lost > 0 or self.twice > 0

    def line(self) -> str:
        rate = self.messages / self.seconds
        told = (self.database, self.workers, f"{self.messages:,}", self.kills, f"{self.seconds:.0f}", f"{rate:.0f}")
        return HEADING.format(*told, self.lost, self.twice, self.unsure, self.unsure_went)


def sent(database: str, url: str, workers: int, messages: int, kills: int = KILLS) -> Sending:
    """Send so many messages from an empty database, and account for each of them."""
    with mail_server() as sink:
        app = app_for(url, sink.settings)
        _fill(app, messages)
        started = time.monotonic()
        killed = _send(app, sink.settings, url, workers, messages // kills)
        seconds = time.monotonic() - started
        return _accounted_for(app, sink, Sending(database, workers, messages, killed, seconds, 0, 0, 0, 0))


def app_for(url: str, mail: MailServer) -> Flask:
    """An app that sends to this server, with a short lease so that what was cut off is soon seen."""
    return create_app(
        Settings(environment="test", secret_key="x" * 32, database_url=url, mail=mail, lease_seconds=LEASE_SECONDS)
    )


def _fill(app: Flask, count: int) -> None:
    with app.app_context():
        db.create_all()
        for first in range(0, count, AT_ONCE):
            _put(min(AT_ONCE, count - first))
        db.session.remove()


@atomic()
def _put(count: int) -> None:
    for number in range(count):
        put_in_outbox(
            Outgoing(Channel.EMAIL, to_address="amara@example.com", subject="From Jo", text=f"Message {number}")
        )
    record("write_message", the_system("the bench"))


def _send(app: Flask, mail: MailServer, url: str, count: int, between_kills: int) -> int:
    """Run workers until nothing is left to send; answers how many were killed.

    One is killed each time that about so many more messages were sent: by the clock, a slow machine would kill them
    all before they begin.
    """
    chance, kills = random.Random(count), 0  # noqa: S311  when to kill, not a secret
    with _workers(url, mail, count) as running:
        kill_at = (left := _left(app)) - between_kills
        while left:
            if left <= kill_at:
                _replace(running, chance.randrange(count), url, mail)
                kills += 1
                kill_at = left - int(chance.uniform(0.5, 1.5) * between_kills)
            time.sleep(LOOK_EVERY)
            left = _left(app)
    return kills


def _replace(running: list[subprocess.Popen[bytes]], victim: int, url: str, mail: MailServer) -> None:
    running[victim].kill()
    running[victim].wait()
    running[victim] = _start(url, mail)


@contextmanager
def _workers(url: str, mail: MailServer, count: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    running = [_start(url, mail) for _ in range(count)]
    try:
        yield running
    finally:
        for worker in running:
            worker.send_signal(signal.SIGTERM)
        for worker in running:
            worker.wait()


def _start(url: str, mail: MailServer) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "bench.one_worker", url, str(mail.port)], cwd=ROOT)  # noqa: S603


def _left(app: Flask) -> int:
    """How many messages may still be sent."""
    unfinished = (DeliveryState.WAITING, DeliveryState.FAILING, DeliveryState.HANDING_OVER)
    with app.app_context():
        return db.session.scalar(select(func.count()).where(Delivery.state.in_(unfinished))) or 0


def _accounted_for(app: Flask, sink: MailSink, run: Sending) -> Sending:
    with app.app_context():
        states = {
            str(row.message_id): row.state for row in db.session.execute(select(Delivery.message_id, Delivery.state))
        }
        db.session.remove()
        db.engine.dispose()
    taken = Counter(sink.ids)
    unsure = [one for one, state in states.items() if state is DeliveryState.UNSURE]
    known = [one for one, state in states.items() if state is DeliveryState.HANDED_OVER and taken[one]]
    return Sending(
        run.database,
        run.workers,
        run.messages,
        run.kills,
        run.seconds,
        lost=run.messages - len(known) - len(unsure),
        twice=sum(1 for count in taken.values() if count > 1),
        unsure=len(unsure),
        unsure_went=sum(1 for one in unsure if taken[one]),
    )

"""A real mail server on loopback that takes what it is sent, or fails as it is told to."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from enum import Enum, auto
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from livingwell.config import MailServer
from tests.harness.ports import free_port

MESSAGE_ID = re.compile(rb"^Message-ID: <([^@]+)@", re.MULTILINE)
SENDER = "team@livingwell.example"


class Fault(Enum):
    """What goes wrong, and when."""

    DROPPED_AT_ADDRESS = auto()
    DROPPED_AFTER_CONTENT = auto()
    """It has the message, and goes away without a word."""
    SILENT_AFTER_CONTENT = auto()


@dataclass
class MailSink:
    """What the server took, and what it is to say instead of "250 OK"."""

    port: int
    taken: list[bytes] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    """By the command: MAIL, RCPT or DATA (the answer to the content)."""
    faults: list[Fault] = field(default_factory=list)

    @property
    def settings(self) -> MailServer:
        return MailServer(host="127.0.0.1", port=self.port, sender=SENDER, tls="none")

    @property
    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(content, policy=default) for content in self.taken]

    @property
    def ids(self) -> list[str]:
        """The ids of the messages that were taken, as often as each was."""
        return [found[1].decode() for content in self.taken if (found := MESSAGE_ID.search(content))]

    async def handle_MAIL(  # noqa: N802  aiosmtpd names it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if Fault.DROPPED_AT_ADDRESS in self.faults:
            _drop(server)
        envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.get("DATA", "250 OK")
        if answer.startswith("2"):
            self.taken.append(bytes(envelope.original_content or b""))
        if Fault.DROPPED_AFTER_CONTENT in self.faults:
            _drop(server)
        if Fault.SILENT_AFTER_CONTENT in self.faults:
            await asyncio.Event().wait()
        return answer


def _drop(server: Any) -> None:
    server.transport.abort()


@contextmanager
def mail_server() -> Iterator[MailSink]:
    """A server on a free port."""
    sink = MailSink(free_port())
    # With a name of its own: else aiosmtpd looks the machine's up for each connection, which can take a second.
    controller = Controller(
        sink, hostname="127.0.0.1", port=sink.port, enable_SMTPUTF8=True, server_hostname="mail.livingwell.example"
    )
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()

"""E-mail, handed over to a mail server (SMTP, RFC 5321).

The server answers for a message once the line that ends it was sent. Whatever breaks before that line sent nothing;
whatever breaks after it, and before the answer, leaves us unsure.
"""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from livingwell.config import MailServer
from livingwell.delivery.carriers.outcome import Outcome, accepted, down, put_off, refused, unsure
from livingwell.delivery.carriers.written import mail_bytes
from livingwell.delivery.models import Message

GO_AHEAD = 354
OVER_THE_LIMIT = 552
CLOSING = 421
NEEDS_SIGNING_IN = (530, 534, 535, 538)
LINE_THAT_STARTS_WITH_A_DOT = re.compile(rb"^\.", re.MULTILINE)
END = b".\r\n"

CHECK_THE_ADDRESS = "Check the address with the person, or write another way."


class _Answered(Exception):
    """The server's answer settles what becomes of the message, and nothing was sent."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


class MailCarrier:
    """One mail server. A connection serves one message, so that none is found dead when it is needed."""

    def __init__(self, server: MailServer, timeout: float) -> None:
        self._server = server
        self._timeout = timeout

    def hand_over(self, message: Message, reference: str) -> Outcome:
        """Say what became of it. The reference isn't used: a mail server can't be asked later."""
        content = mail_bytes(message, self._server.sender)
        try:
            with self._connection() as connection:
                _give_addresses(connection, self._server.sender, message.to_address, len(content))
                return _give_content(connection, content)
        except _Answered as answered:
            return answered.outcome
        except smtplib.SMTPNotSupportedError:
            return down("The mail server does not do what we need: TLS, or signing in.")
        except smtplib.SMTPAuthenticationError:
            return down("The mail server does not accept our user name and password.")
        except ssl.SSLError:
            return down("The mail server’s certificate is not valid.")
        except (OSError, smtplib.SMTPException):
            return down("The mail server can’t be reached.")

    @contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        """A connection, secured and signed in as the settings ask. It says goodbye if it can."""
        server = self._server
        connect = smtplib.SMTP_SSL if server.tls == "tls" else smtplib.SMTP
        # Named after our own domain: by default smtplib looks the machine's name up, which can take long.
        name = server.sender.rpartition("@")[2]
        connection = connect(server.host, server.port, local_hostname=name, timeout=self._timeout)
        try:
            if server.tls == "starttls":
                connection.starttls(context=ssl.create_default_context())
            if server.user:
                connection.login(server.user, server.password)
            connection.ehlo_or_helo_if_needed()
            yield connection
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
        finally:
            connection.close()


def _give_addresses(connection: smtplib.SMTP, sender: str, to_address: str, size: int) -> None:
    """Everything up to "go ahead". Raises _Answered where the server says no."""
    options = [f"size={size}"] if connection.has_extn("size") else []
    if not to_address.isascii():
        if not connection.has_extn("smtputf8"):
            raise _Answered(refused("The mail server can’t write to addresses with accents.", CHECK_THE_ADDRESS))
        options.append("SMTPUTF8")
    _require(connection.mail(sender, options), _sender_refused)
    _require(connection.rcpt(to_address), _address_refused)
    code, words = connection.docmd("DATA")
    if code != GO_AHEAD:
        raise _Answered(_content_refused(code, _plain(words)))


def _require(answer: tuple[int, bytes], if_not: Callable[[int, str], Outcome]) -> None:
    code, words = answer
    if not 200 <= code < 300:
        raise _Answered(if_not(code, _plain(words)))


def _give_content(connection: smtplib.SMTP, content: bytes) -> Outcome:
    try:
        connection.send(LINE_THAT_STARTS_WITH_A_DOT.sub(b"..", content) + END)
        code, words = connection.getreply()
    except (OSError, smtplib.SMTPException):
        return unsure("The connection to the mail server broke before it answered.")
    return accepted() if 200 <= code < 300 else _content_refused(code, _plain(words))


def _sender_refused(code: int, said: str) -> Outcome:
    if code == OVER_THE_LIMIT:
        return refused(f"The mail server says: {said}", "Send it with fewer or smaller files.")
    return down(f"The mail server does not take mail from our address. It says: {said}")


def _address_refused(code: int, said: str) -> Outcome:
    if code in (CLOSING, *NEEDS_SIGNING_IN):
        return down(f"The mail server says: {said}")
    if code < 500:
        return put_off(f"The mail server says, for now: {said}")
    return refused(f"The mail server says: {said}", CHECK_THE_ADDRESS)


def _content_refused(code: int, said: str) -> Outcome:
    if code < 500:
        return put_off(f"The mail server says, for now: {said}")
    return refused(f"The mail server says: {said}", "Send it with fewer or smaller files, or write another way.")


def _plain(words: bytes) -> str:
    """What the server said, without the number that mail servers put before it (RFC 3463)."""
    text = words.decode("utf-8", "replace")
    return " ".join(re.sub(r"\b[245]\.\d{1,3}\.\d{1,3}\b", "", text).split())

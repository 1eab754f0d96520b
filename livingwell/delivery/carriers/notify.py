"""Texts and letters by GOV.UK Notify, with its own client.

Each try carries a reference of ours, which tells nothing about anybody; Notify is asked by it where a try was cut off.
"""

import logging
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from notifications_python_client.errors import APIError, InvalidResponse
from notifications_python_client.notifications import NotificationsAPIClient
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from livingwell.config import Notify
from livingwell.delivery.carriers.outcome import ASK_THE_KEEPER, Outcome, accepted, down, refused, unsure
from livingwell.delivery.models import Channel, Message

# The client's own log repeats what Notify said, which may hold a number or an address.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)

FORBIDDEN = 403
NOT_THERE = 404
TOO_MANY = 429
NOT_PROCESSED = 500  # "Notify was unable to process the request, resend your notification" (its documentation)


@dataclass(frozen=True)
class Told:
    """What Notify says of a message: its own id and status."""

    provider_id: str
    status: str


@dataclass(frozen=True)
class TextIn:
    """A text as Notify received it."""

    provider_id: str
    from_number: str
    words: str
    received_at: datetime


class NotifyUnreachable(Exception):
    """A question was not answered; ask again later."""


class NotifyCarrier:
    """One service of GOV.UK Notify. Its client is not thread-safe: each worker has its own."""

    def __init__(self, notify: Notify, timeout: float) -> None:
        self._text_template = notify.text_template
        self._client: Any = NotificationsAPIClient(notify.key, base_url=notify.url, timeout=timeout)  # type: ignore[no-untyped-call]
        # A connection that was kept may be dead, and then nobody knows whether what was sent on it arrived.
        self._client.request_session.headers["Connection"] = "close"

    def hand_over(self, message: Message, reference: str) -> Outcome:
        try:
            answer = self._given(message, reference)
            return accepted(str(answer["id"]))
        except APIError as error:
            return _outcome_of(error)
        except (KeyError, TypeError):
            return unsure("GOV.UK Notify’s answer could not be read.")

    def _given(self, message: Message, reference: str) -> Any:
        if message.channel is Channel.LETTER:
            return self._client.send_precompiled_letter_notification(reference, BytesIO(message.pdf or b""))
        return self._client.send_sms_notification(
            phone_number=message.to_address,
            template_id=self._text_template,
            personalisation={"words": message.text},
            reference=reference,
        )

    def told_of(self, provider_id: str) -> Told | None:
        """What became of a message, or none where Notify has forgotten it. Raises NotifyUnreachable."""
        try:
            return _told(self._ask(self._client.get_notification_by_id, provider_id))
        except NotifyUnreachable as error:
            if _is_not_there(error.__cause__):
                return None
            raise

    def found_by(self, reference: str) -> Told | None:
        """The message that a try of ours left there, or none. Raises NotifyUnreachable."""
        found = self._ask(self._client.get_all_notifications, reference=reference)["notifications"]
        return _told(found[0]) if found else None

    def received(self) -> Iterator[list[TextIn]]:
        """The texts that came in, a page at a time, the newest first. Raises NotifyUnreachable."""
        page = self._texts(None)
        while page:
            yield page
            page = self._texts(page[-1].provider_id)

    def _texts(self, older_than: str | None) -> list[TextIn]:
        told = self._ask(self._client.get_received_texts, older_than=older_than)
        return [
            TextIn(text["id"], text["user_number"], text["content"], datetime.fromisoformat(text["created_at"]))
            for text in told["received_text_messages"]
        ]

    def _ask(self, question: Any, *values: Any, **named: Any) -> Any:
        try:
            return question(*values, **named)
        except APIError as error:
            raise NotifyUnreachable from error


def _is_not_there(error: BaseException | None) -> bool:
    return isinstance(error, APIError) and error.response is not None and error.response.status_code == NOT_THERE


def _told(told: Any) -> Told:
    return Told(str(told["id"]), str(told["status"]))


def _outcome_of(error: APIError) -> Outcome:
    """What it means that Notify did not take a message."""
    if isinstance(error, InvalidResponse) or error.response is None:
        return _outcome_without_answer(error)
    code, said = error.response.status_code, _plain(error.message)
    if code == FORBIDDEN:
        return refused(f"GOV.UK Notify says: {said}", ASK_THE_KEEPER, is_channel_down=True)
    if code == TOO_MANY:
        return down("GOV.UK Notify asks us to send more slowly.")
    if code == NOT_PROCESSED:
        return down("GOV.UK Notify has a fault of its own.")
    if 400 <= code < 500:
        return refused(f"GOV.UK Notify says: {said}", _what_to_do(said))
    return unsure("Something between us and GOV.UK Notify failed, and it may have the message.")


def _outcome_without_answer(error: APIError) -> Outcome:
    if _never_connected(error):
        return down("GOV.UK Notify can’t be reached.")
    return unsure("GOV.UK Notify did not answer, and may have the message.")


def _never_connected(error: BaseException) -> bool:
    """Whether it failed before anything was sent, however deeply the libraries wrapped it."""
    seen: list[BaseException] = [error]
    for one in seen:
        inner = (one.__cause__, getattr(one, "reason", None), *one.args)
        seen.extend(each for each in inner if isinstance(each, BaseException) and each not in seen)
    causes = (NewConnectionError, ConnectTimeoutError, ssl.SSLCertVerificationError)
    return any(isinstance(one, causes) for one in seen)


def _plain(message: str | list[dict[str, str]]) -> str:
    """Notify's words, which come as one text or as a list of errors."""
    if isinstance(message, str):
        return message
    return " ".join(str(each.get("message", "")) for each in message)


_ADVICE = (
    ("phone_number", "Check the number with the person, or write another way."),
    ("number", "Check the number with the person, or write another way."),
    ("trial mode", f"The service still is in trial mode. {ASK_THE_KEEPER}"),
    ("team-only", f"The service still is in trial mode. {ASK_THE_KEEPER}"),
    ("character", "Write it shorter, or as two texts."),
    ("template", ASK_THE_KEEPER),
    ("letter", "Print it and post it."),
)


def _what_to_do(said: str) -> str:
    return next((advice for word, advice in _ADVICE if word in said.lower()), ASK_THE_KEEPER)

"""What a receiver was sent, or would be: the text, where it stands, and each time that it was opened."""

from dataclasses import dataclass
from uuid import UUID

from livingwell.careplans.models import HowSaid
from livingwell.core.dates import date_and_time
from livingwell.delivery.models import Delivery, DeliveryState
from livingwell.journeys.models import HandOverSending, SendingState
from livingwell.journeys.wording.telling import sections_in

Sections = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class SendingLine:
    """One sending. `kind` is an icon's. `sections` are the text that the receiver reads, letter for letter.
    `trouble`: why the e-mail has not arrived."""

    id: UUID
    to: str
    how: str
    until: str
    kind: str
    state: str
    notes: tuple[str, ...]
    openings: tuple[str, ...]
    sections: Sections
    state_is: SendingState
    is_by_email: bool
    trouble: str = ""

    @classmethod
    def of(cls, sending: HandOverSending, delivery: Delivery | None = None) -> "SendingLine":
        kind, state = _state(sending)
        return cls(
            id=sending.id,
            to=sending.to_name,
            how=f"by e-mail to {sending.to_email}" if sending.to_email else "printed, or read out",
            until=date_and_time(sending.ends_at) if sending.ends_at else "",
            kind=kind,
            state=state,
            notes=tuple(_notes(sending)),
            openings=tuple(_opened(sending)),
            sections=sections_in(sending.text),
            state_is=sending.state,
            is_by_email=bool(sending.to_email),
            trouble=_trouble(delivery) if delivery and sending.state.is_live else "",
        )

    @property
    def waits_for_yes(self) -> bool:
        return self.state_is is SendingState.WAITS_FOR_YES

    @property
    def is_ready(self) -> bool:
        return self.state_is is SendingState.READY

    @property
    def can_go_again(self) -> bool:
        return self.state_is in (SendingState.OPEN, SendingState.LATE)

    @property
    def can_stop(self) -> bool:
        return self.state_is.is_live


def _state(sending: HandOverSending) -> tuple[str, str]:
    until = date_and_time(sending.ends_at) if sending.ends_at else ""
    return {
        SendingState.WAITS_FOR_YES: ("open", "Waits for their yes"),
        SendingState.READY: ("half", "Agreed, not sent yet"),
        SendingState.OPEN: ("half", f"Sent. The link works until {until}"),
        SendingState.LATE: ("not_done", f"No answer. The link ended, {until}"),
        SendingState.ANSWERED: ("done", "Answered"),
        SendingState.STOPPED: ("open", "Stopped"),
        SendingState.REPLACED: ("open", "Replaced by a newer one"),
    }[sending.state]


def _trouble(delivery: Delivery) -> str:
    """Why the e-mail has not arrived, as far as we know."""
    words = {
        DeliveryState.REFUSED: "The e-mail was refused.",
        DeliveryState.UNSURE: "We don’t know if the e-mail went.",
        DeliveryState.STOPPED: "The e-mail was held back.",
        DeliveryState.KEPT: "The e-mail is kept here: nothing goes out of this installation.",
    }.get(delivery.state)
    return f"{words} {delivery.said}".strip() if words else ""


def _notes(sending: HandOverSending) -> list[str]:
    notes = [f"Put together by {sending.written_by}, {date_and_time(sending.created_at)}."]
    if sending.agreed_at and sending.agreed_how:
        how = "on their own page" if sending.agreed_how is HowSaid.ON_THIS_SCREEN else sending.agreed_how.value
        notes.append(f"They said yes, {how}, {date_and_time(sending.agreed_at)}.")
    if sending.sent_at:
        notes.append(f"Sent, {date_and_time(sending.sent_at)}.")
    if sending.stopped_at:
        why = f": “{sending.stopped_why}”" if sending.stopped_why else ""
        notes.append(f"Stopped by {sending.stopped_by}, {date_and_time(sending.stopped_at)}{why}.")
    return notes


def _opened(sending: HandOverSending) -> list[str]:
    return [
        f"Opened, {date_and_time(each.created_at)}, with {each.browser or 'an unknown browser'}"
        for each in sending.openings
    ]

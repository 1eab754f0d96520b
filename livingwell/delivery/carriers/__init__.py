"""Who takes messages out of the house: a mail server, GOV.UK Notify, or nobody."""

from collections.abc import Mapping
from typing import Protocol

from livingwell.config import Settings
from livingwell.delivery.carriers.kept import KeptHere, PrintedInstead
from livingwell.delivery.carriers.mail import MailCarrier
from livingwell.delivery.carriers.notify import NotifyCarrier
from livingwell.delivery.carriers.outcome import Outcome
from livingwell.delivery.models import Channel, Message


class Carrier(Protocol):
    """Takes one message. It answers what happened, and raises nothing that it can foresee."""

    def hand_over(self, message: Message, reference: str) -> Outcome: ...


Carriers = Mapping[Channel, Carrier]


def carriers_for(settings: Settings) -> Carriers:
    """The carrier of each channel. In the demo nothing leaves the machine, whatever is set."""
    if settings.demo:
        kept = KeptHere("This is the demo: nothing leaves it.", what_to_do="")
        return {Channel.EMAIL: kept, Channel.TEXT: kept, Channel.LETTER: kept}
    notify = notify_for(settings)
    return {
        Channel.EMAIL: MailCarrier(settings.mail, settings.provider_timeout_seconds)
        if settings.mail
        else KeptHere("E-mail is not set up here."),
        Channel.TEXT: notify or KeptHere("Texts are not set up here."),
        Channel.LETTER: notify or PrintedInstead(),
    }


def notify_for(settings: Settings) -> NotifyCarrier | None:
    """Our way to speak with GOV.UK Notify, where there is one."""
    if settings.demo or settings.notify is None:
        return None
    return NotifyCarrier(settings.notify, settings.provider_timeout_seconds)

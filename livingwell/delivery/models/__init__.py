"""The tables of the outbox, one noun a module."""

from livingwell.delivery.models.channel import Channel
from livingwell.delivery.models.chore import Chore
from livingwell.delivery.models.decision import Decision, MessageDecision
from livingwell.delivery.models.delivery import Delivery, DeliveryState, DeliveryStep
from livingwell.delivery.models.message import Message, MessageAttachment
from livingwell.delivery.models.outage import Outage
from livingwell.delivery.models.received import ReceivedText

__all__ = [
    "Channel",
    "Chore",
    "Decision",
    "Delivery",
    "DeliveryState",
    "DeliveryStep",
    "Message",
    "MessageAttachment",
    "MessageDecision",
    "Outage",
    "ReceivedText",
]

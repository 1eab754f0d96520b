"""What may be pressed beside a message, by where it stands."""

from datetime import timedelta

import pytest

from livingwell.contacts.presenters.messages import state_of
from livingwell.core.clock import now
from livingwell.delivery.models import Channel, Delivery, DeliveryState, Message


def message(channel: Channel, *, is_asked_about: bool) -> Message:
    """One that may have gone; the provider is asked about it, or nobody will be."""
    due_at = now() + timedelta(minutes=10) if is_asked_about else None
    delivery = Delivery(channel=channel, state=DeliveryState.UNSURE, due_at=due_at, said="", what_to_do="")
    return Message(channel=channel, delivery=delivery)


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.TEXT, Channel.LETTER])
def test_a_member_decides_about_a_message_that_nobody_else_will_find_out_about(channel: Channel) -> None:
    assert state_of(message(channel, is_asked_about=False)).can_be_decided


@pytest.mark.parametrize("channel", [Channel.TEXT, Channel.LETTER])
def test_while_the_provider_is_being_asked_nobody_guesses(channel: Channel) -> None:
    assert not state_of(message(channel, is_asked_about=True)).can_be_decided

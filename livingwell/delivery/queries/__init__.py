"""What is asked of the outbox."""

from livingwell.delivery.queries.messages import (
    latest_messages,
    message_in_full,
    messages_about,
    messages_for_a_person,
    print_queue,
    states_of,
)
from livingwell.delivery.queries.standing import channels_behind

__all__ = [
    "channels_behind",
    "latest_messages",
    "message_in_full",
    "messages_about",
    "messages_for_a_person",
    "print_queue",
    "states_of",
]

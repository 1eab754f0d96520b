"""What is done to the outbox: by the packages above, by the worker, and by what comes in."""

from livingwell.delivery.actions.deciding import cancel_message, decide_unsure, mark_printed, put_back
from livingwell.delivery.actions.outbox import Withdrawn, cancel_waiting, put_in_outbox, withdraw_message

__all__ = [
    "Withdrawn",
    "cancel_message",
    "cancel_waiting",
    "decide_unsure",
    "mark_printed",
    "put_back",
    "put_in_outbox",
    "withdraw_message",
]

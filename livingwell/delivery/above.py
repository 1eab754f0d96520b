"""What the packages above answer for the worker; app.py introduces them."""

from collections.abc import Callable
from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.delivery.models import Channel, Delivery, Message, ReceivedText


class _Above:
    """Without an answer from above everything may go, and texts that came in wait until somebody takes them."""

    may_still_go: Callable[[UUID | None, Channel, bool], str]
    """Asked with `about`, the channel and whether it is automatic, just before handing over.

    Answers why it may not go any more, in words for a member, or nothing where it may.
    """

    file_text: Callable[[ReceivedText], None] | None = None
    """Called once for each text that came in, inside an action; whatever it writes, it records."""

    did_not_arrive: Callable[[Delivery], None] | None = None
    """Called inside an action with what was refused for good, or withdrawn on its way and not tried again."""

    was_cancelled: Callable[[Delivery, str, Actor], None] | None = None
    """Called inside an action with what somebody cancelled, why, and who."""

    make_messages: Callable[[], bool] | None = None
    """Puts one more message in the outbox that was only asked for, such as a code to sign in; answers whether there
    was one."""

    work_beside: Callable[[], bool] | None = None
    """One piece of long work that no message should wait for; answers whether there was any."""

    print_instead: Callable[[Message], None] | None = None
    """Called inside an action with a letter that was refused (`message_in_full`), in place of `print_as_it_is`."""


above = _Above()
above.may_still_go = lambda _about, _channel, _is_automatic: ""

"""How long the worker waits before it tries or asks again."""

from datetime import datetime, timedelta

from livingwell.core.clock import now

GIVE_UP_AFTER = timedelta(days=3)
"""A message that a provider puts off for so long goes to a person. RFC 5321 asks for four to five days; a person can
do something sooner."""

LATEST_QUESTION = timedelta(days=6)
"""GOV.UK Notify keeps messages for seven days: what it doesn't know after that may have gone all the same."""

BEFORE_FIRST_QUESTION = timedelta(minutes=10)
"""Notify may list a message some time after it took it, so that an early "no" proves nothing."""

_FIRST = timedelta(minutes=1)
_LONGEST = timedelta(hours=1)
_OUTAGE_FIRST = timedelta(seconds=30)
_OUTAGE_LONGEST = timedelta(minutes=10)
_ASK_FIRST = timedelta(minutes=2)
_ASK_LONGEST = timedelta(hours=12)
_ASK_UNTIL = timedelta(days=8)


def next_try(tries: int) -> datetime:
    """When a message that was put off is tried again: after 1, 2, 4 … minutes, and from then on every hour."""
    return now() + min(_FIRST * _doubled(tries), _LONGEST)


def next_after_outage(tries: int) -> datetime:
    """When a channel that is down is tried again: after half a minute, one, two …, then every ten minutes."""
    return now() + min(_OUTAGE_FIRST * _doubled(tries), _OUTAGE_LONGEST)


def next_question(handed_over_at: datetime) -> datetime | None:
    """When to ask again what became of a message: later each time. None once nothing more is to be expected."""
    ago = now() - handed_over_at
    return None if ago > _ASK_UNTIL else now() + min(max(ago, _ASK_FIRST), _ASK_LONGEST)


def _doubled(tries: int) -> int:
    """1, 2, 4 … for the first, second and third try; no more than the longest wait needs."""
    return 1 << min(tries - 1, 10)

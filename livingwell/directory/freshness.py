"""How long the check of an entry holds."""

from datetime import date

from livingwell.core.clock import today
from livingwell.core.dates import months_after
from livingwell.directory.models import Service
from livingwell.extensions import chosen


def fresh_since() -> date:
    """The first day whose check still holds today (setting LIVINGWELL_DIRECTORY_MONTHS)."""
    return months_after(today(), -chosen().directory_months)


def is_fresh(service: Service) -> bool:
    """Whether the entry is there and somebody has checked it in time."""
    return (
        service.withdrawn_on is None
        and service.last_checked_on is not None
        and service.last_checked_on >= fresh_since()
    )

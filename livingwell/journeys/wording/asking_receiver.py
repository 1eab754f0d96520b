"""The e-mail that carries the link. Whoever sees it learns nothing of anybody, and nothing about health."""

from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.journeys.models import HandOverSending

SUBJECT = "Please read this and answer by {day}"
TEXT = """Dear {to_name},

{from_team} asks you to read something, and to say yes or no.

Open this link:
{address}

It works until {day}, and takes one answer. You need no account and no password. Opening it decides nothing.

Please do not pass the link on. If you did not expect it, do not open it: tell us.

To ask us anything: {call_us}

{from_team}
"""


def message_for(sending: HandOverSending, address: str) -> tuple[str, str]:
    """Its subject and its text."""
    assert sending.ends_at is not None  # noqa: S101  whoever sends it has said until when
    day = long_date(in_london(sending.ends_at).date())
    text = TEXT.format(
        to_name=sending.to_name, from_team=sending.from_team, call_us=sending.call_us, address=address, day=day
    )
    return SUBJECT.format(day=day), text

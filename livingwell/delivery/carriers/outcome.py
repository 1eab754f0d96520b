"""What came of handing a message over."""

from dataclasses import dataclass
from enum import Enum, auto

ASK_THE_KEEPER = "Ask whoever looks after Living Well here."


class Verdict(Enum):
    """What it means for the message."""

    ACCEPTED = auto()
    KEPT = auto()
    REFUSED = auto()
    """For good."""
    PUT_OFF = auto()
    """This message was not taken now; others may be."""
    DOWN = auto()
    """Nothing was sent, and nothing of this channel can be."""
    UNSURE = auto()
    """It may have gone."""


@dataclass(frozen=True)
class Outcome:
    """The verdict, with what the provider said in plain words and what to do about it."""

    verdict: Verdict
    said: str = ""
    what_to_do: str = ""
    provider_id: str = ""
    is_channel_down: bool = False
    """With REFUSED: the next message would be refused for the same reason, so the channel waits."""


def accepted(provider_id: str = "") -> Outcome:
    return Outcome(Verdict.ACCEPTED, provider_id=provider_id)


def refused(said: str, what_to_do: str, *, is_channel_down: bool = False) -> Outcome:
    return Outcome(Verdict.REFUSED, said, what_to_do, is_channel_down=is_channel_down)


def put_off(said: str) -> Outcome:
    return Outcome(Verdict.PUT_OFF, said)


def down(said: str) -> Outcome:
    return Outcome(Verdict.DOWN, said)


def unsure(said: str) -> Outcome:
    return Outcome(Verdict.UNSURE, said)

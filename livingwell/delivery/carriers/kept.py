"""Where there is no way out."""

from dataclasses import dataclass

from livingwell.delivery.carriers.outcome import ASK_THE_KEEPER, Outcome, Verdict, refused
from livingwell.delivery.models import Message


@dataclass(frozen=True)
class KeptHere:
    """Keeps every message, to be read on the outbox page."""

    why: str
    what_to_do: str = ASK_THE_KEEPER

    def hand_over(self, message: Message, reference: str) -> Outcome:
        return Outcome(Verdict.KEPT, self.why, self.what_to_do)


class PrintedInstead:
    """Sends every letter to the print queue."""

    def hand_over(self, message: Message, reference: str) -> Outcome:
        return refused("Letters are not set up to go out by themselves here.", "Print it and post it.")

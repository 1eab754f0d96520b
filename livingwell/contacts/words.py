"""Ways and outcomes in plain words. The national codes stand behind them (contacts.models.outcome)."""

from livingwell.adjustments.labels import WAYS as WAYS
from livingwell.contacts.models import AsAsked, ContactKind, Outcome

OUTCOMES = {
    Outcome.ON_TIME: "Came, on time",
    Outcome.LATE_AND_SEEN: "Late, and we met",
    Outcome.LATE_AND_NOT_SEEN: "Late, and we could not meet",
    Outcome.CANCELLED_BY_PERSON: "Cancelled by or for {name}",
    Outcome.MISSED: "Did not come, without word",
    Outcome.CANCELLED_BY_US: "Cancelled by us",
    Outcome.SPOKE: "We spoke",
    Outcome.REPLIED: "{name} replied",
    Outcome.NO_ANSWER: "No answer",
    Outcome.MESSAGE_LEFT: "Left a message",
    Outcome.SENT: "Sent",
    Outcome.NOT_DELIVERED: "Did not arrive",
}

AS_ASKED = {
    AsAsked.AS_ASKED: "as asked",
    AsAsked.NOT_AS_ASKED: "not as asked",
    AsAsked.BEFORE_WE_ASKED: "before we had asked",
}

KINDS = {
    ContactKind.APPOINTMENT: "appointment",
    ContactKind.ATTEMPT: "",
    ContactKind.FROM_THE_PERSON: "from {name}",
}


def outcome_words(outcome: Outcome, name: str) -> str:
    """We spoke; Amara replied."""
    return OUTCOMES[outcome].format(name=name)

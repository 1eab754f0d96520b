"""What became of a contact."""

from enum import StrEnum


class ContactKind(StrEnum):
    """An appointment was planned; an attempt was not; or the person contacted us."""

    APPOINTMENT = "appointment"
    ATTEMPT = "attempt"
    FROM_THE_PERSON = "from_the_person"


class Outcome(StrEnum):
    """What happened. The first six are an appointment's, and stand for the national attendance codes (MHSDS)."""

    ON_TIME = "on_time"
    LATE_AND_SEEN = "late_and_seen"
    LATE_AND_NOT_SEEN = "late_and_not_seen"
    CANCELLED_BY_PERSON = "cancelled_by_person"
    MISSED = "missed"
    CANCELLED_BY_US = "cancelled_by_us"
    SPOKE = "spoke"
    REPLIED = "replied"
    NO_ANSWER = "no_answer"
    MESSAGE_LEFT = "message_left"
    SENT = "sent"
    NOT_DELIVERED = "not_delivered"

    @property
    def attendance_code(self) -> str | None:
        """The national code of an appointment's outcome (MHSDS attendance); an attempt has none."""
        return ATTENDANCE_CODES.get(self)

    @property
    def has_reached(self) -> bool:
        return self in REACHED

    @property
    def has_not_reached(self) -> bool:
        """Whether it was tried and did not reach. What was cancelled was not tried; what was sent may yet reach."""
        return self in NOT_REACHED

    @property
    def is_cancelled(self) -> bool:
        return self in CANCELLED

    def fits(self, kind: ContactKind) -> bool:
        """Whether a contact of this kind can end so."""
        return self in OUTCOMES_OF[kind]


ATTENDANCE_CODES = {
    Outcome.ON_TIME: "5",
    Outcome.LATE_AND_SEEN: "6",
    Outcome.LATE_AND_NOT_SEEN: "7",
    Outcome.CANCELLED_BY_PERSON: "2",
    Outcome.MISSED: "3",
    Outcome.CANCELLED_BY_US: "4",
}
OF_AN_APPOINTMENT = tuple(ATTENDANCE_CODES)
OF_AN_ATTEMPT = tuple(each for each in Outcome if each not in ATTENDANCE_CODES)
FROM_THE_PERSON = (Outcome.SPOKE, Outcome.REPLIED)

OUTCOMES_OF = {
    ContactKind.APPOINTMENT: OF_AN_APPOINTMENT,
    ContactKind.ATTEMPT: OF_AN_ATTEMPT,
    ContactKind.FROM_THE_PERSON: FROM_THE_PERSON,
}

REACHED = frozenset({Outcome.ON_TIME, Outcome.LATE_AND_SEEN, Outcome.SPOKE, Outcome.REPLIED})
NOT_REACHED = frozenset(
    {Outcome.MISSED, Outcome.LATE_AND_NOT_SEEN, Outcome.NO_ANSWER, Outcome.MESSAGE_LEFT, Outcome.NOT_DELIVERED}
)
CANCELLED = frozenset({Outcome.CANCELLED_BY_PERSON, Outcome.CANCELLED_BY_US})

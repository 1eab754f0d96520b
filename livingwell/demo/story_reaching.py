"""How the story of reaching and supporting somebody is told: what they asked, what they need, and every contact."""

from dataclasses import dataclass

from livingwell.adjustments.commands import RecordPreferences, WaySaid
from livingwell.adjustments.models import (
    Category,
    EventKind,
    HowWeKnow,
    Standing,
    Way,
)
from livingwell.contacts.models import Outcome


def best(way: Way, why: str = "") -> WaySaid:
    """The way, or one of the ways, that they like best."""
    return WaySaid(way, Standing.BEST, why)


def fine(way: Way, why: str = "") -> WaySaid:
    """A way that does as well."""
    return WaySaid(way, Standing.FINE, why)


def if_urgent(way: Way, why: str) -> WaySaid:
    """A way for what cannot wait, and for nothing else."""
    return WaySaid(way, Standing.ONLY_IF_URGENT, why)


def never(way: Way, why: str) -> WaySaid:
    """A way that they do not want."""
    return WaySaid(way, Standing.NOT_WANTED, why)


def not_safe(way: Way, why: str) -> WaySaid:
    """A way on which somebody else may read or hear it."""
    return WaySaid(way, Standing.NOT_SAFE, why)


@dataclass(frozen=True)
class PreferencesStory:
    """What the person told a member about reaching them, from that day on."""

    days_ago: int
    to: str
    said: RecordPreferences


@dataclass(frozen=True)
class HappeningStory:
    """Something that happened to an adjustment: shared with whom, flagged, reviewed and when next."""

    kind: EventKind
    days_ago: int
    said: str = ""
    review_in_days: int | None = None


@dataclass(frozen=True)
class CannotStory:
    """That we can't do one, why, and what is offered instead."""

    days_ago: int
    reason: str
    instead: str


@dataclass(frozen=True)
class AdjustmentStory:
    """Something that we do otherwise for one person: a choice of the catalogue by its key, or own words."""

    choice: str
    in_practice: str
    why: str
    own_words: str = ""
    category: Category = Category.BESPOKE
    how_we_know: HowWeKnow = HowWeKnow.TOLD_US
    life: tuple[HappeningStory, ...] = ()
    cannot: CannotStory | None = None


@dataclass(frozen=True)
class ContactStory:
    """An attempt, or the person reaching us. `met` counts adjustments from 0; `not_met` says why for each."""

    days_ago: int
    hour: int
    by: str
    way: Way
    outcome: Outcome
    note: str = ""
    minute: int = 0
    reason: str = ""
    is_from_the_person: bool = False
    met: tuple[int, ...] = ()
    not_met: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class AppointmentStory:
    """An appointment, agreed some days before it. Without an outcome it is still to come."""

    in_days: int
    hour: int
    by: str
    way: Way
    place: str
    days_notice: int
    outcome: Outcome | None = None
    note: str = ""
    minute: int = 0
    reason: str = ""
    met: tuple[int, ...] = ()
    not_met: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class AnswerByText:
    """A text that the person sent back, so many minutes later. Nobody has dealt with it where `dealt_by` is empty."""

    minutes: int
    words: str
    dealt_by: str = ""


@dataclass(frozen=True)
class LetterStory:
    """A text, an e-mail or a letter that went through the outbox."""

    days_ago: int
    hour: int
    by: str
    way: Way
    words: str
    subject: str = ""
    minute: int = 0
    asks_yes_or_no: bool = False
    answer: AnswerByText | None = None


@dataclass(frozen=True)
class ReachStory:
    """One person, as they asked to be reached and supported, and as we did."""

    person: str
    preferences: tuple[PreferencesStory, ...] = ()
    adjustments: tuple[AdjustmentStory, ...] = ()
    adjustments_days_ago: int = 0
    recorded_by: str = ""
    contacts: tuple[ContactStory, ...] = ()
    appointments: tuple[AppointmentStory, ...] = ()
    letters: tuple[LetterStory, ...] = ()


@dataclass(frozen=True)
class UnknownText:
    """A text from a number that is on nobody's record."""

    days_ago: int
    hour: int
    number: str
    words: str

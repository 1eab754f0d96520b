"""What the forms hand to the actions."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from livingwell.adjustments.models import (
    Background,
    Category,
    Disclosure,
    EventKind,
    HowWeKnow,
    Met,
    NoteOutcome,
    SayingWho,
    Standing,
    TimeStanding,
    Way,
)


@dataclass(frozen=True)
class NewAdjustment:
    """One to add: a choice of the catalogue by its key, or own words with the category that they belong to."""

    choice_key: str = ""
    own_words: str = ""
    category: Category = Category.BESPOKE
    in_practice: str = ""
    why_it_matters: str = ""


@dataclass(frozen=True)
class AddAdjustments:
    """Several at once. `identified_on` is None for today; `note_id` is the imported note that they come from.

    `is_informed`: the person knows that this goes on record, and that they may object to sharing it.
    """

    adjustments: tuple[NewAdjustment, ...]
    how_we_know: HowWeKnow
    identified_on: date | None = None
    note_id: UUID | None = None
    is_informed: bool = False


@dataclass(frozen=True)
class Wording:
    """What one adjustment means in practice and why it matters, as somebody read `row_version` of it."""

    adjustment_id: UUID
    in_practice: str
    why_it_matters: str
    how_we_know: HowWeKnow
    row_version: int | None


@dataclass(frozen=True)
class Told:
    """What the person said about an impairment or a diagnosis, if they wanted to."""

    disclosure: Disclosure
    impairment: str
    diagnosis: str
    row_version: int | None


@dataclass(frozen=True)
class Happening:
    """Something that happened to an adjustment, on a day. `review_on` is for a review: when the next one is due."""

    kind: EventKind
    on: date
    said: str = ""
    review_on: date | None = None


@dataclass(frozen=True)
class OutcomeOf:
    """Whether one adjustment was met. `occasion_id` is whatever it was about, such as a contact."""

    adjustment_id: UUID
    met: Met
    on: date
    why: str = ""
    occasion_id: UUID | None = None


@dataclass(frozen=True)
class AnswerNote:
    """What the person said to an imported note, and the adjustments that follow from it."""

    outcome: NoteOutcome
    on: date
    why: str = ""
    adjustments: tuple[NewAdjustment, ...] = ()


@dataclass(frozen=True)
class NotPossible:
    """That we can't do it, why, and what is offered instead."""

    on: date
    reason: str
    instead: str


@dataclass(frozen=True)
class WaySaid:
    """What the person said about one way."""

    way: Way
    standing: Standing
    why: str = ""


@dataclass(frozen=True)
class TimeSaid:
    """What the person said about a time. `weekdays` are digits, 1 for Monday; "" is every day."""

    standing: TimeStanding
    weekdays: str = ""
    starts: time | None = None
    ends: time | None = None
    why: str = ""


@dataclass(frozen=True)
class ReminderSaid:
    """A reminder that the person wants."""

    hours_before: int
    way: Way


MOST = 3
"""How many good times, times that are not good, and reminders a set may hold: as many as its form asks for."""


@dataclass(frozen=True)
class RecordPreferences:
    """All that the person told us about reaching them. The other fields have the names of ContactPreferences' columns.

    `ways` stand in the person's order. `told_at` is None for now. `replaces` is how many times they had told us when
    it was read (queries.preferences.times_told); None asks nobody.
    """

    ways: tuple[WaySaid, ...] = ()
    times: tuple[TimeSaid, ...] = ()
    reminders: tuple[ReminderSaid, ...] = ()
    told_at: datetime | None = None
    how_we_know: HowWeKnow = HowWeKnow.TOLD_US
    words: str = ""
    notice_hours: int | None = None
    comes_from: str = ""
    and_then: str = ""
    through_whom: str = ""
    asked_to_stop: bool = False
    saying_who: SayingWho = SayingWho.NOT_ASKED
    may_show_health: bool = False
    is_plain: bool = False
    is_bulleted: bool = False
    is_easy_read: bool = False
    is_audio_ready: bool = False
    font_points: int | None = None
    background: Background = Background.WHITE
    language: str = ""
    replaces: int | None = None

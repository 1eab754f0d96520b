"""What the forms hand to the actions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.adjustments.models import Category, Disclosure, EventKind, HowWeKnow, Met, NoteOutcome


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

"""What the actions are told: frozen, complete, and without a row of the database. Forms make them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from livingwell.adjustments.models import Way
from livingwell.carers.models import (
    Carer,
    CarerEventKind,
    HowTold,
    MayPersonSee,
    OfferKind,
    OfferStage,
    TheWord,
    WhoHelps,
)
from livingwell.people.models import Topic


@dataclass(frozen=True)
class AnswerWhoHelps:
    """What the person answered when asked who helps them, or whom they help. `on` is None for today."""

    answer: WhoHelps
    said: str = ""
    on: date | None = None


@dataclass(frozen=True)
class CarerWishes:
    """How a carer asked to be reached, and what they need."""

    phone: str = ""
    email: str = ""
    address: str = ""
    best_way: Way | None = None
    nevers: tuple[Way, ...] = ()
    way_words: str = ""
    adjustments: str = ""


def wishes_of(carer: Carer) -> CarerWishes:
    """What stands now."""
    names = ("phone", "email", "address", "best_way", "nevers", "way_words", "adjustments")
    return CarerWishes(**{name: getattr(carer, name) for name in names})


@dataclass(frozen=True)
class CarerDetails:
    """Who a carer is. `row_version` is that of the reading that is changed."""

    name: str
    relation: str = ""
    what_they_do: str = ""
    the_word: TheWord = TheWord.NOT_ASKED
    is_known_to_person: bool = True
    wishes: CarerWishes | None = None
    row_version: int | None = None


@dataclass(frozen=True)
class Told:
    """That the person told us something: when, how, and in which words. `on` is None for today."""

    how: HowTold = HowTold.OWN_SIDE
    on: date | None = None
    said: str = ""


@dataclass(frozen=True)
class Share:
    """What a carer may know from now on, each topic with its last day; what is not in it is withdrawn.

    `of` are the topics that the page asked about; the others stay as they are.
    """

    until: Mapping[Topic, date]
    of: frozenset[Topic] = frozenset(Topic)
    told: Told = field(default_factory=Told)


@dataclass(frozen=True)
class TakeStep:
    """One step of an offer."""

    kind: OfferKind
    stage: OfferStage
    said: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Tell:
    """What a carer tells us, and their own say on whether the person may see it."""

    words: str
    may_see: MayPersonSee
    how: HowTold = HowTold.OWN_SIDE
    on: date | None = None


@dataclass(frozen=True)
class SayOfCarer:
    """What the person asked about somebody who helps them."""

    kind: CarerEventKind
    said: str = ""


@dataclass(frozen=True)
class HelpedDetails:
    """Somebody whom the person helps."""

    who: str
    what_they_do: str = ""

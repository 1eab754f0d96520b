"""What somebody's adjustments ask of a place, and whether a place is known to meet it: one table, and no row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from livingwell.adjustments.models import ContactPreferences, ReasonableAdjustment, Way
from livingwell.directory.models import Feature


class Meets(StrEnum):
    """Whether a place meets a need, as far as anybody has said. Where people differ, nobody knows."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Asks:
    """What an adjustment asks of a place: any one of these features meets it.

    Where the first is not so, the need is not met, unless another of them is (`is_decided`). Otherwise nobody can say
    that it isn't: a woman may see somebody in a group that is for everybody.
    """

    features: tuple[Feature, ...]
    is_decided: bool = True


class Wish(StrEnum):
    """What somebody asked for when they said how to reach them, and no adjustment says."""

    NOT_PHONED = "not_phoned"
    LANGUAGE = "language"
    EASY_READ = "easy_read"
    LARGE_PRINT = "large_print"


@dataclass(frozen=True)
class Need:
    """One need, and what it asks of a place: in the words of the adjustment, or as a `wish`, whose `words` may say
    more (which language, how many points).
    """

    words: str
    asks: Asks
    wish: Wish | None = None


@dataclass(frozen=True)
class Match:
    """Whether one place meets one need: by which feature, and how many members say so, and how many say not."""

    need: Need
    meets: Meets
    feature: Feature
    yes: int = 0
    no: int = 0


@dataclass(frozen=True)
class Said:
    """How many members say that a feature is so, and how many that it is not."""

    yes: int
    no: int

    @property
    def meets(self) -> Meets:
        if bool(self.yes) is bool(self.no):
            return Meets.UNKNOWN
        return Meets.MET if self.yes else Meets.NOT_MET


NOT_BY_PHONE = Asks((Feature.NO_PHONE_NEEDED, Feature.BOOK_BY_TEXT, Feature.BOOK_BY_EMAIL, Feature.BOOK_ONLINE))
SIGNED = Asks((Feature.BRITISH_SIGN_LANGUAGE,))
INTERPRETED = Asks((Feature.INTERPRETERS,))
LARGE_PRINT = Asks((Feature.LARGE_PRINT,))
EASY_READ = Asks((Feature.EASY_READ,))
QUIET = Asks((Feature.QUIET_ROOM,))
WITH_SOMEBODY = Asks((Feature.BRING_SOMEONE,))
STEP_FREE = Asks((Feature.STEP_FREE,))
HEARING_LOOP = Asks((Feature.HEARING_LOOP,))

ASKED_BY: Mapping[str, tuple[Asks, ...]] = {
    "never-phone": (NOT_BY_PHONE,),
    "would-rather-write-than-talk": (NOT_BY_PHONE,),
    "communicates-without-speech": (NOT_BY_PHONE,),
    "text": (Asks((Feature.BOOK_BY_TEXT,)),),
    "write-by-e-mail": (Asks((Feature.BOOK_BY_EMAIL,)),),
    "british-sign-language-is-their-language": (SIGNED,),
    "signs-in-british-sign-language": (SIGNED,),
    "uses-sign-language": (SIGNED,),
    "a-british-sign-language-interpreter": (SIGNED,),
    "needs-a-hearing-loop": (HEARING_LOOP,),
    "wears-hearing-aids": (HEARING_LOOP,),
    "an-interpreter-in-a-language-to-be-asked-about": (INTERPRETED,),
    "the-same-interpreter-each-time": (INTERPRETED,),
    "an-interpreter-of-the-same-gender": (INTERPRETED,),
    "easy-read": (EASY_READ,),
    "large-print-20-point": (LARGE_PRINT,),
    "large-print-24-point": (LARGE_PRINT,),
    "largest-print-28-point": (LARGE_PRINT,),
    "a-quiet-place": (QUIET,),
    "a-quiet-place-to-wait-or-waiting-outside": (QUIET,),
    "noise-is-too-much-for-them": (QUIET,),
    "few-people-in-the-room": (Asks((Feature.ONE_TO_ONE,), is_decided=False),),
    "brings-somebody-they-trust": (WITH_SOMEBODY,),
    "their-carer-is-there-each-time": (WITH_SOMEBODY,),
    "an-advocate-with-them": (WITH_SOMEBODY,),
    "an-advocate-speaks-with-or-for-them": (WITH_SOMEBODY,),
    "not-left-to-wait-alone": (WITH_SOMEBODY,),
    "visits-at-home": (Asks((Feature.HOME_VISITS,)),),
    "step-free-and-not-far-to-walk": (STEP_FREE, Asks((Feature.NEAR_A_STOP,), is_decided=False)),
    "room-and-door-for-a-wheelchair": (STEP_FREE, Asks((Feature.ACCESSIBLE_TOILET,))),
    "a-woman-to-see-them": (Asks((Feature.WOMEN_ONLY,), is_decided=False),),
    "a-man-to-see-them": (Asks((Feature.MEN_ONLY,), is_decided=False),),
}
"""What each choice of the adjustments' catalogue asks of a place. What no entry can tell is not here."""

AN_INTERPRETER = "interpreter-"  # an interpreter who speaks one of some two hundred languages
LARGE = 18  # points: the smallest that the RNIB calls large print


def asks_of(choice_key: str) -> tuple[Asks, ...]:
    """What a choice of the catalogue asks of a place; nothing where an entry can't tell."""
    if choice_key.startswith(AN_INTERPRETER):
        return (INTERPRETED,)
    return ASKED_BY.get(choice_key, ())


def needs_from(adjustments: Iterable[ReasonableAdjustment], preferences: ContactPreferences | None) -> tuple[Need, ...]:
    """What to look for in a place, in the person's own order. What two of them ask is looked for once."""
    told = (Need(each.what, asks) for each in adjustments for asks in asks_of(each.choice_key))
    needs: dict[tuple[Feature, ...], Need] = {}
    for need in (*told, *_wishes(preferences)):
        needs.setdefault(need.asks.features, need)
    return tuple(needs.values())


def untold(adjustments: Iterable[ReasonableAdjustment]) -> tuple[str, ...]:
    """The adjustments that no entry can tell of, so that somebody asks there."""
    return tuple(each.what for each in adjustments if not asks_of(each.choice_key))


def match(need: Need, said: Mapping[Feature, Said]) -> Match:
    """Whether a place meets a need, by what members say of it."""
    known = [(feature, said[feature]) for feature in need.asks.features if feature in said]
    met = next(((feature, each) for feature, each in known if each.meets is Meets.MET), None)
    if met is not None:
        return Match(need, Meets.MET, met[0], met[1].yes)
    first, of_first = need.asks.features[0], said.get(need.asks.features[0], Said(0, 0))
    is_refused = need.asks.is_decided and of_first.meets is Meets.NOT_MET
    return Match(need, Meets.NOT_MET if is_refused else Meets.UNKNOWN, first, of_first.yes, of_first.no)


def _wishes(preferences: ContactPreferences | None) -> Iterator[Need]:
    """What follows from how the person asked to be reached."""
    if preferences is None:
        return
    phone = preferences.about(Way.PHONE)
    if phone is not None and phone.standing.is_never:
        yield Need("", NOT_BY_PHONE, Wish.NOT_PHONED)
    if preferences.language:
        yield Need(preferences.language, INTERPRETED, Wish.LANGUAGE)
    if preferences.is_easy_read:
        yield Need("", EASY_READ, Wish.EASY_READ)
    if (preferences.font_points or 0) >= LARGE:
        yield Need(str(preferences.font_points), LARGE_PRINT, Wish.LARGE_PRINT)

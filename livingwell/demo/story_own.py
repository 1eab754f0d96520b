"""How the story of the person’s own side is told: who has a way in, who helps them, what they write."""

from dataclasses import dataclass
from datetime import date

from livingwell.carers.commands import CarerDetails
from livingwell.carers.models import HowTold, MayPersonSee
from livingwell.identity.models import OwnWay
from livingwell.passports.models import HowWritten, Section, ShareLasting
from livingwell.people.models import Topic


@dataclass(frozen=True)
class WayInStory:
    """A member invites somebody, at what stands on record. Nobody has come where `used_days_ago` is None.

    `title` and `tells` are what the sign-in page says of it.
    """

    by: str
    days_ago: int
    way: OwnWay
    title: str
    tells: str
    used_days_ago: int | None = None


@dataclass(frozen=True)
class CarerNoteStory:
    """What a carer told us, and their own say on whether the person may see it."""

    days_ago: int
    words: str
    may_see: MayPersonSee
    to: str = ""
    how: HowTold = HowTold.OWN_SIDE


@dataclass(frozen=True)
class CarerStory:
    """Somebody who helps the person, written down by a member, and what the person lets them know."""

    days_ago: int
    by: str
    details: CarerDetails
    shares: tuple[Topic, ...] = ()
    said: str = ""
    born_on: date | None = None
    way_in: WayInStory | None = None
    notes: tuple[CarerNoteStory, ...] = ()


@dataclass(frozen=True)
class SectionStory:
    """What a section of the passport said from that day on. `by` wrote it with the person, or for them."""

    days_ago: int
    section: Section
    words: str
    how: HowWritten = HowWritten.BY_PERSON
    by: str = ""


@dataclass(frozen=True)
class ShareStory:
    """A link to the passport, and the days on which somebody opened it."""

    days_ago: int
    lasting: ShareLasting
    for_whom: str
    opened_days_ago: tuple[int, ...] = ()


@dataclass(frozen=True)
class PassportStory:
    """A passport as it came about."""

    sections: tuple[SectionStory, ...]
    share: ShareStory | None = None


@dataclass(frozen=True)
class OwnSuggestionStory:
    """A step that the person suggests for a goal, and a member's yes to it, who then does it."""

    days_ago: int
    goal: int
    words: str
    why: str
    by: str
    answered_days_ago: int
    answer: str


@dataclass(frozen=True)
class NotQuiteStory:
    """What was told after a meeting was not quite right, and why."""

    weeks_ago: int
    days_ago: int
    words: str


@dataclass(frozen=True)
class OwnWordsStory:
    """What the person says on their own side. `ratings` are (days ago, goal, number), `reads` (days ago, member),
    `messages` (days ago, words).

    `who_there` and `speaker` are for today's meeting.
    """

    ratings: tuple[tuple[int, int, int], ...] = ()
    suggestions: tuple[OwnSuggestionStory, ...] = ()
    not_quite: tuple[NotQuiteStory, ...] = ()
    reads: tuple[tuple[int, str], ...] = ()
    messages: tuple[tuple[int, str], ...] = ()
    who_there: str = ""
    speaker: str = ""


@dataclass(frozen=True)
class LookStory:
    """A member opened the record, or was shown a list with the person in it."""

    days_ago: int
    hour: int
    by: str
    is_list: bool = False


@dataclass(frozen=True)
class OwnSideStory:
    """One person's own side."""

    person: str
    way_in: WayInStory | None = None
    carers: tuple[CarerStory, ...] = ()
    passport: PassportStory | None = None
    said: OwnWordsStory | None = None
    looks: tuple[LookStory, ...] = ()

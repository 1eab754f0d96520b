"""Where next, as the person reads it: their hopes, and what they look at with their team."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.careplans.models import Statement, WhoseWords
from livingwell.journeys.models import (
    Choice,
    Destination,
    DestinationPoint,
    Hope,
    OnwardJourney,
    PointKind,
)
from livingwell.journeys.models.landings import Landings
from livingwell.journeys.models.needs import Match
from livingwell.portal.dates import long_date
from livingwell.portal.presenters.onward_needs import NeedLine, need_line
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class OwnLine:
    """A hope, or something that was said about an option. `is_open`: to be talked about before the person chooses."""

    id: UUID
    words: str
    is_own: bool
    source: str
    is_open: bool = False


@dataclass(frozen=True)
class OwnOption:
    """One option. `answer` is what the person said, `why` in their words."""

    id: UUID
    name: str
    what: str
    source: str
    place: int | None
    is_chosen: bool
    answer: str
    why: str
    good: tuple[OwnLine, ...]
    hard: tuple[OwnLine, ...]
    could_mean: tuple[OwnLine, ...]
    needs: tuple[NeedLine, ...] = ()
    often_does_not: bool = False


@dataclass(frozen=True)
class OwnOnward:
    """All of it. `can_write`: support goes on."""

    hopes: tuple[OwnLine, ...]
    options: tuple[OwnOption, ...]
    can_write: bool


def own_onward(journey: OnwardJourney | None, can_write: bool) -> OwnOnward:
    """The journey, or that there is none yet. What the person said no to comes last."""
    if journey is None:
        return OwnOnward((), (), can_write)
    hopes = tuple(_line(journey, hope) for hope in journey.current_hopes)
    in_order = sorted(journey.options, key=lambda option: option.stands is Choice.NO)
    return OwnOnward(hopes, tuple(own_option(journey, each) for each in in_order), can_write)


def own_option(
    journey: OnwardJourney, option: Destination, matches: Iterable[Match] = (), landings: Landings | None = None
) -> OwnOption:
    """One option, with what the person needs there, and whether it often did not work for others."""
    said = option.answer
    return OwnOption(
        id=option.id,
        name=option.name,
        what=option.what,
        source=source_of(option, journey),
        place=option.preference,
        is_chosen=option.stands is Choice.CHOSEN,
        answer=answer_words(said.said, long_date(said.chosen_on)) if said else "",
        why=said.why if said else "",
        good=_points(journey, option, PointKind.GOOD),
        hard=_points(journey, option, PointKind.HARD),
        could_mean=_points(journey, option, PointKind.CONSEQUENCE),
        needs=tuple(need_line(each) for each in matches),
        often_does_not=landings is not None and landings.often_does_not,
    )


def answer_words(said: Choice, day: str) -> str:
    """You chose this on 3 May 2026."""
    if said is Choice.CHOSEN:
        return _("You chose this on %(day)s.", day=day)
    if said is Choice.NOT_NOW:
        return _("You said not now on %(day)s.", day=day)
    return _("You said no on %(day)s.", day=day)


def source_of(line: Hope | Destination | DestinationPoint, journey: OnwardJourney) -> str:
    """Whose words they are, and since when."""
    day = long_date(line.said_on)
    if line.whose_words is WhoseWords.TOGETHER:
        return _("Ours together, %(day)s", day=day)
    if line.whose_words is WhoseWords.SUGGESTED:
        return _("An idea from %(who)s, %(day)s", who=line.suggested_by or line.written_by, day=day)
    told = journey.told_about(line.id)
    if told is None:
        return _("Your words, %(day)s", day=day)
    return _("Your words. You told %(who)s on %(day)s", who=line.written_by, day=day)


def said_before(said: Statement | Hope | None) -> OwnLine | None:
    """What was said already about where next: in the plan, or before the person came back."""
    if said is None:
        return None
    day = long_date(said.said_on)
    source = _("From your plan, %(day)s", day=day)
    if isinstance(said, Hope):
        source = _("From the time before, %(day)s", day=day)
    return OwnLine(said.id, said.words, said.is_persons, source)


def asked_about(kind: PointKind) -> tuple[str, str]:
    """The question, and what helps to answer it."""
    return {
        PointKind.GOOD: (_("What would be good about it?"), _("For you. A few words are enough.")),
        PointKind.HARD: (_("What would be hard about it?"), _("The way there, the people, the noise, the time.")),
        PointKind.CONSEQUENCE: (
            _("What could it change in your life?"),
            _("Money, travel, work, driving, your home. Ask us if you are not sure."),
        ),
    }[kind]


def _points(journey: OnwardJourney, option: Destination, kind: PointKind) -> tuple[OwnLine, ...]:
    is_open: Sequence[DestinationPoint] = journey.open_consequences(option)
    of_kind = (point for point in option.current_points if point.kind is kind)
    return tuple(_line(journey, point, is_open=point in is_open) for point in of_kind)


def _line(journey: OnwardJourney, line: Hope | DestinationPoint, *, is_open: bool = False) -> OwnLine:
    return OwnLine(line.id, line.words, line.is_persons, source_of(line, journey), is_open)

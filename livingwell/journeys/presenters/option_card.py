"""One option: what is good and hard about it, what it could mean, what the person needs there, and what they said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.core.dates import long_date
from livingwell.directory.words import FEATURES
from livingwell.journeys.labels import AREAS, CHOICES, WISHES
from livingwell.journeys.models import (
    Choice,
    Destination,
    DestinationChoice,
    DestinationPoint,
    OnwardJourney,
    PointKind,
)
from livingwell.journeys.models.needs import Match, Meets, Need
from livingwell.journeys.presenters.whose import point_source, source_of, told_how

ICONS = {Choice.CHOSEN: "done", Choice.NOT_NOW: "half", Choice.NO: ""}  # a no is theirs, and nothing that we missed
MET = {Meets.MET: "done", Meets.NOT_MET: "not_done", Meets.UNKNOWN: "open"}


@dataclass(frozen=True)
class PointLine:
    """One point. `talked` is what came of talking through what an option could mean; `is_open`: nobody has yet."""

    id: UUID
    words: str
    is_own_words: bool
    source: str
    is_open: bool = False
    talked: str = ""


@dataclass(frozen=True)
class MatchLine:
    """A need in the words of the adjustment, and whether it is met there. `is_unknown`: somebody could find out."""

    kind: str
    words: str
    is_unknown: bool


@dataclass(frozen=True)
class AnswerLine:
    """What the person said: an icon, the word, why in their words, and how it was said."""

    kind: str
    word: str
    why: str
    source: str


@dataclass(frozen=True)
class OptionCard:
    """All of it. `place` is what the person gave it; `not_asked` is why they could not be asked since."""

    id: UUID
    name: str
    what: str
    area: str
    source: str
    place: int | None
    service_id: UUID | None
    is_stale: bool
    landed: str
    answer: AnswerLine | None
    not_asked: str
    good: tuple[PointLine, ...]
    hard: tuple[PointLine, ...]
    consequences: tuple[PointLine, ...]
    matches: tuple[MatchLine, ...]

    @property
    def open_count(self) -> int:
        """How many things it could mean that nobody has talked through."""
        return sum(point.is_open for point in self.consequences)

    @property
    def in_short(self) -> str:
        """4 good, 3 hard, 1 not talked through."""
        parts = [f"{len(self.good)} good", f"{len(self.hard)} hard"]
        return ", ".join(parts + ([f"{self.open_count} not talked through"] if self.open_count else []))


def option_card(
    journey: OnwardJourney | None,
    option: Destination,
    name: str,
    matches: Sequence[Match],
    *,
    is_stale: bool,
    landed: str,
) -> OptionCard:
    """The option as members see it."""
    assert journey is not None  # noqa: S101  an option belongs to one
    last = option.choices[-1] if option.choices else None
    return OptionCard(
        id=option.id,
        name=option.name,
        what=option.what,
        area=AREAS[option.area] if option.area else "",
        source=source_of(option, journey.told_about(option.id), name),
        place=option.preference,
        service_id=option.service_id,
        is_stale=is_stale,
        landed=landed,
        answer=answer_line(option.answer, name) if option.answer else None,
        not_asked=_not_asked(last) if last and not last.is_persons else "",
        good=_points(journey, option, PointKind.GOOD, name),
        hard=_points(journey, option, PointKind.HARD, name),
        consequences=_points(journey, option, PointKind.CONSEQUENCE, name),
        matches=tuple(match_line(each) for each in matches),
    )


def answer_line(said: DestinationChoice, name: str) -> AnswerLine:
    """Chosen: “I can walk there.” Amara said so by phone on 3 May 2026, written by Jo Brennan."""
    how = f" {told_how(said.how)}" if said.how else ""
    by = f", written by {said.written_by}" if said.how else ""
    source = f"{name} said so{how} on {long_date(said.chosen_on)}{by}."
    return AnswerLine(ICONS[said.said], CHOICES[said.said], said.why, source)


def match_line(each: Match) -> MatchLine:
    """Never phone. Book by text: yes, 3 members say so."""
    what = FEATURES[each.feature]
    if each.meets is Meets.MET:
        standing = f"yes, {_members(each.yes)}"
    elif each.meets is Meets.NOT_MET:
        standing = f"no, {_members(each.no)}"
    elif each.yes:
        standing = f"members differ: {each.yes} yes, {each.no} no"
    else:
        standing = "nobody has said"
    return MatchLine(MET[each.meets], f"{_need(each.need)}. {what}: {standing}.", each.meets is Meets.UNKNOWN)


def _need(need: Need) -> str:
    return WISHES[need.wish].format(words=need.words) if need.wish else need.words


def _members(count: int) -> str:
    return "one member says so" if count == 1 else f"{count} members say so"


def _points(journey: OnwardJourney, option: Destination, kind: PointKind, name: str) -> tuple[PointLine, ...]:
    is_open = frozenset(point.id for point in journey.open_consequences(option))
    of_kind: Iterable[DestinationPoint] = (point for point in option.current_points if point.kind is kind)
    return tuple(_point_line(journey, point, name, point.id in is_open) for point in of_kind)


def _point_line(journey: OnwardJourney, point: DestinationPoint, name: str, is_open: bool) -> PointLine:
    told = journey.told_about(point.id)
    is_talked = point.kind is PointKind.CONSEQUENCE and not point.is_persons and told is not None
    talked = ""
    if told is not None and is_talked:
        talked = f"Talked through with {told.written_by} on {long_date(told.said_on)}."
        talked += f" {name} said: “{told.words}”" if told.words else ""
    return PointLine(point.id, point.words, point.is_persons, point_source(point, told, name), is_open, talked)


def _not_asked(said: DestinationChoice) -> str:
    return f"{said.written_by} could not ask on {long_date(said.chosen_on)}: {said.why}"

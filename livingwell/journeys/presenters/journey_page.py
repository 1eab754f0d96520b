"""Where next: the person's hopes by area of life, and the options side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.careplans.models import Consequence, Statement
from livingwell.core.dates import long_date
from livingwell.core.text import possessive
from livingwell.journeys.labels import AREAS, NO_AREA
from livingwell.journeys.models import Area, Choice, Destination, Hope, OnwardJourney, OnwardTold
from livingwell.journeys.models.landings import Landings
from livingwell.journeys.models.needs import Match
from livingwell.journeys.presenters.landings import often_does_not_words
from livingwell.journeys.presenters.option_card import OptionCard, option_card
from livingwell.journeys.presenters.whose import source_of


@dataclass(frozen=True)
class HopeLine:
    """One hope, whether it is in the person's own words, and who wrote it down when."""

    id: UUID
    words: str
    is_own_words: bool
    source: str


@dataclass(frozen=True)
class AreaOfHopes:
    """The hopes about one part of life."""

    heading: str
    hopes: tuple[HopeLine, ...]


@dataclass(frozen=True)
class Already:
    """What was said already about where next, in the plan or the time before."""

    words: str
    is_own_words: bool
    source: str


@dataclass(frozen=True)
class JourneyPage:
    """All of it. `open` stands above the options: what the plan says could follow, and was not talked through.

    `looked_at` comes as the person would like it most; `no` are those that they said no to.
    """

    name: str
    areas: tuple[AreaOfHopes, ...]
    looked_at: tuple[OptionCard, ...]
    no: tuple[OptionCard, ...]
    order: str
    open: tuple[str, ...]
    ask_there: tuple[str, ...]

    @property
    def options(self) -> tuple[OptionCard, ...]:
        return self.looked_at + self.no

    @property
    def is_empty(self) -> bool:
        return not (self.areas or self.options)


def journey_page(
    journey: OnwardJourney | None,
    name: str,
    matches: Mapping[UUID, Sequence[Match]],
    *,
    stale: Iterable[UUID] = (),
    landed: Mapping[UUID, Landings],
    open_in_plan: Iterable[Consequence] = (),
    ask_there: Sequence[str] = (),
) -> JourneyPage:
    """`stale`: services to be checked first. `landed`: what became of those who went there."""
    to_check = frozenset(stale)

    def card(option: Destination) -> OptionCard:
        service_id = option.service_id
        return option_card(
            journey,
            option,
            name,
            matches.get(service_id, ()) if service_id else (),
            is_stale=service_id in to_check,
            landed=often_does_not_words(landed.get(service_id)) if service_id else "",
        )

    options = [(option, card(option)) for option in journey.options] if journey else []
    return JourneyPage(
        name=name,
        areas=areas_of(journey, name) if journey else (),
        looked_at=tuple(each for option, each in options if option.stands is not Choice.NO),
        no=tuple(each for option, each in options if option.stands is Choice.NO),
        order=_order(journey, name) if journey else "",
        open=tuple(f"{each.area.capitalize()}: {each.what}" for each in open_in_plan),
        ask_there=tuple(ask_there),
    )


def areas_of(journey: OnwardJourney, name: str) -> tuple[AreaOfHopes, ...]:
    """The hopes by part of life, in the order of the parts; those about life as a whole come first."""
    by_area: dict[Area | None, list[HopeLine]] = {area: [] for area in (None, *Area)}
    for hope in journey.current_hopes:
        by_area[hope.area].append(_hope_line(journey, hope, name))
    return tuple(
        AreaOfHopes(AREAS[area] if area else NO_AREA, tuple(hopes)) for area, hopes in by_area.items() if hopes
    )


def already_said(said: Statement | Hope | None) -> Already | None:
    """What they said already, offered as the first hope."""
    if said is None:
        return None
    where = "In the plan" if isinstance(said, Statement) else "The time before"
    return Already(said.words, said.is_persons, f"{where}, written by {said.written_by}, {long_date(said.said_on)}")


def _hope_line(journey: OnwardJourney, hope: Hope, name: str) -> HopeLine:
    return HopeLine(hope.id, hope.words, hope.is_persons, source_of(hope, journey.told_about(hope.id), name))


def _order(journey: OnwardJourney, name: str) -> str:
    told: OnwardTold | None = journey.told_about(journey.id)
    if told is None:
        return ""
    return f"In {possessive(name)} order: {told.how.value}, {long_date(told.said_on)}."

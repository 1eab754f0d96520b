"""Everything that was said on a journey, the newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.journeys.labels import CHOICES
from livingwell.journeys.models import Destination, OnwardJourney, OnwardTold
from livingwell.journeys.presenters.whose import source_of, told_how


@dataclass(frozen=True)
class PastLine:
    """One thing that was said or done: what, in which words, and by whom when."""

    at: datetime
    what: str
    words: str
    source: str

    @property
    def on(self) -> str:
        return long_date(in_london(self.at).date())


def history(journeys: Iterable[OnwardJourney], name: str) -> tuple[PastLine, ...]:
    """Each line of each journey."""
    lines: list[PastLine] = []
    for journey in journeys:
        lines += [*_hopes(journey, name), *_told(journey, name)]
        for option in journey.destinations:
            lines += [*_option(journey, option, name), *_points(journey, option, name), *_answers(option, name)]
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))


def _hopes(journey: OnwardJourney, name: str) -> Iterator[PastLine]:
    replaced = {hope.replaces_id for hope in journey.hopes}
    for hope in journey.hopes:
        what = "A hope in other words" if hope.replaces_id else "A hope"
        yield PastLine(hope.created_at, what, hope.words, source_of(hope, journey.told_about(hope.id), name))
        if hope.ended_at and hope.id not in replaced:
            yield PastLine(hope.ended_at, "No hope any more", hope.words, "")


def _option(journey: OnwardJourney, option: Destination, name: str) -> Iterator[PastLine]:
    told = journey.told_about(option.id)
    yield PastLine(option.created_at, "Something to look at", option.name, source_of(option, told, name))
    if option.dropped_at:
        yield PastLine(option.dropped_at, "Not looked at any more", option.name, "")


def _points(journey: OnwardJourney, option: Destination, name: str) -> Iterator[PastLine]:
    for point in option.points:
        source = source_of(point, journey.told_about(point.id), name)
        yield PastLine(point.created_at, f"Said about {option.name}", point.words, source)
        if point.ended_at:
            yield PastLine(point.ended_at, f"Taken away from {option.name}, or put in other words", point.words, "")


def _answers(option: Destination, name: str) -> Iterator[PastLine]:
    for said in option.choices:
        how = f", {told_how(said.how)}" if said.how else ""
        what = f"{name} said to {option.name}: {CHOICES[said.said].lower()}"
        if not said.is_persons:
            what = f"{name} could not be asked about {option.name}"
        yield PastLine(
            said.created_at, what, said.why, f"{long_date(said.chosen_on)}{how}, written by {said.written_by}"
        )


def _told(journey: OnwardJourney, name: str) -> Iterator[PastLine]:
    """How the order came to be. What was told about a line stands with the line."""
    told: list[OnwardTold] = [each for each in journey.told if each.about_id == journey.id]
    for each in told:
        source = f"{told_how(each.how)}, {long_date(each.said_on)}, written by {each.written_by}"
        yield PastLine(each.created_at, f"{name} put the options in order", each.words, source)

"""How to reach somebody, line by line; and what was different the time before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from livingwell.adjustments.labels import BACKGROUNDS, BEFORE, DAYS, HOW_WE_KNOW, NOTICE, SAYING_WHO, WAYS
from livingwell.adjustments.models import (
    ContactPreferences,
    Reminder,
    SayingWho,
    Standing,
    TimePreference,
    TimeStanding,
    Way,
    WayPreference,
)
from livingwell.core.dates import date_and_time, time_words

A_DAY = 24

NEVER_FIRST = (Standing.NOT_SAFE, Standing.NOT_WANTED, Standing.BEST, Standing.FINE, Standing.ONLY_IF_URGENT)
SAID = {
    Standing.NOT_SAFE: "Never: not safe",
    Standing.NOT_WANTED: "Never: not wanted",
    Standing.BEST: "Best",
    Standing.FINE: "Fine",
    Standing.ONLY_IF_URGENT: "Only if urgent",
}


@dataclass(frozen=True)
class WayLine:
    """One way, where it stands, and why in the person's words."""

    way: str
    said: str
    why: str
    is_never: bool


@dataclass(frozen=True)
class Told:
    """What somebody told us once. `rest` are pairs of label and words; `source` is who knows it, and since when."""

    words: str
    ways: tuple[WayLine, ...]
    rest: tuple[tuple[str, str], ...]
    source: str
    asked_to_stop: bool
    needs_someone: bool

    @classmethod
    def of(cls, said: ContactPreferences, name: str) -> "Told":
        ordered = sorted(said.ways, key=lambda each: NEVER_FIRST.index(each.standing))
        known = HOW_WE_KNOW[said.how_we_know].format(name=name)
        return cls(
            words=said.words,
            ways=tuple(_way(each, said) for each in ordered),
            rest=tuple((label, words) for label, words in _rest(said, name) if words),
            source=f"{known}, {date_and_time(said.told_at)}. Written down by {said.recorded_by.name}",
            asked_to_stop=said.asked_to_stop,
            needs_someone=said.leaves_no_way and not said.asked_to_stop,
        )

    def lines(self) -> frozenset[str]:
        """Everything it says, a sentence each, to compare two."""
        ways = {f"{each.way}: {each.said}{f' (“{each.why}”)' if each.why else ''}" for each in self.ways}
        rest = {f"{label}: {words}" for label, words in self.rest}
        stop = {"Asked us to stop contacting them"} if self.asked_to_stop else set()
        return frozenset(ways | rest | stop | ({f"“{self.words}”"} if self.words else set()))


@dataclass(frozen=True)
class Change:
    """One time that they told us, with what it said and the time before did not, and the other way round."""

    told: Told
    added: tuple[str, ...]
    gone: tuple[str, ...]


def changes_between(sets: Sequence[ContactPreferences], name: str) -> list[Change]:
    """Each set with what changed by it. The sets are given, and told, the latest first."""
    told = [Told.of(each, name) for each in sets]
    before = [*(each.lines() for each in told[1:]), frozenset[str]()]
    return [
        Change(each, tuple(sorted(each.lines() - earlier)), tuple(sorted(earlier - each.lines())))
        for each, earlier in zip(told, before, strict=False)
    ]


def _way(said: WayPreference, whole: ContactPreferences) -> WayLine:
    whom = f" ({whole.through_whom})" if said.way is Way.THROUGH_SOMEONE and whole.through_whom else ""
    return WayLine(f"{WAYS[said.way]}{whom}", SAID[said.standing], said.why, said.standing.is_never)


def _rest(said: ContactPreferences, name: str) -> Iterator[tuple[str, str]]:
    yield "From whom", said.comes_from
    yield "What then", said.and_then
    yield "Good times", "; ".join(_span(each) for each in said.times if each.standing is TimeStanding.GOOD)
    yield "Times that are not good", "; ".join(_span(each) for each in said.times if each.standing is TimeStanding.NOT)
    yield "Notice", "" if said.notice_hours is None else _hours(said.notice_hours, NOTICE)
    yield "Reminders", "; ".join(_reminder(each) for each in said.reminders)
    if said.saying_who is not SayingWho.NOT_ASKED:
        yield "May we say who we are?", SAYING_WHO[said.saying_who].format(name=name)
    yield "Subject lines", "may show that it is about their health" if said.may_show_health else ""
    yield "What is written", ", ".join(_format(said))
    yield "Language", said.language


def _format(said: ContactPreferences) -> Iterator[str]:
    if said.is_plain:
        yield "plain, short sentences"
    if said.is_bulleted:
        yield "bullet points"
    if said.is_easy_read:
        yield "Easy Read layout"
    if said.is_audio_ready:
        yield "ready to be read aloud"
    if said.font_points:
        yield f"large print, {said.font_points} point"
    if said.background.value != "white":
        yield f"{BACKGROUNDS[said.background].lower()} background"


def _span(span: TimePreference) -> str:
    """Mon, Tue, 10am to midday (“I sleep late”)"""
    named = dict(DAYS)
    days = ", ".join(named[day] for day in span.weekdays) or "every day"
    hours = _from_until(span.starts, span.ends)
    return f"{days}{f', {hours}' if hours else ''}{f' (“{span.why}”)' if span.why else ''}"


def _from_until(starts: time | None, ends: time | None) -> str:
    if starts and ends:
        return f"{time_words(starts)} to {time_words(ends)}"
    return f"from {time_words(starts)}" if starts else f"until {time_words(ends)}" if ends else ""


def _reminder(reminder: Reminder) -> str:
    """The day before, by text"""
    before = "" if reminder.hours_before == A_DAY else " before"
    return f"{_hours(reminder.hours_before, BEFORE)}{before}, by {WAYS[reminder.way].lower()}"


def _hours(hours: int, words: Sequence[tuple[str, str]]) -> str:
    return dict(words).get(str(hours), f"{hours} hours")

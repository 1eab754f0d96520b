"""What follows from how somebody was reached, in sentences: exact, about what we did, and without blame."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.models import AsAsked
from livingwell.contacts.models.engagement import DID_NOT_REACH, TRIED, Asked, Engagement, Result
from livingwell.contacts.presenters.across import FULL, Across, Room
from livingwell.contacts.presenters.down import Down
from livingwell.contacts.presenters.drawing import Key, key_of
from livingwell.contacts.presenters.naming import Named
from livingwell.contacts.presenters.ways import SHORT_NAMES, STANDINGS, a, counted, listed, one, several, wanted
from livingwell.core.clock import in_london, today
from livingwell.core.dates import long_date, short_date


@dataclass(frozen=True)
class WayRow:
    """One way in the table that says the same as the picture."""

    way: str
    standing: str
    reached: str
    missed: int
    no_reply: int
    waiting: int
    cancelled: int


@dataclass(frozen=True)
class EngagementPicture:
    """How we have reached somebody, for templates/contacts/_engagement.html.

    `sentences` come first, `not_tried` is what could be next. Without contacts there is no drawing.
    """

    name: str
    span: str
    sentences: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    not_tried: str
    description: str
    rows: tuple[WayRow, ...]
    key: tuple[Key, ...]
    wide: Across | None
    narrow: Down | None

    @classmethod
    def of(cls, seen: Engagement, name: str, pronouns: str = "", room: Room = FULL) -> "EngagementPicture":
        """The picture of somebody called `name`; pronouns as they stand on record, or none."""
        named = Named.of(name, pronouns)
        return cls(
            name=name,
            span=_span(seen),
            sentences=tuple(_sentences(seen, named)),
            facts=tuple(_facts(seen, named)) if seen.total else (),
            not_tried=_not_tried(seen),
            description=_description(seen, named),
            rows=tuple(_row(seen, way) for way in _ways(seen)),
            key=key_of(seen, name),
            wide=Across.of(seen, name, room) if seen.total else None,
            narrow=Down.of(seen, name) if seen.total else None,
        )


def _span(seen: Engagement) -> str:
    """18 contacts, 3 March to 9 June 2026"""
    if not seen.total:
        return ""
    first = _day(min(tally.first_at for tally in seen.tallies))
    last = _day(max(tally.last_at for tally in seen.tallies))
    number = "1 contact" if seen.total == 1 else f"{seen.total:,} contacts"
    if first == last:
        return f"{number}, {long_date(last)}"
    begins = short_date(first) if first.year == last.year else long_date(first)
    return f"{number}, {begins} to {long_date(last)}"


def _sentences(seen: Engagement, named: Named) -> Iterator[str]:
    if not seen.total:
        yield f"We have not yet recorded a contact with {named.name}."
    elif seen.count(*TRIED):
        yield from _on_reaching(seen, named)
    else:
        yield f"We don’t know yet whether anything reached {named.name}."
    yield _on_asking(seen, named)
    if seen.asked and seen.count(*TRIED):
        yield _on_doing_as_asked(seen, named)
    if seen.sent and seen.sent_last_at:
        times = "once" if seen.sent == 1 else f"{seen.sent:,} times, the last"
        yield f"{named.name} sent us something from their own account {times} on {long_date(_day(seen.sent_last_at))}."


def _on_reaching(seen: Engagement, named: Named) -> Iterator[str]:
    """Which way it was when we did not reach the person, where most were one way; else how often each."""
    missed = seen.count(*DID_NOT_REACH)
    if not missed:
        reached = seen.count(Result.REACHED)
        known = " that we know of" if seen.count(Result.WAITING) else ""
        yield f"We reached {named.name} each time{known}: {reached} of {reached}."
        return
    by_way = sorted(((seen.count(*DID_NOT_REACH, way=way), way) for way in _ways(seen)), key=lambda each: -each[0])
    most, way = by_way[0]
    if most * 2 <= missed:
        each = listed([counted(count, way) for count, way in by_way if count])
        yield f"We did not reach {named.name} {missed} times: {each}."
        return
    yield _mostly(most, missed, way, named)
    yield from _how_it_stood_then(seen, way, most, named)


def _mostly(most: int, missed: int, way: Way, named: Named) -> str:
    if missed == 1:
        return f"The one time we did not reach {named.name} was {a(way)}."
    if most == missed:
        return f"The {missed} times we did not reach {named.name} were all {several(way)}."
    return f"{most} of the {missed} times we did not reach {named.name} were {several(way)}."


def _how_it_stood_then(seen: Engagement, way: Way, count: int, named: Named) -> Iterator[str]:
    """Which of these went against nothing then, so that no sentence says more than was so.

    Beside "never phone calls", a call from before anybody had asked would read as one against it.
    """
    if seen.in_force is None or way not in seen.in_force.never:
        return
    before = seen.count(*DID_NOT_REACH, way=way, as_asked=AsAsked.BEFORE_WE_ASKED)
    as_then = seen.count(*DID_NOT_REACH, way=way, as_asked=AsAsked.AS_ASKED)
    told = ((before, "before we had asked"), (as_then, f"as {named.name} asked at the time"))
    parts = [f"{_of(number, count)} {words}" for number, words in told if number]
    if parts:
        yield f"{_capital(listed(parts))}."


def _of(part: int, whole: int) -> str:
    """That was, all of these were, 2 of these were"""
    if part == whole:
        return "that was" if whole == 1 else "all of these were"
    return f"{part} of these {'was' if part == 1 else 'were'}"


def _on_asking(seen: Engagement, named: Named) -> str:
    """What the person asks for now, and since when."""
    since = seen.asked_since
    if since is None:
        return f"Nobody has asked {named.name} yet how to be reached."
    on = _on_day(since)
    best, never = wanted(since.best), wanted(since.never, "or")
    if best and never:
        return f"{named.name} asked for {best}{',' * (len(since.best) > 1)} and never {never}, on {on}."
    if never:
        return f"{named.name} asked for no {never}, on {on}."
    if best:
        return f"{named.name} asked for {best}, on {on}."
    return f"{named.name} told us on {on} how to be reached."


def _on_doing_as_asked(seen: Engagement, named: Named) -> str:
    tried = seen.count(*TRIED, as_asked=AsAsked.AS_ASKED)
    if not tried:
        return f"Nothing we tried was made the way {named.they} asked yet."
    reached = seen.count(Result.REACHED, as_asked=AsAsked.AS_ASKED)
    return f"Made the way {named.they} asked, {reached} of {tried} reached {named.them}."


def _facts(seen: Engagement, named: Named) -> Iterator[tuple[str, str]]:
    yield "Missed appointments", str(seen.count(Result.MISSED) or "none")
    yield "Attempts that did not reach", str(seen.count(Result.NO_REPLY) or "none")
    yield f"{named.name} came late and was not seen", _unless_none(seen.count(Result.NOT_SEEN))
    yield "Cancelled by us", str(seen.count(Result.CANCELLED_BY_US) or "none")
    yield f"Cancelled by {named.name}", _unless_none(seen.count(Result.CANCELLED_BY_PERSON))
    yield "Sent, still waiting", _unless_none(seen.count(Result.WAITING))
    yield "Not as asked", _reached_of(seen, AsAsked.NOT_AS_ASKED)
    yield "Before we asked", _reached_of(seen, AsAsked.BEFORE_WE_ASKED)
    yield f"{named.name} reached us", _unless_none(seen.count(Result.FROM_THE_PERSON), " times")


def _unless_none(count: int, unit: str = "") -> str:
    return f"{count}{unit if count > 1 else unit.rstrip('s')}" if count else ""


def _reached_of(seen: Engagement, as_asked: AsAsked) -> str:
    tried = seen.count(*TRIED, as_asked=as_asked)
    return f"{seen.count(Result.REACHED, as_asked=as_asked)} of {tried} reached" if tried else ""


def _not_tried(seen: Engagement) -> str:
    """The ways that are left: those that the person likes best first, and none that they said no to.

    Where nothing was tried and nobody has asked, asking comes first.

    A way that is for urgent things only is nothing to try next; nor is voicemail, unless they said that it is fine.
    """
    if not seen.asked and not seen.total:
        return ""
    said = dict(seen.in_force.standings) if seen.in_force else {}
    welcome = [way for way in said if said[way] in (Standing.BEST, Standing.FINE)]
    welcome.sort(key=lambda way: said[way] is not Standing.BEST)
    others = [way for way in Way if way not in said and way is not Way.VOICEMAIL]
    left = [way for way in (*welcome, *others) if way not in seen.ways_tried]
    return ", ".join(_to_try(way, seen.peer) for way in left)


def _to_try(way: Way, peer: str) -> str:
    if way is Way.VISIT:
        return f"a visit with {peer.split()[0]}" if peer else "a visit"
    return {Way.CLINIC: "an appointment at the clinic", Way.THROUGH_SOMEONE: "through somebody else"}.get(way, one(way))


def _row(seen: Engagement, way: Way) -> WayRow:
    standing = seen.in_force.of(way) if seen.in_force else None
    cancelled = (Result.CANCELLED_BY_US, Result.CANCELLED_BY_PERSON)
    return WayRow(
        way=SHORT_NAMES[way],
        standing=STANDINGS[standing] if standing else "",
        reached=f"{seen.count(Result.REACHED, way=way)} of {seen.count(*TRIED, way=way)}",
        missed=seen.count(Result.MISSED, way=way),
        no_reply=seen.count(Result.NO_REPLY, Result.NOT_SEEN, way=way),
        waiting=seen.count(Result.WAITING, way=way),
        cancelled=seen.count(*cancelled, way=way),
    )


def _description(seen: Engagement, named: Named) -> str:
    """The counts, for whoever hears the picture instead of seeing it."""
    ways = [
        f"{counted(tried, way)}, {seen.count(Result.REACHED, way=way)} reached {named.name}"
        for way in _ways(seen)
        if (tried := seen.count(*TRIED, way=way))
    ]
    return f"{'; '.join(ways) or 'No attempt has an outcome yet'}. {_on_asking(seen, named)}"


def _ways(seen: Engagement) -> list[Way]:
    return [way for way in Way if any(tally.way is way for tally in seen.tallies)]


def _on_day(asked: Asked) -> str:
    day = _day(asked.at)
    return short_date(day) if day.year == today().year else long_date(day)


def _day(instant: datetime) -> date:
    return in_london(instant).date()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

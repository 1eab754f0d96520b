"""Lost contact: why support can't be ended yet, in facts about what we did, and what to do next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.models.next_way import next_way
from livingwell.contacts.presenters.naming import Named
from livingwell.contacts.presenters.ways import a, counted, listed, wanted
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.core.text import possessive
from livingwell.journeys.models.lost_contact import LEAST_WAYS, Contacts, Lack, LostContact

HEADINGS = {
    Lack.ASKED_TO_STOP: "{name} asked us to stop: contact is not lost.",
    Lack.NEVER_ASKED: "{whose} support can’t be ended yet. Nobody has asked how {name} wants to be reached.",
    Lack.NO_WAY_LEFT: "{whose} support can’t be ended yet. We know no way to reach {them} that is safe.",
    Lack.LIVED_EXPERIENCE: "{whose} support can’t be ended yet. No lived-experience view was heard since.",
    Lack.WAY_BACK: "{whose} support can’t be ended yet. Nobody has written how {name} can come back.",
    Lack.IN_WORDS: "{whose} support can’t be ended yet. Some questions have no answer.",
}
NOT_THEIR_WAY = "{whose} support can’t be ended yet. We have not tried it {their} way."
NOT_TRIED_ENOUGH = "{whose} support can’t be ended yet. We have not tried enough of {their} ways."

TO_DO = {
    Way.TEXT: "Text {name}",
    Way.EMAIL: "E-mail {name}",
    Way.LETTER: "Write {name} a letter, in {their} format",
    Way.PHONE: "Phone {name}, at a good time",
    Way.VOICEMAIL: "Leave {name} a voicemail",
    Way.VIDEO: "Offer {name} a video call",
    Way.VISIT: "Visit {name}",
    Way.CLINIC: "Offer {name} an appointment at the clinic",
    Way.THROUGH_SOMEONE: "Ask somebody whom {name} trusts",
}


@dataclass(frozen=True)
class Stop:
    """Why support can't be ended yet: a heading, and the facts under it."""

    heading: str
    facts: str


@dataclass(frozen=True)
class Next:
    """One thing to do: what, why, and the press. `is_post`: it is done here, in one press."""

    what: str
    why: str
    action: str
    href: str
    is_post: bool = False


def stop_of(facts: LostContact, named: Named) -> Stop:
    """What stands in the way first, and how often we did it otherwise than asked."""
    first = facts.lacks[0]
    heading = HEADINGS.get(first, NOT_THEIR_WAY if facts.lapses else NOT_TRIED_ENOUGH)
    words = heading.format(name=named.name, whose=possessive(named.name), them=named.them, their=named.their)
    return Stop(words, " ".join(_facts(facts, named)))


def _facts(facts: LostContact, named: Named) -> Iterator[str]:
    if facts.lacks == (Lack.ASKED_TO_STOP,):
        yield f"That is {named.their} own decision. Support ends with it at once, and nothing else is needed."
        return
    tries = [each for each in facts.contacts if each.is_try]
    yield from _on_tries(tries, named)
    if facts.wishes is not None:
        yield f"{_capital(named.they)} told us how to be reached on {_day(facts.wishes.told_at)}."
    heard = facts.last_heard_at
    if heard is not None:
        yield f"We last heard from {named.them} on {_day(heard)}: what we tried before that does not count."
    since = facts.counts_after
    if facts.ways_tried:
        yield f"Tried since, as asked: {wanted(facts.ways_tried)}."
    elif since is not None:
        yield f"Nothing was tried as asked since {_day(since)}."


def _on_tries(tries: list[Contacts], named: Named) -> Iterator[str]:
    """4 of the 4 contacts that brought no answer were not as he asked: 2 letters and 2 phone calls."""
    missed = [each for each in tries if not each.has_reached]
    total, otherwise = sum(each.count for each in missed), [each for each in missed if each.is_lapse]
    if not tries:
        yield f"We have not tried to reach {named.them} yet."
        return
    if not missed:
        yield f"We reached {named.them} each time that we tried."
        return
    if not otherwise:
        yield f"All {total} contacts that brought no answer were as {named.they} asked."
        return
    ways: dict[Way, int] = {}
    for each in otherwise:
        ways[each.way] = ways.get(each.way, 0) + each.count
    number = sum(ways.values())
    kinds = listed([counted(count, way) for way, count in ways.items()])
    was = "was" if number == 1 else "were"
    yield f"{number} of the {total} contacts that brought no answer {was} not as {named.they} asked: {kinds}."


@dataclass(frozen=True)
class Places:
    """Where each thing is done: addresses by what they are for, and by way. `agenda_on`: a meeting to come."""

    ways: Mapping[Way, str]
    preferences: str
    way_back: str
    let_go: str
    agenda: str
    discussions: str
    points: str
    agenda_on: date | None = None
    is_asked_for: bool = False
    peer: str = ""


def next_steps(facts: LostContact, named: Named, places: Places) -> tuple[Next, ...]:
    """What to do, in its order: the person's way first, then a visit or somebody they trust, then the meeting."""
    return tuple(step for lack in facts.lacks for step in _STEPS[lack](facts, named, places))


def _ask_first(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    yield Next(
        f"Find out how {named.name} wants to be reached",
        f"Ask {named.them}, whoever referred {named.them}, or somebody {named.they} trusts. Until then no contact is "
        "as asked.",
        "Write it down",
        places.preferences,
    )


def _no_way(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    yield Next(
        f"Find a way that is safe for {named.name}",
        "With whoever referred, the GP, or somebody they trust. Then write it down.",
        "Write it down",
        places.preferences,
    )


def _their_way(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    yield _by(facts.best_ways[0], facts, named, places)


def _after_their_way(facts: LostContact) -> list[Way]:
    """What will have been tried once it was tried the way that they like best."""
    return [*facts.ways_tried, *(facts.best_ways[:1] if Lack.THEIR_WAY in facts.lacks else ())]


def _another_way(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    """As many ways as are lacking: the best first, and leaving the visit to the step that is about it."""
    tried = _after_their_way(facts)
    wanting = LEAST_WAYS - len(tried) - (0 if any(facts.counts_in_person(way) for way in tried) else 1)
    for _number in range(max(wanting, 0)):
        way = next_way(facts.wishes, {*tried, *(each for each in Way if facts.counts_in_person(each)), Way.VOICEMAIL})
        if way is None:
            return
        tried.append(way)
        yield _by(way, facts, named, places)


def _in_person(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    if any(facts.counts_in_person(way) for way in _after_their_way(facts)):
        return
    if Way.VISIT not in facts.refused:
        what = f"Visit {named.name}" + (f", with {places.peer}" if places.peer else "")
        yield Next(what, "In person, at a time that is good.", "Plan it", places.ways[Way.VISIT])
    elif Way.THROUGH_SOMEONE not in facts.refused:
        yield _by(Way.THROUGH_SOMEONE, facts, named, places)
    else:
        yield _by(Way.CLINIC, facts, named, places)


def _by(way: Way, facts: LostContact, named: Named, places: Places) -> Next:
    said = facts.wishes.about(way) if facts.wishes else None
    is_best = said is not None and said.standing is Standing.BEST
    whom = facts.wishes.through_whom if facts.wishes and way is Way.THROUGH_SOMEONE else ""
    why = f"{_capital(named.their)} best way." if is_best else f"{_capital(a(way))} was not tried since."
    action = "Write it" if way.is_written else ("Plan it" if way.needs_notice else "Log it")
    return Next(TO_DO[way].format(name=named.name, their=named.their), whom or why, action, places.ways[way])


def _view(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    what = "Hear a lived-experience view in a meeting"
    if places.agenda_on:
        why = f"{named.name} is on the agenda of {long_date(places.agenda_on)}."
        yield Next(what, why, "See it", places.discussions)
    elif places.is_asked_for:
        yield Next(what, "The next agenda proposes it.", "See it", places.discussions)
    else:
        why = "A peer may see a way that we don’t."
        yield Next(what, why, "Put it on the agenda", places.agenda, is_post=True)


def _way_back(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    why = "Without a new referral: until when, and to whom."
    yield Next(f"Write down how {named.name} can come back", why, "Write it", places.way_back)


def _answers(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    left = len(facts.unanswered)
    what = "Answer the question that is open" if left == 1 else f"Answer the {left} questions that are open"
    yield Next(what, "Each by somebody, in words.", "See them", places.points)


def _their_decision(facts: LostContact, named: Named, places: Places) -> Iterator[Next]:
    yield Next(f"Let {named.name} go", f"As {named.their} own decision.", "End support", places.let_go)


_STEPS = {
    Lack.ASKED_TO_STOP: _their_decision,
    Lack.NEVER_ASKED: _ask_first,
    Lack.NO_WAY_LEFT: _no_way,
    Lack.THEIR_WAY: _their_way,
    Lack.TWO_WAYS: _another_way,
    Lack.IN_PERSON: _in_person,
    Lack.LIVED_EXPERIENCE: _view,
    Lack.WAY_BACK: _way_back,
    Lack.IN_WORDS: _answers,
}


def _day(instant: datetime) -> str:
    return long_date(in_london(instant).date())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

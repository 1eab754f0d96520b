"""What the receiver reads: sections of a heading and its points, made from what was ticked and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

from livingwell.adjustments.models import ContactPreferences, ReasonableAdjustment, Way
from livingwell.adjustments.presenters.preferences import Told
from livingwell.core.text import possessive
from livingwell.journeys.hand_over_commands import Picked
from livingwell.journeys.models import StayingPart, StayingWellPlan
from livingwell.passports.models import Section
from livingwell.passports.models import Standing as Passport
from livingwell.passports.presenters.passport import HEADINGS
from livingwell.people.models import Person

Part = tuple[str, list[str]]

STAYING_WELL = {
    StayingPart.KEEPS_ME_WELL: "What keeps me well",
    StayingPart.EARLY_SIGNS: "Early signs",
    StayingPart.TRIGGERS: "What can make things harder",
    StayingPart.WHAT_HELPS: "What helps",
    StayingPart.WHO_TO_CALL: "Who to call",
    StayingPart.WHAT_SHOULD_HAPPEN: "What should happen",
}


@dataclass(frozen=True)
class Facts:
    """What may be told about one person to one receiver. `objected_count`: adjustments that they don't want shared."""

    person: Person
    team: str
    destination: str
    adjustments: tuple[ReasonableAdjustment, ...]
    objected_count: int
    preferences: ContactPreferences | None
    passport: Passport
    staying_well: StayingWellPlan | None


def telling(facts: Facts, picked: Picked) -> str:
    """The text: a blank line between the sections, a heading on the first line of each, and a dash before each point.

    What was ticked and is no longer there is left out: then the text differs from the one that the person saw.
    """
    parts = ((heading, _lines(lines)) for heading, lines in _parts(facts, picked))
    return "\n\n".join("\n".join((heading, *(f"- {line}" for line in lines))) for heading, lines in parts if lines)


def sections_in(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The text taken apart again: pairs of a heading and its points, letter for letter."""
    blocks = (block.split("\n") for block in text.split("\n\n"))
    return tuple((lines[0], tuple(line.removeprefix("- ") for line in lines[1:])) for lines in blocks)


def contact_details(facts: Facts) -> list[str]:
    """A phone number and an e-mail address, each only where the person did not say "never" to every use of it."""
    person, number = facts.person, _number_for(facts.preferences)
    phone = person.mobile if number else ""
    email = person.email if _may_use(facts.preferences, Way.EMAIL) else ""
    return [line for line in (phone and f"{number}: {phone}", email and f"E-mail: {email}") if line]


def how_to_reach(facts: Facts) -> list[str]:
    """How the person asked to be reached, as they told us."""
    if facts.preferences is None:
        return []
    told = Told.of(facts.preferences, facts.person.preferred_name)
    ways = [f"{each.way} – {each.said.lower()}{f' (“{each.why}”)' if each.why else ''}" for each in told.ways]
    words = [f"“{told.words}”"] if told.words else []
    return [*words, *ways, *(f"{label}: {said}" for label, said in told.rest)]


def adjustment_line(adjustment: ReasonableAdjustment) -> str:
    """What to do otherwise, and what that means in practice."""
    return f"{adjustment.what}. In practice: {adjustment.in_practice}" if adjustment.in_practice else adjustment.what


def sections_to_offer(passport: Passport) -> list[tuple[Section, list[str]]]:
    """The passport's sections that say something. Who helped to write it is nobody's to pass on."""
    said = ((each, [line.words for line in passport.lines_in(each)]) for each in Section if each is not Section.HELPERS)
    return [(section, lines) for section, lines in said if lines]


def _parts(facts: Facts, picked: Picked) -> Iterator[Part]:
    person, name = facts.person, facts.person.preferred_name
    who = f"{person.name} ({person.pronouns})" if person.pronouns else person.name
    yield "Who this is about", [who, f"{name} chose this together with us: {facts.destination}"]
    yield "From us", [picked.words]
    if picked.question:
        yield "You asked us something", [f"Your question: {picked.question}", f"Our answer: {picked.reply}"]
    if picked.has_contact_details:
        yield f"How to get in touch with {name}", contact_details(facts)
    if picked.has_preferences:
        yield f"How {name} likes to be reached", how_to_reach(facts)
    needed = [each for each in facts.adjustments if each.id in picked.adjustment_ids]
    yield f"What {name} needs people to do", [adjustment_line(each) for each in needed]
    for section, lines in sections_to_offer(facts.passport):
        if section in picked.sections:
            yield f"In {possessive(name)} own words: {HEADINGS[section]}", lines
    if picked.has_staying_well and facts.staying_well is not None:
        for part, heading in STAYING_WELL.items():
            yield f"{possessive(name)} plan for staying well: {heading}", [facts.staying_well.part(part)]


def _lines(lines: list[str]) -> list[str]:
    """Each line of what somebody wrote is a point of its own, so that the text can be taken apart again."""
    return [" ".join(line.split()) for words in lines for line in words.splitlines() if line.strip()]


def _number_for(preferences: ContactPreferences | None) -> str:
    """What the number is for, so that whoever gets the number alone can't use it against the person's wish."""
    may_call, may_text = _may_use(preferences, Way.PHONE), _may_use(preferences, Way.TEXT)
    if may_call and may_text:
        return "Phone"
    if may_text:
        return "For texts only, never phone"
    return "For calls only, never text" if may_call else ""


def _may_use(preferences: ContactPreferences | None, way: Way) -> bool:
    said = preferences.about(way) if preferences else None
    return said is None or not said.standing.is_never

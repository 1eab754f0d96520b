"""The papers of an ending and who is to be told, as a list of what is done and what is still to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from livingwell.carers.labels import TOPICS
from livingwell.contacts.words import WAYS
from livingwell.core.dates import long_date
from livingwell.journeys.models import CarerToldKind, EndingKind, Paper
from livingwell.journeys.models.closing_facts import ClosingFacts
from livingwell.journeys.models.closing_way import ClosingWay
from livingwell.journeys.models.papers import CarerStanding, Papers, PaperStanding
from livingwell.people.models import Person, Topic

NAMES = {
    Paper.LETTER: "The letter to {name}",
    Paper.GP_COPY: "The GP’s copy of the letter",
    Paper.GP_SUMMARY: "The summary for the GP",
}
TOLD = {
    CarerToldKind.TOLD: ("done", "Told"),
    CarerToldKind.NOT_WANTED: ("open", "{name} does not want it"),
    CarerToldKind.COULD_NOT: ("not_done", "Could not be told"),
}


MAY_BE_TOLD = {
    Topic.PLAN: "You may read the plan, and where {name} goes next.",
    Topic.APPOINTMENTS: "There will be no more appointments with us.",
    Topic.SAFETY_PLAN: "The safety plan stays with {name}, and you may read it.",
    Topic.LETTERS: "{name} gets a letter from us, and you may read it.",
    Topic.MEETINGS: "You may hear what we said in our meeting about this.",
}
CLOSING_WAYS = {
    ClosingWay.EMAIL: "By e-mail",
    ClosingWay.POST: "By post",
    ClosingWay.BY_HAND: "Printed, and given by hand",
}


@dataclass(frozen=True)
class ClosingTab:
    """One of the ways in which the letter can reach them."""

    label: str
    value: str
    is_here: bool


def closing_tabs(ways: Iterable[ClosingWay], here: ClosingWay) -> list[ClosingTab]:
    """The ways that the person has not said no to, the one that they like best first."""
    return [ClosingTab(CLOSING_WAYS[way], way.value, way is here) for way in ways]


def talk_first(facts: ClosingFacts, name: str) -> str:
    """What to do before a letter goes to somebody who has not heard; nothing where they know, or can't be reached.

    "Please, write to me": news that may upset is told face to face, or as the person asked, and not by letter.
    """
    if facts.has_heard or facts.kind is EndingKind.LOST_CONTACT:
        return ""
    return f"Nobody has written down that {name} knows that support ends. A letter is not how to learn it: talk first."


@dataclass(frozen=True)
class PaperRow:
    """One thing to do or done, as a row of components/list_do.html."""

    title: str
    kind: str
    lead: str
    why: str = ""
    href: str = ""
    action: str = ""
    action_href: str = ""
    aside: str = ""


def paper_rows(papers: Papers, person: Person, kind: EndingKind | None) -> list[PaperRow]:
    """The three papers. Nobody who has died is written to, and nothing of theirs goes to their GP from here."""
    if person.death is not None or kind is EndingKind.DIED:
        return []
    return [_paper(papers[paper], person) for paper in Paper]


def _paper(standing: PaperStanding, person: Person) -> PaperRow:
    title = NAMES[standing.paper].format(name=person.preferred_name)
    state, lead, why = _where_it_stands(standing, person.preferred_name)
    action, href = ("", "") if standing.is_settled else _next(standing, person.id)
    return PaperRow(title=title, kind=state, lead=lead, why=why, action=action, action_href=href)


def _where_it_stands(standing: PaperStanding, name: str) -> tuple[str, str, str]:
    if standing.is_gone and standing.gone_on:
        return "done", f"Went on {long_date(standing.gone_on)}", _how(standing)
    if standing.is_not_wanted and standing.wish:
        wish = standing.wish
        said = f" “{wish.words}”" if wish.words else ""
        return "open", f"{name} does not want it.", f"Said {wish.how.value}, {long_date(wish.said_on)}.{said}"
    if standing.has_come_back:
        return (
            "not_done",
            "It did not arrive, or we don’t know.",
            standing.delivery.what_to_do if standing.delivery else "",
        )
    if standing.is_made:
        return "half", "Made, and not gone yet.", ""
    return "half", "Not made yet.", ""


def _how(standing: PaperStanding) -> str:
    letter, made = standing.letter, standing.made
    if standing.paper is Paper.LETTER and letter and letter.sending:
        return f"{WAYS[letter.sending.contact.way]}. Written by {letter.written_by}."
    return f"To {made.sending.to}. Sent by {made.sending.written_by}." if made and made.sending else ""


def _next(standing: PaperStanding, person_id: UUID) -> tuple[str, str]:
    if standing.paper.is_for_gp:
        return "Look at what the GP gets", url_for("journeys.show_gp_papers", person_id=person_id)
    if standing.is_made and not standing.has_come_back:
        return "Look at it, and send it", url_for("journeys.preview_closing_letter", person_id=person_id)
    return "Write it", url_for("journeys.write_closing_letter", person_id=person_id)


def carer_rows(carers: Iterable[CarerStanding], person: Person) -> list[PaperRow]:
    """Each carer who may know something, and what became of telling them."""
    return list(_carers(carers, person))


def _carers(carers: Iterable[CarerStanding], person: Person) -> Iterator[PaperRow]:
    for standing in carers:
        carer, told = standing.around.carer, standing.told
        state, lead = TOLD[told.kind] if told else ("half", "Not told yet.")
        when = f"{told.written_by}, {long_date(told.told_on)}. {told.words}" if told else ""
        yield PaperRow(
            title=carer.name,
            kind=state,
            lead=lead.format(name=person.preferred_name),
            why=when,
            action="" if standing.is_settled else "Write down that they were told",
            action_href=url_for("journeys.tell_carer", person_id=person.id, told_carer_id=carer.id),
            aside="May know: " + ", ".join(TOPICS[topic].lower() for topic in standing.may_know),
        )


@dataclass(frozen=True)
class ToTell:
    """One carer: how they are to be reached, and words that name nothing but what they may know.

    After a death there are no words to send: somebody talks to them.
    """

    name: str
    reach: tuple[tuple[str, str], ...]
    words: str


def to_tell(standing: CarerStanding, name: str, me: str, *, has_died: bool) -> ToTell:
    """For a member who tells them that our support for the person, who is called `name`, ends."""
    carer = standing.around.carer
    may_know = [MAY_BE_TOLD[topic].format(name=name) for topic in standing.may_know]
    words = (
        f"Hi {carer.name.split()[0]}, it’s {me}. Our support for {name} is coming to an end.",
        *may_know,
        "If you need support yourself, you can still talk to us.",
    )
    reach = (
        ("Best way", WAYS[carer.best_way] if carer.best_way else ""),
        ("Never", ", ".join(WAYS[way] for way in carer.nevers)),
        ("Phone", carer.phone),
        ("E-mail", carer.email),
        ("In their words", carer.way_words),
    )
    return ToTell(carer.name, reach, "" if has_died else " ".join(words))

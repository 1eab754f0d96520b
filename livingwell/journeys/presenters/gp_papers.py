"""The GP practice, and whether the person saw the summary, in words."""

from dataclasses import replace
from uuid import UUID

from flask import url_for

from livingwell.core.dates import long_date
from livingwell.journeys.models import GpPractice
from livingwell.journeys.models.for_gp import ForGp
from livingwell.journeys.models.papers import PaperStanding
from livingwell.journeys.presenters.papers import PaperRow
from livingwell.people.models import Person

SAFE_ENDING = "nhs.net"
"""NHSmail: from and to it, mail meets the secure e-mail standard (DCB1596)."""


def rows_for_gp(rows: list[PaperRow]) -> list[PaperRow]:
    """The two that go to the GP, on the page where they are seen to: nothing leads to it from there."""
    return [replace(row, action="") for row in rows[1:]]


def practice_lines(practice: GpPractice | None) -> tuple[tuple[str, str], ...]:
    """Pairs of label and words, for components/facts.html; none before it was written down."""
    if practice is None:
        return ()
    return (("Practice", practice.name), ("E-mail", practice.email), ("Address", practice.address))


def practice_on_record(practice: GpPractice | None, person: Person) -> dict[str, str]:
    """What the form begins with: what was written down last, or the name among the person's details."""
    if practice is None:
        return {"practice": person.gp_practice}
    return {"practice": practice.name, "email": practice.email, "address": practice.address}


def print_links(made: ForGp, person_id: UUID) -> list[tuple[str, str]]:
    """Pairs of words and address: what is to be printed, as PDF where there is one."""
    links = [("The covering page", url_for("journeys.show_cover", person_id=person_id))]
    if made.copied:
        endpoint = "contacts.download_pdf" if made.copied.pdf else "contacts.show_document"
        links.append(("The letter", url_for(endpoint, person_id=person_id, letter_id=made.copied.letter_id)))
    if made.summary:
        endpoint = "journeys.download_paper" if made.summary.pdf else "journeys.show_paper_page"
        links.append(("The summary", url_for(endpoint, person_id=person_id, paper_id=made.summary.paper_id)))
    return links


def why_not_by_email(practice: GpPractice | None) -> str:
    """Why to think before e-mailing it, or nothing."""
    if practice is None or not practice.email or practice.email.lower().endswith(SAFE_ENDING):
        return ""
    return f"{practice.email} does not end in {SAFE_ENDING}. Ask the practice if it is safe for letters about patients."


def shown_line(summary: PaperStanding, name: str) -> str:
    """Whether the person has seen the summary that stands; nothing where nobody has said so yet."""
    shown = summary.made.shown[-1] if summary.made and summary.made.shown else None
    if shown is None:
        return ""
    on = long_date(shown.shown_on)
    if shown.how is None:
        return f"It could not be shown to {name}: {shown.why_not} ({shown.written_by}, {on})"
    return f"{name} saw it on {on}, {shown.how.value}."

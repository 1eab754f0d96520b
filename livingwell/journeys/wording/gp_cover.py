"""The covering line with what goes to a GP practice."""

from livingwell.core.dates import long_date
from livingwell.core.identifiers import nhs_number_spaced
from livingwell.journeys.models import Paper
from livingwell.people.models import Person

SUBJECT = "A copy of a letter, for your records"
"""Of the e-mail, and over the covering page. It names nobody: subjects are read on screens and kept in logs."""

WHAT_IT_IS = {
    Paper.GP_COPY: "a copy of our letter to {name}, word for word",
    Paper.GP_SUMMARY: "a summary of {name}’s plan, which {name} was shown before it went",
}
NOT_SHOWN = "a summary of {name}’s plan, which we could not show to {name} before it went"


def cover(person: Person, papers: tuple[Paper, ...], me: str, team: str, *, was_shown: bool) -> str:
    """Whom it is about, what comes with it, and who sends it."""
    number = nhs_number_spaced(person.nhs_number) or "none yet"
    told = {**WHAT_IT_IS} if was_shown else {**WHAT_IT_IS, Paper.GP_SUMMARY: NOT_SHOWN}
    with_it = ", and ".join(told[paper].format(name=person.preferred_name) for paper in papers)
    return "\n\n".join(
        (
            "Dear colleague,",
            f"This is about {person.name}, born {long_date(person.born_on)}, NHS number {number}.",
            f"With it comes {with_it}.",
            f"{me}\n{team}",
        )
    )

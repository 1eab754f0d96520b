"""What waits for the member's answer, each with the one press, or the two, that answer it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import url_for

from livingwell.core.clock import in_london
from livingwell.core.dates import short_date
from livingwell.discussions.models import WORDS_OF_YOURS
from livingwell.people.models import Ask


@dataclass(frozen=True)
class Press:
    """A button: what it says and sends."""

    label: str
    action: str
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class AskRow:
    """One thing that waits: a question, whose words it is about, and what answers it."""

    title: str
    why: str
    words: str
    href: str
    presses: tuple[Press, ...]


def asked(found: Iterable[Ask]) -> tuple[AskRow, ...]:
    """Each with its answers, what has waited longest first."""
    return tuple(_ROWS[each.kind](each) for each in found)


def _words_of_yours(ask: Ask) -> AskRow:
    person_id, discussion_id = ask.person.id, ask.place_id
    answer = url_for(
        "discussions.confirm_one_view", person_id=person_id, discussion_id=discussion_id, view_id=ask.row_id
    )
    return AskRow(
        title=f"Words of yours about {ask.person.name}: is this right?",
        why=f"{ask.by} wrote them down on {short_date(in_london(ask.since).date())}, while you were not there.",
        words=ask.words,
        href=url_for(
            "discussions.show_discussion",
            person_id=person_id,
            discussion_id=discussion_id,
            _anchor=f"contribution-{ask.row_id}",
        ),
        presses=(
            Press("Yes, I said this", answer, "is_right", "yes"),
            Press("No, I did not", answer, "is_right", "no"),
        ),
    )


_ROWS: dict[str, Callable[[Ask], AskRow]] = {WORDS_OF_YOURS: _words_of_yours}

"""What people said lately: a rating, a yes or a no to the plan, a line for the meeting."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from livingwell.careplans.models import Answer, Goal, Rating
from livingwell.core.clock import in_london
from livingwell.core.dates import short_date
from livingwell.discussions.models import PersonLine
from livingwell.discussions.presenters.meetings import line_words
from livingwell.people.models import Person
from livingwell.worklist.models import Answers, Supported
from livingwell.worklist.presenters.row import quoted

SHOWN = 5


@dataclass(frozen=True)
class Said:
    """What somebody said, in a sentence after their name, and word for word where there are words."""

    name: str
    href: str
    what: str
    words: str = ""


def said_lately(answers: Answers, supported: Sequence[Supported], since: date) -> tuple[Said, ...]:
    """The latest first, a few."""
    people = {who.person.id: who.person for who in supported}
    found = [
        *(_rating(*rated, people) for rated in answers.ratings),
        *(_line(line, people) for line in answers.lines),
        *_agreements(supported, since),
    ]
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(said for _on, said in found[:SHOWN])


def _rating(rating: Rating, goal: Goal, before: int | None, people: Mapping[UUID, Person]) -> tuple[date, Said]:
    was = f", was {before}" if before is not None else ", for the first time"
    on, person = short_date(rating.rated_on), people[rating.person_id]
    words = quoted(goal.words)
    which = f"goal {goal.number}" if goal.is_persons or not words else f"goal {goal.number}, {words},"
    what = f"rated {which} on {on}: {rating.value} of 10{was}"
    return rating.rated_on, Said(person.name, _to_plan(person), what, words if goal.is_persons else "")


def _line(line: PersonLine, people: Mapping[UUID, Person]) -> tuple[date, Said]:
    on, person = in_london(line.created_at).date(), people[line.person_id]
    href = url_for("discussions.show_discussion", person_id=person.id, discussion_id=line.discussion_id)
    return on, Said(person.name, href, "sent a line for the meeting", quoted(line_words(line)))


def _agreements(supported: Sequence[Supported], since: date) -> Iterator[tuple[date, Said]]:
    """Answers to the plan. A no waits for somebody: it stands among what the person needs."""
    for who in supported:
        answer = who.plan.answer if who.plan else None
        if answer is not None and answer.answer is Answer.YES and answer.on >= since:
            what = f"agreed to the plan on {short_date(answer.on)}"
            yield answer.on, Said(who.person.name, _to_plan(who.person), what, quoted(answer.words))


def _to_plan(person: Person) -> str:
    return url_for("careplans.show_plan", person_id=person.id)

"""Things the member said they would do: decisions, steps, and what to tell people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask import url_for

from livingwell.careplans.models import Goal, Step
from livingwell.core.clock import in_london
from livingwell.core.dates import short_date
from livingwell.core.text import possessive
from livingwell.discussions.models import Decision, Doer, Telling
from livingwell.people.models import Person
from livingwell.worklist.models import COMING, Promises
from livingwell.worklist.presenters.row import Row, sentences
from livingwell.worklist.presenters.when import due


@dataclass(frozen=True)
class Promised:
    """What is late or due within a week, late first; `later` counts what has more time."""

    rows: tuple[Row, ...]
    note: str
    later: str

    @classmethod
    def of(cls, promises: Promises, today: date) -> "Promised":
        found = sorted(_rows(promises, today), key=lambda pair: pair[0])
        soon = [(day, row) for day, row in found if day <= today + COMING]
        late = sum(day < today for day, _row in soon)
        return cls(
            rows=tuple(row for _day, row in soon),
            note=", ".join(part for part in (_count(late, "late"), _count(len(soon) - late, "this week")) if part),
            later=_count(len(found) - len(soon), "more with a later date"),
        )


def _rows(promises: Promises, today: date) -> Iterator[tuple[date, Row]]:
    for decision in promises.decisions:
        yield decision.by_on, _decision(decision, today)
    for telling, person in promises.tellings:
        yield telling.by_on, _telling(telling, person, today)
    for step, goal, person in promises.steps:
        if step.by_on is not None:
            yield step.by_on, _step(step, goal, person, step.by_on, today)


def _decision(decision: Decision, today: date) -> Row:
    person = decision.person
    return Row(
        title=decision.what,
        href="",
        kind=_kind(decision.by_on, today),
        lead=f"{due(decision.by_on, today)}.",
        why=sentences(
            f"For {person.name}",
            "" if decision.doer is Doer.MEMBER else f"{_doer(decision)} does it, and you stand by",
            f"Decided on {short_date(in_london(decision.created_at).date())}",
            "You said it was not finished, so it is asked again" if decision.answered_at else "",
        ),
        action="Say what happened",
        action_href=url_for("discussions.answer_one_decision", person_id=person.id, decision_id=decision.id),
    )


def _telling(telling: Telling, person: Person, today: date) -> Row:
    return Row(
        title=f"Tell {person.name} what was decided",
        href="",
        kind=_kind(telling.by_on, today),
        lead=f"{due(telling.by_on, today)}.",
        why=sentences(f"{telling.how[:1].upper()}{telling.how[1:]}", "The team said that you would"),
        action="See what to say",
        action_href=url_for(
            "discussions.show_discussion", person_id=person.id, discussion_id=telling.discussion_id, _anchor="tell"
        ),
    )


def _step(step: Step, goal: Goal, person: Person, by_on: date, today: date) -> Row:
    return Row(
        title=step.what,
        href="",
        kind=_kind(by_on, today),
        lead=f"{due(by_on, today)}.",
        why=sentences(f"A step in goal {goal.number} of {possessive(person.name)} plan"),
        action="Say what happened",
        action_href=url_for("careplans.new_step_status", person_id=person.id, step_id=step.id),
    )


def _doer(decision: Decision) -> str:
    return decision.person.preferred_name if decision.doer is Doer.PERSON else decision.doer_name


def _kind(by_on: date, today: date) -> str:
    return "not_done" if by_on < today else "half"


def _count(count: int, words: str) -> str:
    return f"{count} {words}" if count else ""

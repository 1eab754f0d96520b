"""Numbered versions, as a list and one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from livingwell.careplans.models import PlanChange, PlanVersion, VersionReason
from livingwell.careplans.models.differences import line_differences
from livingwell.careplans.models.snapshot import line_from_json
from livingwell.careplans.presenters.agreement import ChangeLine, answer_of, change_line
from livingwell.core.dates import date_and_time, long_date, short_date
from livingwell.core.text import possessive

WHY = {
    VersionReason.ASKED: "Numbered to ask {name}",
    VersionReason.DISCUSSION: "Numbered when a discussion closed",
}


@dataclass(frozen=True)
class VersionLine:
    """One version: when it was numbered and why, every answer to it, and who signed it off."""

    number: int
    made: str
    why: str
    answers: tuple[tuple[str, str], ...]
    sign_offs: tuple[str, ...]
    is_answered: bool


def version_line(version: PlanVersion, name: str) -> VersionLine:
    """Answers are pairs of the sentence and the person's words."""
    return VersionLine(
        number=version.number,
        made=long_date(version.made_on),
        why=f"{WHY[version.why].format(name=name)}, by {version.written_by}",
        answers=tuple((answer_of(each, name), each.words or each.not_right) for each in version.agreements),
        sign_offs=tuple(f"{each.written_by}, {short_date(each.signed_on)}" for each in version.sign_offs),
        is_answered=bool(version.agreements),
    )


@dataclass(frozen=True)
class Save:
    """One save: what it changed in one line, by whom, when, and what the person answered."""

    changes: tuple[ChangeLine, ...]
    answer: str


def saves(changes: Sequence[PlanChange], name: str) -> tuple[Save, ...]:
    """Every save that changed a line, in sentences."""
    return tuple(_save(change, name) for change in changes)


def _save(change: PlanChange, name: str) -> Save:
    before = line_from_json(change.before) if change.before else None
    after = line_from_json(change.after) if change.after else None
    by = f"{change.written_by}, {date_and_time(change.created_at)}"
    if change.idea_of:
        by = f"{possessive(change.idea_of)} idea, written by {by}"
    answered = f"{name} answered on {long_date(change.answered_on)}" if change.answered_on else ""
    if answered and change.answer:
        answered = f"{answered}: “{change.answer}”"
    return Save(tuple(change_line(each, by) for each in line_differences(before, after, name)), answered)

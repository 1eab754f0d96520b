"""Files on their way in, and what they brought, refused and left to decide, as the pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from livingwell.core.clock import in_london
from livingwell.core.dates import date_and_time, long_date
from livingwell.core.identifiers import nhs_number_spaced
from livingwell.core.text import without_unprintable
from livingwell.people.models import (
    Arrival,
    HeldRow,
    ImportBatch,
    ImportStage,
    KnownElsewhere,
    Person,
    Refusal,
    RefusedRow,
    RowHereAlready,
)

REFUSALS = {
    Refusal.UNREADABLE: "cells that can’t be told apart",
    Refusal.NO_SURNAME: "no surname",
    Refusal.NHS_NUMBER: "an NHS number whose check digit is wrong",
    Refusal.BORN_ON: "a date of birth that can’t be right",
    Refusal.EMAIL: "an e-mail address that can’t be one",
    Refusal.NUMBER_USED_HIGHER: "an NHS number already used higher in the file",
    Refusal.OTHER: "something else",
}
_STAGES = {
    ImportStage.CHECKING: "Being checked",
    ImportStage.READY: "Ready: nobody is in yet",
    ImportStage.COMING_IN: "Coming in",
}


@dataclass(frozen=True)
class ImportLine:
    """One file in the list."""

    id: UUID
    file_name: str
    team: str
    brought: str
    stands: str

    @classmethod
    def of(cls, batch: ImportBatch) -> "ImportLine":
        finished = (
            f"{_count(batch.rows_in, 'person', 'people')} came in, {_count(batch.rows_refused, 'row', 'rows')} refused"
        )
        stands = _STAGES.get(batch.stage, finished)
        return cls(batch.id, batch.file_name, batch.team.name, _brought(batch), stands)


@dataclass(frozen=True)
class ImportCard:
    """One file: how far it is, what would happen or has happened, and what to know about how it was read."""

    id: UUID
    file_name: str
    team: str
    brought: str
    stage: str
    rows_total: int
    after: int
    rows: str
    people: str
    counts: tuple[tuple[int, str], ...]
    refusals: tuple[tuple[int, str], ...]
    is_windows_encoded: bool
    columns_not_used: str
    rows_refused: int
    held: int

    @classmethod
    def of(cls, batch: ImportBatch, refusals: Mapping[Refusal, int]) -> "ImportCard":
        is_done = batch.stage is ImportStage.FINISHED
        return cls(
            id=batch.id,
            file_name=batch.file_name,
            team=batch.team.name,
            brought=_brought(batch),
            stage=batch.stage.value,
            rows_total=batch.rows_total,
            after=batch.rows_checked if batch.stage is ImportStage.CHECKING else batch.rows_done,
            rows=_count(batch.rows_total, "row", "rows"),
            people=_count(batch.would_come_in, "person", "people") if batch.would_come_in else "this file",
            counts=_happened(batch) if is_done else _would_happen(batch),
            refusals=tuple((refusals[refusal], REFUSALS[refusal]) for refusal in Refusal if refusal in refusals),
            is_windows_encoded=batch.encoding == "cp1252",
            columns_not_used=without_unprintable(", ".join(batch.columns_not_used)),
            rows_refused=batch.rows_refused,
            held=batch.rows_held,
        )


@dataclass(frozen=True)
class RowRead:
    """A row as we read it: for seeing at a glance that names and dates landed in their places."""

    line: int
    name: str
    known_as: str
    born: str
    nhs_number: str
    referred: str
    reason: str
    comms_needs: str

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "RowRead":
        row = Arrival.from_json(kept)
        return cls(
            line=row.line,
            name=f"{row.given_name} {row.family_name}",
            known_as=row.preferred_name if row.preferred_name != row.given_name else "",
            born=long_date(row.born_on),
            nhs_number=nhs_number_spaced(row.nhs_number) or "none",
            referred=f"{long_date(row.referred_on)}, by {row.referred_by or 'nobody named'}",
            reason=row.referral_reason,
            comms_needs=row.comms_needs,
        )


@dataclass(frozen=True)
class RefusedLine:
    """A refused row: its line in the file, and everything that is wrong."""

    line: int
    reason: str

    @classmethod
    def of(cls, row: RefusedRow) -> "RefusedLine":
        return cls(row.line, row.reason)


@dataclass(frozen=True)
class HereLine:
    """Somebody who was here already, and what the file says otherwise. The record was left as it is."""

    line: int
    person_id: UUID
    name: str
    differences: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, row: RowHereAlready) -> "HereLine":
        differences = tuple((about, here or "nothing", file) for about, here, file in row.differences)
        return cls(row.line, row.person_id, row.person.name, differences)


@dataclass(frozen=True)
class HeldCard:
    """A row that may be somebody known, beside that person's record where it is within reach."""

    id: UUID
    where_from: str
    row: RowRead
    facts: tuple[tuple[str, str, str], ...]
    person_id: UUID | None
    who_knows: str
    asked: str
    may_be_somebody_else: bool

    @classmethod
    def of(cls, held: HeldRow, person: Person | None, who_knows: str, question: KnownElsewhere | None) -> "HeldCard":
        """`who_knows`: the leads to ask about somebody out of reach, if there are any; `question`: what was asked."""
        is_denied = question is not None and question.is_same_person is False
        return cls(
            id=held.id,
            where_from=f"Line {held.line} of {held.batch.file_name}",
            row=RowRead.of(held.row),
            facts=_beside(held.arrival, person) if person else (),
            person_id=person.id if person else None,
            who_knows=who_knows,
            asked=_answer(question),
            may_be_somebody_else=bool(person) or is_denied or not who_knows,
        )


def _beside(row: Arrival, person: Person) -> tuple[tuple[str, str, str], ...]:
    """What it is about, in the file, on record."""
    return (
        ("Name on record", f"{row.given_name} {row.family_name}", person.recorded_name),
        ("Preferred name", row.preferred_name, person.preferred_name),
        ("Date of birth", long_date(row.born_on), long_date(person.born_on)),
        ("NHS number", nhs_number_spaced(row.nhs_number) or "none", person.nhs_number_shown or "none"),
        ("Postcode", row.postcode or "none", person.postcode or "none"),
        ("Mobile", row.mobile or "none", person.mobile or "none"),
        ("E-mail", row.email or "none", person.email or "none"),
    )


def _answer(question: KnownElsewhere | None) -> str:
    if question is None:
        return ""
    if question.answered_at is None:
        return f"Asked on {long_date(in_london(question.created_at).date())}. There is no answer yet."
    return (
        "They say that it is somebody they know." if question.is_same_person else "They say that it is somebody else."
    )


def _happened(batch: ImportBatch) -> tuple[tuple[int, str], ...]:
    return (
        (batch.rows_in, "came in, as referred"),
        (batch.rows_refused, "refused, each with its line and reason"),
        (batch.rows_here_already, "here already, left as they are"),
        (batch.rows_held, "may be somebody known: waiting for a decision"),
    )


def _would_happen(batch: ImportBatch) -> tuple[tuple[int, str], ...]:
    return (
        (batch.would_come_in, "would come in, as referred"),
        (batch.would_be_refused, "would be refused, each with its line and reason"),
        (batch.would_be_here_already, "are here already and would be left as they are"),
        (batch.would_be_held, "may be somebody known: you decide about each"),
    )


def _brought(batch: ImportBatch) -> str:
    who = batch.imported_by.name if batch.imported_by else "the import-caseload command"
    return f"Brought by {who}, {date_and_time(batch.created_at)}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"

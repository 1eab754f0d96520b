"""What an import asks: who on record a row may be about, and how far the files have got."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import (
    Arrival,
    Episode,
    HeldRow,
    ImportBatch,
    ImportedNote,
    ImportFingerprint,
    ImportPiece,
    KnownElsewhere,
    Person,
    Refusal,
    RefusedRow,
    RowHereAlready,
)
from livingwell.people.queries.reach import is_hidden_from, within_reach
from livingwell.people.queries.striking import is_struck


@dataclass(frozen=True)
class OnRecord:
    """Somebody whom a row may be about. `is_supported_here`: within reach, and with the team now."""

    person_id: UUID
    names: tuple[str, str, str]
    born_on: date
    nhs_number: str | None
    is_supported_here: bool


@dataclass(frozen=True)
class Known:
    """Everything on record that some rows have to be compared with."""

    person_by_fingerprint: Mapping[str, UUID]
    waiting_fingerprints: Collection[str]
    by_number: Mapping[str, Sequence[OnRecord]]
    by_birth: Mapping[date, Sequence[OnRecord]]


def known_like(arrivals: Sequence[Arrival], team_id: UUID, actor: Actor) -> Known:
    """What the rows have to be compared with, in three statements however many they are."""
    prints = [arrival.fingerprint for arrival in arrivals]
    imported = select(ImportFingerprint.fingerprint, ImportFingerprint.person_id).where(
        ImportFingerprint.team_id == team_id, ImportFingerprint.fingerprint.in_(prints)
    )
    waiting = select(HeldRow.fingerprint).where(
        HeldRow.team_id == team_id, HeldRow.fingerprint.in_(prints), HeldRow.decided_at.is_(None)
    )
    by_number, by_birth = defaultdict(list), defaultdict(list)
    for person in _people_like(arrivals, team_id, actor):
        by_birth[person.born_on].append(person)
        if person.nhs_number:
            by_number[person.nhs_number].append(person)
    return Known(
        person_by_fingerprint=dict(db.session.execute(imported).all()),
        waiting_fingerprints=set(db.session.scalars(waiting)),
        by_number=by_number,
        by_birth=by_birth,
    )


def _people_like(arrivals: Iterable[Arrival], team_id: UUID, actor: Actor) -> Iterable[OnRecord]:
    """Everybody with a number or a date of birth of the rows, also out of the actor's reach.

    A record that is hidden from the actor is left out: for them it doesn't exist.
    """
    is_with_team = exists().where(Episode.person_id == Person.id, *_is_open_with(team_id))
    found = select(
        Person.id,
        Person.preferred_name,
        Person.given_name,
        Person.family_name,
        Person.born_on,
        Person.nhs_number,
        and_(is_with_team, within_reach(actor)),
    ).where(
        or_(
            Person.nhs_number.in_({arrival.nhs_number for arrival in arrivals if arrival.nhs_number}),
            Person.born_on.in_({arrival.born_on for arrival in arrivals}),
        ),
        ~is_hidden_from(actor),
    )
    for row in db.session.execute(found.order_by(Person.created_at, Person.id)):
        person_id, preferred, given, family, born_on, number, is_here = row
        yield OnRecord(person_id, (preferred, given, family), born_on, number, bool(is_here))


@dataclass(frozen=True)
class Recorded:
    """What is on record of somebody who is here already, for comparing with a row."""

    person: Person
    episode: Episode | None
    notes: Collection[str]


def recorded(person_ids: Collection[UUID], team_id: UUID, actor: Actor) -> Mapping[UUID, Recorded]:
    """What is on record of these people, of those within reach."""
    found = select(Person).where(Person.id.in_(person_ids), within_reach(actor))
    people = {person.id: person for person in db.session.scalars(found)}
    episodes = select(Episode).where(Episode.person_id.in_(people), Episode.team_id == team_id)
    latest = {episode.person_id: episode for episode in db.session.scalars(episodes.order_by(Episode.referred_on))}
    said = defaultdict(set)
    notes = select(ImportedNote.person_id, ImportedNote.said).where(ImportedNote.person_id.in_(people))
    for person_id, words in db.session.execute(notes):
        said[person_id].add(words)
    return {key: Recorded(person, latest.get(key), said[key]) for key, person in people.items()}


def batch_of_lead(batch_id: UUID, actor: Actor, *, lock: bool = False) -> ImportBatch:
    """The file, with its team and who brought it. Raises NotFound where the actor doesn't lead its team."""
    found = (
        select(ImportBatch)
        .where(ImportBatch.id == batch_id, ImportBatch.team_id.in_(sorted(actor.led_team_ids)))
        .options(joinedload(ImportBatch.team), joinedload(ImportBatch.imported_by))
    )
    if lock:
        found = found.with_for_update(of=ImportBatch).execution_options(populate_existing=True)
    batch: ImportBatch | None = db.session.scalar(found)
    if batch is None:
        raise NotFound
    return batch


def batches_of_lead(actor: Actor) -> Sequence[ImportBatch]:
    """The files of the teams that the actor leads, the newest first."""
    found = (
        select(ImportBatch)
        .where(ImportBatch.team_id.in_(sorted(actor.led_team_ids)))
        .options(joinedload(ImportBatch.team), joinedload(ImportBatch.imported_by))
        .order_by(ImportBatch.created_at.desc(), ImportBatch.id)
        .limit(50)
    )
    return db.session.scalars(found).all()


def piece_at(batch: ImportBatch, position: int) -> ImportPiece:
    """The piece of the file that begins after so many rows."""
    found = select(ImportPiece).where(ImportPiece.batch_id == batch.id, ImportPiece.position == position)
    return db.session.scalars(found).one()


def refusals_of(batch: ImportBatch) -> Mapping[Refusal, int]:
    """How many rows were refused, for each reason."""
    found = select(RefusedRow.refusal, func.count()).where(RefusedRow.batch_id == batch.id)
    return dict(db.session.execute(found.group_by(RefusedRow.refusal)).all())


def refused_rows(batch: ImportBatch, limit: int | None = None) -> Iterable[RefusedRow]:
    """The refused rows, in the order of the file."""
    found = select(RefusedRow).where(RefusedRow.batch_id == batch.id).order_by(RefusedRow.line).limit(limit)
    return db.session.scalars(found.execution_options(yield_per=500))


def rows_here_already(batch: ImportBatch, actor: Actor, limit: int) -> Sequence[RowHereAlready]:
    """Rows that differ from the record of people here already, with the person, within reach."""
    found = (
        select(RowHereAlready)
        .join(RowHereAlready.person)
        .where(RowHereAlready.batch_id == batch.id, within_reach(actor))
        .options(joinedload(RowHereAlready.person))
        .order_by(RowHereAlready.line)
        .limit(limit)
    )
    return db.session.scalars(found).all()


def held_rows(actor: Actor, limit: int = 50) -> Sequence[HeldRow]:
    """Rows of the teams that the actor leads that wait for a decision, the oldest first, with their file."""
    found = (
        select(HeldRow)
        .where(HeldRow.team_id.in_(sorted(actor.led_team_ids)), HeldRow.decided_at.is_(None))
        .options(joinedload(HeldRow.batch))
        .order_by(HeldRow.created_at, HeldRow.line)
        .limit(limit)
    )
    return db.session.scalars(found).all()


def count_of_held_rows(actor: Actor) -> int:
    """How many rows wait for this lead to decide."""
    waiting = select(func.count(HeldRow.id)).where(
        HeldRow.team_id.in_(sorted(actor.led_team_ids)), HeldRow.decided_at.is_(None)
    )
    return db.session.scalar(waiting) or 0


def held_row_of_lead(row_id: UUID, actor: Actor) -> HeldRow:
    """The row, locked for deciding. Raises NotFound where the actor doesn't lead its team."""
    found = select(HeldRow).where(HeldRow.id == row_id, HeldRow.team_id.in_(sorted(actor.led_team_ids)))
    row: HeldRow | None = db.session.scalar(found.with_for_update().execution_options(populate_existing=True))
    if row is None:
        raise NotFound
    return row


def rows_let_go(before: datetime, limit: int) -> list[Any]:
    """Some of the rows that files finished before then refused, found here already, or had decided before then."""
    found: list[Any] = []
    for model, condition in (
        (RefusedRow, true()),
        (RowHereAlready, true()),
        (HeldRow, HeldRow.decided_at <= before),
    ):
        rows = select(model).join(ImportBatch, ImportBatch.id == model.batch_id)
        old = rows.where(ImportBatch.finished_at <= before, condition).limit(limit - len(found))
        found.extend(db.session.scalars(old))
    return found


def files_with_first_rows(before: datetime) -> list[ImportBatch]:
    """Files finished before then that still hold the rows which were shown first."""
    finished = db.session.scalars(select(ImportBatch).where(ImportBatch.finished_at <= before))
    return [batch for batch in finished if batch.first_rows]


def files_never_started(before: datetime) -> Sequence[ImportBatch]:
    """Files received before then that nobody said yes to."""
    found = select(ImportBatch).where(ImportBatch.started_at.is_(None), ImportBatch.created_at <= before)
    return db.session.scalars(found).all()


def has_open_episode(person_id: UUID, team_id: UUID) -> bool:
    """Whether the team supports the person now."""
    is_open = exists().where(Episode.person_id == person_id, *_is_open_with(team_id))
    return bool(db.session.scalar(select(is_open)))


def _is_open_with(team_id: UUID) -> tuple[ColumnElement[bool], ...]:
    """The conditions on Episode that hold while the team supports somebody."""
    return Episode.team_id == team_id, Episode.ended_on.is_(None), ~is_struck(Episode)


def is_number_on_record(number: str) -> bool:
    """Whether anybody on record, within reach or not, has the NHS number."""
    return bool(db.session.scalar(select(exists().where(Person.nhs_number == number))))


def people_reached(person_ids: Collection[UUID], actor: Actor) -> Mapping[UUID, Person]:
    """Those of the people whom the actor reaches."""
    found = select(Person).where(Person.id.in_(person_ids), within_reach(actor))
    return {person.id: person for person in db.session.scalars(found)}


def questions_asked(person_ids: Collection[UUID], team_ids: Collection[UUID]) -> Mapping[UUID, KnownElsewhere]:
    """What these teams asked other teams about the people: the latest about each."""
    found = select(KnownElsewhere).where(
        KnownElsewhere.person_id.in_(person_ids), KnownElsewhere.asking_team_id.in_(team_ids)
    )
    return {each.person_id: each for each in db.session.scalars(found.order_by(KnownElsewhere.created_at))}

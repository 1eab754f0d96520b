"""Episodes of support, and who is key worker and peer in them."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Allocation, AllocationRole, Episode, ImportedNote, Person
from livingwell.people.queries.reach import within_reach
from livingwell.people.queries.striking import is_struck


def episodes_of(person_id: UUID) -> Sequence[Episode]:
    """Every episode of the person, with its team, the newest first; also those struck out."""
    found = select(Episode).where(Episode.person_id == person_id).options(joinedload(Episode.team))
    return db.session.scalars(found.order_by(Episode.referred_on.desc(), Episode.id)).all()


def current_episode(person_id: UUID, team_ids: Iterable[UUID]) -> Episode | None:
    """The episode that the person has with one of the teams now, with its team; the newest where there are two."""
    found = (
        select(Episode)
        .where(
            Episode.person_id == person_id,
            Episode.team_id.in_(sorted(team_ids)),
            Episode.ended_on.is_(None),
            ~is_struck(Episode),
        )
        .options(joinedload(Episode.team))
        .order_by(Episode.referred_on.desc(), Episode.id)
        .limit(1)
    )
    return db.session.scalar(found)


def people_of_team(team_id: UUID, actor: Actor) -> Sequence[Person]:
    """Everybody with an episode that goes on with the team, within the actor's reach, by name."""
    found = (
        select(Person)
        .join(Episode, Episode.person_id == Person.id)
        .where(Episode.team_id == team_id, Episode.ended_on.is_(None), ~is_struck(Episode), within_reach(actor))
        .order_by(Person.preferred_name, Person.family_name, Person.id)
        .distinct()
    )
    return db.session.scalars(found).all()


def support_now(person_id: UUID) -> tuple[list[Allocation], list[ImportedNote]]:
    """Who is key worker and peer now, with their accounts, the key worker first; and what another record said about
    support that nobody has asked the person about, the oldest first. One statement: there are a few of each.
    """
    workers, notes, _goes_on = support_at_top(person_id)
    return workers, notes


def support_at_top(person_id: UUID) -> tuple[list[Allocation], list[ImportedNote], bool]:
    """The same, and whether any team's support goes on. One statement."""
    workers: dict[UUID, Allocation] = {}
    notes: dict[UUID, ImportedNote] = {}
    goes_on = False
    for worker, note, is_open in db.session.execute(_SUPPORT, {"person_id": person_id}):
        goes_on = bool(is_open)
        if worker is not None:
            workers[worker.id] = worker
        if note is not None:
            notes[note.id] = note
    return list(workers.values()), list(notes.values()), goes_on


def is_supported_now() -> ColumnElement[bool]:
    """The condition on Person that holds while any team's support goes on."""
    found = exists().where(Episode.person_id == Person.id, Episode.ended_on.is_(None), ~is_struck(Episode))
    return found.correlate(Person)


def unconfirmed_notes(person_id: UUID) -> Sequence[ImportedNote]:
    """What another record said about support and nobody has asked the person about, the oldest first."""
    return support_now(person_id)[1]


# At the top of every page about a person, and so built only once.
_SUPPORT = (
    select(Allocation, ImportedNote, is_supported_now())
    .select_from(Person)
    .outerjoin(Allocation, (Allocation.person_id == Person.id) & Allocation.until_on.is_(None))
    .outerjoin(
        ImportedNote,
        and_(ImportedNote.person_id == Person.id, ImportedNote.confirmed_at.is_(None), ~is_struck(ImportedNote)),
    )
    .where(Person.id == bindparam("person_id"))
    .options(joinedload(Allocation.account))
    .order_by(Allocation.role, Allocation.from_on, ImportedNote.created_at, ImportedNote.id)
)


def episode_of(person_id: UUID, episode_id: UUID) -> Episode:
    """The person's episode, with its team. Raises NotFound, also for one that was struck out."""
    found = (
        select(Episode)
        .where(Episode.id == episode_id, Episode.person_id == person_id, ~is_struck(Episode))
        .options(joinedload(Episode.team))
    )
    episode: Episode | None = db.session.scalar(found)
    if episode is None:
        raise NotFound
    return episode


def episodes_to_accept(episode_ids: Iterable[UUID], actor: Actor) -> Sequence[Episode]:
    """Of these, the episodes of people within reach."""
    found = (
        select(Episode)
        .join(Person, Episode.person_id == Person.id)
        .where(Episode.id.in_(sorted(episode_ids)), ~is_struck(Episode), within_reach(actor))
        .order_by(Episode.referred_on, Episode.id)
    )
    return db.session.scalars(found).all()


def allocations_in(episode_id: UUID) -> Sequence[Allocation]:
    """Who is key worker and peer in the episode now."""
    found = select(Allocation).where(Allocation.episode_id == episode_id, Allocation.until_on.is_(None))
    return db.session.scalars(found).all()


def last_allocations_in(episode: Episode) -> Sequence[Allocation]:
    """Who is key worker and peer in the episode; in one that ended, who was at its end. One of each role."""
    found = select(Allocation).where(Allocation.episode_id == episode.id)
    latest: dict[AllocationRole, Allocation] = {}
    for allocation in db.session.scalars(found.order_by(Allocation.from_on, Allocation.created_at)):
        if allocation.until_on is None or (episode.ended_on and allocation.until_on >= episode.ended_on):
            latest[allocation.role] = allocation
    return list(latest.values())


def caseload_sizes(account_ids: Iterable[UUID]) -> Mapping[tuple[UUID, AllocationRole], int]:
    """For how many people each of these is key worker, and for how many peer."""
    counted = (
        select(Allocation.account_id, Allocation.role, func.count())
        .where(Allocation.account_id.in_(sorted(account_ids)), Allocation.until_on.is_(None))
        .group_by(Allocation.account_id, Allocation.role)
    )
    return {(account_id, role): count for account_id, role, count in db.session.execute(counted)}


def notes_of(person_id: UUID) -> Sequence[ImportedNote]:
    """Everything that was imported about support: confirmed or not, also what was struck out."""
    found = select(ImportedNote).where(ImportedNote.person_id == person_id)
    return db.session.scalars(found.order_by(ImportedNote.created_at, ImportedNote.id)).all()


def note_of(person_id: UUID, note_id: UUID) -> ImportedNote:
    """What was imported. Raises NotFound, also for what was struck out."""
    note: ImportedNote | None = db.session.scalar(
        select(ImportedNote).where(
            ImportedNote.id == note_id, ImportedNote.person_id == person_id, ~is_struck(ImportedNote)
        )
    )
    if note is None:
        raise NotFound
    return note

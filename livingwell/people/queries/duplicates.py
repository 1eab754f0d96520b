"""Who might be somebody already on record. The only question here that looks past the actor's reach."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Actor, Right
from livingwell.core.names import are_similar
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership
from livingwell.people.commands import Answer, Decision
from livingwell.people.models import Episode, Person
from livingwell.people.queries.reach import is_hidden_from, within_reach
from livingwell.people.queries.striking import is_struck

Names = tuple[str, str, str]


@dataclass(frozen=True)
class KnownTo:
    """Somebody whom another team may know. Of the person nothing but the id, which no page shows."""

    person_id: UUID
    team_id: UUID
    team_name: str
    leads: tuple[str, ...]


@dataclass(frozen=True)
class Matches:
    """Who it might be: people the actor reaches, and teams to ask about somebody out of reach."""

    within_reach: Sequence[Person] = ()
    known_to: Sequence[KnownTo] = ()

    def __bool__(self) -> bool:
        return bool(self.within_reach or self.known_to)

    @property
    def about(self) -> str:
        """Stands for just these matches, so that no answer about others is taken. Tells nothing of them."""
        ids = [person.id for person in self.within_reach] + [known.person_id for known in self.known_to]
        return hashlib.sha256("".join(sorted(map(str, ids))).encode()).hexdigest()

    def are_settled_by(self, answer: Answer) -> bool:
        """Whether the answer is to a question about these matches, and one that they leave open."""
        if answer.about != self.about:
            return False
        if answer.decision is Decision.SAME:
            return answer.person_id in {person.id for person in self.within_reach}
        return answer.decision is Decision.SOMEBODY_ELSE or (answer.decision is Decision.ASK and bool(self.known_to))


def possible_matches(actor: Actor, names: Names, born_on: date, nhs_number: str | None) -> Matches:
    """Everybody with the same NHS number, or born on the same day with a similar name (preferred, given, family).

    A record that is limited to others, or the actor's own, is no match at all: it doesn't exist for them. Those
    within reach no longer hang on the session, so that they can be shown once the action has ended.
    """
    alike = _alike(names, born_on, nhs_number, ~is_hidden_from(actor))
    if not alike:
        return Matches()
    ids = [person.id for person in alike]
    reached = set(db.session.scalars(select(Person.id).where(Person.id.in_(ids), within_reach(actor))))
    beyond = [person.id for person in alike if person.id not in reached]
    others = known_to(beyond)
    for person in alike:
        db.session.expunge(person)
    return Matches([person for person in alike if person.id in reached], others)


def possible_doubles(actor: Actor, person: Person) -> Sequence[Person]:
    """Others within the actor's reach who may be the same person: for a limited record.

    Whoever registers somebody is not told of a limited record, so it may be made a second time. Somebody whose every
    referral was struck out is no double any more.
    """
    is_on_record = exists().where(Episode.person_id == Person.id, ~is_struck(Episode)).correlate(Person)
    names = (person.preferred_name, person.given_name, person.family_name)
    condition = and_(Person.id != person.id, is_on_record, within_reach(actor))
    return _alike(names, person.born_on, person.nhs_number, condition)


def _alike(names: Names, born_on: date, nhs_number: str | None, condition: ColumnElement[bool]) -> list[Person]:
    is_candidate = Person.born_on == born_on
    if nhs_number:
        is_candidate = or_(is_candidate, Person.nhs_number == nhs_number)
    candidates = db.session.scalars(select(Person).where(is_candidate, condition).order_by(Person.created_at))
    return [person for person in candidates if _is_alike(person, names, nhs_number)]


def _is_alike(person: Person, names: Names, nhs_number: str | None) -> bool:
    if nhs_number and person.nhs_number == nhs_number:
        return True
    return are_similar(names, (person.preferred_name, person.given_name, person.family_name))


def known_to(person_ids: Sequence[UUID]) -> list[KnownTo]:
    """The team that each person was last with, and who leads it."""
    if not person_ids:
        return []
    episodes = db.session.scalars(
        select(Episode)
        .where(Episode.person_id.in_(person_ids))
        .options(joinedload(Episode.team))
        .order_by(Episode.referred_on)
    )
    last = {episode.person_id: episode for episode in episodes}
    leads = _leads({episode.team_id for episode in last.values()})
    return [
        KnownTo(person_id, episode.team_id, episode.team.name, tuple(leads.get(episode.team_id, ())))
        for person_id, episode in last.items()
    ]


def _leads(team_ids: set[UUID]) -> dict[UUID, list[str]]:
    rows = db.session.execute(
        select(Membership.team_id, Account.name)
        .join(Account, Membership.account_id == Account.id)
        .where(
            Membership.team_id.in_(sorted(team_ids)),
            Membership.right == Right.TEAM_LEAD,
            Membership.left_on.is_(None),
            Account.deactivated_at.is_(None),
        )
        .order_by(Account.name)
    )
    found: dict[UUID, list[str]] = {}
    for team_id, name in rows:
        found.setdefault(team_id, []).append(name)
    return found

"""What the person sends from their own side arrives, and a member reads it."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import FromPerson, Person
from livingwell.people.queries.arriving import arrival_of
from livingwell.people.queries.own_reach import require_own
from livingwell.people.queries.reach import person_within_reach


def note_arrival(person_id: UUID, kind: str, words: str, actor: Actor, row_id: UUID | None = None) -> None:
    """Part of an action on the person's side, before its entry in the audit: what they sent waits to be read.

    Does nothing where a member writes down what the person told them: that member knows it already.
    """
    if actor.side is Side.TEAM:
        return
    arrival = FromPerson(person_id=person_id, kind=kind, words=words, row_id=row_id)
    arrival.sign(actor)
    db.session.add(arrival)


@atomic()
def send_arrival(person_id: UUID, kind: str, words: str, actor: Actor, row_id: UUID | None = None) -> None:
    """The same as an action of its own, beside one that made its entry already."""
    require_own(actor, person_id)
    note_arrival(person_id, kind, words, actor, row_id)
    record("send_arrival", actor, person_id)


@atomic()
def read_arrival(person: Person, arrival_id: UUID, actor: Actor) -> FromPerson:
    """Say that it was read, as the person then sees. The first reader's name stays."""
    require(actor, Permission.SEE_PEOPLE)
    person_within_reach(actor, person.id)
    arrival = arrival_of(person.id, arrival_id)
    arrival.be_read(actor)
    record("read_arrival", actor, person.id)
    return arrival

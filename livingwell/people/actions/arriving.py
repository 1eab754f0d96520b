"""What the person sends from their own side arrives, and a member reads it."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import ArrivalAnswer, FromPerson, Person
from livingwell.people.queries.arriving import answer_of, arrival_of
from livingwell.people.queries.own_reach import require_own
from livingwell.people.queries.reach import person_within_reach


def note_arrival(person_id: UUID, kind: str, words: str, actor: Actor, row_id: UUID | None = None) -> None:
    """Part of an action on the person's side, before its entry in the audit: what they sent waits to be read.

    Does nothing where a member writes down what the person told them: that member knows it already.
    """
    if actor.side is not Side.TEAM:
        note_told(person_id, kind, words, actor, row_id)


def note_told(person_id: UUID, kind: str, words: str, actor: Actor, row_id: UUID | None = None) -> None:
    """The same for what others in the team have to read too when the person told it to one of them."""
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


@atomic()
def answer_arrival(person: Person, arrival_id: UUID, words: str, actor: Actor) -> ArrivalAnswer:
    """Answer it, which also says that it was read. The person sees the answer when they come home."""
    require(actor, Permission.SEE_PEOPLE)
    person_within_reach(actor, person.id)
    words = require_words(clean(words), "words", f"Write your answer to {person.preferred_name}")
    arrival = arrival_of(person.id, arrival_id)
    arrival.be_read(actor)
    answer = ArrivalAnswer(person_id=person.id, arrival_id=arrival.id, words=words)
    answer.sign(actor)
    db.session.add(answer)
    record("answer_arrival", actor, person.id)
    return answer


@atomic()
def see_arrival_answer(person_id: UUID, answer_id: UUID, actor: Actor) -> None:
    """The person says that they saw it: it waits at home no more."""
    require_own(actor, person_id)
    answer_of(person_id, answer_id).be_seen()
    record("see_arrival_answer", actor, person_id)

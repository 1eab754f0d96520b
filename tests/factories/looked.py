"""Readings of a record, and questions about them, for tests."""

from livingwell.audit import record, record_read
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.people.models import LookedQuestion, Person
from tests.harness.session import settle


def make_reading(person: Person, actor: Actor) -> str:
    """The actor opens the person's record. The day of it, as an address has it."""
    settle()
    record_read("show_person", actor, person.id)
    return today().isoformat()


@atomic()
def make_looked_question(person: Person, words: str = "Why did she look?") -> LookedQuestion:
    """The person asks about today."""
    question = LookedQuestion(person_id=person.id, looked_on=today(), words=words, written_by=person.name)
    db.session.add(question)
    record("make_looked_question", the_system("tests"), person.id)
    return question

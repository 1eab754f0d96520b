"""The person asks about who opened their record, and a lead answers."""

from datetime import date
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Forbidden, NotFound
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.identity.permissions import Permission, require
from livingwell.identity.queries.teams import leads_of
from livingwell.people.models import LookedQuestion, Person
from livingwell.people.queries.looked import question_of, team_ids_of
from livingwell.people.queries.own_reach import require_own
from livingwell.people.queries.reach import person_within_reach


@atomic()
def ask_about_looking(
    person_id: UUID, looked_on: date, words: str, actor: Actor, about: tuple[UUID | None, str] = (None, "")
) -> LookedQuestion:
    """Ask the leads about a day; `about` is the reader's account and the name that the person was shown."""
    require_own(actor, person_id)
    words = require_words(clean(words), "words", "Write your question")
    if looked_on > today():
        raise NotFound
    question = LookedQuestion(person_id=person_id, looked_on=looked_on, words=words, about_id=about[0], about=about[1])
    question.sign(actor)
    db.session.add(question)
    record("ask_about_looking", actor, person_id)
    return question


def require_answers(actor: Actor, person_id: UUID) -> None:
    """Raise unless the actor leads one of the person's teams, or is in one that nobody leads."""
    require(actor, Permission.SEE_PEOPLE)
    person_within_reach(actor, person_id)
    teams = frozenset(team_ids_of(person_id))
    unled = {team_id for team_id in teams & actor.team_ids if not leads_of(team_id)}
    if not (teams & actor.led_team_ids or unled):
        raise Forbidden("Only a lead of one of the person’s teams sees and answers this.")


@atomic()
def answer_looked_question(person: Person, question_id: UUID, words: str, actor: Actor) -> LookedQuestion:
    """Answer it, once: the person sees it beside the day, with who answered."""
    require_answers(actor, person.id)
    words = require_words(clean(words), "words", f"Write your answer to {person.preferred_name}")
    question = question_of(person.id, question_id)
    question.be_answered(words, actor)
    record("answer_looked_question", actor, person.id)
    return question


@atomic()
def see_looked_answer(person_id: UUID, question_id: UUID, actor: Actor) -> None:
    """The person says that they saw the answer: it waits at home no more."""
    require_own(actor, person_id)
    question_of(person_id, question_id).be_seen()
    record("see_looked_answer", actor, person_id)

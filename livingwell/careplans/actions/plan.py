"""Starting a plan, what the person says about themselves, and when it is reviewed."""

from datetime import date
from uuid import UUID

from livingwell.audit import record
from livingwell.careplans import policy
from livingwell.careplans.actions.changing import changing, changing_plan
from livingwell.careplans.commands import StatementCommand
from livingwell.careplans.models import CarePlan, Statement
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.wordings import need_now, wording_of
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Stale
from livingwell.core.text import require_words
from livingwell.extensions import db
from livingwell.passports.actions import use_lines_in
from livingwell.passports.models import UsedIn
from livingwell.people.models import Person
from livingwell.people.queries.locking import hold_person

LINES = ("statements", "goals", "consequences", "suggestions", "held_back")


@atomic()
def start_plan(person: Person, actor: Actor) -> CarePlan:
    """The person's plan, begun now; the one that is there already where somebody was quicker."""
    policy.require_change(actor, person.id)
    hold_person(person.id)
    plan = current_plan(person.id)
    if plan is not None:
        return plan
    plan = CarePlan(person_id=person.id, started_on=today(), **{name: [] for name in LINES})
    plan.sign(actor)
    db.session.add(plan)
    record("start_plan", actor, person.id)
    return plan


@atomic()
def state(person: Person, command: StatementCommand, actor: Actor) -> Statement:
    """Write down what the person says: what matters, strengths, where next. Starts the plan where there is none.

    The one it replaces is kept. Raises Stale where somebody else replaced that first, Conflict where the words that
    stand are the person's and no answer of theirs was recorded.
    """
    plan = start_plan(person, actor)
    with changing_plan(f"state_{command.kind}", plan.id, person.id, actor, answer=command.answer) as plan:
        older = plan.statement(command.kind) if command.kind.is_single else None
        statement = say(plan, command, older, actor)
    return _told_once(statement, actor)


@atomic()
def add_need(person: Person, command: StatementCommand, actor: Actor) -> Statement:
    """Write down something the person needs. Starts the plan where there is none."""
    plan = start_plan(person, actor)
    with changing_plan("add_need", plan.id, person.id, actor, answer=command.answer) as plan:
        statement = say(plan, command, None, actor)
    return _told_once(statement, actor)


@atomic()
def reword_need(need: Statement, command: StatementCommand, actor: Actor) -> Statement:
    """Put a need in other words. The goals that answer it go with it.

    Raises Stale where somebody else reworded it first, Conflict where it was taken out.
    """
    with changing("reword_need", need, actor, answer=command.answer) as plan:
        older = need_now(plan, need.id)
        if older is None:
            raise Conflict("This need was taken out meanwhile. Look at the plan again.")
        newer = say(plan, command, older, actor)
        for goal in plan.goals:
            if goal.need_id == older.id:
                goal.need_id = newer.id
    return _told_once(newer, actor)


@atomic()
def set_review(plan: CarePlan, review_on: date | None, reviewer_id: UUID | None, actor: Actor) -> None:
    """Say when the plan is looked at again, and who sees to it."""
    with changing_plan("set_review", plan.id, plan.person_id, actor) as plan:
        plan.review_on, plan.reviewer_id = review_on, reviewer_id


def say(plan: CarePlan, command: StatementCommand, older: Statement | None, actor: Actor) -> Statement:
    """Add a statement to a plan that is being changed, in place of an older one if there is one."""
    statement = Statement(
        person_id=plan.person_id,
        kind=command.kind,
        words=require_words(command.words, "words", "Write down the words."),
        whose_words=command.whose_words,
        suggested_by=command.suggested_by,
        said_on=command.said_on,
    )
    statement.sign(actor)
    if older is not None:
        _require_read(older, command.row_version)
        # The person's newer words, dated when they were said, are themselves the answer.
        older.require_answer(command.answer is not None or statement.is_persons)
        older.end()
        statement.replaces_id = older.id
    plan.statements.append(statement)
    db.session.flush()
    if older is not None:
        follow(plan, older.id, statement.id)
    return statement


def _require_read(older: Statement, wording: int | None) -> None:
    """Raise Stale, with the words that stand, where they are not those that were read."""
    stands = wording_of(older)
    if wording is not None and wording != stands:
        raise Stale({"words": older.words}, row_version=stands, row_id=older.id)


def follow(plan: CarePlan, older: UUID, newer: UUID) -> None:
    """Hold the new words back where the old ones are: they are about the same thing."""
    for hold in plan.held_back:
        if hold.line_id == older and hold.ended_at is None:
            hold.follow(newer)


def _told_once(statement: Statement, actor: Actor) -> Statement:
    """The statement; what in it stands in the passport just so is counted there as used."""
    use_lines_in(statement.person_id, statement.words, UsedIn.PLAN, statement.id, actor)
    return statement

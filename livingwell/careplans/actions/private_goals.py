"""Private goals: written, changed, thrown away and shared by the person alone.

Their audit entries name no person, so that no history of a record shows them to anybody.
"""

from uuid import UUID

from livingwell.audit import record
from livingwell.careplans.actions.suggestions import make_suggestion
from livingwell.careplans.commands import SuggestionCommand
from livingwell.careplans.models import CarePlan, PrivateGoal, Suggestion, SuggestionKind, TargetKind
from livingwell.careplans.queries.private_goals import private_goal_of
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.text import LINE, LONG, clean, require_within, require_words
from livingwell.extensions import db
from livingwell.people.queries.own_reach import require_own

WROTE = "write_private"


@atomic()
def keep_private_goal(person_id: UUID, words: str, notes: str, actor: Actor) -> PrivateGoal:
    """Write a goal down that nobody else is told of."""
    require_own(actor, person_id)
    goal = PrivateGoal(person_id=person_id)
    _write(goal, words, notes)
    db.session.add(goal)
    record(WROTE, actor)
    return goal


@atomic()
def change_private_goal(
    person_id: UUID, goal_id: UUID, words: str, notes: str, row_version: int | None, actor: Actor
) -> None:
    """Put it in other words. Raises Stale where another page of theirs saved first, Conflict once it is shared."""
    goal = private_goal_of(actor, person_id, goal_id)
    goal.require_version(row_version, {"words": goal.words, "notes": goal.notes})
    if goal.is_shared and clean(words) != goal.words:
        raise Conflict("You have shared this goal. Its words are in your plan now.")
    _write(goal, words, notes)
    record(WROTE, actor)


@atomic()
def throw_private_goal_away(person_id: UUID, goal_id: UUID, actor: Actor) -> None:
    """Gone for good. What was shared of it stays in the plan."""
    db.session.delete(private_goal_of(actor, person_id, goal_id))
    record(WROTE, actor)


@atomic()
def share_private_goal(person_id: UUID, plan: CarePlan, goal_id: UUID, why: str, actor: Actor) -> Suggestion:
    """Suggest it to the team in the person's own words. The notes stay private. Raises Conflict once it is shared."""
    goal = private_goal_of(actor, person_id, goal_id)
    if goal.is_shared:
        raise Conflict("You have shared this goal already. It is in your plan.")
    command = SuggestionCommand(SuggestionKind.ADDITION, TargetKind.PLAN, goal.words, why=why)
    suggestion = make_suggestion(plan, command, actor)
    goal.shared_at, goal.suggestion_id = now(), suggestion.id
    record(WROTE, actor)
    return suggestion


def _write(goal: PrivateGoal, words: str, notes: str) -> None:
    goal.words = require_within(require_words(clean(words), "words", "Write down your goal."), LINE, "words")
    goal.notes = require_within(clean(notes), LONG, "notes")

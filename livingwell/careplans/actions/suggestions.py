"""Suggest and answer: in every direction, keeping whose idea it was."""

from collections.abc import Sequence

from livingwell.careplans.actions.changing import changing, changing_plan
from livingwell.careplans.actions.goals import add_goal
from livingwell.careplans.actions.plan import say
from livingwell.careplans.actions.steps import add_step_to
from livingwell.careplans.commands import (
    GoalCommand,
    PersonsAnswer,
    StatementCommand,
    StepCommand,
    SuggestionCommand,
)
from livingwell.careplans.models import (
    ActorKind,
    AnsweredSuggestion,
    CarePlan,
    Consequence,
    Goal,
    LifeArea,
    Statement,
    Step,
    Suggestion,
    SuggestionAnswer,
    SuggestionKind,
    TargetKind,
    WhoseWords,
)
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import LINE, LONG, require_words
from livingwell.extensions import db

LONGEST = {TargetKind.STATEMENT: LONG, TargetKind.CONSEQUENCE: LONG}


@atomic()
def make_suggestion(plan: CarePlan, command: SuggestionCommand, actor: Actor) -> Suggestion:
    """Put words beside a line of the plan, for somebody else to answer. Nothing else changes yet."""
    with changing_plan("make_suggestion", plan.id, plan.person_id, actor) as plan:
        require_words(command.words, "words", "Write down what you suggest.")
        _require_fits(command)
        suggestion = Suggestion(
            person_id=plan.person_id,
            kind=command.kind,
            target_kind=command.target_kind,
            target_id=command.target_id,
            words=command.words,
            why=command.why,
            made_on=today(),
            answers=[],
        )
        suggestion.sign(actor)
        _refuse_twice(plan, suggestion)
        if command.target_kind is not TargetKind.PLAN:
            target_of(plan, suggestion)
        plan.suggestions.append(suggestion)
        db.session.flush()
        return suggestion


@atomic()
def accept_suggestion(
    suggestion: Suggestion, actor: Actor, answer: PersonsAnswer | None = None, step: StepCommand | None = None
) -> None:
    """Apply it, keeping whose idea it was. Words that are the person's change only with the person's answer.

    An addition to a goal becomes the step that is given, or else one for whoever accepts it.
    """
    with changing("accept_suggestion", suggestion, actor, idea_of=suggestion.written_by, answer=answer) as plan:
        suggestion.take_answer(_answer(SuggestionAnswer.ACCEPTED), actor)
        if suggestion.kind is SuggestionKind.ADDITION:
            _add(suggestion, plan, actor, answer, step)
        else:
            _reword(suggestion, plan, actor, answer)


@atomic()
def decline_suggestion(suggestion: Suggestion, reason: str, actor: Actor) -> None:
    """Say no, and why. Whoever made it takes it back in the same way."""
    with changing("decline_suggestion", suggestion, actor):
        suggestion.take_answer(_answer(SuggestionAnswer.DECLINED, reason), actor)


@atomic()
def take_to_meeting(suggestion: Suggestion, actor: Actor) -> None:
    """Leave it to the team's next meeting, where it stays open."""
    with changing("take_to_meeting", suggestion, actor):
        suggestion.take_answer(_answer(SuggestionAnswer.TAKEN_TO_MEETING), actor)


def _answer(answer: SuggestionAnswer, reason: str = "") -> AnsweredSuggestion:
    return AnsweredSuggestion(answer=answer, reason=reason, answered_on=today())


def target_of(plan: CarePlan, suggestion: Suggestion) -> Goal | Step | Statement | Consequence:
    """The line that a suggestion is about. Raises Conflict where it is not in the plan any more."""
    rows: dict[TargetKind, Sequence[Goal | Step | Statement | Consequence]] = {
        TargetKind.GOAL: plan.goals,
        TargetKind.STEP: [step for goal in plan.goals for step in goal.steps],
        TargetKind.STATEMENT: plan.current_statements,
        TargetKind.CONSEQUENCE: plan.consequences,
    }
    for row in rows[suggestion.target_kind]:
        if row.id == suggestion.target_id:
            return row
    raise Conflict("The line that this is about is not in the plan any more. Decline it, saying so.")


def _add(
    suggestion: Suggestion, plan: CarePlan, actor: Actor, answer: PersonsAnswer | None, step: StepCommand | None
) -> None:
    if suggestion.target_kind is TargetKind.PLAN:
        add_goal(
            plan,
            GoalCommand(
                words=suggestion.words,
                whose_words=WhoseWords.SUGGESTED,
                suggested_by=suggestion.written_by,
                said_on=suggestion.made_on,
                life_area=LifeArea.OTHER,
                answer=answer,
            ),
            actor,
        )
        return
    goal = target_of(plan, suggestion)
    assert isinstance(goal, Goal)  # noqa: S101  the table's own rule: additions go to the plan or to a goal
    add_step_to(goal, step or StepCommand(suggestion.words, ActorKind.MEMBER, done_by_id=actor.account_id), actor)


def _reword(suggestion: Suggestion, plan: CarePlan, actor: Actor, answer: PersonsAnswer | None) -> None:
    line = target_of(plan, suggestion)
    if isinstance(line, Goal | Statement):
        line.require_answer(answer is not None)
    if isinstance(line, Goal):
        line.words = suggestion.words
        line.said_on = answer.on if answer else line.said_on
    elif isinstance(line, Statement):
        say(plan, _same_voice(line, suggestion.words, answer), line, actor)
    else:
        line.what = suggestion.words


def _same_voice(line: Statement, words: str, answer: PersonsAnswer | None) -> StatementCommand:
    return StatementCommand(
        kind=line.kind,
        words=words,
        whose_words=line.whose_words,
        said_on=answer.on if answer else line.said_on,
        suggested_by=line.suggested_by,
        answer=answer,
    )


def _require_fits(command: SuggestionCommand) -> None:
    longest = LONGEST.get(command.target_kind, LINE)
    if len(command.words) > longest:
        raise Invalid({"words": f"Use {longest:,} characters or fewer."})


def _refuse_twice(plan: CarePlan, suggestion: Suggestion) -> None:
    same = (suggestion.target_id, suggestion.kind, suggestion.words)
    if any(each.is_open and (each.target_id, each.kind, each.words) == same for each in plan.suggestions):
        raise Conflict("Somebody has suggested this already.")

"""Suggest and answer: in every direction, keeping whose idea it was."""

from livingwell.careplans import policy
from livingwell.careplans.actions.changing import changing, changing_plan, require_seen
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
    CAN_BE_DROPPED,
    ActorKind,
    AnsweredSuggestion,
    CarePlan,
    Consequence,
    Goal,
    GoalState,
    GoalStatus,
    HowSaid,
    LifeArea,
    Statement,
    Step,
    StepState,
    StepStatus,
    Suggestion,
    SuggestionAnswer,
    SuggestionKind,
    TargetKind,
    WhoseWords,
)
from livingwell.careplans.models.plan import PlanRow
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.core.text import LINE, LONG, require_within, require_words
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival

LONGEST = {TargetKind.STATEMENT: LONG, TargetKind.CONSEQUENCE: LONG}


@atomic()
def make_suggestion(plan: CarePlan, command: SuggestionCommand, actor: Actor) -> Suggestion:
    """Put words beside a line of the plan, for somebody else to answer. Nothing else changes yet.

    The person's own, from their side or told to a member, is kept as theirs.
    """
    with changing_plan("make_suggestion", plan.id, plan.person_id, actor, allow=policy.require_part) as plan:
        suggestion = _suggestion(plan, command, actor)
        require_seen(plan, suggestion, actor)
        _refuse_twice(plan, suggestion)
        plan.suggestions.append(suggestion)
        db.session.flush()
        note_arrival(plan.person_id, "plan.suggestion", _told(suggestion), actor, suggestion.id)
        return suggestion


def _suggestion(plan: CarePlan, command: SuggestionCommand, actor: Actor) -> Suggestion:
    suggestion = Suggestion(
        person_id=plan.person_id,
        kind=command.kind,
        target_kind=command.target_kind,
        target_id=command.target_id,
        words=command.words,
        why=command.why,
        made_on=command.said_on or today(),
        is_persons=actor.side is Side.PERSON or command.told_how is not None,
        told_how=command.told_how.value if command.told_how else "",
        answers=[],
    )
    suggestion.sign(actor)
    if command.target_kind is not TargetKind.PLAN:
        line = target_of(plan, suggestion)
        if command.kind is SuggestionKind.DROP:
            _require_can_drop(line, suggestion)
            suggestion.words = words_of(line)
        elif command.kind is not SuggestionKind.ADDITION and suggestion.words.strip() == words_of(line):
            raise Invalid({"words": "It says this already. Write how you would put it."})
    require_words(suggestion.words, "words", "Write down what you suggest.")
    _require_fits(command)
    return suggestion


def _told(suggestion: Suggestion) -> str:
    """What whoever reads it on Today is told: the words, or that a line could be left out and why."""
    return f"Leave out: {suggestion.why}" if suggestion.kind is SuggestionKind.DROP else suggestion.words


def _require_can_drop(line: PlanRow, suggestion: Suggestion) -> None:
    if suggestion.target_kind not in CAN_BE_DROPPED:
        raise Invalid({"kind": "Only a goal or a step can be left out."})
    require_words(suggestion.why, "why", "Say why this could be left out.")
    if isinstance(line, Goal | Step) and not _is_open(line):
        raise Conflict("This is not worked on any more. Look at the plan again.")


def _is_open(line: Goal | Step) -> bool:
    return line.state.is_open if isinstance(line, Step) else not line.state.is_over


def words_of(line: PlanRow) -> str:
    """What a line says."""
    return line.what if isinstance(line, Step | Consequence) else line.words


@atomic()
def accept_suggestion(
    suggestion: Suggestion,
    actor: Actor,
    answer: PersonsAnswer | None = None,
    step: StepCommand | None = None,
    why: str = "",
) -> None:
    """Apply it, keeping whose idea it was. Words that are the person's change only with the person's answer.

    What the person suggested is their answer to it already, and so is their yes from their own side. An addition to a
    goal becomes the step that is given, or else one for whoever accepts it.
    """
    answer = answer or _persons_own(suggestion, actor)
    with changing(
        "accept_suggestion",
        suggestion,
        actor,
        idea_of=suggestion.written_by,
        answer=answer,
        allow=policy.require_part,
    ) as plan:
        suggestion.take_answer(_answer(SuggestionAnswer.ACCEPTED, why), actor)
        note_arrival(plan.person_id, "plan.answer", f"Yes to a suggestion. {why}".strip(), actor, suggestion.id)
        if suggestion.kind is SuggestionKind.ADDITION:
            _add(suggestion, plan, actor, answer, step)
        elif suggestion.kind is SuggestionKind.DROP:
            _drop(suggestion, plan, actor, answer)
        else:
            _reword(suggestion, plan, actor, answer)


@atomic()
def decline_suggestion(suggestion: Suggestion, reason: str, actor: Actor) -> None:
    """Say no, and why. Whoever made it takes it back in the same way."""
    with changing("decline_suggestion", suggestion, actor, allow=policy.require_part):
        suggestion.take_answer(_answer(SuggestionAnswer.DECLINED, reason), actor)
        note_arrival(suggestion.person_id, "plan.answer", f"No to a suggestion. {reason}", actor, suggestion.id)


@atomic()
def take_to_meeting(suggestion: Suggestion, actor: Actor) -> None:
    """Leave it to the team's next meeting, where it stays open."""
    with changing("take_to_meeting", suggestion, actor):
        suggestion.take_answer(_answer(SuggestionAnswer.TAKEN_TO_MEETING), actor)


def _persons_own(suggestion: Suggestion, actor: Actor) -> PersonsAnswer | None:
    """The person's answer where nobody needs to ask for it: the suggestion is theirs, or they accept it themself."""
    if suggestion.is_persons:
        how = HowSaid(suggestion.told_how) if suggestion.told_how else HowSaid.ON_THIS_SCREEN
        return PersonsAnswer(suggestion.made_on, how, suggestion.why)
    return PersonsAnswer(today(), HowSaid.ON_THIS_SCREEN) if actor.side is Side.PERSON else None


def _answer(answer: SuggestionAnswer, reason: str = "") -> AnsweredSuggestion:
    return AnsweredSuggestion(answer=answer, reason=reason, answered_on=today())


def target_of(plan: CarePlan, suggestion: Suggestion) -> PlanRow:
    """The line that a suggestion is about. Raises Conflict where it is not in the plan any more."""
    try:
        return plan.line(suggestion.target_kind, suggestion.target_id)
    except NotFound:
        raise Conflict("The line that this is about is not in the plan any more. Decline it, saying so.")


def _add(
    suggestion: Suggestion, plan: CarePlan, actor: Actor, answer: PersonsAnswer | None, step: StepCommand | None
) -> None:
    if suggestion.target_kind is TargetKind.PLAN:
        add_goal(
            plan,
            GoalCommand(
                words=suggestion.words,
                whose_words=WhoseWords.PERSON if suggestion.is_persons else WhoseWords.SUGGESTED,
                suggested_by="" if suggestion.is_persons else suggestion.written_by,
                said_on=suggestion.made_on,
                life_area=LifeArea.OTHER,
                answer=answer,
            ),
            actor,
        )
        return
    goal = target_of(plan, suggestion)
    assert isinstance(goal, Goal)  # noqa: S101  the table's own rule: additions go to the plan or to a goal
    add_step_to(goal, step or _step_for(suggestion, actor), actor)


def _step_for(suggestion: Suggestion, actor: Actor) -> StepCommand:
    if suggestion.is_persons or actor.side is Side.PERSON:
        return StepCommand(suggestion.words, ActorKind.PERSON)
    return StepCommand(suggestion.words, ActorKind.MEMBER, done_by_id=actor.account_id)


def _drop(suggestion: Suggestion, plan: CarePlan, actor: Actor, answer: PersonsAnswer | None) -> None:
    """Let a goal go, or say that a step isn't needed: it stays readable, with whose idea it was and why."""
    line = target_of(plan, suggestion)
    if isinstance(line, Goal):
        line.require_answer(answer is not None)
        goes = GoalStatus(state=GoalState.LET_GO, why=suggestion.why, since_on=today())
        goes.sign(actor)
        line.move_to(goes)
    elif isinstance(line, Step):
        ends = StepStatus(state=StepState.DROPPED, why=suggestion.why, since_on=today())
        ends.sign(actor)
        line.move_to(ends)


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
    require_within(command.words, LONGEST.get(command.target_kind, LINE), "words")


def _refuse_twice(plan: CarePlan, suggestion: Suggestion) -> None:
    same = (suggestion.target_id, suggestion.kind, suggestion.words)
    if any(each.is_open and (each.target_id, each.kind, each.words) == same for each in plan.suggestions):
        raise Conflict("Somebody has suggested this already.")

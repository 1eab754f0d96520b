"""The paper pack: the plan, the passport and every question of the portal, for somebody who takes part without it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from livingwell.careplans.models import ActorKind, GoalState, StepState, Suggestion, SuggestionKind
from livingwell.careplans.models.seen import HeldPlace, SeenPlan
from livingwell.careplans.models.snapshot import GoalLine, Snapshot, StatementLine, StepLine
from livingwell.careplans.presenters.statements import all_said
from livingwell.contacts.wording.booklet import Booklet, Choice, Part, Room, rating
from livingwell.portal.dates import long_date, short_date
from livingwell.portal.presenters.onward import OwnOnward, OwnOption


@dataclass(frozen=True)
class Written:
    """A heading of the passport and what the person wrote under it, "" for nothing yet."""

    heading: str
    words: str


@dataclass(frozen=True)
class PackFacts:
    """What the pack is made from. `plan` is as the person sees it; none before there is one. `onward`: where next."""

    name: str
    key_worker: str
    plan: SeenPlan | None
    passport: tuple[Written, ...]
    too_much: str
    printed_on: date
    onward: OwnOnward


def pack_of(facts: PackFacts) -> Booklet:
    """The whole pack, in the person's own voice."""
    return Booklet(_("My plan and my answers"), _lead(facts), tuple(_parts(facts)))


def _lead(facts: PackFacts) -> str:
    ask = _("You can tell us instead. Ask %(worker)s, or anybody in your team.", worker=facts.key_worker)
    return "\n\n".join(
        (
            facts.name,
            _("These pages are yours. Write on them, draw on them, or leave them empty."),
            ask if facts.key_worker else _("You can tell us instead. Ask anybody in your team."),
            _("Give us the pages when you are ready. Your team reads them. They put your answers in your plan."),
            _("If it can’t wait, please don’t write it here. The last page says what to do."),
            _("Printed on %(day)s", day=long_date(facts.printed_on)),
        )
    )


def _parts(facts: PackFacts) -> Iterator[Part]:
    plan = facts.plan.snapshot if facts.plan else Snapshot()
    yield from _about_me(plan.statements, facts.name)
    yield from _goals(plan.goals)
    yield from _suggestions(facts.plan.suggestions if facts.plan else ())
    yield _is_it_right(facts.plan.held if facts.plan else ())
    yield from _onward(facts.onward)
    yield _the_meeting()
    yield from _passport(facts.passport)
    yield Part(_("Who wrote this"), asked=(Room(_("Did somebody help you? Who?"), 1), Room(_("The day"), 1)))
    yield Part(_("If things get too much"), facts.too_much or _("If your life is in danger, call 999."))


def _about_me(statements: Iterable[StatementLine], name: str) -> Iterator[Part]:
    said = all_said(statements, name)
    for heading, one in (
        (_("What matters to me"), said.matters),
        (_("What I am good at"), said.good_at),
        (_("Where I want to get to"), said.where_next),
    ):
        yield Part(heading, one.words) if one else Part(heading, asked=(Room(heading),))
    yield Part(_("What I need"), _points(each.words for each in said.needs), (Room(_("What else do you need?"), 3),))


def _goals(goals: Iterable[GoalLine]) -> Iterator[Part]:
    yield Part(_("My goals"), starts_page=True)
    for goal in goals:
        if not GoalState(goal.state).is_over:
            yield Part(goal.words, "\n\n".join(_about_goal(goal)), _asked_of(goal), level=3)
    yield Part(_("Something new"), asked=(Room(_("A goal or a step of your own")),))


def _about_goal(goal: GoalLine) -> Iterator[str]:
    if goal.why_it_matters:
        yield _("Why: %(why)s", why=goal.why_it_matters)
    if goal.ratings:
        last = goal.ratings[-1]
        yield _("Last time the number was %(number)s, on %(day)s.", number=last.value, day=short_date(last.on))
    steps = [step for step in goal.steps if StepState(step.state).is_open]
    if steps:
        yield _("Steps:")
        yield _points(_step(step) for step in steps)


def _step(step: StepLine) -> str:
    who = _("Me") if step.actor_kind == ActorKind.PERSON else step.done_by
    with_whom = _("with %(name)s", name=step.with_whom) if step.with_whom else ""
    when = step.by_words or (_("by %(day)s", day=short_date(step.by_on)) if step.by_on else "")
    told = ", ".join(each for each in (who, with_whom, when) if each)
    return f"{step.what} ({told})" if told else step.what


def _asked_of(goal: GoalLine) -> tuple[Room | Choice, ...]:
    if GoalState(goal.state) is GoalState.SUGGESTED:
        answers = (_("Yes"), _("No"), _("Yes, but in other words"))
        return (Choice(_("Your team suggests this goal. What do you say?"), answers), Room(_("Why? Which words?"), 3))
    return (
        rating(_("Where are you with it today? 0 is not at all. 10 is all the way.")),
        Room(_("What got in the way? What would help?"), 3),
    )


def _suggestions(suggestions: Iterable[Suggestion]) -> Iterator[Part]:
    """What the team would change, each to be answered."""
    waiting = [each for each in suggestions if each.is_open and not each.is_persons]
    if waiting:
        yield Part(_("What your team suggests"))
    for each in waiting:
        drop = _("We could leave this out: %(words)s", words=each.words)
        words = [drop if each.kind is SuggestionKind.DROP else each.words]
        words += [_("Why: %(why)s", why=each.why)] if each.why else []
        answers = (_("Yes"), _("No"))
        asked = (Choice(_("What do you say?"), answers), Room(_("Why?"), 2))
        yield Part(each.written_by, "\n\n".join(words), asked, level=3)


def _is_it_right(held: Iterable[HeldPlace]) -> Part:
    answers = (_("Yes"), _("No"), _("I can’t say yet"))
    asked = (Choice(_("Is this plan right for you?"), answers), Room(_("What isn’t right?")))
    asks = dict.fromkeys(each.ask for each in held)
    told = [_("We keep something back from this plan for now. You can ask %(who)s about it.", who=who) for who in asks]
    return Part(_("Is this plan right?"), "\n\n".join(told), asked)


def _onward(onward: OwnOnward) -> Iterator[Part]:
    """What the person hopes for after the support, and what they say to each option."""
    said = _points(hope.words for hope in onward.hopes)
    yield Part(_("Where next, after our support"), said, (Room(_("What do you hope for, after our support?")),))
    for option in onward.options:
        answers = (_("Yes, I choose this"), _("Not now"), _("No"))
        asked = (
            Room(_("What would be good about it?"), 2),
            Room(_("What would be hard about it?"), 2),
            Choice(_("What do you say? Only you choose."), answers),
        )
        yield Part(option.name, "\n\n".join(_about_option(option)), asked, level=3)
    yield Part(_("Something else"), asked=(Room(_("What else could you do?")), Room(_("What would you like most?"), 1)))


def _about_option(option: OwnOption) -> Iterator[str]:
    yield from (each for each in (option.what, option.answer) if each)
    for heading, lines in (
        (_("What is good about it"), option.good),
        (_("What is hard about it"), option.hard),
        (_("What it could change in your life"), option.could_mean),
    ):
        if lines:
            yield f"{heading}\n{_points(line.words for line in lines)}"


def _the_meeting() -> Part:
    coming = (_("I will come"), _("I send these words"), _("Somebody speaks for me"), _("Not this time"))
    return Part(
        _("When the team talks about me"),
        asked=(
            Room(_("What should we talk about?")),
            Room(_("What should we leave alone?"), 3),
            Room(_("Who should be there?"), 2),
            Choice(_("Will you come?"), coming),
        ),
    )


def _passport(written: Iterable[Written]) -> Iterator[Part]:
    yield Part(_("My passport"), _("This is not a medical record. You can leave out any part."), starts_page=True)
    for each in written:
        yield Part(each.heading, each.words, () if each.words else (Room(_("What would you like to say?")),), level=3)


def _points(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)

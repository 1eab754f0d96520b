"""How the person's side says what the plan holds: states, numbers, who does what."""

from collections.abc import Sequence

from flask_babel import lazy_gettext

from livingwell.careplans.models import ActorKind, ConsequenceArea, GoalState, LifeArea, StepState, WhoseWords
from livingwell.careplans.models.snapshot import GoalLine, RatingLine, StatementLine, StepLine
from livingwell.portal.dates import long_date, short_date
from livingwell.portal.saying import gettext as _

GOAL_STATES = {
    GoalState.SUGGESTED: lazy_gettext("An idea for you. Say yes or no."),
    GoalState.AGREED: lazy_gettext("Agreed. Not begun yet."),
    GoalState.IN_PROGRESS: lazy_gettext("Going on"),
    GoalState.REACHED: lazy_gettext("You got there"),
    GoalState.CHANGED: lazy_gettext("Changed into another goal"),
    GoalState.NOT_NOW: lazy_gettext("Not now"),
    GoalState.LET_GO: lazy_gettext("Left out"),
}
STEP_STATES = {
    StepState.PLANNED: lazy_gettext("To do"),
    StepState.UNDER_WAY: lazy_gettext("Begun"),
    StepState.DONE: lazy_gettext("Done"),
    StepState.NOT_DONE: lazy_gettext("It did not happen"),
    StepState.DROPPED: lazy_gettext("Left out"),
}
AREAS = {
    ConsequenceArea.INSURANCE: lazy_gettext("Insurance"),
    ConsequenceArea.TRAVEL: lazy_gettext("Travel"),
    ConsequenceArea.DRIVING: lazy_gettext("Driving"),
    ConsequenceArea.BENEFITS: lazy_gettext("Benefits"),
    ConsequenceArea.WORK: lazy_gettext("Work"),
    ConsequenceArea.FAMILY: lazy_gettext("Family"),
    ConsequenceArea.OTHER: lazy_gettext("Something else"),
}
LIFE_AREAS = {
    LifeArea.HOME: lazy_gettext("home"),
    LifeArea.HEALTH: lazy_gettext("body, sleep and health"),
    LifeArea.MIND: lazy_gettext("mind and feelings"),
    LifeArea.PEOPLE: lazy_gettext("people in my life"),
    LifeArea.WORK: lazy_gettext("work and learning"),
    LifeArea.MONEY: lazy_gettext("money"),
    LifeArea.OUT: lazy_gettext("getting out and about"),
    LifeArea.DAYS: lazy_gettext("day to day"),
    LifeArea.ENJOYMENT: lazy_gettext("things I enjoy"),
    LifeArea.OTHER: lazy_gettext("something else"),
}


def whose(line: StatementLine | GoalLine) -> str:
    """Whose words a line is in, and since when: "Your words, 21 April 2026"."""
    day = long_date(line.said_on)
    if line.whose_words == WhoseWords.PERSON:
        return _("Your words, %(day)s", day=day)
    if line.whose_words == WhoseWords.TOGETHER:
        return _("We wrote this together, %(day)s", day=day)
    return _("Suggested by %(who)s, %(day)s", who=line.suggested_by or _("your team"), day=day)


def who_does(step: StepLine, name: str) -> str:
    """Who does a step: "You, with Jo"."""
    who = _("You") if step.actor_kind == ActorKind.PERSON else step.done_by
    if not step.with_whom:
        return who
    other = _("you") if step.with_whom == name else step.with_whom
    return _("%(who)s, with %(other)s", who=who, other=other)


def facts_of(goal: GoalLine) -> tuple[str, ...]:
    """What else the plan says of a goal: how much it matters, the part of life, the need that it answers."""
    told = (
        _("You said that it matters %(count)s out of 10.", count=goal.importance) if goal.importance else "",
        _("Part of life: %(area)s", area=LIFE_AREAS[LifeArea(goal.life_area)]),
        _("It is about what you need: %(need)s", need=goal.need) if goal.need else "",
    )
    return tuple(each for each in told if each)


def how_sure(step: StepLine) -> str:
    """How sure the person is of a step."""
    return _("You said that you are %(count)s out of 10 sure.", count=step.confidence) if step.confidence else ""


def moved(ratings: Sequence[RatingLine]) -> str:
    """How the number moved since the first. It is told, and never judged."""
    if len(ratings) < 2:
        return ""
    by, since = ratings[-1].value - ratings[0].value, short_date(ratings[0].on)
    if by == 0:
        return _("The same as on %(day)s.", day=since)
    if by > 0:
        return _("Up %(count)s since %(day)s.", count=by, day=since)
    return _("Down %(count)s since %(day)s.", count=-by, day=since)


def last_said(ratings: Sequence[RatingLine]) -> str:
    """On 4 June you said 5."""
    if not ratings:
        return ""
    return _("On %(day)s you said %(number)s.", day=short_date(ratings[-1].on), number=ratings[-1].value)

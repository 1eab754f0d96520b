"""What the person last said about the plan as a whole, and what changed since."""

from dataclasses import dataclass

from livingwell.careplans.models import Agreement, Answer, PlanVersion
from livingwell.careplans.models.seen import SeenPlan
from livingwell.portal.dates import long_date
from livingwell.portal.presenters.plan_changes import Change, changes_in
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class MyAnswer:
    """`said` is the last answer, in a sentence; `words` the person's own. `asks`: the question is open."""

    said: str
    words: str
    changes: tuple[Change, ...]
    asks: bool


@dataclass(frozen=True)
class MyVersion:
    """One numbered version, and each answer to it."""

    number: int
    made: str
    answers: tuple[tuple[str, str], ...]


def my_answer(seen: SeenPlan) -> MyAnswer:
    """How the plan stands with the person."""
    standing = seen.standing
    answer = standing.answer or standing.yes
    said = said_in(answer) if answer else _("You have not said yet if this plan is right for you.")
    words = own_words(answer) if answer else ""
    return MyAnswer(said, words, changes_in(standing.changes, seen.snapshot), not standing.is_settled)


def my_version(version: PlanVersion) -> MyVersion:
    """A version in the list of all."""
    answers = tuple((said_in(each), own_words(each)) for each in version.agreements)
    return MyVersion(version.number, long_date(version.made_on), answers)


def said_in(answer: Agreement) -> str:
    """You said yes on 3 May 2026."""
    day = long_date(answer.answered_on)
    if answer.answer is Answer.YES:
        return _("You said yes on %(day)s.", day=day)
    if answer.answer is Answer.NO:
        return _("You said on %(day)s that something isn’t right.", day=day)
    if answer.is_not_yet:
        return _("You said not yet on %(day)s.", day=day)
    return _("On %(day)s it was not the time to ask you.", day=day)


def own_words(answer: Agreement) -> str:
    """What the person said with it. Why nobody could ask is the team's own note, and not shown."""
    is_theirs = answer.answer is not Answer.COULD_NOT_ASK or answer.is_not_yet
    return answer.words or answer.not_right if is_theirs else ""

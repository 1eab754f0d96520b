"""The person's private goals, on their own page."""

from dataclasses import dataclass

from livingwell.careplans.models import PrivateGoal
from livingwell.core.clock import in_london
from livingwell.portal.dates import long_date
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class OwnGoal:
    """One of them. `shared` says when, or nothing."""

    id: str
    words: str
    notes: str
    shared: str


def own_goal(goal: PrivateGoal) -> OwnGoal:
    """A goal as its owner sees it."""
    day = long_date(in_london(goal.shared_at).date()) if goal.shared_at else ""
    return OwnGoal(str(goal.id), goal.words, goal.notes, _("You shared this on %(day)s.", day=day) if day else "")

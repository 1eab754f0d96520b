"""Decisions, and what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from livingwell.core.clock import in_london
from livingwell.core.dates import in_days, long_date, short_date
from livingwell.discussions.models import Closing, Decision, FollowThrough, Outcome

KINDS = {
    Outcome.DONE: "done",
    Outcome.PARTLY: "half",
    Outcome.NOT_DONE: "not_done",
    Outcome.CHANGED: "half",
}


@dataclass(frozen=True)
class DecisionCard:
    """One decision, with its person and date."""

    id: UUID
    what: str
    who: str
    by: str
    changes: str
    why: str
    warning: str
    can_be_struck: bool


def decision_card(
    decision: Decision,
    preferred_name: str,
    plan_lines: Mapping[UUID, str],
    closing: Closing | None,
    viewer_id: UUID | None,
) -> DecisionCard:
    """A decision of the discussion at hand."""
    line = decision.step_id or decision.goal_id
    warnings = [
        "Decided over an open challenge." if decision.is_over_open_challenge else "",
        "Added after the discussion closed." if closing and decision.created_at > closing.created_at else "",
    ]
    return DecisionCard(
        id=decision.id,
        what=decision.what,
        who=decision.who(preferred_name),
        by=long_date(decision.by_on),
        changes=plan_lines.get(line, "A line of the plan") if line else "",
        why=decision.why or "Nobody has written down why.",
        warning=" ".join(filter(None, warnings)),
        can_be_struck=decision.written_by_id == viewer_id and not decision.turns_away,
    )


@dataclass(frozen=True)
class FollowRow:
    """One earlier decision and what became of it. `is_asked`: the meeting asks.

    `own_answer_id` is the last answer, where it is the viewer's own to strike out.
    """

    id: UUID
    person_id: UUID
    person: str
    what: str
    who_and_by: str
    kind: str
    outcome: str
    why: str
    is_asked: bool
    late: str
    own_answer_id: UUID | None


def follow_row(
    decision: Decision,
    said: Sequence[FollowThrough],
    person: str,
    preferred_name: str,
    day: date,
    since: datetime | None,
    viewer_id: UUID | None,
) -> FollowRow:
    """What was decided, and the last thing that was said of it; asked again where that was long ago or not yet."""
    is_asked = decision.is_asked_at(since)
    last = said[-1] if said else None
    return FollowRow(
        id=decision.id,
        person_id=decision.person_id,
        person=person,
        what=decision.what,
        who_and_by=f"{decision.who(preferred_name)}, by {short_date(decision.by_on)}",
        kind=KINDS[last.outcome] if last and not is_asked else "",
        outcome=last.outcome.label if last and not is_asked else "",
        why=_why(decision, last, is_asked=is_asked) if last else "",
        is_asked=is_asked,
        late=late_words(decision, day),
        own_answer_id=last.id if last and last.answered_by_id == viewer_id else None,
    )


def late_words(decision: Decision, day: date) -> str:
    """Late by 3 days"""
    return f"Late by {in_days((day - decision.by_on).days)}" if decision.is_overdue(day) else ""


def _why(decision: Decision, last: FollowThrough, *, is_asked: bool) -> str:
    """What was said last, when, and by whom where a colleague said it; with the outcome where it is asked again."""
    on = short_date(in_london(last.created_at).date())
    by = f"{last.answered_by.name}, {on}" if last.answered_by_id != decision.member_id else on
    outcome = f"{last.outcome.label}: " if is_asked else ""
    return f"{outcome}{last.why} ({by})"

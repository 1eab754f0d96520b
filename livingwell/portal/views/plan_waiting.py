"""What of the plan waits for the person, at home."""

from collections.abc import Iterator
from datetime import timedelta

from flask import url_for

from livingwell.careplans.models import Answer, Suggestion, SuggestionAnswer
from livingwell.careplans.models.seen import SeenPlan
from livingwell.core.clock import now
from livingwell.people.models import Person
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.around import around
from livingwell.portal.views.plan_finding import seen_plan
from livingwell.portal.waiting import Waiting, waits

SHOWN_FOR = timedelta(days=14)
"""So long the team's answer to an idea of the person's stands at home. It stays on the page of ideas."""


@waits
def plan_waiting(person: Person) -> Iterator[Waiting]:
    """The team's suggestions, its answers to the person's own, and the question whether the plan is right.

    Once no team supports them, nothing more is asked: what was answered stays to be read.
    """
    found = seen_plan(person)
    if found is None:
        return
    is_supported = bool(around(person.id))
    for each in found.suggestions:
        yield from _suggested(each, is_supported)
    if is_supported:
        yield from _asked(found)


def _suggested(suggestion: Suggestion, is_supported: bool) -> Iterator[Waiting]:
    if is_supported and suggestion.is_open and not suggestion.is_persons:
        title = _("%(who)s has an idea for your plan", who=suggestion.written_by)
        href = url_for("portal.answer_idea", suggestion_id=suggestion.id)
        yield Waiting(title, _("Say yes or no. There is no rush."), href, suggestion.created_at)
    answer = suggestion.answer
    if suggestion.is_persons and answer and answer.created_at > now() - SHOWN_FOR:
        href = url_for("portal.list_ideas", _anchor=f"idea-{suggestion.id}")
        yield Waiting(_answered(answer.answer, answer.written_by), _("Read the answer."), href, answer.created_at)


def _answered(answer: SuggestionAnswer, who: str) -> str:
    if answer is SuggestionAnswer.TAKEN_TO_MEETING:
        return _("%(who)s takes your idea to the team meeting", who=who)
    return _("%(who)s answered your idea", who=who)


def _asked(found: SeenPlan) -> Iterator[Waiting]:
    """Once the team has asked: a version that nobody answered, or what changed since the last yes."""
    standing = found.standing
    answer = standing.answer
    has_said_what = answer is not None and answer.answer is Answer.NO and bool(standing.not_right)
    if standing.latest and (answer is None or standing.changes) and not has_said_what:
        title = _("Is your plan right for you?")
        href = url_for("portal.answer_plan")
        yield Waiting(title, _("Say yes, no, or not yet."), href, standing.latest.created_at)

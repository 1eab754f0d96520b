"""What the person says about one line: other words for it, that it isn't right, anything at all, or to leave it out."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.actions import words_of
from livingwell.careplans.commands import LineNo
from livingwell.careplans.models import CAN_BE_DROPPED, TargetKind
from livingwell.core.errors import Conflict, NotFound
from livingwell.drafts.kept import draft_of
from livingwell.people.actions.commenting import comment_on, take_comment_back
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.plan import (
    CommentForm,
    LeaveOutForm,
    LongSuggestionForm,
    NotRightForm,
    SuggestionForm,
)
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.plan_finding import line_of, plan_of
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

LINE = "/my/plan/lines/<target_kind>/<uuid:target_id>"
LONG_LINES = (TargetKind.STATEMENT, TargetKind.CONSEQUENCE)


@portal.get(LINE)
@own_door
def show_line(person: Person, target_kind: str, target_id: UUID) -> Any:
    """One line, and what can be said about it."""
    kind, line = line_of(plan_of(person), target_kind, target_id)
    return page(
        "portal/plan/show_line.html", words=words_of(line), kind=kind, id=target_id, can_drop=kind in CAN_BE_DROPPED
    )


@portal.route(f"{LINE}/words", methods=["GET", "POST"])
@own_door
def suggest_words(person: Person, target_kind: str, target_id: UUID) -> Any:
    """Other words for it."""
    plan = plan_of(person)
    kind, line = line_of(plan, target_kind, target_id)
    words = words_of(line)
    form = LongSuggestionForm(words=words) if kind in LONG_LINES else SuggestionForm(words=words)
    draft = draft_of(form, "my_words", person.id, target_id)
    if saved(form, draft, lambda: actions.make_suggestion(plan, form.rewording(kind, target_id), current_actor())):
        return _sent()
    return form_page("portal/plan/suggest_words.html", form, draft, words=words, kind=kind, id=target_id)


@portal.route(f"{LINE}/leave-out", methods=["GET", "POST"])
@own_door
def suggest_leaving_out(person: Person, target_kind: str, target_id: UUID) -> Any:
    """A goal or a step that the plan could do without."""
    plan = plan_of(person)
    kind, line = line_of(plan, target_kind, target_id)
    if kind not in CAN_BE_DROPPED:
        raise NotFound
    words = words_of(line)
    form = LeaveOutForm()
    draft = draft_of(form, "my_leaving_out", person.id, target_id)
    if saved(form, draft, lambda: actions.make_suggestion(plan, form.command(kind, target_id), current_actor())):
        return _sent()
    return form_page("portal/plan/leave_out.html", form, draft, words=words, kind=kind, id=target_id)


@portal.route(f"{LINE}/not-right", methods=["GET", "POST"])
@own_door
def say_not_right(person: Person, target_kind: str, target_id: UUID) -> Any:
    """No to this one line, and why."""
    plan = plan_of(person)
    kind, line = line_of(plan, target_kind, target_id)
    words = words_of(line)
    form = NotRightForm(seen=words)
    draft = draft_of(form, "my_not_right", person.id, target_id)

    def say() -> object:
        if form.seen.data != words:
            raise Conflict("The line was changed while it was read.")
        return actions.say_no_to_line(person, plan, LineNo(kind, target_id, form.why.data), current_actor())

    if saved(form, draft, say):
        return see("portal.show_plan", said=_("Your no is saved, with why. Your team reads it."), anchor="answer")
    form.seen.data = words
    return form_page("portal/plan/not_right.html", form, draft, words=words, kind=kind, id=target_id)


@portal.route(f"{LINE}/comment", methods=["GET", "POST"])
@own_door
def comment_on_line(person: Person, target_kind: str, target_id: UUID) -> Any:
    """The person's own words beside it."""
    kind, line = line_of(plan_of(person), target_kind, target_id)
    words = words_of(line)
    form = CommentForm()
    draft = draft_of(form, "my_comment", person.id, target_id)
    if saved(form, draft, lambda: comment_on(person.id, kind.value, target_id, form.words.data, current_actor())):
        return see("portal.show_plan", said=_("Your words stand beside it now."))
    return form_page("portal/plan/comment.html", form, draft, words=words, kind=kind, id=target_id)


@portal.post("/my/comments/<uuid:comment_id>/removal")
@own_door
def take_back_comment(person: Person, comment_id: UUID) -> Any:
    """Take one's own words away from beside a line."""
    take_comment_back(person.id, comment_id, current_actor())
    return see("portal.show_plan", said=_("Your words don’t stand there any more."))


def _sent() -> Any:
    return see("portal.list_ideas", said=_("Your idea is with your team. They will answer."))

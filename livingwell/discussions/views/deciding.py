"""What is sent from the decisions, and what became of earlier ones."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.audit import record_read
from livingwell.core.clock import today
from livingwell.core.errors import Invalid
from livingwell.discussions.actions.deciding import answer_decision, decide, decide_no_change, require_open_outcome
from livingwell.discussions.forms.decision import AnswerForm, DecisionForm
from livingwell.discussions.forms.the_round import ReasonForm
from livingwell.discussions.policy import account_of
from livingwell.discussions.presenters.decisions import follow_row
from livingwell.discussions.presenters.meetings import when_words
from livingwell.discussions.presenters.screen import plan_line_choices
from livingwell.discussions.queries.decisions import (
    MOST_SHOWN,
    answers_to,
    decision,
    decisions_asked_at,
    open_decisions,
    open_decisions_of,
)
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.meetings import meeting, meeting_before, members
from livingwell.discussions.queries.plan import plan_beside
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.discussion import Refused, show_screen
from livingwell.discussions.views.the_round import ADDRESS, back
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see


@discussions.post(f"{ADDRESS}/decisions")
@door(Permission.DISCUSS)
def new_decision(person: Person, discussion_id: UUID) -> Any:
    """Decide something."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    plan = plan_beside(person.id)
    form = DecisionForm(prefix="decision")
    choices = plan_line_choices(plan.goals, plan.steps)
    form.offer(members(here.meeting.team_id), person.preferred_name, account_of(actor), choices)
    draft = draft_of(form, "decision", person.id, discussion_id)
    if form.validate():
        try:
            draft.save(decide, here, form.command(), actor)
            return back(person, discussion_id, "decide")
        except Invalid as error:
            form.refuse(error)
    return show_screen(person, discussion_id, Refused("decision", form))


@discussions.post(f"{ADDRESS}/no-change")
@door(Permission.DISCUSS)
def say_no_change(person: Person, discussion_id: UUID) -> Any:
    """The outcome is that nothing changes, because …"""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    form = ReasonForm(prefix="no-change")
    if not form.validate():
        require_open_outcome(here)  # else the screen has no such form any more: the answer gives the words back
        return show_screen(person, discussion_id, Refused("no_change", form))
    once(decide_no_change, here, form.reason.data, actor)
    return back(person, discussion_id, "decide")


@discussions.route("/people/<uuid:person_id>/decisions/<uuid:decision_id>/answer", methods=["GET", "POST"])
@door(Permission.DISCUSS)
def answer_one_decision(person: Person, decision_id: UUID) -> Any:
    """What became of a decision: done, partly, not done, changed, with why."""
    actor = current_actor()
    asked = decision(actor, person.id, decision_id)
    form = AnswerForm()
    if form.validate_on_submit():
        once(answer_decision, asked, form.command(), actor)
        return _back_to_where_it_was_asked(person, asked.id)
    said = answers_to([decision_id])[decision_id]
    row = follow_row(asked, said, person.name, person.preferred_name, today(), None, actor.account_id)
    return page(
        "discussions/answer_decision.html",
        form=form,
        row=row,
        said=said,
        carried={name: request.values.get(name, "") for name in ("meeting", "discussion")},
        status=422 if form.errors else 200,
    )


@discussions.get("/meetings/<uuid:meeting_id>/follow-through")
@needs(Permission.SEE_MEETINGS)
def list_unanswered(meeting_id: UUID) -> Any:
    """The meeting's opening: every decision that nobody has answered, also about people not on its agenda."""
    actor = current_actor()
    held = meeting(actor, meeting_id)
    before = meeting_before(held)
    since = before.was_over_at if before else None
    found = decisions_asked_at(actor, held, since)
    said = answers_to([each.id for each in found])
    rows = [
        follow_row(
            each, said.get(each.id, []), each.person.name, each.person.preferred_name, today(), since, actor.account_id
        )
        for each in found
    ]
    record_read("list_unanswered", actor, shown={row.person_id for row in rows})
    return page("discussions/list_unanswered.html", meeting=held, when=when_words(held), rows=rows, most=MOST_SHOWN)


@discussions.get("/decisions")
@needs(Permission.SEE_MEETINGS)
def list_decisions() -> Any:
    """The open decisions of my teams, overdue first; or only mine."""
    actor = current_actor()
    is_mine = "mine" in request.args
    found = open_decisions_of(actor, actor.account_id) if is_mine else open_decisions(actor, actor.team_ids)
    said = answers_to([each.id for each in found])
    rows = [
        follow_row(
            each, said.get(each.id, []), each.person.name, each.person.preferred_name, today(), None, actor.account_id
        )
        for each in found
    ]
    record_read("list_decisions", actor, shown={row.person_id for row in rows})
    return page("discussions/list_decisions.html", rows=rows, is_mine=is_mine, most=0 if is_mine else MOST_SHOWN)


def _back_to_where_it_was_asked(person: Person, decision_id: UUID) -> Any:
    """To the meeting's opening, the discussion or the list of decisions, as the form says it was asked there."""
    meeting_id, discussion_id = (_id_sent(name) for name in ("meeting", "discussion"))
    if discussion_id:
        return back(person, discussion_id, f"follow-through-{decision_id}")
    if meeting_id:
        return see("discussions.list_unanswered", meeting_id=meeting_id, said="Thank you, it is written down")
    return see("discussions.list_decisions", said="Thank you, it is written down")


def _id_sent(name: str) -> UUID | None:
    try:
        return UUID(request.form.get(name, ""))
    except ValueError:
        return None

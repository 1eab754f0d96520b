"""My meetings: what I would like said before one, and asking for one."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.errors import NotFound
from livingwell.discussions.actions.agenda import ask_for_discussion
from livingwell.discussions.actions.taking_part import say_own_part, say_way, say_who_there, take_part_back
from livingwell.discussions.models import OwnDiscussion, OwnState
from livingwell.discussions.queries.lines import line_in_their_words, lines, own_lines
from livingwell.discussions.queries.own import own_discussion, own_discussions, own_requests, own_team, own_teams
from livingwell.discussions.queries.taking_part import wishes
from livingwell.drafts.kept import draft_of, once
from livingwell.passports.queries.passport import lines_now
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.meeting import AskForm, OwnWordsForm, WayForm
from livingwell.portal.presenters.meeting import ahead_of, own_words, requested, rows_of
from livingwell.portal.questions import PARTS, WAY, WHO_THERE, Question, questions
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.meeting_answer import show_answer
from livingwell.web.guards import READS, current_actor
from livingwell.web.page import page, see

MEETING = "/my/meetings/<uuid:discussion_id>"


@portal.get("/my/meetings")
@own_door
def list_meetings(person: Person) -> Any:
    """Every meeting about me that I know of: what is to come, and what was said."""
    coming, others = rows_of(own_discussions(person.id))
    asked = requested(own_requests(person.id, current_actor().account_id))
    return page(
        "portal/meeting/list_meetings.html", coming=coming, others=others, asked=asked, teams=own_teams(person.id)
    )


@portal.get(MEETING)
@own_door
def show_meeting(person: Person, discussion_id: UUID) -> Any:
    """Before it, what the team asks and what I say; after it, the answer."""
    own = own_discussion(person.id, discussion_id)
    if own.state is OwnState.ANSWERED:
        return show_answer(own)
    shown = ahead_of(own, lines([discussion_id]), wishes([discussion_id])[discussion_id])
    if own.state is not OwnState.COMING:
        [row] = rows_of([own])[1]
        return page("portal/meeting/show_waiting.html", row=row, sent=shown.answered, is_begun=own.is_begun)
    return page("portal/meeting/show_ahead.html", ahead=shown)


@portal.route(f"{MEETING}/say/<string:question_key>", methods=["GET", "POST"])
@own_door
def answer_beforehand(person: Person, discussion_id: UUID, question_key: str) -> Any:
    """One question. Empty takes an earlier answer back. Once the team has begun, it says why there is none."""
    own = own_discussion(person.id, discussion_id)
    question = next((each for each in questions() if each.key == question_key), None)
    if question is None:
        raise NotFound
    form = _form(own, question)
    draft = draft_of(form, "own_meeting", person.id, discussion_id, question.key)
    if own.is_begun and request.method in READS:
        unsent = form.words.data if draft.kept_at and question.key != WAY else ""
        return page("portal/meeting/too_late.html", question=question, own_id=discussion_id, unsent=unsent)
    if saved(form, draft, lambda: _say(own, question, form)):
        return see("portal.show_meeting", said=_("Saved."), discussion_id=discussion_id, anchor=question.key)
    if form.is_in_conflict:
        form.form_errors[:] = [_why_not(person, discussion_id)]
    return form_page("portal/meeting/answer_beforehand.html", form, draft, question=question, own_id=discussion_id)


@portal.post(f"{MEETING}/lines/<uuid:own_line_id>/<string:question_key>/taking-back")
@own_door
def take_own_part_back(person: Person, discussion_id: UUID, own_line_id: UUID, question_key: str) -> Any:
    """I do not say this, or not any more: one answer that a member wrote down for me. Their others stand."""
    own = own_discussion(person.id, discussion_id)
    line, part = line_in_their_words(discussion_id, own_line_id), PARTS.get(question_key)
    if part is None or not line.part(part):
        raise NotFound
    once(take_part_back, own.discussion, line, part, current_actor())
    return see("portal.show_meeting", said=_("Taken back."), discussion_id=discussion_id, anchor=question_key)


@portal.route("/my/teams/<uuid:team_id>/asking", methods=["GET", "POST"])
@own_door
def ask_to_be_talked_about(person: Person, team_id: UUID) -> Any:
    """Ask a team of mine to talk about me."""
    team, actor = own_team(person.id, team_id), current_actor()
    form = AskForm()
    draft = draft_of(form, "own_asking", person.id, team_id)
    if saved(form, draft, lambda: ask_for_discussion(person.id, team_id, actor.name, form.words.data, actor)):
        return see("portal.list_meetings", said=_("Sent. The next meeting looks at it."))
    return form_page("portal/meeting/ask.html", form, draft, team=team.name)


def _why_not(person: Person, discussion_id: UUID) -> str:
    """Why an answer can't be taken any more, as it stands now."""
    if own_discussion(person.id, discussion_id).is_begun:
        return _("The team has begun to talk, so this can’t change now. Send it as a message instead.")
    return _("The team will not talk about you at this meeting now. Send it as a message instead.")


def _form(own: OwnDiscussion, question: Question) -> Any:
    """The question's form, with what stands as the answer."""
    discussion_id = own.discussion.id
    standing = wishes([discussion_id])[discussion_id]
    if question.key == WAY:
        way = standing.way
        form: Any = WayForm(data={"way": way.way, "speaker": way.speaker} if way else None)
    elif question.key == WHO_THERE:
        form = OwnWordsForm(data={"words": standing.who_there.who_there if standing.who_there else ""})
        form.offer_lines(())
    else:
        form = OwnWordsForm(data={"words": own_words(own_lines(discussion_id), PARTS[question.key])})
        form.offer_lines(lines_now(own.discussion.person_id))
    form.ask(question)
    return form


def _say(own: OwnDiscussion, question: Question, form: Any) -> Any:
    """Save the answer to the question."""
    actor = current_actor()
    if question.key == WAY:
        return say_way(own.discussion, form.chosen, form.speaker.data or "", "", actor)
    words = form.words.data or ""
    if question.key == WHO_THERE:
        return say_who_there(own.discussion, words, "", actor)
    return say_own_part(own.discussion, PARTS[question.key], words, actor)

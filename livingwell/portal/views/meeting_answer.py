"""After a meeting about me: read what was said, and say whether it is right."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.errors import NotFound
from livingwell.discussions.actions.telling_answers import answer_telling
from livingwell.discussions.commands import AnswerTelling
from livingwell.discussions.models import IsItRight, OwnDiscussion
from livingwell.discussions.queries.attendance import check_ins
from livingwell.discussions.queries.decisions import answers_to, decisions_of
from livingwell.discussions.queries.lines import lines
from livingwell.discussions.queries.own import agreed_in, no_change_in, own_discussion
from livingwell.discussions.queries.taking_part import wishes
from livingwell.drafts.kept import draft_of, once
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.meeting import NotQuiteForm
from livingwell.portal.presenters.meeting_answer import Facts, path_of
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

ANSWER = "/my/meetings/<uuid:discussion_id>/answer"
PRESSED = (IsItRight.YES, IsItRight.READ)
"""What one press says. What is not right needs words, on a page of its own."""


@portal.post(ANSWER)
@own_door
def say_if_right(person: Person, discussion_id: UUID) -> Any:
    """Yes, it is right; or: I have read it, and answer later."""
    pressed = next((each for each in PRESSED if each.value == request.form.get("answer")), None)
    own = _answered(person, discussion_id)
    if pressed is None:
        return show_answer(own)
    once(answer_telling, own.discussion, AnswerTelling(pressed), current_actor())
    said = (
        _("Thank you. The team sees your answer.") if pressed is IsItRight.YES else _("That is fine. There is no rush.")
    )
    return see("portal.show_meeting", said=said, discussion_id=discussion_id)


@portal.route(f"{ANSWER}/not-quite", methods=["GET", "POST"])
@own_door
def say_not_quite(person: Person, discussion_id: UUID) -> Any:
    """What is not right about it."""
    own = _answered(person, discussion_id)
    form = NotQuiteForm()
    draft = draft_of(form, "own_not_quite", person.id, discussion_id)
    if saved(form, draft, lambda: answer_telling(own.discussion, form.command(), current_actor())):
        said = _("Thank you. It stands beside our answer, and the next meeting looks at it.")
        return see("portal.show_meeting", said=said, discussion_id=discussion_id)
    return form_page("portal/meeting/say_not_quite.html", form, draft, own_id=discussion_id)


def show_answer(own: OwnDiscussion) -> Any:
    """You asked, we said, what happens next."""
    discussion = own.discussion
    decided = decisions_of(discussion.id)
    facts = Facts(
        own=own,
        lines=lines([discussion.id]),
        wishes=wishes([discussion.id])[discussion.id],
        decisions=decided,
        became=answers_to([each.id for each in decided]),
        otherwise=agreed_in(discussion.id),
        no_change=no_change_in(discussion.id),
        check_ins=check_ins(current_actor(), discussion.meeting_id),
    )
    return page("portal/meeting/show_answer.html", path=path_of(facts))


def _answered(person: Person, discussion_id: UUID) -> OwnDiscussion:
    """The person's discussion whose answer they may read. Raises NotFound for any other."""
    own = own_discussion(person.id, discussion_id)
    if own.telling is None:
        raise NotFound
    return own

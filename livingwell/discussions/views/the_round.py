"""What is sent from the round: views, challenges, answers."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.errors import Invalid
from livingwell.discussions.actions.changing import require_not_closed
from livingwell.discussions.actions.round import (
    add_view,
    answer_challenge,
    close_challenge,
    confirm_view,
    say_why_no_lived_experience,
    take_challenge_on,
)
from livingwell.discussions.actions.striking import strike_view
from livingwell.discussions.forms.the_round import ClosingWordsForm, ReasonForm, ViewForm, WordsForm
from livingwell.discussions.queries.attendance import check_ins
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.meetings import members
from livingwell.discussions.queries.round import challenge, contribution
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.discussion import Refused, show_screen
from livingwell.discussions.views.showing import speakers
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor
from livingwell.web.page import see

ADDRESS = "/people/<uuid:person_id>/discussions/<uuid:discussion_id>"


@discussions.post(f"{ADDRESS}/views")
@door(Permission.DISCUSS)
def new_view(person: Person, discussion_id: UUID) -> Any:
    """Add a view to the round."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    form = ViewForm(prefix="view")
    form.offer(speakers(check_ins(actor, here.meeting_id), members(here.meeting.team_id), person, actor))
    draft = draft_of(form, "view", person.id, discussion_id)
    if form.validate():
        try:
            draft.save(add_view, here, form.command(), actor)
            return back(person, discussion_id, "round")
        except Invalid as error:
            form.refuse(error)
    return show_screen(person, discussion_id, Refused("view", form))


@discussions.post(f"{ADDRESS}/views/<uuid:view_id>/confirmation")
@door(Permission.DISCUSS)
def confirm_one_view(person: Person, discussion_id: UUID, view_id: UUID) -> Any:
    """Say whether words that somebody else wrote down are one's own: yes, or no, which strikes them out."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    view = contribution(here.id, view_id)
    if request.form.get("is_right") == "no":
        once(strike_view, here, view, f"{actor.name} did not say this", actor)
        return see("worklist.show_today", said="It is struck out, and the history says why.")
    once(confirm_view, here, view, actor)
    return see("worklist.show_today", said="Thank you. It stands as your words.")


@discussions.post(f"{ADDRESS}/challenges/<uuid:challenge_id>/answers")
@door(Permission.DISCUSS)
def answer_one_challenge(person: Person, discussion_id: UUID, challenge_id: UUID) -> Any:
    """Answer a challenge."""
    actor = current_actor()
    here, raised = discussion(actor, person.id, discussion_id), challenge(person.id, challenge_id)
    form = WordsForm(prefix=f"answer-{challenge_id}")
    draft = draft_of(form, "answer", person.id, challenge_id)
    if form.validate():
        draft.save(answer_challenge, here, raised, form.words.data, actor)
        return back(person, discussion_id, f"challenge-{challenge_id}")
    raised.require_open()  # the screen has no such form for a closed one: the answer gives the words back
    return show_screen(person, discussion_id, Refused("answer", form, challenge_id))


@discussions.post(f"{ADDRESS}/challenges/<uuid:challenge_id>/closing")
@door(Permission.DISCUSS)
def close_one_challenge(person: Person, discussion_id: UUID, challenge_id: UUID) -> Any:
    """Say that a challenge is answered: for whoever raised it."""
    actor = current_actor()
    raised = challenge(person.id, challenge_id)
    form = ClosingWordsForm(prefix=f"closing-{challenge_id}")
    if not form.validate():
        raised.require_open()
        return show_screen(person, discussion_id, Refused("closing", form, challenge_id))
    once(close_challenge, discussion(actor, person.id, discussion_id), raised, form.words.data or "", actor)
    return back(person, discussion_id, f"challenge-{challenge_id}")


@discussions.post(f"{ADDRESS}/challenges/<uuid:challenge_id>/next-meeting")
@door(Permission.DISCUSS)
def take_to_next_meeting(person: Person, discussion_id: UUID, challenge_id: UUID) -> Any:
    """Take an open challenge to the next meeting."""
    actor = current_actor()
    once(take_challenge_on, discussion(actor, person.id, discussion_id), challenge(person.id, challenge_id), actor)
    return back(person, discussion_id, f"challenge-{challenge_id}")


@discussions.post(f"{ADDRESS}/lived-experience-absence")
@door(Permission.DISCUSS)
def say_why_absent(person: Person, discussion_id: UUID) -> Any:
    """The chair says why there is no lived-experience view."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    form = ReasonForm(prefix="absence")
    if not form.validate():
        require_not_closed(here)
        return show_screen(person, discussion_id, Refused("absence", form))
    once(say_why_no_lived_experience, here, form.reason.data, actor)
    return back(person, discussion_id, "round")


def back(person: Person, discussion_id: UUID, part: str) -> Any:
    """To the part of the screen where it was added."""
    return see("discussions.show_discussion", person_id=person.id, discussion_id=discussion_id, anchor=part)

"""What the person says before their discussion and after it, as a member writes it down for them or with them."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.errors import Invalid
from livingwell.discussions.actions.taking_part import say_for_them, take_line_back
from livingwell.discussions.actions.telling_answers import answer_telling
from livingwell.discussions.forms.own_line import LineForm
from livingwell.discussions.forms.telling import TellingAnswerForm
from livingwell.discussions.presenters.own_line import LineCard, wishes_of
from livingwell.discussions.queries.discussions import discussion, telling_of
from livingwell.discussions.queries.lines import line_in_their_words, lines
from livingwell.discussions.queries.meetings import members
from livingwell.discussions.queries.taking_part import wishes
from livingwell.discussions.views.agenda import back_to
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.the_round import ADDRESS, back
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.passports.queries.passport import lines_now
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@discussions.route(f"{ADDRESS}/line", methods=["GET", "POST"])
@door(Permission.DISCUSS)
def new_line(person: Person, discussion_id: UUID) -> Any:
    """The person's own line and how they take part, or why they were not asked."""
    actor = current_actor()
    place = discussion(actor, person.id, discussion_id)
    form = LineForm(data=None if request.form else {"brought_by": str(actor.account_id)})
    form.offer(members(place.meeting.team_id))
    form.offer_lines(lines_now(person.id))
    draft = draft_of(form, "new_line", person.id, discussion_id)
    if form.validate_on_submit():
        try:
            draft.save(say_for_them, place, form.command(), actor)
            return back_to(place)
        except Invalid as error:
            form.refuse(error)
    around = place.meeting.starts_at
    return page(
        "discussions/new_line.html",
        form=form,
        draft=draft,
        discussion_id=place.id,
        earlier=[LineCard.of(line, around, None) for line in lines([place.id])],
        wishes=wishes_of(wishes([place.id])[place.id], person.preferred_name, around),
        status=422 if form.errors else 200,
    )


@discussions.post(f"{ADDRESS}/lines/<uuid:own_line_id>/taking-back")
@door(Permission.DISCUSS)
def take_one_line_back(person: Person, discussion_id: UUID, own_line_id: UUID) -> Any:
    """The person no longer says a line: it stays, among what they said before."""
    actor = current_actor()
    place = discussion(actor, person.id, discussion_id)
    once(take_line_back, place, line_in_their_words(place.id, own_line_id), actor)
    said = "It is taken back. It stays among what they said before."
    return see("discussions.new_line", said=said, person_id=person.id, discussion_id=place.id)


@discussions.route(f"{ADDRESS}/telling/answers/new", methods=["GET", "POST"])
@door(Permission.DISCUSS)
def new_telling_answer(person: Person, discussion_id: UUID) -> Any:
    """What the person says to what we told them."""
    actor = current_actor()
    place = discussion(actor, person.id, discussion_id)
    told = telling_of(place.id)
    form = TellingAnswerForm()
    draft = draft_of(form, "telling_answer", person.id, discussion_id)
    if form.validate_on_submit():
        draft.save(answer_telling, place, form.command(), actor)
        return back(person, discussion_id, "tell")
    return page(
        "discussions/new_telling_answer.html",
        form=form,
        draft=draft,
        telling=told.text if told else "",
        discussion_id=place.id,
        status=422 if form.errors else 200,
    )

"""Ending support: where it stands, and each step of it."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions import closing, proposing
from livingwell.journeys.forms.closing import (
    EndOnRecordForm,
    LetGoForm,
    OverrideForm,
    PointForm,
    ProposeForm,
    ReadyForm,
    WhyForm,
)
from livingwell.journeys.models import ClosurePoint, EndingKind
from livingwell.journeys.presenters.ending import ProposalCard
from livingwell.journeys.presenters.ending_words import CLAIMS, QUESTIONS
from livingwell.journeys.queries.closures import episode_to_show, proposal_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.showing_ending import lost_contact_page, show_ending
from livingwell.people.commands import RecordDeath
from livingwell.people.door import door
from livingwell.people.forms.deaths import DeathForm
from livingwell.people.models import Episode, Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see

ENDING = "/people/<uuid:person_id>/ending"
PROPOSAL = f"{ENDING}/<uuid:proposal_id>"
BACK = "journeys.show_closure"


@journeys.get(ENDING)
@door(Permission.SEE_PLANS)
def show_closure(person: Person) -> Any:
    """Nothing is proposed; or what is, with what the record shows; or how support ended."""
    return show_ending(person)


@journeys.route(f"{ENDING}/new", methods=["GET", "POST"])
@door(Permission.END_SUPPORT)
def new_closure(person: Person) -> Any:
    """Propose to end support. Nothing ends by it."""
    episode = _episode(person)
    form = ProposeForm(name=person.preferred_name, data=None if request.form else _from_discussion())
    draft = draft_of(form, "new_closure", person.id)
    if saved(form, draft, lambda: proposing.propose_closure(episode, form.command(), current_actor())):
        return see(BACK, person_id=person.id, said="It is proposed. Nothing has ended.")
    return form_page("journeys/new_closure.html", form, draft)


@journeys.route(f"{ENDING}/their-decision", methods=["GET", "POST"])
@door(Permission.END_SUPPORT)
def new_letting_go(person: Person) -> Any:
    """The person wants to stop: support ends at once."""
    episode = _episode(person)
    form = LetGoForm(name=person.preferred_name, data=None if request.form else _from_discussion())
    draft = draft_of(form, "new_letting_go", person.id)
    if saved(form, draft, lambda: closing.let_go(person, episode, form.command(), current_actor())):
        return see(BACK, person_id=person.id, said="Support has ended, as they decided.")
    return form_page("journeys/new_letting_go.html", form, draft)


@journeys.route(f"{ENDING}/death", methods=["GET", "POST"])
@door(Permission.END_SUPPORT)
def new_end_after_death(person: Person) -> Any:
    """Somebody has died: it is written down, everything that waits is cancelled, and support ends."""
    episode, name = _episode(person), person.preferred_name
    form: DeathForm | EndOnRecordForm = EndOnRecordForm(name=name) if person.death else DeathForm(name=name)
    draft = draft_of(form, "new_end_after_death", person.id)
    if saved(form, draft, lambda: closing.close_after_death(person, episode, _told(form), current_actor())):
        return see(BACK, person_id=person.id, said="It is written down. What waited is cancelled.")
    return form_page("journeys/new_end_after_death.html", form, draft)


@journeys.route(f"{PROPOSAL}/withdrawal", methods=["GET", "POST"])
@door(Permission.END_SUPPORT)
def withdraw_closure(person: Person, proposal_id: UUID) -> Any:
    """Support is not to end as proposed, and why."""
    proposal = proposal_of(person.id, proposal_id)
    form = WhyForm(name=person.preferred_name)
    draft = draft_of(form, "withdraw_closure", person.id, proposal_id)
    if saved(form, draft, lambda: proposing.withdraw_proposal(proposal, form.why.data, current_actor())):
        return see(BACK, person_id=person.id, said="It is not proposed any more. Support goes on.")
    return form_page("journeys/withdraw_closure.html", form, draft, proposal=ProposalCard.of(proposal))


@journeys.route(f"{PROPOSAL}/answer", methods=["GET", "POST"])
@door(Permission.END_SUPPORT)
def new_ready_answer(person: Person, proposal_id: UUID) -> Any:
    """What the person says to "are you ready for this?", as they told a member."""
    proposal = proposal_of(person.id, proposal_id)
    form = ReadyForm(name=person.preferred_name)
    draft = draft_of(form, "new_ready_answer", person.id, proposal_id)
    if saved(form, draft, lambda: proposing.say_ready(proposal, form.command(), current_actor())):
        return see(BACK, person_id=person.id, said="The answer is saved.")
    return form_page("journeys/new_ready_answer.html", form, draft, proposal=ProposalCard.of(proposal))


@journeys.route(f"{PROPOSAL}/points/<closure_point>", methods=["GET", "POST"])
@door(Permission.END_SUPPORT)
def new_closure_answer(person: Person, proposal_id: UUID, closure_point: str) -> Any:
    """A named person answers one point in words."""
    if closure_point not in set(ClosurePoint):
        raise NotFound
    point, proposal = ClosurePoint(closure_point), proposal_of(person.id, proposal_id)
    form = PointForm(name=person.preferred_name)
    draft = draft_of(form, f"closure_{point.value}", person.id, proposal_id)
    if saved(form, draft, lambda: proposing.answer_point(proposal, form.command(point), current_actor())):
        return see(BACK, person_id=person.id, said="The answer is saved.", anchor="points")
    name = person.preferred_name
    claim, question = CLAIMS[point].format(name=name), QUESTIONS[point].format(name=name)
    earlier = [each for each in proposal.answers if each.point is point]
    return form_page("journeys/new_closure_answer.html", form, draft, claim=claim, question=question, earlier=earlier)


@journeys.post(f"{PROPOSAL}/agenda")
@door(Permission.END_SUPPORT)
def ask_for_view(person: Person, proposal_id: UUID) -> Any:
    """The next agenda proposes to talk about it, with a lived-experience view."""
    once(proposing.ask_for_view, proposal_of(person.id, proposal_id), current_actor())
    return see(BACK, person_id=person.id, said="The next agenda proposes it.")


@journeys.post(f"{PROPOSAL}/completion")
@door(Permission.END_SUPPORT)
def complete_closure(person: Person, proposal_id: UUID) -> Any:
    """Support ends today. Lost contact that was not tried their way shows what to do instead."""
    proposal = proposal_of(person.id, proposal_id)
    try:
        once(closing.complete_closure, proposal, current_actor())
    except closing.NotTheirWayYet:
        return lost_contact_page(person)
    return see(BACK, person_id=person.id, said="Support has ended.")


@journeys.route(f"{PROPOSAL}/override", methods=["GET", "POST"])
@door(Permission.OVERRIDE_ENDING)
def override_closure(person: Person, proposal_id: UUID) -> Any:
    """A lead of that team ends support for lost contact although it is not ready, with a reason that stays."""
    proposal = proposal_of(person.id, proposal_id)
    if proposal.kind is not EndingKind.LOST_CONTACT:
        raise NotFound
    closing.require_may_override(proposal, current_actor())
    form = OverrideForm(name=person.preferred_name)
    draft = draft_of(form, "override_closure", person.id, proposal_id)
    if saved(form, draft, lambda: closing.end_anyway(proposal, form.why.data, current_actor())):
        return see(BACK, person_id=person.id, said="Support has ended. The next meeting talks about it.")
    return form_page("journeys/override_closure.html", form, draft)


def _episode(person: Person) -> Episode:
    """The episode that the page is about. Raises NotFound where the person has none with a team of the actor's."""
    episode = episode_to_show(person.id, current_actor().team_ids)
    if episode is None:
        raise NotFound
    return episode


def _told(form: DeathForm | EndOnRecordForm) -> RecordDeath | None:
    """What was said of the death; none where it is on record already."""
    return form.command() if isinstance(form, DeathForm) else None


def _from_discussion() -> dict[str, str]:
    return {"discussion": request.args.get("discussion", "")}

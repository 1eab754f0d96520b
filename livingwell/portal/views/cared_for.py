"""What a carer sees: what is agreed, now, and nothing else. What they tell us, and who has read it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response

from livingwell.careplans.models.snapshot import Snapshot
from livingwell.careplans.queries.safety_plans import current_safety_plan
from livingwell.careplans.queries.seen import plan_as_the_person_sees_it
from livingwell.carers.actions.notes import change_say, tell_as_carer
from livingwell.carers.actions.people import change_own_wishes
from livingwell.carers.commands import wishes_of
from livingwell.carers.models import Carer
from livingwell.carers.queries.carers import carer_signed_in
from livingwell.carers.queries.notes import note_of_carer, notes_of_carer
from livingwell.contacts.queries.contacts import appointments_ahead
from livingwell.contacts.queries.letters import letters_of
from livingwell.core.clock import now
from livingwell.discussions.queries.telling_answers import not_right_among
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.models import Person, Topic
from livingwell.people.own_door import carer_door
from livingwell.people.queries.around import teams_around
from livingwell.people.queries.own_reach import people_cared_for, topics_shared
from livingwell.people.queries.striking import struck_of
from livingwell.portal.forms.cared_for import ReachMeForm, WhatINeedForm, WhoMaySeeForm, WriteToUsForm, typed_of
from livingwell.portal.presenters.cared_for import (
    Helped,
    appointment_lines,
    letters_shown,
    pages_shared,
    plan_shown,
    safety_parts,
    tellings_shown,
    told_by_me,
)
from livingwell.portal.presenters.home import TeamCard
from livingwell.portal.queries.cared_for import shared_since, tellings_since
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see

FOR = "/for/<uuid:person_id>"


@portal.get("/for")
@needs(Permission.SEE_AS_CARER)
def list_cared_for() -> Response:
    """Everybody whom the carer helps."""
    return page("portal/list_cared_for.html", people=people_cared_for(current_actor()))


@portal.get(FOR)
@carer_door(None)
def show_cared_for(person: Person) -> Response:
    """What is shared with the carer, what they told us, the way to tell us more, and how the team is reached."""
    carer = carer_signed_in(current_actor(), person.id)
    topics = topics_shared(current_actor(), person.id) if person.death is None else frozenset()
    return page(
        "portal/cared_for/show_cared_for.html",
        person=person,
        has_died=person.death is not None,
        pages=pages_shared(topics),
        told=told_by_me(notes_of_carer(carer.id), person.preferred_name),
        teams=[TeamCard.of(each) for each in teams_around(person.id)],
    )


@portal.get(f"{FOR}/appointments")
@carer_door(Topic.APPOINTMENTS)
def show_cared_for_appointments(person: Person) -> Response:
    """When, how, where and with whom."""
    lines = appointment_lines(appointments_ahead(person.id), now())
    return page("portal/cared_for/show_appointments.html", person=person, lines=lines)


@portal.get(f"{FOR}/plan")
@carer_door(Topic.PLAN)
def show_cared_for_plan(person: Person) -> Response:
    """The plan as the person sees it, made short."""
    seen = plan_as_the_person_sees_it(person.id, person.preferred_name)
    plan = plan_shown(seen.snapshot if seen else Snapshot())
    return page("portal/cared_for/show_plan.html", person=person, plan=plan)


@portal.get(f"{FOR}/safety-plan")
@carer_door(Topic.SAFETY_PLAN)
def show_cared_for_safety_plan(person: Person) -> Response:
    """The safety plan that holds now."""
    plan = current_safety_plan(person.id)
    return page("portal/cared_for/show_safety_plan.html", person=person, parts=safety_parts(plan) if plan else ())


@portal.get(f"{FOR}/letters")
@carer_door(Topic.LETTERS)
def list_cared_for_letters(person: Person) -> Response:
    """What was sent to the person since the day of the agreement."""
    since = shared_since(current_actor(), person.id, Topic.LETTERS)
    letters = letters_shown(letters_of(person.id), since, struck_of(person.id))
    return page("portal/cared_for/list_letters.html", person=person, letters=letters, since=since)


@portal.get(f"{FOR}/meetings")
@carer_door(Topic.MEETINGS)
def list_cared_for_meetings(person: Person) -> Response:
    """What the person was told after meetings since the day of the agreement."""
    since = shared_since(current_actor(), person.id, Topic.MEETINGS)
    tellings = tellings_since(person.id, since)
    told = tellings_shown(tellings, not_right_among([each.id for each in tellings]))
    return page("portal/cared_for/list_meetings.html", person=person, told=told, since=since)


@portal.route(f"{FOR}/write", methods=["GET", "POST"])
@carer_door(None)
def write_to_team(person: Person) -> Any:
    """Tell us something: that never needs the person's agreement."""
    form, carer, helped = WriteToUsForm(), _me(person), Helped.of(person)
    draft = draft_of(form, "write_as_carer", person.id)
    if saved(form, draft, lambda: tell_as_carer(carer, form.command(), current_actor())):
        return _home(person, _("Sent. We show here who has read it."))
    return form_page("portal/cared_for/write_to_team.html", form, draft, person=helped)


@portal.route(f"{FOR}/told/<uuid:told_id>/who-may-see", methods=["GET", "POST"])
@carer_door(None)
def change_who_may_see(person: Person, told_id: UUID) -> Any:
    """Say anew whether the person may see it."""
    carer, helped = _me(person), Helped.of(person)
    note = note_of_carer(carer.id, told_id)
    words, form = note.words, WhoMaySeeForm(data={"may_see": note.may_see.value})
    if saved(form, None, lambda: change_say(carer, note, form.chosen(), current_actor())):
        return _home(person, _("Saved. It holds from now on."))
    return form_page("portal/cared_for/change_who_may_see.html", form, person=helped, words=words)


@portal.route(f"{FOR}/reach-me", methods=["GET", "POST"])
@carer_door(None)
def edit_reach_me(person: Person) -> Any:
    """How to reach the carer."""
    return _wish(person, ReachMeForm(data=typed_of(_me(person))), "reach_me")


@portal.route(f"{FOR}/what-i-need", methods=["GET", "POST"])
@carer_door(None)
def edit_what_i_need(person: Person) -> Any:
    """What the carer needs from us."""
    return _wish(person, WhatINeedForm(data=typed_of(_me(person))), "what_i_need")


def _wish(person: Person, form: ReachMeForm | WhatINeedForm, what: str) -> Any:
    draft = draft_of(form, what, person.id)
    wishes, helped = wishes_of(_me(person)), Helped.of(person)

    def keep() -> Carer:
        return change_own_wishes(person, replace(wishes, **form.wanted()), form.version(), current_actor())

    if saved(form, draft, keep):
        return _home(person, _("Saved. Your team sees it."))
    return form_page("portal/cared_for/edit_wishes.html", form, draft, person=helped, what=what)


def _me(person: Person) -> Carer:
    return carer_signed_in(current_actor(), person.id)


def _home(person: Person, said: str) -> Response:
    return see("portal.show_cared_for", said=said, person_id=person.id)

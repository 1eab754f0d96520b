"""Whether it landed, for members: what was asked and answered, and writing down what the person told them."""

from typing import Any
from uuid import UUID

from flask import current_app, url_for

from livingwell.core.clock import today
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions import landing as actions
from livingwell.journeys.forms.landing import AskedForm, LandingAnswerForm, NotToBeAskedForm
from livingwell.journeys.presenters.landing import about, rounds_of
from livingwell.journeys.queries.landing import check_of, checks_of, words_answered
from livingwell.journeys.views.blueprint import journeys
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

LANDING = "/people/<uuid:person_id>/landing"
WAY_BACK = "journeys.show_way_back"


@journeys.get(LANDING)
@door(Permission.SEE_PLANS)
def show_landing(person: Person) -> Any:
    """Each time to ask, what was done to ask, and what the person said."""
    checks = checks_of(person.id)
    rounds = rounds_of(checks, person.preferred_name, today())
    is_open = any(check.is_open for check in checks)
    way_back = url_for(WAY_BACK, person_id=person.id) if WAY_BACK in current_app.view_functions else ""
    return page("journeys/show_landing.html", rounds=rounds, is_open=is_open, way_back_url=way_back)


@journeys.route(f"{LANDING}/<uuid:landing_id>/answer", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def answer_landing(person: Person, landing_id: UUID) -> Any:
    """What the person told a member."""
    check = check_of(person.id, landing_id)
    form = LandingAnswerForm(name=person.preferred_name)
    form.ask(is_about_a_place=check.destination is not None)
    what, said = about(check), words_answered(check)
    draft = draft_of(form, "landing_answer", person.id, landing_id)
    if saved(form, draft, lambda: actions.answer_landing(person.id, landing_id, form.command(), current_actor())):
        return _back(person, "Saved.")
    return form_page("journeys/answer_landing.html", form, draft, about=what, said=said)


@journeys.route(f"{LANDING}/<uuid:landing_id>/asked", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def write_down_landing_asked(person: Person, landing_id: UUID) -> Any:
    """A member has asked, and there is no answer yet."""
    what, form = about(check_of(person.id, landing_id)), AskedForm(name=person.preferred_name)
    if saved(form, None, lambda: actions.write_down_asking(person.id, landing_id, form.chosen(), current_actor())):
        return _back(person, "Saved. There is no hurry: an answer is good at any time.")
    return form_page("journeys/write_down_landing_asked.html", form, about=what)


@journeys.route(f"{LANDING}/not-asking", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def stop_landing(person: Person) -> Any:
    """The person asked not to be asked."""
    form = NotToBeAskedForm(name=person.preferred_name)
    draft = draft_of(form, "stop_landing", person.id)
    if saved(form, draft, lambda: actions.stop_asking(person.id, form.why.data or "", current_actor())):
        return _back(person, f"Saved. {person.preferred_name} is not asked any more.")
    return form_page("journeys/stop_landing.html", form, draft)


@journeys.post(f"{LANDING}/answers/<uuid:landing_answer_id>/looked")
@door(Permission.CHANGE_PLANS)
def look_at_landing_answer(person: Person, landing_answer_id: UUID) -> Any:
    """A member has looked at what the person said."""
    once(actions.look_at_answer, person.id, landing_answer_id, current_actor())
    return _back(person, "Saved: it stands on nobody’s Today any more.")


def _back(person: Person, said: str) -> Any:
    return see("journeys.show_landing", said=said, person_id=person.id)

"""How it is going since our support ended: one question a page, and the way back where it is not going well."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from flask import Response, url_for

from livingwell.core.clock import london_instant, today
from livingwell.drafts.kept import draft_of
from livingwell.journeys.actions.landing import answer_landing, say_what_should_change, stop_asking
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.models import Landed
from livingwell.journeys.queries.landing import answer_of, check_of, checks_of, own_answer_of
from livingwell.journeys.queries.landing_due import questions_now
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.landing import ChangeForm, HappenedForm, NotToBeAskedForm, WorkingForm
from livingwell.portal.presenters.landing import about_words, own_landing
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.around import around
from livingwell.portal.views.blueprint import portal
from livingwell.portal.waiting import Waiting, waits
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

LANDING = "/my/landing"
ANSWER = f"{LANDING}/answers/<uuid:landing_answer_id>"


@portal.get(LANDING)
@own_door
def list_landing(person: Person) -> Response:
    """What is asked now, what will be, and what I said."""
    return page("portal/landing/list_landing.html", landing=own_landing(checks_of(person.id), today()))


@portal.route(f"{LANDING}/<uuid:landing_id>", methods=["GET", "POST"])
@own_door
def say_if_happened(person: Person, landing_id: UUID) -> Any:
    """Has it happened? Asked only of a place that was chosen; a yes is kept with the next answer."""
    check = check_of(person.id, landing_id)
    if check.destination is None:
        return see("portal.say_if_working", landing_id=landing_id)
    what, form = about_words(check), HappenedForm()
    if form.validate_on_submit() and form.has_happened:
        return see("portal.say_if_working", landing_id=landing_id)
    if saved(form, None, lambda: _say(person, landing_id, Landed.DID_NOT_HAPPEN)):
        return see("portal.say_what_should_change", landing_answer_id=form.made_id)
    return form_page("portal/landing/say_if_happened.html", form, about=what)


@portal.route(f"{LANDING}/<uuid:landing_id>/working", methods=["GET", "POST"])
@own_door
def say_if_working(person: Person, landing_id: UUID) -> Any:
    """How is it going?"""
    check = check_of(person.id, landing_id)
    what, is_about_a_place, form = about_words(check), check.destination is not None, WorkingForm()
    if saved(form, None, lambda: _say(person, landing_id, form.chosen())):
        return see("portal.say_what_should_change", landing_answer_id=form.made_id)
    return form_page(
        "portal/landing/say_if_working.html",
        form,
        about=what,
        landing_id=landing_id,
        is_about_a_place=is_about_a_place,
    )


@portal.route(f"{ANSWER}/change", methods=["GET", "POST"], endpoint="say_what_should_change")
@own_door
def say_change(person: Person, landing_answer_id: UUID) -> Any:
    """Does anything need to change? Nothing written means no."""
    answer = own_answer_of(person.id, landing_answer_id, current_actor())
    needs_somebody, form = answer.landed.needs_somebody, ChangeForm(words=answer.change_needed)
    draft = draft_of(form, "own_landing_change", person.id, landing_answer_id)
    actor = current_actor()
    if saved(form, draft, lambda: say_what_should_change(person.id, landing_answer_id, form.words.data or "", actor)):
        if needs_somebody:
            return see("portal.offer_way_back", landing_answer_id=landing_answer_id)
        return see("portal.list_landing", said=_("Thank you. Your answer is saved."))
    return form_page("portal/landing/say_what_should_change.html", form, draft)


@portal.get(f"{ANSWER}/way-back")
@own_door
def offer_way_back(person: Person, landing_answer_id: UUID) -> Response:
    """It is not going well: would I like to come back?"""
    answer_of(person.id, landing_answer_id)
    return page("portal/landing/offer_way_back.html")


@portal.route(f"{LANDING}/not-asking", methods=["GET", "POST"])
@own_door
def stop_own_landing(person: Person) -> Any:
    """Please do not ask me any more."""
    form = NotToBeAskedForm()
    draft = draft_of(form, "own_landing_stop", person.id)
    if saved(form, draft, lambda: stop_asking(person.id, form.words.data or "", current_actor())):
        return see("portal.list_landing", said=_("That is fine. We will not ask you again."))
    return form_page("portal/landing/stop_own_landing.html", form, draft)


@waits
def landing_waiting(person: Person) -> Iterator[Waiting]:
    """Questions whose day has come. While a team supports the person again, home shows what goes on."""
    if around(person.id):
        return
    for check_id, name, due_on in questions_now(person.id):
        title = _("You chose %(place)s. How is it going?", place=name) if name else _("How are things for you now?")
        href = url_for("portal.say_if_happened", landing_id=check_id)
        yield Waiting(title, _("Two or three short questions."), href, london_instant(due_on, 0))


def _say(person: Person, landing_id: UUID, landed: Landed) -> Any:
    return answer_landing(person.id, landing_id, AnswerLanding(landed), current_actor())

"""My people: who helps me, whom I help, and who may know what."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import Response, url_for

from livingwell.carers.actions.people import add_carer, add_somebody_helped
from livingwell.carers.actions.people import answer_who_helps as keep_answer
from livingwell.carers.actions.sharing import say_of_carer, share
from livingwell.carers.commands import Share
from livingwell.carers.models import Around, CarerEventKind
from livingwell.carers.models.sharing import USUAL
from livingwell.carers.queries.carers import carer_of, carers_of, helped_by, last_asked
from livingwell.carers.queries.notes import notes_open_to_person
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.people.models import Person, Topic
from livingwell.people.own_door import own_door
from livingwell.portal.dates import long_date
from livingwell.portal.forms.people import HELPS_ME, I_HELP, AskForm, HelpsMeForm, IHelpForm, MayKnowForm, WhoHelpsForm
from livingwell.portal.presenters.people import carers_in_sight, my_people, one_of_my_people, told_about_me, topic_row
from livingwell.portal.presenters.topics import WHAT_THEY_SEE, question
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.seeing import Sight, sees
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@portal.get("/my/people")
@own_door
def list_people(person: Person) -> Response:
    """Who helps me, with what each may know; whom I help; the question, until I have answered it."""
    found, helped = my_people(carers_of(person.id), today()), [each for each, _offers in helped_by(person.id)]
    is_asked = last_asked(person.id) is not None
    return page("portal/people/list_people.html", people=found, helped=helped, is_asked=is_asked)


@portal.get("/my/people/<uuid:carer_id>")
@own_door
def show_one_of_my_people(person: Person, carer_id: UUID) -> Response:
    """One of them, with what they told the team and said that I may see."""
    around = _mine(person, carer_id)
    told = told_about_me(notes_open_to_person(person.id, carer_id))
    return page("portal/people/show_person.html", one=one_of_my_people(around, today()), told=told)


@portal.route("/my/people/who-helps", methods=["GET", "POST"])
@own_door
def answer_who_helps(person: Person) -> Any:
    """Who helps you, or whom do you help?"""
    form = WhoHelpsForm()
    if saved(form, None, lambda: keep_answer(person, form.command(), current_actor())):
        onward = {HELPS_ME: "portal.add_who_helps_me", I_HELP: "portal.add_whom_i_help"}
        return see(onward.get(form.answer.data, "portal.list_people"), said=_("Thank you. We have kept your answer."))
    return form_page("portal/people/answer_who_helps.html", form)


@portal.route("/my/people/helps-me", methods=["GET", "POST"])
@own_door
def add_who_helps_me(person: Person) -> Any:
    """Who helps you? It shares nothing with them."""
    form = HelpsMeForm()
    draft = draft_of(form, "helps_me", person.id)
    if saved(form, draft, lambda: add_carer(person, form.command(), current_actor())):
        return see("portal.list_people", said=_("Saved. They see nothing unless you say so here."))
    return form_page("portal/people/add_who_helps_me.html", form, draft)


@portal.route("/my/people/i-help", methods=["GET", "POST"])
@own_door
def add_whom_i_help(person: Person) -> Any:
    """Whom do you help?"""
    form = IHelpForm()
    draft = draft_of(form, "i_help", person.id)
    if saved(form, draft, lambda: add_somebody_helped(person, form.command(), current_actor())):
        return see("portal.list_people", said=_("Saved. We will ask what would help you to help them."))
    return form_page("portal/people/add_whom_i_help.html", form, draft)


@portal.route("/my/people/<uuid:carer_id>/may-know/<topic>", methods=["GET", "POST"])
@own_door
def answer_may_know(person: Person, carer_id: UUID, topic: str) -> Any:
    """May they see this? Yes or no, from now on; a yes is asked about again after half a year."""
    about, around = _topic(topic), _mine(person, carer_id)
    name, row = around.carer.name, topic_row(around, about, today())
    form, until = MayKnowForm(), today() + USUAL

    def keep() -> Any:
        given = {about: until} if form.is_yes else {}
        return share(around.carer, Share(given, frozenset({about})), current_actor())

    if saved(form, None, keep):
        return see("portal.list_people", said=_("Saved. It holds from now on."))
    return form_page(
        "portal/people/answer_may_know.html",
        form,
        question=question(about, name),
        sees=WHAT_THEY_SEE[about],
        row=row,
        until=long_date(until),
    )


@portal.route("/my/people/<uuid:carer_id>/asked/<carer_event>", methods=["GET", "POST"])
@own_door
def ask_about_carer(person: Person, carer_id: UUID, carer_event: str) -> Any:
    """Please don't contact them; they no longer help me; or the contrary."""
    if carer_event not in set(CarerEventKind):
        raise NotFound
    kind, around = CarerEventKind(carer_event), _mine(person, carer_id)
    name, form = around.carer.name, AskForm()
    draft = draft_of(form, f"my_{carer_event}", person.id, carer_id)
    if saved(form, draft, lambda: say_of_carer(around.carer, form.command(kind), current_actor())):
        return see("portal.list_people", said=_("Saved. Your team sees it."))
    return form_page("portal/people/ask_about_carer.html", form, draft, name=name, carer_id=carer_id, kind=kind.value)


def _mine(person: Person, carer_id: UUID) -> Around:
    """One of the people whom the person knows to be on record. Raises NotFound for anybody else."""
    around = carer_of(person.id, carer_id)
    if not around.carer.is_known_to_person:
        raise NotFound
    return around


def _topic(named: str) -> Topic:
    if named not in set(Topic):
        raise NotFound
    return Topic(named)


@sees
def carers_who_see(person: Person) -> Iterable[Sight]:
    """Each carer with whom the person shares something now."""
    return carers_in_sight(my_people(carers_of(person.id), today()), url_for("portal.list_people"))

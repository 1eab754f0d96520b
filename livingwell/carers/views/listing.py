"""Who helps the person: the list, one carer, and putting them on record."""

from typing import Any
from uuid import UUID

from livingwell.carers.actions.people import add_carer, answer_who_helps
from livingwell.carers.actions.people import edit_carer as edit
from livingwell.carers.actions.sharing import strike_carer as strike
from livingwell.carers.forms.people import AnswerForm, CarerForm
from livingwell.carers.models import WhoHelps
from livingwell.carers.presenters.cards import (
    Whom,
    asked_line,
    carer_card,
    facts_of,
    helped_rows,
    offer_lines,
    sharing_past,
    topic_lines,
)
from livingwell.carers.queries.carers import carer_of, carers_of, helped_by, last_asked
from livingwell.carers.queries.notes import unread_by_carer
from livingwell.carers.views.blueprint import carers
from livingwell.core.clock import today
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.forms.reach import StrikeForm
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@carers.get("/people/<uuid:person_id>/carers")
@door(Permission.SEE_PEOPLE)
def list_carers(person: Person) -> Any:
    """Who helps the person, whom the person helps, and what needs no agreement."""
    unread = unread_by_carer(person.id)
    cards = [carer_card(around, unread, today()) for around in carers_of(person.id)]
    return page(
        "carers/list_carers.html",
        helping=[card for card in cards if not card.stopped],
        stopped=[card for card in cards if card.stopped],
        helped=helped_rows(helped_by(person.id)),
        asked=asked_line(last_asked(person.id), person.preferred_name),
    )


@carers.get("/people/<uuid:person_id>/carers/<uuid:carer_id>")
@door(Permission.SEE_PEOPLE)
def show_carer(person: Person, carer_id: UUID) -> Any:
    """One carer: how to reach them, what they may know, what they are offered."""
    around = carer_of(person.id, carer_id)
    return page(
        "carers/show_carer.html",
        carer=carer_card(around, unread_by_carer(person.id), today()),
        facts=facts_of(around.carer),
        topics=topic_lines(around, today()),
        past=sharing_past(around.agreements),
        offers=offer_lines(around.offers),
        has_account=around.carer.account_id is not None,
    )


@carers.route("/people/<uuid:person_id>/carers/asked", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_answer(person: Person) -> Any:
    """Who helps you, or whom do you help? What the person answered."""
    form = AnswerForm(name=person.preferred_name)
    draft = draft_of(form, "who_helps", person.id)
    if saved(form, draft, lambda: answer_who_helps(person, form.command(), current_actor())):
        onward = "carers.new_carer" if form.answer.data == WhoHelps.SOMEBODY else "carers.list_carers"
        return see(onward, said="The answer is saved.", person_id=person.id)
    return form_page("carers/new_answer.html", form, draft)


@carers.route("/people/<uuid:person_id>/carers/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_carer(person: Person) -> Any:
    """Put somebody who helps the person on record. It shares nothing."""
    form = CarerForm(name=person.preferred_name)
    draft = draft_of(form, "new_carer", person.id)
    if saved(form, draft, lambda: add_carer(person, form.command(), current_actor())):
        return see(
            "carers.show_carer", said="Saved. Nothing is shared by it.", person_id=person.id, carer_id=form.made_id
        )
    return form_page("carers/edit_carer.html", form, draft, carer=None)


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/edit", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def edit_carer(person: Person, carer_id: UUID) -> Any:
    """Put right who they are and how to reach them."""
    carer = carer_of(person.id, carer_id).carer
    whom, form = Whom.of(carer), CarerForm(name=person.preferred_name, carer=carer)
    draft = draft_of(form, "edit_carer", person.id, carer_id)
    if saved(form, draft, lambda: edit(carer, form.command(), current_actor())):
        return see("carers.show_carer", said="Saved.", person_id=person.id, carer_id=carer_id)
    return form_page("carers/edit_carer.html", form, draft, carer=whom)


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/error", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def strike_carer(person: Person, carer_id: UUID) -> Any:
    """They should never have been on record here."""
    carer = carer_of(person.id, carer_id).carer
    form = StrikeForm()
    draft = draft_of(form, "strike_carer", person.id, carer_id)
    if form.validate_on_submit():
        draft.save(strike, carer, form.reason.data, current_actor())
        return see("carers.list_carers", said="Struck out. They see nothing any more.", person_id=person.id)
    what = f"{carer.name}, who helps {person.preferred_name},"
    return page("people/confirm_strike.html", form=form, draft=draft, what=what, status=422 if form.errors else 200)

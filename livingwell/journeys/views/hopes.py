"""The person's hopes for after."""

from typing import Any
from uuid import UUID

from livingwell.careplans.models import Statement
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.journeys import actions
from livingwell.journeys.forms.hopes import HopeForm, RewordHopeForm
from livingwell.journeys.forms.voice import AnswerForm
from livingwell.journeys.models import Hope, OnwardJourney
from livingwell.journeys.queries.beginning import said_already
from livingwell.journeys.queries.journeys import journey_now
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.finding import journey_for
from livingwell.journeys.views.saving import back_to_journey
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor


@journeys.route("/people/<uuid:person_id>/where-next/hopes/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_hope(person: Person) -> Any:
    """A hope. Words that were said already stand in the form of the first, so that nobody asks again."""
    said = _said_already(person)
    form = HopeForm(name=person.preferred_name, obj=said)
    draft = draft_of(form, "new_hope", person.id)
    if saved(form, draft, lambda: actions.add_hope(person, form.command(), current_actor())):
        return back_to_journey(person, "The hope is saved.", "hopes")
    return form_page("journeys/new_hope.html", form, draft, is_said_already=said is not None)


@journeys.route("/people/<uuid:person_id>/where-next/hopes/<uuid:hope_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_hope(person: Person, hope_id: UUID) -> Any:
    """The same in other words."""
    journey = journey_for(person)
    hope = journey.hope(hope_id)
    form = RewordHopeForm(name=person.preferred_name, data=_as_it_reads(journey, hope))
    form.begin_with(hope)
    draft = draft_of(form, "edit_hope", person.id, hope_id)
    if saved(form, draft, lambda: actions.reword_hope(journey, hope, form.command(), current_actor())):
        return back_to_journey(person, "The hope is saved. The words before it are kept.", "hopes")
    return form_page("journeys/edit_hope.html", form, draft)


@journeys.route("/people/<uuid:person_id>/where-next/hopes/<uuid:hope_id>/end", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def end_hope(person: Person, hope_id: UUID) -> Any:
    """It is no hope of theirs any more."""
    journey = journey_for(person)
    hope = journey.hope(hope_id)
    words = hope.words
    form = AnswerForm(name=person.preferred_name)
    form.begin_with(hope)
    draft = draft_of(form, "end_hope", person.id, hope_id)
    if saved(form, draft, lambda: actions.take_hope_out(journey, hope, form.told(), current_actor())):
        return back_to_journey(person, "It is taken out. The history keeps it.", "hopes")
    return form_page("journeys/take_out.html", form, draft, words=words, what="this hope", strike=("hope", hope_id))


def _said_already(person: Person) -> Statement | Hope | None:
    journey = journey_now(person.id)
    return None if journey is not None and journey.current_hopes else said_already(person.id)


def _as_it_reads(journey: OnwardJourney, hope: Hope) -> dict[str, object]:
    """The words that stand. Whose the new ones are, and when they were said, is asked anew."""
    return {"words": hope.words, "area": hope.area, "row_version": journey.wording(hope)}

"""What is good and hard about an option, and what it could mean."""

from typing import Any
from uuid import UUID

from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.journeys import actions
from livingwell.journeys.forms.options import PointForm, RewordPointForm, TalkedForm
from livingwell.journeys.forms.voice import AnswerForm
from livingwell.journeys.models import DestinationPoint, PointKind
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.finding import journey_for
from livingwell.journeys.views.saving import at_option, back_to_journey
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor

OPTION = "/people/<uuid:person_id>/where-next/options/<uuid:option_id>"
POINT = f"{OPTION}/points/<uuid:point_id>"


@journeys.route(f"{OPTION}/add/<point_kind>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_point(person: Person, option_id: UUID, point_kind: str) -> Any:
    """Something good, something hard, or something that could follow."""
    if point_kind not in list(PointKind):
        raise NotFound
    journey = journey_for(person)
    option = journey.option(option_id)
    name = option.name
    form = PointForm(name=person.preferred_name, kind=PointKind(point_kind))
    draft = draft_of(form, "new_point", person.id, option_id)
    if saved(form, draft, lambda: actions.add_point(journey, option, form.command(), current_actor())):
        return back_to_journey(person, "It is saved.", at_option(option_id))
    return form_page("journeys/new_point.html", form, draft, option_name=name)


@journeys.route(POINT, methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_point(person: Person, option_id: UUID, point_id: UUID) -> Any:
    """The same in other words."""
    journey = journey_for(person)
    option = journey.option(option_id)
    point = option.point(point_id)
    name = option.name
    form = RewordPointForm(name=person.preferred_name, data={"words": point.words})
    form.begin_with(point)
    draft = draft_of(form, "edit_point", person.id, point_id)

    def reword() -> DestinationPoint:
        return actions.reword_point(journey, option, point, form.command(point.kind), current_actor())

    if saved(form, draft, reword):
        return back_to_journey(person, "It is saved. The words before it are kept.", at_option(option_id))
    return form_page("journeys/edit_point.html", form, draft, option_name=name)


@journeys.route(f"{POINT}/end", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def end_point(person: Person, option_id: UUID, point_id: UUID) -> Any:
    """It is not so any more."""
    journey = journey_for(person)
    option = journey.option(option_id)
    point = option.point(point_id)
    shown = {"words": point.words, "what": f"this about {option.name}", "strike": ("point", point_id)}
    form = AnswerForm(name=person.preferred_name)
    form.begin_with(point)
    draft = draft_of(form, "end_point", person.id, point_id)
    if saved(form, draft, lambda: actions.take_point_out(journey, option, point, form.told(), current_actor())):
        return back_to_journey(person, "It is taken out. The history keeps it.", at_option(option_id))
    return form_page("journeys/take_out.html", form, draft, **shown)


@journeys.route(f"{POINT}/talk", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def talk_point_through(person: Person, option_id: UUID, point_id: UUID) -> Any:
    """What it could mean was talked through with the person, before a choice is fixed."""
    journey = journey_for(person)
    option = journey.option(option_id)
    point = option.point(point_id)
    if point.kind is not PointKind.CONSEQUENCE:
        raise NotFound
    words = point.words
    form = TalkedForm(name=person.preferred_name)
    draft = draft_of(form, "talk_point_through", person.id, point_id)

    def talk() -> None:
        actions.talk_point_through(journey, option, point, form.told(form.words.data or ""), current_actor())

    if saved(form, draft, talk):
        return back_to_journey(person, "What was said is saved.", at_option(option_id))
    return form_page("journeys/talk_point_through.html", form, draft, words=words)

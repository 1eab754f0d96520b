"""The options that are looked at together: from the directory, or anything else by its name."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.text import SHORT, clean, without_unprintable
from livingwell.directory.freshness import is_fresh
from livingwell.directory.queries.search import services_found
from livingwell.directory.queries.services import service_of
from livingwell.directory.sought import Sought
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.journeys import actions
from livingwell.journeys.forms.options import OptionForm, ServiceOptionForm
from livingwell.journeys.forms.voice import AnswerForm
from livingwell.journeys.presenters.finding import found_lines
from livingwell.journeys.queries.journeys import journey_now
from livingwell.journeys.queries.landings import landed_by_service
from livingwell.journeys.queries.matching import matches_of, needed_by
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.finding import journey_for
from livingwell.journeys.views.saving import back_to_journey
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor, only_reads
from livingwell.web.page import page

SHOWN = 10


@journeys.route("/people/<uuid:person_id>/where-next/options/find", methods=["GET", "POST"])
@only_reads
@door(Permission.SEE_PLANS)
def find_option(person: Person) -> Any:
    """The directory, searched from here; each service with what this person needs there.

    The search is posted: what somebody looks for, for whom, is in no address.
    """
    words, postcode = (_typed(name) for name in ("sought", "near"))
    needed = needed_by(person.id)
    features = tuple(dict.fromkeys(need.asks.features[0] for need in needed.needs))
    found = services_found(Sought(words=words, postcode=postcode, features=features)) if words or postcode else None
    rows = found.rows if found else ()
    journey = journey_now(person.id)
    there = {option.service_id for option in journey.options} if journey else set()
    ids = [row.service.id for row in rows]
    lines = found_lines(rows, matches_of(needed.needs, ids), landed_by_service(ids), there, is_fresh)
    count = found.count if found else 0
    return page("journeys/find_option.html", words=words, postcode=postcode, found=lines[:SHOWN], count=count)


def _typed(name: str) -> str:
    return without_unprintable(clean(request.form.get(name)))[:SHORT]


@journeys.route("/people/<uuid:person_id>/where-next/options/from/<uuid:service_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def add_service(person: Person, service_id: UUID) -> Any:
    """An entry of the directory to look at. One that nobody has checked in time is refused, with the way to check."""
    service = service_of(service_id)
    fresh = is_fresh(service)
    name, shown = service.name, {"service_name": service.name, "summary": service.summary}
    form = ServiceOptionForm(name=person.preferred_name)
    draft = draft_of(form, "add_service", person.id, service_id)
    if saved(form, draft, lambda: actions.add_option(person, form.command(service_id), current_actor())):
        return back_to_journey(person, f"{name} is one of the options.", "options")
    return form_page("journeys/add_service.html", form, draft, **shown, service_id=service_id, is_fresh=fresh)


@journeys.route("/people/<uuid:person_id>/where-next/options/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_option(person: Person) -> Any:
    """Anything else, by its name."""
    form = OptionForm(name=person.preferred_name)
    draft = draft_of(form, "new_option", person.id)
    if saved(form, draft, lambda: actions.add_option(person, form.command(), current_actor())):
        return back_to_journey(person, "It is one of the options.", "options")
    return form_page("journeys/new_option.html", form, draft)


@journeys.route("/people/<uuid:person_id>/where-next/options/<uuid:option_id>/drop", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def drop_option(person: Person, option_id: UUID) -> Any:
    """Look at it no more."""
    journey = journey_for(person)
    option = journey.option(option_id)
    shown = {"words": option.name, "what": "this option", "strike": ("option", option_id)}
    form = AnswerForm(name=person.preferred_name)
    form.begin_with(option)
    draft = draft_of(form, "drop_option", person.id, option_id)
    if saved(form, draft, lambda: actions.drop_option(journey, option, form.told(), current_actor())):
        return back_to_journey(person, "It is taken away. The history keeps it.", "options")
    return form_page("journeys/take_out.html", form, draft, **shown)

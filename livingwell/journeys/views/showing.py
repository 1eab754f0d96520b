"""Where next: the person's hopes for after, and the options that are looked at together."""

from typing import Any

from livingwell.directory.freshness import is_fresh
from livingwell.identity.permissions import Permission
from livingwell.journeys.models import OnwardJourney
from livingwell.journeys.presenters.history import history
from livingwell.journeys.presenters.journey_page import already_said, journey_page
from livingwell.journeys.queries.beginning import open_consequences, said_already
from livingwell.journeys.queries.journeys import has_journey, journey_now, journeys_of
from livingwell.journeys.queries.landings import landed_by_service
from livingwell.journeys.queries.matching import matches_of, needed_by
from livingwell.journeys.views.blueprint import journeys
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.page import page


@journeys.get("/people/<uuid:person_id>/where-next")
@door(Permission.SEE_PLANS)
def show_journey(person: Person) -> Any:
    """The hopes first, in the person's words; then the options side by side."""
    journey, needed = journey_now(person.id), needed_by(person.id)
    services = [option.service for option in journey.options if option.service] if journey else []
    ids = [service.id for service in services]
    shown = journey_page(
        journey,
        person.preferred_name,
        matches_of(needed.needs, ids),
        stale=[service.id for service in services if not is_fresh(service)],
        landed=landed_by_service(ids),
        open_in_plan=open_consequences(person.id),
        ask_there=needed.untold,
    )
    return page(
        "journeys/show_journey.html",
        shown=shown,
        already=_already(person, journey),
        has_ended=_over(journey),
        has_past=not shown.is_empty or has_journey(person.id),
    )


@journeys.get("/people/<uuid:person_id>/where-next/history")
@door(Permission.SEE_PLANS)
def list_journey_past(person: Person) -> Any:
    """Everything that was said on the way, also what was put in other words or taken away, and the times before."""
    return page("journeys/list_journey_past.html", past=history(journeys_of(person.id), person.preferred_name))


def _already(person: Person, journey: OnwardJourney | None) -> Any:
    """What they said already, while there is no hope yet: in the plan, or before they came back."""
    has_hopes = journey is not None and bool(journey.current_hopes)
    return None if has_hopes else already_said(said_already(person.id))


def _over(journey: OnwardJourney | None) -> bool:
    return journey is not None and journey.episode.ended_on is not None

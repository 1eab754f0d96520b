"""The page that the person comes home to."""

from uuid import UUID

from flask import Response, make_response

from livingwell.contacts.queries.contacts import next_appointment
from livingwell.core.media.pictures import PICTURE_TYPE
from livingwell.core.media.store import file_kept
from livingwell.identity.permissions import Permission
from livingwell.people.models import Person, Topic
from livingwell.people.own_door import own_door
from livingwell.people.queries.around import small_picture_of
from livingwell.people.queries.own_reach import carers_let_in, own_person
from livingwell.portal.dates import listed
from livingwell.portal.presenters.appointments import NextAppointment
from livingwell.portal.presenters.home import Home, TeamCard, goal_cards, meeting_cards, more_links
from livingwell.portal.presenters.plan import GoalCard, my_plan
from livingwell.portal.views.around import around, meetings_of
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.plan_finding import seen_plan
from livingwell.portal.views.way_back import my_ways_back
from livingwell.portal.waiting import waiting_for
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page

A_DAY = 24 * 60 * 60
ON_THIS_PAGE = (Topic.APPOINTMENTS, Topic.PLAN)


@portal.get("/my")
@own_door
def show_home(person: Person) -> Response:
    """One calm page. Once somebody has died, nothing is asked on it."""
    if person.death is not None:
        return page("portal/home/after_a_death.html", person=person)
    coming, teams = next_appointment(person.id), around(person.id)
    home = Home(
        appointment=NextAppointment.of(*coming) if coming else None,
        waiting=tuple(waiting_for(person)),
        goals=goal_cards(_goals(person)),
        meetings=meeting_cards(meetings_of(person.id)) if teams else (),
        teams=tuple(TeamCard.of(each) for each in teams),
        carers=listed(carers_let_in(person.id, ON_THIS_PAGE)),
        ways_back=() if teams else my_ways_back(person).can_use,
    )
    return page("portal/show_home.html", person=person, home=home, more=more_links())


@portal.get("/my/faces/<uuid:account_id>")
@needs(Permission.TAKE_PART)
def show_face(account_id: UUID) -> Response:
    """The photo of somebody in a team that supports the person, if that member wishes."""
    person = own_person(current_actor())
    response = make_response(file_kept(small_picture_of(person.id, account_id)))
    response.content_type = PICTURE_TYPE
    response.cache_control.private, response.cache_control.max_age = True, A_DAY
    return response


def _goals(person: Person) -> tuple[GoalCard, ...]:
    found = seen_plan(person)
    return my_plan(found, {}, person.preferred_name).goals if found else ()

"""Who can see what of my record."""

from collections.abc import Iterable
from typing import Any

from livingwell.identity.queries.teams import members_of
from livingwell.passports.queries.shares import shares_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.queries.around import teams_that_still_reach
from livingwell.people.queries.limits import limit_of, named_on
from livingwell.portal.presenters.seeing import link_sights, named_sight, past_team_sights, team_sights
from livingwell.portal.seeing import Sight, sees, who_sees
from livingwell.portal.views.around import around
from livingwell.portal.views.blueprint import portal
from livingwell.web.page import page


@portal.get("/my/who-can-see")
@own_door
def list_who_can_see(person: Person) -> Any:
    """Everybody by name, with what they see: the team first, which sees most."""
    rows = sorted(who_sees(person), key=lambda each: not each.names)
    return page("portal/looked/list_who_can_see.html", rows=rows)


@sees
def members(person: Person) -> Iterable[Sight]:
    """The members of the teams that support the person, or did lately; of a limited record, those named on it."""
    if limit_of(person.id) is not None:
        return [named_sight([each.account for each in named_on(person.id)])]
    teams, before = [each.team for each in around(person.id)], teams_that_still_reach(person.id)
    found = members_of(team.id for team in (*teams, *(team for team, _ended, _last in before)))
    return [*team_sights(teams, found), *past_team_sights(before, found)]


@sees
def passport_links(person: Person) -> Iterable[Sight]:
    """Links that still open the passport."""
    return link_sights(shares_of(person.id))

"""Who can see what of my record."""

from collections.abc import Iterable
from typing import Any

from livingwell.identity.queries.teams import members_of
from livingwell.passports.queries.shares import shares_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.queries.limits import limit_of, named_on
from livingwell.portal.presenters.seeing import link_sights, named_sight, team_sights
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
    """The members of the teams that support the person; of a limited record, those who are named on it."""
    if limit_of(person.id) is not None:
        return [named_sight([each.account for each in named_on(person.id)])]
    teams = [each.team for each in around(person.id)]
    return team_sights(teams, members_of(team.id for team in teams))


@sees
def passport_links(person: Person) -> Iterable[Sight]:
    """Links that still open the passport."""
    return link_sights(shares_of(person.id))

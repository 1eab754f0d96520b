"""Who can see what of my record."""

from collections.abc import Iterable
from typing import Any

from livingwell.core.actor import Right
from livingwell.identity.queries.teams import members_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.queries.limits import limit_of, named_on
from livingwell.portal.presenters.around import calling_words
from livingwell.portal.saying import gettext as _
from livingwell.portal.seeing import Sight, sees, who_sees
from livingwell.portal.views.around import around
from livingwell.portal.views.blueprint import portal
from livingwell.web.page import page


@portal.get("/my/who-can-see")
@own_door
def list_who_can_see(person: Person) -> Any:
    """Everybody by name, with what they see."""
    return page("portal/looked/list_who_can_see.html", rows=who_sees(person))


@sees
def members(person: Person) -> Iterable[Sight]:
    """The members of the teams that support the person; of a limited record, those who are named on it."""
    if limit_of(person.id) is not None:
        return [
            Sight(each.account.name, _("Your whole record."), _("They are named as someone who may see it."))
            for each in named_on(person.id)
        ]
    teams = {each.team.id: each.team.name for each in around(person.id)}
    return [
        Sight(
            who=_name(each.account.name, each.account.profession),
            what=_("Your whole record."),
            why=_why(each.right, teams[each.team_id]),
        )
        for each in members_of(teams)
    ]


def _name(name: str, profession: Any) -> str:
    return _("%(name)s, %(calling)s", name=name, calling=calling_words(profession and profession.value))


def _why(right: Right, team: str) -> str:
    if right is Right.TEAM_LEAD:
        return _("They lead %(team)s, which works with you.", team=team)
    return _("They work in %(team)s, which works with you.", team=team)

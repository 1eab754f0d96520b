"""Who may change a plan."""

import pytest

from livingwell.careplans.policy import require_change
from livingwell.core.actor import Actor
from livingwell.core.errors import Forbidden, NotFound
from livingwell.identity.models import Profession
from tests.factories.identity import actor_for, make_account
from tests.factories.setting import Setting


@pytest.mark.parametrize("profession", list(Profession))
def test_every_member_of_the_team_may_whatever_their_profession(setting: Setting, profession: Profession) -> None:
    member = make_account("A member", profession, team=setting.team)
    assert require_change(actor_for(member, setting.team), setting.person.id).id == setting.person.id


def test_a_member_of_another_team_does_not_find_the_person(setting: Setting) -> None:
    with pytest.raises(NotFound):
        require_change(setting.stranger, setting.person.id)


def test_an_account_administrator_may_not(setting: Setting) -> None:
    administrator = Actor(setting.priya.id, "Priya Mistry", is_account_administrator=True)
    with pytest.raises(Forbidden):
        require_change(administrator, setting.person.id)

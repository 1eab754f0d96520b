"""Rights, and that professions give none."""

from uuid import uuid4

import pytest

from livingwell.core.actor import Actor, Right, Side
from livingwell.core.errors import Forbidden, NotFound
from livingwell.identity.models import Account, Profession, Team
from livingwell.identity.permissions import ALLOWED, Permission, Role, may, require
from livingwell.identity.policy import require_lead, require_manages_accounts, require_member
from tests.factories.identity import actor_for

TEAM = uuid4()
MEMBER = Actor(uuid4(), "A member", {TEAM: Right.MEMBER})
LEAD = Actor(uuid4(), "A lead", {TEAM: Right.TEAM_LEAD})
LEAD_ELSEWHERE = Actor(uuid4(), "A lead of another team", {TEAM: Right.MEMBER, uuid4(): Right.TEAM_LEAD})
ADMINISTRATOR = Actor(uuid4(), "An account administrator", {}, is_account_administrator=True)
IN_NO_TEAM = Actor(uuid4(), "Somebody in no team")


@pytest.mark.parametrize(
    ("permission", "member", "lead", "administrator"),
    [
        (Permission.SEE_PEOPLE, True, True, False),
        (Permission.CHANGE_PLANS, True, True, False),
        (Permission.RUN_MEETINGS, True, True, False),
        (Permission.DISCUSS, True, True, False),
        (Permission.SEE_TEAM, True, True, False),
        (Permission.ACCEPT_REFERRALS, False, True, False),
        (Permission.IMPORT_CASELOAD, False, True, False),
        (Permission.LIMIT_RECORDS, False, True, False),
        (Permission.MARK_LIVED_EXPERIENCE, False, True, False),
        (Permission.MANAGE_ACCOUNTS, False, False, True),
    ],
)
def test_what_each_right_allows(permission: Permission, member: bool, lead: bool, administrator: bool) -> None:
    assert [may(actor, permission) for actor in (MEMBER, LEAD, ADMINISTRATOR)] == [member, lead, administrator]
    assert not may(IN_NO_TEAM, permission)


def test_every_permission_is_given_to_somebody() -> None:
    assert set().union(*ALLOWED.values()) == set(Permission)


def test_a_lead_may_do_everything_that_a_member_may() -> None:
    assert ALLOWED[Role.MEMBER] < ALLOWED[Role.TEAM_LEAD]


@pytest.mark.parametrize("profession", Profession)
def test_a_peer_support_worker_may_do_what_a_clinician_may(profession: Profession) -> None:
    team = Team(id=TEAM, name="Salford")
    actor = actor_for(Account(id=uuid4(), side=Side.TEAM, name="Somebody", profession=profession), team)
    assert {permission for permission in Permission if may(actor, permission)} == ALLOWED[Role.MEMBER]


def test_what_is_not_allowed_is_refused_in_words() -> None:
    with pytest.raises(Forbidden, match="Ask your team lead"):
        require(MEMBER, Permission.IMPORT_CASELOAD)
    with pytest.raises(Forbidden):
        require_manages_accounts(LEAD)


def test_leading_one_team_gives_no_right_over_another() -> None:
    require_lead(LEAD, TEAM)
    for actor in (MEMBER, LEAD_ELSEWHERE):
        with pytest.raises(Forbidden):
            require_lead(actor, TEAM)


def test_another_team_is_not_there_for_whoever_is_not_in_it() -> None:
    for actor in (ADMINISTRATOR, IN_NO_TEAM):
        with pytest.raises(NotFound):
            require_member(actor, TEAM)

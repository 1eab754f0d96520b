"""Who sees whom: the same answer from the page, the list, its counts, the search and the look for duplicates."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.audit import record
from livingwell.audit.models import AuditEntry
from livingwell.core.actor import Actor, Right, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.extensions import db
from livingwell.identity.actions import accounts, teams
from livingwell.identity.models import Account, Team
from livingwell.identity.queries.teams import members_of
from livingwell.people.actions import limiting
from livingwell.people.actions.striking import strike
from livingwell.people.commands import LimitRecord
from livingwell.people.models import Episode, OwnRecord, Person
from livingwell.people.queries.caseload import Selection, Show, caseload, counts
from livingwell.people.queries.duplicates import possible_matches
from livingwell.people.queries.reach import REACH_AFTER_END, person_within_reach
from livingwell.people.queries.search import people_found
from livingwell.people.sought import sought
from tests.factories.closing import end_support
from tests.factories.identity import actor_for, make_account
from tests.factories.people import make_person
from tests.people.conftest import Member, join


@atomic()
def make_own_record(person: Person, account: Account) -> None:
    db.session.add(OwnRecord(person_id=person.id, account_id=account.id))
    record("make_own_record", the_system("tests"), person.id)


def limit(person: Person, lead: Member, *named: Member) -> None:
    ids = frozenset(member.account.id for member in named)
    limiting.limit_record(person, LimitRecord(ids, "A relative works here"), lead.actor)


def reaches(actor: Actor, person: Person) -> bool:
    try:
        return person_within_reach(actor, person.id).id == person.id
    except NotFound:
        return False


def ended(days: int) -> Callable[[Person, Member, Member], None]:
    return lambda person, member, lead: end_support(person, on=today() - timedelta(days=days))


CASES = {
    "an episode goes on": (lambda person, member, lead: None, True),
    "ended yesterday": (ended(1), True),
    "ended almost twelve months ago": (ended(REACH_AFTER_END.days - 1), True),
    "ended twelve months ago": (ended(REACH_AFTER_END.days), False),
    "limited, and the member is named": (lambda person, member, lead: limit(person, lead, member, lead), True),
    "limited to somebody else": (lambda person, member, lead: limit(person, lead, lead), False),
    "the member's own record": (lambda person, member, lead: make_own_record(person, member.account), False),
    "somebody else's own record": (lambda person, member, lead: make_own_record(person, lead.account), True),
    "own record, although named on it": (
        lambda person, member, lead: (limit(person, lead, member, lead), make_own_record(person, member.account)),
        False,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_reach(member: Member, lead: Member, team: Team, case: str) -> None:
    arrange, expected = CASES[case]
    person = make_person("Amara", "Osei", team=team, nhs_number="9990000018")
    arrange(person, member, lead)
    assert reaches(member.actor, person) is expected
    assert bool(member.sees(f"/people/{person.id}")) is expected
    for term in ("amara", "999 000 0018", "14/3/1997"):
        assert bool(people_found(member.actor, sought(term)).people) is expected
    shown = {row.person.id for show in Show for row in caseload(member.actor, Selection(team.id, show)).rows}
    assert (person.id in shown) is expected
    assert ("Amara" in member.sees("/people") + member.sees("/people?show=closed")) is expected


def test_another_team_reaches_nobody_of_ours(member: Member, other_lead: Member, team: Team) -> None:
    person = make_person(team=team)
    assert reaches(member.actor, person)
    assert not reaches(other_lead.actor, person)


def test_another_teams_list_is_not_there(other_lead: Member, team: Team) -> None:
    make_person(team=team)
    with pytest.raises(NotFound):
        caseload(other_lead.actor, Selection(team.id))
    with pytest.raises(NotFound):
        counts(other_lead.actor, team.id, [Show.ALL])


def test_an_actor_without_a_team_reaches_nobody(team: Team) -> None:
    person = make_person(team=team)
    assert not reaches(actor_for(make_account(is_account_administrator=True)), person)


def test_a_limited_record_is_not_counted_for_others(member: Member, lead: Member, team: Team) -> None:
    person = make_person(team=team)
    limit(person, lead, lead)
    assert counts(member.actor, team.id, [Show.ALL, Show.ACTIVE]) == {Show.ALL: 0, Show.ACTIVE: 0}
    assert counts(lead.actor, team.id, [Show.ALL]) == {Show.ALL: 1}


def test_a_limited_record_is_no_duplicate_for_others(
    member: Member, lead: Member, other_lead: Member, team: Team
) -> None:
    """Not even as somebody whom a team may know: that too would tell that they are here."""
    person = make_person("Amara", "Osei", team=team, nhs_number="9990000018")
    limit(person, lead, lead)
    names = ("Amara", "Amara", "Osei")
    for actor in (member.actor, other_lead.actor):
        assert not possible_matches(actor, names, date(1997, 3, 14), "9990000018")
    assert possible_matches(lead.actor, names, date(1997, 3, 14), "9990000018").within_reach[0].id == person.id


def test_whoever_sees_a_limited_record_is_told_that_it_may_have_been_made_again(
    member: Member, lead: Member, other_team: Team, team: Team
) -> None:
    """Whoever registered the second could not be told, so those who see both are, and nobody else."""
    limited = make_person("Amara", "Osei", team=team, nhs_number="9990000018")
    limit(limited, lead, lead)
    again = make_person("Mara", "Osei", team=team, nhs_number="9990000018")
    make_person("Amara", "Osei", team=other_team)
    told = lead.sees(f"/people/{limited.id}")
    assert "May be on record twice" in told
    assert told.count(f'href="/people/{again.id}"') == 1
    read = db.session.scalars(select(AuditEntry).where(AuditEntry.verb == "show_possible_matches")).one()
    assert read.detail["shown"] == [str(again.id)]
    assert "on record twice" not in lead.sees(f"/people/{again.id}") + member.sees(f"/people/{again.id}")
    episode = db.session.scalars(select(Episode).where(Episode.person_id == again.id)).one()
    strike(episode, "The same person as another record", lead.actor)
    assert "on record twice" not in lead.sees(f"/people/{limited.id}")


def test_limiting_needs_a_reason_and_somebody_of_the_team(lead: Member, other_lead: Member, team: Team) -> None:
    person = make_person(team=team)
    with pytest.raises(Invalid, match="at least one"):
        limiting.limit_record(person, LimitRecord(frozenset(), "Works here"), lead.actor)
    with pytest.raises(Invalid, match="members of the person"):
        limit(person, lead, other_lead)
    with pytest.raises(Invalid, match="why"):
        limiting.limit_record(person, LimitRecord(frozenset({lead.account.id}), " \n"), lead.actor)


def test_a_limited_record_names_a_lead_whose_own_record_it_is_not(
    app: Flask, member: Member, lead: Member, team: Team
) -> None:
    """Nobody else could change the limit again."""
    person = make_person(team=team)
    with pytest.raises(Invalid, match="at least one team lead"):
        limit(person, lead, member)
    second = join(app, team, "Mo Iqbal", Right.TEAM_LEAD)
    limiting.mark_own_record(person, second.account.id, lead.actor)
    with pytest.raises(Invalid, match="at least one team lead"):
        limit(person, lead, second)


def leaves(account: Account, team: Team, administrator: Actor) -> None:
    teams.take_out_of_team(membership(account, team), administrator)


def is_switched_off(account: Account, team: Team, administrator: Actor) -> None:
    accounts.deactivate(account.id, administrator)


def no_longer_leads(account: Account, team: Team, administrator: Actor) -> None:
    teams.change_right(membership(account, team), Right.MEMBER, administrator)


def membership(account: Account, team: Team) -> UUID:
    return next(each.id for each in members_of([team.id]) if each.account_id == account.id)


@pytest.mark.parametrize("goes", [leaves, is_switched_off, no_longer_leads])
def test_when_the_last_lead_goes_who_sees_a_limited_record_the_teams_others_are_named(
    app: Flask, member: Member, lead: Member, team: Team, goes: Callable[[Account, Team, Actor], None]
) -> None:
    person, administrator = make_person(team=team), actor_for(make_account(is_account_administrator=True))
    limit(person, lead, lead, member)
    goes(lead.account, team, administrator)
    after = join(app, team, "Mo Iqbal")
    assert not reaches(after.actor, person)
    teams.change_right(membership(after.account, team), Right.TEAM_LEAD, administrator)
    assert reaches(after.actor, person)
    assert reaches(member.actor, person)
    assert "named on the limited record" in after.sees(f"/people/{person.id}")


def test_a_lead_who_is_not_named_stays_out_while_one_who_is_named_stays(
    app: Flask, member: Member, lead: Member, team: Team
) -> None:
    person, administrator = make_person(team=team), actor_for(make_account(is_account_administrator=True))
    other = join(app, team, "Mo Iqbal", Right.TEAM_LEAD)
    limit(person, lead, lead, member)
    leaves(member.account, team, administrator)
    assert not reaches(other.actor, person)


def test_only_a_lead_of_the_persons_team_limits_a_record(
    app: Flask, member: Member, other_team: Team, team: Team
) -> None:
    person = make_person(team=team)
    with pytest.raises(Forbidden):
        limit(person, member, member)
    leads_elsewhere = join(app, other_team, "Mo Iqbal", Right.TEAM_LEAD)
    both = Actor(
        account_id=leads_elsewhere.account.id,
        name="Mo Iqbal",
        rights={team.id: Right.MEMBER, other_team.id: Right.TEAM_LEAD},
    )
    with pytest.raises(Forbidden, match="lead of one of the person"):
        limiting.lift_limit(person, both)


def test_a_limit_is_changed_and_lifted(member: Member, lead: Member, team: Team) -> None:
    person = make_person(team=team)
    limit(person, lead, lead)
    limit(person, lead, lead, member)
    assert reaches(member.actor, person)
    limiting.lift_limit(person, lead.actor)
    with pytest.raises(Conflict):
        limiting.lift_limit(person, lead.actor)
    assert reaches(member.actor, person)


def test_a_lead_who_is_not_named_lands_on_the_list(app: Flask, lead: Member, team: Team) -> None:
    person, second = make_person(team=team), join(app, team, "Mo Iqbal", Right.TEAM_LEAD)
    response = lead.client.post(
        f"/people/{person.id}/limit",
        data={"account_ids": [str(second.account.id)], "reason": "A relative of mine"},
        follow_redirects=True,
    )
    assert response.request.path == "/people"
    assert "The record is limited, also from you." in response.get_data(as_text=True)
    assert not reaches(lead.actor, person)


def test_marking_somebodys_own_record_hides_it_from_them(member: Member, lead: Member, team: Team) -> None:
    person = make_person(team=team)
    lead.client.post(f"/people/{person.id}/own-record", data={"account_id": str(member.account.id)})
    assert not reaches(member.actor, person)
    assert reaches(lead.actor, person)
    lead.client.post(f"/people/{person.id}/own-record/end")
    assert reaches(member.actor, person)

"""Accounts, links, teams and sessions: each change is recorded, and refused where it must be."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from livingwell.audit.models import AuditEntry
from livingwell.core import clock
from livingwell.core.actor import Actor, Right
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from livingwell.extensions import db
from livingwell.identity.actions import accounts, links, sessions, teams
from livingwell.identity.commands import AccountDetails, Invitation, Place
from livingwell.identity.models import Account, LinkPurpose, LoginSession, OneTimeLink, Profession
from livingwell.identity.models.password import is_right
from livingwell.identity.queries.accounts import account_by_id, current_memberships
from livingwell.identity.queries.sessions import SignedIn, signed_in_with
from tests.factories.identity import (
    PASSWORD,
    actor_for,
    give_password,
    make_account,
    make_team,
    membership_of,
    new_session_token,
    sign_in,
)
from tests.factories.people import make_person

WEEK = timedelta(days=7)
IDLE, LONGEST = timedelta(minutes=15), timedelta(hours=12)


@pytest.fixture
def administrator(app: Flask) -> Actor:
    return actor_for(give_password(make_account("Joan Bell", is_account_administrator=True)))


def details(**told: object) -> AccountDetails:
    return AccountDetails(**{"name": "Sam Oduya", "email": "Sam@Example.com", "profession": Profession.OTHER, **told})


def last_entry() -> AuditEntry:
    return db.session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).one()


def test_inviting_makes_an_account_without_a_password_in_its_team(administrator: Actor) -> None:
    team = make_team()
    account = accounts.invite(Invitation(details(), Place(team.id, Right.TEAM_LEAD)), administrator)
    place = membership_of(account)
    assert (account.email, account.is_invited) == ("sam@example.com", True)
    assert (place.team_id, place.right) == (team.id, Right.TEAM_LEAD)
    assert (last_entry().verb, last_entry().actor_id) == ("invite", administrator.account_id)


def test_an_address_has_one_account_whatever_its_case(administrator: Actor) -> None:
    accounts.invite(Invitation(details()), administrator)
    with pytest.raises(Invalid, match="already an account"):
        accounts.invite(Invitation(details(email="SAM@example.com")), administrator)


@pytest.mark.parametrize("right", Right)
def test_only_an_account_administrator_looks_after_accounts(app: Flask, right: Right) -> None:
    team = make_team()
    account = make_account(team=team, right=right)
    actor = actor_for(account, team, right)
    for attempt in (
        lambda: accounts.invite(Invitation(details()), actor),
        lambda: accounts.change_account(account.id, details(is_account_administrator=True), actor),
        lambda: accounts.deactivate(account.id, actor),
        lambda: links.make_link(account.id, WEEK, actor),
        lambda: teams.create_team("Another", actor),
        lambda: teams.put_in_team(account.id, team.id, Right.TEAM_LEAD, actor),
        lambda: teams.change_right(membership_of(account).id, Right.TEAM_LEAD, actor),
    ):
        with pytest.raises(Forbidden):
            attempt()


def test_two_administrators_do_not_overwrite_each_other(administrator: Actor) -> None:
    account = make_account()
    read = account.row_version
    accounts.change_account(account.id, details(name="One", row_version=read), administrator)
    with pytest.raises(Stale):
        accounts.change_account(account.id, details(name="Two", row_version=read), administrator)


def test_a_link_is_kept_only_as_a_hash_and_takes_the_place_of_the_one_before(administrator: Actor) -> None:
    account = make_account()
    first = links.make_link(account.id, WEEK, administrator)
    second = links.make_link(account.id, WEEK, administrator)
    kept = db.session.scalars(select(OneTimeLink)).all()
    assert not {first, second} & {link.token_hash for link in kept}
    assert {link.purpose for link in kept} == {LinkPurpose.INVITATION}
    with pytest.raises(Conflict):
        links.use_link(first, PASSWORD)
    assert links.use_link(second, PASSWORD).id == account.id


def test_using_a_link_sets_the_password_and_ends_every_session(administrator: Actor) -> None:
    account = give_password(make_account(), "the words of before")
    token = new_session_token(account)
    link = links.make_link(account.id, WEEK, administrator)
    links.use_link(link, PASSWORD)
    assert is_right(PASSWORD, account_by_id(account.id).password_hash)
    assert signed_in_with(token, idle=IDLE, longest=LONGEST) is None
    with pytest.raises(Conflict):
        links.use_link(link, "yet another set of words")


def test_a_password_that_is_refused_leaves_the_link_to_be_used(administrator: Actor) -> None:
    account = make_account()
    link = links.make_link(account.id, WEEK, administrator)
    with pytest.raises(Invalid):
        links.use_link(link, "short")
    links.use_link(link, PASSWORD)


def test_a_link_that_nobody_made_opens_nothing(app: Flask) -> None:
    with pytest.raises(Conflict):
        links.use_link("made up", PASSWORD)


def test_switching_an_account_off_ends_its_sessions_and_its_links(administrator: Actor) -> None:
    account = make_account()
    token = new_session_token(account)
    link = links.make_link(account.id, WEEK, administrator)
    accounts.deactivate(account.id, administrator)
    assert signed_in_with(token, idle=IDLE, longest=LONGEST) is None
    accounts.reactivate(account.id, administrator)
    assert signed_in_with(token, idle=IDLE, longest=LONGEST) is None
    with pytest.raises(Conflict):
        links.use_link(link, PASSWORD)


def test_the_last_account_administrator_stays_one(administrator: Actor) -> None:
    assert administrator.account_id is not None
    make_account("Invited", is_account_administrator=True)  # has no password yet, so could not let anybody in
    with pytest.raises(Conflict, match="only account administrator"):
        accounts.deactivate(administrator.account_id, administrator)
    with pytest.raises(Conflict, match="only account administrator"):
        accounts.change_account(administrator.account_id, details(), administrator)


def test_one_of_two_account_administrators_may_go(administrator: Actor) -> None:
    other = give_password(make_account(is_account_administrator=True))
    accounts.deactivate(other.id, administrator)
    assert not account_by_id(other.id).is_active


def test_an_account_is_in_a_team_once(administrator: Actor) -> None:
    team = make_team()
    account = make_account(team=team)
    with pytest.raises(Conflict, match="already in"):
        teams.put_in_team(account.id, team.id, Right.MEMBER, administrator)


def test_whoever_left_can_come_back_and_both_times_stay_on_record(administrator: Actor) -> None:
    team = make_team()
    account = make_account(team=team)
    teams.take_out_of_team(membership_of(account).id, administrator)
    assert current_memberships(account.id) == []
    teams.put_in_team(account.id, team.id, Right.MEMBER, administrator)
    assert membership_of(account).right is Right.MEMBER


def test_a_team_has_a_name_of_its_own(administrator: Actor) -> None:
    team = teams.create_team("Salford", administrator)
    with pytest.raises(Invalid, match="already a team"):
        teams.create_team("salford", administrator)
    assert teams.rename_team(team.id, "SALFORD", administrator).name == "SALFORD"


def test_a_lead_marks_who_fills_the_lived_experience_place_in_their_own_team(app: Flask) -> None:
    team, other = make_team(), make_team()
    nurse = make_account(team=team)
    lead = actor_for(make_account(), team, Right.TEAM_LEAD)
    assert teams.mark_lived_experience(membership_of(nurse).id, True, lead).brings_lived_experience
    for stranger in (actor_for(make_account(), other, Right.TEAM_LEAD), actor_for(make_account())):
        with pytest.raises(NotFound):
            teams.mark_lived_experience(membership_of(nurse).id, False, stranger)
    with pytest.raises(Forbidden):
        teams.mark_lived_experience(membership_of(nurse).id, False, actor_for(make_account(), team))


def signed_in(account: Account) -> SignedIn:
    known = signed_in_with(new_session_token(account), idle=IDLE, longest=LONGEST)
    assert known is not None
    return known


def last_seen(known: SignedIn) -> object:
    db.session.rollback()
    return db.session.scalar(select(LoginSession.last_seen_at).where(LoginSession.id == known.session_id))


def test_being_at_work_is_noted_at_most_once_a_minute(app: Flask) -> None:
    known = signed_in(make_account())
    with clock.fixed(known.last_seen_at + timedelta(seconds=59)):
        assert sessions.touch(known).last_seen_at == known.last_seen_at
    with clock.fixed(known.last_seen_at + timedelta(seconds=61)):
        assert sessions.touch(known).last_seen_at == clock.now() == last_seen(known)


def test_staying_signed_in_is_noted_at_once(app: Flask) -> None:
    known = signed_in(make_account())
    with clock.fixed(known.last_seen_at + timedelta(seconds=5)):
        assert sessions.extend_session(known).last_seen_at == clock.now() == last_seen(known)


def test_a_running_meeting_counts_as_activity_until_its_time_is_up(app: Flask) -> None:
    known = signed_in(make_account())
    until = known.last_seen_at + timedelta(minutes=30)
    with clock.fixed(until - timedelta(seconds=1)):
        assert sessions.keep_session_alive(known, until)
        seen = last_seen(known)
    with clock.fixed(until):
        assert not sessions.keep_session_alive(known, until)
        assert last_seen(known) == seen


def test_signing_out_everywhere_else_leaves_this_session(app: Flask) -> None:
    account = make_account()
    here, elsewhere = signed_in(account), signed_in(account)
    assert sessions.end_other_sessions(here) == 1
    assert signed_in_with(here.token, idle=IDLE, longest=LONGEST) is not None
    assert signed_in_with(elsewhere.token, idle=IDLE, longest=LONGEST) is None
    assert last_entry().verb == "end_other_sessions"


def test_a_password_hashed_with_weaker_settings_is_hashed_again_when_it_is_next_used(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = give_password(make_account(team=make_team()))
    before = account.password_hash
    monkeypatch.setattr("livingwell.identity.actions.signing_in.needs_new_hash", lambda _kept: True)
    client.post("/sign-in", data={"email": account.email, "password": PASSWORD})
    db.session.expire_all()
    after = account_by_id(account.id).password_hash
    assert after != before
    assert is_right(PASSWORD, after)


def test_an_account_administrator_reaches_nobody_by_that_right(client: FlaskClient) -> None:
    team = make_team()
    person = make_person(team=team)
    outside = make_account(is_account_administrator=True)
    sign_in(client, outside)
    assert client.get(f"/people/{person.id}").status_code == 403
    inside = make_account(is_account_administrator=True, team=team)
    sign_in(client, inside)
    assert client.get(f"/people/{person.id}").status_code == 200

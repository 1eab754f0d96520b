"""From a referral to support: accepted by a lead, begun, turned away only with the three facts."""

from datetime import date
from pathlib import Path

import pytest

import livingwell
from livingwell.core.actor import Right
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.extensions import db
from livingwell.identity.models import Profession, Team
from livingwell.people.actions import episodes
from livingwell.people.actions.striking import strike
from livingwell.people.commands import TurnAway
from livingwell.people.models import AllocationRole, Episode, EpisodeStage, Person
from livingwell.people.queries.caseload import Selection, Show, caseload
from livingwell.people.queries.episodes import caseload_sizes, current_episode, people_of_team, support_now
from livingwell.people.queries.history import latest_changes
from tests.factories.identity import actor_for, make_account
from tests.factories.people import make_note, make_person
from tests.people.conftest import Member

PACKAGE = Path(livingwell.__file__).parent

AWAY = TurnAway("Salford Carers", "Priya Mistry, by letter", "Ring the team: no new referral is needed")


def referred(team: Team, name: str = "Amara") -> Person:
    return make_person(name, team=team, is_accepted=False, is_started=False)


def episode_now(person: Person) -> Episode:
    db.session.expire_all()
    return db.session.scalars(db.select(Episode).where(Episode.person_id == person.id)).one()


def test_a_lead_accepts_many_at_once(lead: Member, team: Team) -> None:
    people = [referred(team, name) for name in ("Amara", "Lee", "Sam")]
    accepted = episodes.accept_referrals([episode_now(person).id for person in people], lead.actor)
    assert len(accepted) == 3
    assert {episode_now(person).stage for person in people} == {EpisodeStage.ACCEPTED}
    assert latest_changes(people[0].id)[0].verb == "accept_referral"


def test_those_accepted_meanwhile_are_left_as_they_are(lead: Member, team: Team) -> None:
    person = referred(team)
    ids = [episode_now(person).id]
    assert len(episodes.accept_referrals(ids, lead.actor)) == 1
    assert episodes.accept_referrals(ids, lead.actor) == []


def test_a_member_accepts_nobody(member: Member, team: Team) -> None:
    with pytest.raises(Forbidden):
        episodes.accept_referrals([episode_now(referred(team)).id], member.actor)


def test_a_lead_of_another_team_accepts_nobody_here(other_lead: Member, team: Team) -> None:
    person = referred(team)
    assert episodes.accept_referrals([episode_now(person).id], other_lead.actor) == []
    assert episode_now(person).stage is EpisodeStage.REFERRED


def test_the_list_accepts_what_was_ticked_or_the_whole_page(lead: Member, team: Team) -> None:
    first, second, third = (referred(team, name) for name in ("Amara", "Lee", "Sam"))
    ids = {person.preferred_name: str(episode_now(person).id) for person in (first, second, third)}
    lead.client.post("/people/accepted", data={"shown": list(ids.values()), "episode_ids": [ids["Lee"]]})
    assert [episode_now(each).stage for each in (first, second)] == [EpisodeStage.REFERRED, EpisodeStage.ACCEPTED]
    response = lead.client.post("/people/accepted", data={"shown": list(ids.values()), "all": "1"})
    assert response.status_code == 303
    assert {episode_now(each).stage for each in (first, second, third)} == {EpisodeStage.ACCEPTED}


def test_support_starts_once_and_only_when_accepted(member: Member, lead: Member, team: Team) -> None:
    person = referred(team)
    with pytest.raises(Conflict):
        episodes.start_support(episode_now(person), member.actor)
    episodes.accept_referrals([episode_now(person).id], lead.actor)
    episodes.start_support(episode_now(person), member.actor)
    assert episode_now(person).stage is EpisodeStage.ACTIVE
    with pytest.raises(Conflict):
        episodes.start_support(episode_now(person), member.actor)


def test_a_referral_turned_away_says_who_helps_who_told_them_and_the_way_back(member: Member, team: Team) -> None:
    person = referred(team)
    episodes.turn_away_referral(episode_now(person), AWAY, member.actor)
    assert episode_now(person).stage is EpisodeStage.CLOSED
    page = member.sees(f"/people/{person.id}")
    for words in (AWAY.helped_instead_by, AWAY.told_by, AWAY.way_back, "Turned away"):
        assert words in page


@pytest.mark.parametrize("missing", ["helped_instead_by", "told_by", "way_back"])
def test_nobody_is_turned_away_without_the_three_facts(member: Member, team: Team, missing: str) -> None:
    facts = {"helped_instead_by": "a", "told_by": "b", "way_back": "c"} | {missing: ""}
    person = referred(team)
    with pytest.raises(Conflict, match="who will help"):
        episodes.turn_away_referral(episode_now(person), TurnAway(**facts), member.actor)
    assert episode_now(person).stage is EpisodeStage.REFERRED


def test_support_that_was_accepted_is_not_turned_away(member: Member, team: Team) -> None:
    with pytest.raises(Conflict):
        episodes.turn_away_referral(episode_now(make_person(team=team)), AWAY, member.actor)


def test_only_a_discussion_turns_away() -> None:
    modules = {str(file.relative_to(PACKAGE)): file.read_text() for file in PACKAGE.rglob("*.py")}
    calling = {name for name, code in modules.items() if "turn_away_referral" in code}
    assert {name for name in calling if not name.startswith("discussions/")} <= {
        "people/actions/episodes.py",
        "audit/words.py",
    }


def test_key_worker_and_peer_are_handed_on(lead: Member, member: Member, team: Team) -> None:
    person = make_person(team=team)
    peer = make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=team)
    chosen = {AllocationRole.KEY_WORKER: member.account.id, AllocationRole.PEER: peer.id}
    episodes.allocate_workers(episode_now(person), chosen, member.actor)
    episodes.allocate(episode_now(person), AllocationRole.KEY_WORKER, lead.account.id, member.actor)
    now = {allocation.role: allocation.account.name for allocation in support_now(person.id)[0]}
    assert now == {AllocationRole.KEY_WORKER: "Ruth Okafor", AllocationRole.PEER: "Jo Brennan"}
    assert "Key worker Ruth Okafor · Peer Jo Brennan" in member.sees(f"/people/{person.id}")


def test_allocating_says_how_many_each_has(member: Member, team: Team) -> None:
    first, second = make_person(team=team), make_person("Lee", "Carr", team=team)
    episodes.allocate(episode_now(first), AllocationRole.KEY_WORKER, member.account.id, member.actor)
    assert caseload_sizes([member.account.id]) == {(member.account.id, AllocationRole.KEY_WORKER): 1}
    page = member.sees(f"/people/{second.id}/episodes/{episode_now(second).id}/workers")
    assert "Priya Mistry, nurse: has 1 person" in page


def test_only_members_of_the_team_are_allocated(member: Member, other_lead: Member, team: Team) -> None:
    person = make_person(team=team)
    with pytest.raises(Invalid):
        episodes.allocate(episode_now(person), AllocationRole.KEY_WORKER, other_lead.account.id, member.actor)


def test_a_peer_support_worker_does_it_all_alike(lead: Member, team: Team) -> None:
    person = referred(team)
    episodes.accept_referrals([episode_now(person).id], lead.actor)
    account = make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=team)
    actor = actor_for(account, team, Right.MEMBER)
    episodes.start_support(episode_now(person), actor)
    episodes.allocate(episode_now(person), AllocationRole.PEER, account.id, actor)
    assert episode_now(person).stage is EpisodeStage.ACTIVE


def test_a_referral_struck_out_leaves_the_list_and_stays_in_the_history(member: Member, team: Team) -> None:
    person = make_person(team=team)
    strike(episode_now(person), "Meant for another team", member.actor)
    assert not caseload(member.actor, Selection(team.id, Show.ALL)).rows
    assert current_episode(person.id, [team.id]) is None
    assert not people_of_team(team.id, member.actor)
    page = member.sees(f"/people/{person.id}")
    assert "Recorded in error: Meant for another team (Priya Mistry" in page
    with pytest.raises(Conflict):
        strike(episode_now(person), "Again", member.actor)


def test_striking_out_needs_a_reason(member: Member, team: Team) -> None:
    note = make_note(make_person(team=team))
    with pytest.raises(Invalid):
        strike(note, " ", member.actor)
    response = member.client.post(f"/people/{note.person_id}/notes/{note.id}/error", data={"reason": ""})
    assert response.status_code == 422


def test_a_note_is_talked_through_with_the_person_once(member: Member, team: Team) -> None:
    person = make_person(team=team)
    note = make_note(person, "Text only")
    assert member.sees("/people?show=to-check").count("Amara")
    episodes.confirm_note(note, member.actor)
    with pytest.raises(Conflict):
        episodes.confirm_note(note, member.actor)
    page = member.sees(f"/people/{person.id}")
    assert "not yet confirmed" not in page.lower()
    assert "Text only" in page
    assert not member.sees("/people?show=to-check").count("Amara")


def test_somebody_elses_episode_is_not_reached_through_a_person(member: Member, team: Team) -> None:
    mine, other = make_person(team=team), make_person("Lee", "Carr", team=team)
    response = member.client.post(f"/people/{mine.id}/episodes/{episode_now(other).id}/start")
    assert response.status_code == 404


def test_support_of_a_person_out_of_reach_is_not_started(other_lead: Member, team: Team) -> None:
    person = make_person(team=team, is_started=False, born_on=date(1990, 1, 1))
    with pytest.raises((Forbidden, NotFound)):
        episodes.start_support(episode_now(person), other_lead.actor)

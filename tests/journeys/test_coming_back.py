"""The way back: agreed and told, and it works: one press, one episode, nothing to be told again."""

from datetime import timedelta
from itertools import count

import pytest

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Actor, Side, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed, now, today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from livingwell.discussions.queries.agenda import open_requests
from livingwell.extensions import db
from livingwell.identity.models import Membership
from livingwell.journeys.actions.closing import complete_closure
from livingwell.journeys.actions.coming_back import come_back
from livingwell.journeys.actions.ways_back import agree_way_back, latest_day, tell_way_back
from livingwell.journeys.models import LandingCheck
from livingwell.journeys.queries.ways_back import supports_of, way_back_of, ways_back_of
from livingwell.journeys.staying_commands import AgreeWayBack, TellWayBack
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.models import AllocationRole, EpisodeStage
from livingwell.people.queries.arriving import arrivals_sent
from livingwell.people.queries.episodes import allocations_in, episodes_of
from tests.factories.adjustments import make_preferences
from tests.factories.closing import end_support, make_proposal
from tests.factories.people import make_own_account
from tests.factories.setting import Setting
from tests.factories.staying import episode_in, make_way_back
from tests.factories.worklist import support
from tests.harness.session import settle
from tests.harness.together import together


@pytest.fixture
def herself(setting: Setting) -> Actor:
    account = make_own_account(setting.person)
    return Actor(account.id, setting.person.name, side=Side.PERSON)


def command(**given: object) -> AgreeWayBack:
    usual = {"until_on": today() + timedelta(days=200), "to_whom": "Priya Mistry", "way": Way.TEXT, "replaces": 0}
    return AgreeWayBack(**{**usual, **given})


def test_each_agreement_is_a_version_and_the_last_stands(setting):
    episode = episode_in(setting.person)
    agree_way_back(episode, command(), setting.nurse)
    agree_way_back(episode, command(replaces=1, way=Way.VISIT), setting.peer)
    assert way_back_of(episode.id).way is Way.VISIT
    assert [(each.number, each.written_by) for each in ways_back_of(episode.id)] == [
        (2, "Jo Brennan"),
        (1, "Priya Mistry"),
    ]
    with pytest.raises(Stale):
        agree_way_back(episode, command(replaces=1), setting.nurse)


@pytest.mark.parametrize("said", [{"never": [Way.PHONE]}, {"never": [], "not_safe": [Way.PHONE]}])
def test_a_way_that_they_said_never_to_is_no_way_back(setting, said):
    make_preferences(setting.person, setting.nurse, **said)
    with pytest.raises(Invalid) as invalid:
        agree_way_back(episode_in(setting.person), command(way=Way.PHONE), setting.nurse)
    assert "never" in invalid.value.messages["way"]
    assert agree_way_back(episode_in(setting.person), command(way=Way.TEXT), setting.nurse)


def test_it_runs_no_longer_than_a_member_can_use_it_too(setting):
    episode = episode_in(setting.person)
    for until in (today() - timedelta(days=1), latest_day(episode) + timedelta(days=1)):
        with pytest.raises(Invalid) as invalid:
            agree_way_back(episode, command(until_on=until), setting.nurse)
        assert "until_on" in invalid.value.messages
    last = latest_day(episode)
    agree_way_back(episode, command(until_on=last), setting.nurse)
    end_support(setting.person)
    with fixed(now() + (last - today())):
        assert come_back(setting.person.id, "", setting.nurse)


def test_it_is_told_once_and_the_first_time_stays(setting, herself):
    way_back = make_way_back(setting.person, setting.nurse, told=False)
    with pytest.raises(Invalid):
        tell_way_back(way_back, TellWayBack(today() + timedelta(days=1), HowSaid.BY_TEXT), setting.nurse)
    tell_way_back(way_back, TellWayBack(today(), HowSaid.ON_THIS_SCREEN), herself)
    tell_way_back(way_back, TellWayBack(today(), HowSaid.BY_TEXT), setting.nurse)
    assert way_back_of(way_back.episode_id).told_how is HowSaid.ON_THIS_SCREEN
    make_way_back(setting.person, setting.nurse, told=False)
    with pytest.raises(Conflict):
        tell_way_back(way_back, TellWayBack(today(), HowSaid.BY_TEXT), setting.nurse)


def test_one_press_opens_support_with_the_same_people_and_tells_the_team(setting, herself):
    support(setting.person, setting.priya, setting.nurse)
    support(setting.person, setting.jo, setting.nurse, AllocationRole.PEER)
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    before = episode_in(setting.person)
    stood = (before.ended_on, before.row_version, before.started_on)

    coming_back = come_back(setting.person.id, "The letters have started again.", herself)

    new, old = episodes_of(setting.person.id)[:2]
    if new.id == before.id:
        new, old = old, new
    assert (new.id, new.stage, new.referred_by) == (coming_back.episode_id, EpisodeStage.ACCEPTED, "Way back")
    assert {(each.role, each.account_id) for each in allocations_in(new.id)} == {
        (AllocationRole.KEY_WORKER, setting.priya.id),
        (AllocationRole.PEER, setting.jo.id),
    }
    assert (old.ended_on, old.row_version, old.started_on) == stood
    assert [each.words for each in open_requests(setting.team.id, setting.person.id)] == [
        "The letters have started again."
    ]
    arrivals, _has_more = arrivals_sent(setting.person.id, 1)
    assert [(each.kind, each.words) for each in arrivals] == [("way_back.came", "The letters have started again.")]


def test_whoever_left_the_team_does_not_come_back_with_them(setting, herself):
    support(setting.person, setting.priya, setting.nurse)
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    leave(setting.priya.id)
    coming_back = come_back(setting.person.id, "", herself)
    assert allocations_in(coming_back.episode_id) == []


def test_no_reason_is_needed(setting, herself):
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    come_back(setting.person.id, "  ", herself)
    assert [each.words for each in open_requests(setting.team.id, setting.person.id)] == ["I want to come back."]


def test_a_member_presses_for_them_and_the_key_worker_is_told(setting):
    support(setting.person, setting.priya, setting.nurse)
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    come_back(setting.person.id, "Told me at the market.", setting.peer)
    [request] = open_requests(setting.team.id, setting.person.id)
    assert request.asked_by == "Amara Osei, told to Jo Brennan"
    arrivals, _has_more = arrivals_sent(setting.person.id, 1)
    assert [(each.kind, each.written_by) for each in arrivals] == [("way_back.came", "Jo Brennan")]


def test_the_key_worker_who_presses_it_has_nothing_to_read(setting):
    support(setting.person, setting.priya, setting.nurse)
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    come_back(setting.person.id, "", setting.nurse)
    assert arrivals_sent(setting.person.id, 1)[0] == []


def test_pressed_twice_it_opened_one_episode_and_loses_no_words(setting, herself):
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    first = come_back(setting.person.id, "", herself)
    again = come_back(setting.person.id, "It is my sleep.", herself)
    assert again.id == first.id
    assert len(episodes_of(setting.person.id)) == 2
    arrivals, _has_more = arrivals_sent(setting.person.id, 1)
    assert {each.words for each in arrivals} == {"I want to come back.", "It is my sleep."}
    with pytest.raises(Conflict, match="come back already"):
        come_back(setting.person.id, "", setting.nurse, episode_before(setting).id)


def test_pressed_in_several_browsers_at_once_it_opens_one_episode(app, setting, herself):
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    assert together(app, lambda: come_back(setting.person.id, "", herself)) == []
    settle()
    assert len(episodes_of(setting.person.id)) == 2
    assert len(open_requests(setting.team.id, setting.person.id)) == 1


def test_who_has_not_left_has_nothing_to_come_back_from(setting, herself):
    make_way_back(setting.person, setting.nurse)
    with pytest.raises(Conflict, match="goes on"):
        come_back(setting.person.id, "", herself)
    assert len(episodes_of(setting.person.id)) == 1


def test_without_a_way_back_or_after_its_time_it_says_what_else(setting, herself):
    end_support(setting.person)
    with pytest.raises(Conflict, match="new referral"):
        come_back(setting.person.id, "", herself)
    make_way_back(setting.person, setting.nurse, days=3)
    with fixed(now() + timedelta(days=4)), pytest.raises(Conflict, match="ran until"):
        come_back(setting.person.id, "", herself)
    assert len(episodes_of(setting.person.id)) == 1


def test_nobody_comes_back_who_has_died(setting, herself):
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    record_death(setting.person, RecordDeath("Her sister", today()), setting.nurse)
    with pytest.raises(Conflict, match="died"):
        come_back(setting.person.id, "", setting.nurse)
    with pytest.raises(Conflict, match="died"):
        make_way_back(setting.person, setting.nurse)


def test_nobody_else_opens_it(setting, herself):
    make_way_back(setting.person, setting.nurse)
    end_support(setting.person)
    with pytest.raises(NotFound):
        come_back(setting.person.id, "", setting.stranger)
    with pytest.raises(Forbidden):
        come_back(setting.person.id, "", the_system("tests"))


def test_what_was_still_to_be_asked_about_the_end_is_asked_no_more(setting, herself):
    make_way_back(setting.person, setting.nurse)
    check = make_check(setting, end_support(setting.person).id)
    come_back(setting.person.id, "", herself)
    assert db.session.get_one(LandingCheck, check).cancelled_at is not None


def test_they_come_back_again_after_the_next_end(setting, herself):
    for _time in range(2):
        make_way_back(setting.person, setting.nurse)
        end_support(setting.person)
        come_back(setting.person.id, "", herself)
    assert len(episodes_of(setting.person.id)) == 3
    assert [each.left_by is not None for each in supports_of(setting.person.id)] == [False, True, True]


def test_reopening_while_support_is_being_ended_has_one_outcome_whichever_comes_first(app, setting, herself):
    make_way_back(setting.person, setting.nurse)
    proposal = make_proposal(setting.person, setting.nurse)
    numbers = count()

    def one() -> None:
        if next(numbers) % 2:
            come_back(setting.person.id, "", herself)
        else:
            complete_closure(proposal, setting.nurse)

    refused = together(app, one)
    settle()
    old, new = supports_of(setting.person.id)[-1], supports_of(setting.person.id)[:-1]
    assert {type(each) for each in refused} <= {Conflict}
    assert old.episode.ended_on == today()
    assert len(new) == (1 if old.left_by else 0)
    assert [each.episode.ended_on for each in new] == [None] * len(new)
    assert old.is_open_for(today()) is not bool(new)


def test_before_the_end_nothing_is_opened_and_after_it_the_way_back_works(setting, herself):
    make_way_back(setting.person, setting.nurse)
    proposal = make_proposal(setting.person, setting.nurse)
    with pytest.raises(Conflict, match="nothing to come back from"):
        come_back(setting.person.id, "", herself)
    complete_closure(proposal, setting.nurse)
    come_back(setting.person.id, "", herself)
    with pytest.raises(Conflict):
        complete_closure(proposal, setting.nurse)
    assert [each.is_over for each in supports_of(setting.person.id)] == [False, True]


@atomic()
def leave(account_id):
    db.session.query(Membership).filter_by(account_id=account_id).one().left_on = today()
    record("leave", the_system("tests"))


@atomic()
def make_check(setting, closure_id):
    check = LandingCheck(person_id=setting.person.id, closure_id=closure_id, weeks=2, due_on=today())
    db.session.add(check)
    record("make_check", the_system("tests"), setting.person.id)
    return check.id


def episode_before(setting):
    return next(each.episode for each in supports_of(setting.person.id) if each.left_by)

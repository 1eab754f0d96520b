"""The pages about ending support."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Standing, Way
from livingwell.careplans.models import ActorKind, HowSaid
from livingwell.contacts.commands import Because
from livingwell.contacts.models import Outcome
from livingwell.contacts.queries.worries import worries
from livingwell.core.actor import Right
from livingwell.core.clock import fixed, now, today
from livingwell.core.dates import long_date
from livingwell.discussions.actions.agenda import take_off_agenda
from livingwell.discussions.queries.proposals import proposals
from livingwell.journeys.actions.closing import complete_closure, let_go
from livingwell.journeys.actions.proposing import say_ready
from livingwell.journeys.closing_commands import LetGo, SayReady
from livingwell.journeys.models import ClosurePoint, EndingKind, ReadyKind
from livingwell.journeys.presenters.ending_words import QUESTIONS
from livingwell.journeys.queries.closures import proposal_now
from livingwell.people.actions import episodes
from livingwell.people.models import AllocationRole
from tests.factories.careplans import make_full_plan, make_step
from tests.factories.closing import answer_every_point, episode_in, make_proposal, phone_against_wish, try_their_way
from tests.factories.contacts import Desk, make_contact, tell_preferences
from tests.factories.discussions import make_meeting
from tests.factories.identity import make_account, sign_in
from tests.factories.staying import make_way_back
from tests.harness.session import settle

Count = Callable[[], object]


@pytest.fixture
def desk(app: Flask) -> Desk:
    return Desk()


@pytest.fixture
def ruth(app: Flask, desk: Desk) -> FlaskClient:
    """Signed in as a lead of the team."""
    client = app.test_client()
    sign_in(client, make_account("Ruth Iqbal", team=desk.team, right=Right.TEAM_LEAD))
    return client


@pytest.fixture
def priya(app: Flask, desk: Desk) -> FlaskClient:
    client = app.test_client()
    sign_in(client, desk.priya)
    return client


def ending(desk: Desk, more: str = "") -> str:
    return f"/people/{desk.amara.id}/ending{more}"


def shown(client: FlaskClient, path: str) -> str:
    return client.get(path).get_data(as_text=True)


def dated(field: str) -> dict[str, str]:
    """Today, as the three boxes of a date."""
    day = today()
    return {f"{field}-day": str(day.day), f"{field}-month": str(day.month), f"{field}-year": str(day.year)}


# Proposing


def test_nothing_is_proposed_and_what_the_record_shows_stands_beside_it(priya: FlaskClient, desk: Desk) -> None:
    page = shown(priya, ending(desk))
    assert "Nobody has proposed to end support" in page
    assert "Nothing here has to be done before support can end." in page


def test_while_nobody_has_proposed_it_nothing_is_missed_and_nothing_invites_to_it(
    priya: FlaskClient, desk: Desk
) -> None:
    page = shown(priya, ending(desk))
    assert "Open: </span>Amara has a staying-well plan" in page
    assert "Not done: " not in page
    [link] = [each for each in page.split("<a ") if "Propose to end support" in each]
    assert "nhsuk-button--secondary-solid" in link


def test_once_it_is_proposed_what_is_not_done_is_missed(priya: FlaskClient, desk: Desk) -> None:
    make_proposal(desk.amara, desk.nurse)
    assert "Not done: </span>Amara has a staying-well plan" in shown(priya, ending(desk))


def test_a_discussion_leads_to_a_proposal_that_says_where_it_comes_from(priya: FlaskClient, desk: Desk) -> None:
    desk.begin()
    link = ending(desk, f"/new?discussion={desk.discussion.id}")
    for path in ("", "/closing"):
        assert link in shown(priya, f"/people/{desk.amara.id}/discussions/{desk.discussion.id}{path}")
    sent = {"kind": "moved_away", "discussion": str(desk.discussion.id), "words": "To Leeds"}
    assert priya.post(ending(desk, "/new"), data=sent).status_code == 303
    settle()
    found = proposal_now(desk.amara.id)
    assert found is not None
    assert (found.kind, found.discussion_id) == (EndingKind.MOVED_AWAY, desk.discussion.id)


def test_moving_on_says_where_to(priya: FlaskClient, desk: Desk) -> None:
    response = priya.post(ending(desk, "/new"), data={"kind": "moved_on"})
    assert response.status_code == 422
    assert "Enter where Amara goes on to" in response.get_data(as_text=True)


@pytest.mark.parametrize("kind", ["died", "own_decision", "did_not_engage", "not_engaging", "dna"])
def test_no_other_reason_is_offered(priya: FlaskClient, desk: Desk, kind: str) -> None:
    assert priya.post(ending(desk, "/new"), data={"kind": kind}).status_code == 422


def test_whether_the_person_is_ready_is_written_down_as_told(priya: FlaskClient, desk: Desk) -> None:
    proposal = make_proposal(desk.amara, desk.nurse)
    path = ending(desk, f"/{proposal.id}/answer")
    assert priya.post(path, data={"kind": "yes", "how": ""}).status_code == 422
    assert priya.post(path, data={"kind": "could_not_ask"}).status_code == 422
    told = {"kind": "no", "how": "by phone", "words": "I am afraid of it", **dated("on")}
    assert priya.post(path, data=told).status_code == 303
    page = shown(priya, ending(desk))
    assert "No. I am afraid of it" in page
    assert "Not done: </span>Amara is ready for this" in page


@pytest.mark.parametrize(
    ("said", "told"),
    [(ReadyKind.YES, ""), (ReadyKind.NO, "Amara said: no."), (ReadyKind.NOT_YET, "Amara said: not yet."), (None, "")],
)
def test_only_a_yes_makes_the_end_the_thing_to_press(
    priya: FlaskClient, desk: Desk, said: ReadyKind | None, told: str
) -> None:
    proposal = make_proposal(desk.amara, desk.nurse)
    if said:
        say_ready(proposal, SayReady(said, how=HowSaid.BY_TEXT, on=today()), desk.nurse)
    page = shown(priya, ending(desk))
    [button] = [each for each in page.split("<button") if ">End support<" in each]
    assert ("nhsuk-button--secondary-solid" in button) is (said is not ReadyKind.YES)
    assert ("Talk about it together before support ends." in page) is bool(told)
    assert told in page


def test_a_press_ends_support_and_the_page_says_how(priya: FlaskClient, desk: Desk) -> None:
    proposal = make_proposal(desk.amara, desk.nurse, words="You have done what you set out to do.")
    response = priya.post(ending(desk, f"/{proposal.id}/completion"), follow_redirects=True)
    page = response.get_data(as_text=True)
    assert f"Amara’s support ended on {long_date(today())}: goals reached" in page
    assert "Ended by Priya Mistry." in page
    assert "None of it is required." in page


def test_the_second_of_two_browsers_gets_a_clear_page(priya: FlaskClient, ruth: FlaskClient, desk: Desk) -> None:
    proposal = make_proposal(desk.amara, desk.nurse)
    path = ending(desk, f"/{proposal.id}/completion")
    assert priya.post(path).status_code == 303
    second = ruth.post(path)
    assert second.status_code == 409
    assert "Priya Mistry has ended support already" in second.get_data(as_text=True)


def test_the_person_is_let_go_with_nothing_but_how_they_told_us(priya: FlaskClient, desk: Desk) -> None:
    path = ending(desk, "/their-decision")
    assert priya.post(path, data={"how": ""}).status_code == 422
    assert priya.post(path, data={"how": "by text"}).status_code == 303
    assert "their own decision" in shown(priya, ending(desk))


def test_a_death_is_written_down_once_and_ends_support(priya: FlaskClient, desk: Desk) -> None:
    told = {"told_by": "Efe, her sister", **dated("told_on")}
    assert priya.post(ending(desk, "/death"), data=told).status_code == 303
    page = shown(priya, ending(desk))
    assert "Support for carers goes on" in page
    assert "To offer now" not in page


# Lost contact


def make_lost(desk: Desk) -> None:
    phone_against_wish(desk.amara, desk.nurse, now() - timedelta(days=10))
    make_proposal(desk.amara, desk.nurse, EndingKind.LOST_CONTACT)


def test_it_says_why_not_in_words_about_us_and_what_to_do_next(ruth: FlaskClient, desk: Desk) -> None:
    make_lost(desk)
    page = shown(ruth, ending(desk))
    assert "Amara’s support can’t be ended yet. We have not tried it Amara’s way." in page
    assert "1 of the 1 contacts that brought no answer was not as Amara asked: 1 phone call." in page
    for step in ("Text Amara", "Visit Amara", "Hear a lived-experience view", "Write down how Amara can come back"):
        assert step in page
    assert f"/people/{desk.amara.id}/messages/new?way=text" in page
    assert f"/people/{desk.amara.id}/appointments/new?way=visit" in page
    assert "Team lead: end support anyway" in page


def test_who_was_reached_each_time_is_not_said_to_have_not_been_tried(ruth: FlaskClient, desk: Desk) -> None:
    with fixed(now() - timedelta(days=40)):
        make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.REPLIED)
    with fixed(now() - timedelta(days=30)):
        tell_preferences(desk.amara, desk.nurse)
    with fixed(now() - timedelta(days=10)):
        make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.REPLIED)
    make_proposal(desk.amara, desk.nurse, EndingKind.LOST_CONTACT)
    page = shown(ruth, ending(desk))
    assert "We reached Amara each time that we tried." in page
    assert "We have not tried to reach" not in page
    assert f"Nothing was tried as asked since {long_date(today() - timedelta(days=10))}." in page
    assert "1 of 2 contacts as Amara asked. 1 before we asked." in page


def test_only_a_lead_of_the_team_is_offered_to_end_it_anyway(priya: FlaskClient, desk: Desk) -> None:
    make_lost(desk)
    assert "end support anyway" not in shown(priya, ending(desk))


def test_one_press_has_the_next_agenda_propose_it(priya: FlaskClient, desk: Desk) -> None:
    make_lost(desk)
    proposal = proposal_now(desk.amara.id)
    assert proposal is not None
    assert priya.post(ending(desk, f"/{proposal.id}/agenda")).status_code == 303
    assert "The next agenda proposes it." in shown(priya, ending(desk))


@pytest.mark.parametrize("point", ClosurePoint)
def test_each_question_is_answered_by_somebody_in_words(priya: FlaskClient, desk: Desk, point: ClosurePoint) -> None:
    make_lost(desk)
    proposal = proposal_now(desk.amara.id)
    assert proposal is not None
    path = ending(desk, f"/{proposal.id}/points/{point.value}")
    assert QUESTIONS[point].format(name="Amara") in shown(priya, path)
    assert priya.post(path, data={"words": " "}).status_code == 422
    assert priya.post(path, data={"words": "Nobody is worried. We rang her sister."}).status_code == 303
    assert "Nobody is worried. We rang her sister. Priya Mistry" in shown(priya, ending(desk))


def test_there_is_a_button_once_everything_is_true(priya: FlaskClient, desk: Desk) -> None:
    make_lost(desk)
    proposal = proposal_now(desk.amara.id)
    assert proposal is not None
    assert "/completion" not in shown(priya, ending(desk))
    try_their_way(desk.amara, desk.nurse, now() - timedelta(days=8))
    desk.begin()
    desk.hear_lived_experience()
    make_way_back(desk.amara, desk.nurse)
    answer_every_point(proposal, desk.nurse)
    page = shown(priya, ending(desk))
    assert "10 of 10, worked out from the record" in page
    assert f"/{proposal.id}/completion" in page
    assert "can’t be ended yet" not in page


def test_who_asked_us_to_stop_is_let_go_instead(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, asked_to_stop=True)
    make_proposal(desk.amara, desk.nurse, EndingKind.LOST_CONTACT)
    page = shown(priya, ending(desk))
    assert "Amara asked us to stop: contact is not lost." in page
    assert "Let Amara go" in page


def test_before_anybody_has_asked_asking_comes_first(priya: FlaskClient, desk: Desk) -> None:
    make_contact(desk.amara, desk.nurse, Way.PHONE, Outcome.NO_ANSWER)
    make_proposal(desk.amara, desk.nurse, EndingKind.LOST_CONTACT)
    page = shown(priya, ending(desk))
    assert "Nobody has asked how Amara wants to be reached." in page
    assert "Find out how Amara wants to be reached" in page


def test_a_lead_says_why_and_it_stands_on_every_page_of_the_record(ruth: FlaskClient, desk: Desk) -> None:
    make_lost(desk)
    proposal = proposal_now(desk.amara.id)
    assert proposal is not None
    path = ending(desk, f"/{proposal.id}/override")
    assert ruth.post(path, data={"why": ""}).status_code == 422
    assert ruth.post(path, data={"why": "Her family asked us to"}).status_code == 303
    for page in ("", "/plan", "/contacts", "/ending"):
        said = shown(ruth, f"/people/{desk.amara.id}{page}")
        assert "Ended by a team lead although it was not ready" in said
        assert "Her family asked us to" in said


# After the end


def test_a_record_says_at_its_top_that_support_has_ended_how_and_the_way_back(priya: FlaskClient, desk: Desk) -> None:
    before = shown(priya, f"/people/{desk.amara.id}")
    assert "support ended" not in before
    make_way_back(desk.amara, desk.nurse)
    complete_closure(make_proposal(desk.amara, desk.nurse, EndingKind.MOVED_AWAY), desk.nurse)
    page = shown(priya, f"/people/{desk.amara.id}")
    assert f"Amara’s support ended on {long_date(today())}: moved away." in page
    assert "Amara can come back until" in page
    assert "without a new referral, to Priya Mistry. We answer with a text." in page


def test_what_is_asked_of_everyone_is_not_asked_once_support_has_ended(priya: FlaskClient, desk: Desk) -> None:
    asked = "Who helps you, or whom do you help?"
    assert asked in shown(priya, f"/people/{desk.amara.id}")
    complete_closure(make_proposal(desk.amara, desk.nurse), desk.nurse)
    assert asked not in shown(priya, f"/people/{desk.amara.id}")


def test_what_the_person_said_when_they_stopped_stands_in_quotes(priya: FlaskClient, desk: Desk) -> None:
    let_go(desk.amara, episode_in(desk.amara), LetGo(HowSaid.BY_TEXT, "Enough now."), desk.nurse)
    assert "“Enough now.”" in shown(priya, ending(desk))


def test_today_asks_nothing_about_somebody_whose_support_has_ended(priya: FlaskClient, desk: Desk) -> None:
    episode = episode_in(desk.amara)
    episodes.allocate(episode, AllocationRole.KEY_WORKER, desk.priya.id, desk.nurse)
    with fixed(now() - timedelta(days=40)):
        plan = make_full_plan(desk.amara, desk.nurse)
        make_step(plan.goals[0], desk.nurse, "Ring the library", actor_kind=ActorKind.MEMBER, done_by_id=desk.priya.id)
    take_off_agenda(desk.discussion, desk.chair)
    assert "Amara" in shown(priya, "/today")
    let_go(desk.amara, episode, LetGo(HowSaid.BY_TEXT), desk.nurse)
    assert "Amara" not in shown(priya, "/today")


def test_no_worry_and_no_agenda_is_about_somebody_whose_support_has_ended(desk: Desk) -> None:
    phone_against_wish(desk.amara, desk.nurse, now() - timedelta(days=40))
    take_off_agenda(desk.discussion, desk.chair)
    later = make_meeting(desk, now() + timedelta(days=7))
    assert [each.person_id for each in proposals(desk.chair, later)] == [desk.amara.id]
    let_go(desk.amara, episode_in(desk.amara), LetGo(HowSaid.BY_TEXT), desk.nurse)
    assert proposals(desk.chair, later) == []
    assert worries(desk.chair, desk.team.id) == []


def test_the_page_asks_as_much_of_a_long_record_as_of_a_short_one(
    ruth: FlaskClient, desk: Desk, count_statements: Callable[[], object]
) -> None:
    make_lost(desk)
    shown(ruth, ending(desk))
    with count_statements() as few:
        shown(ruth, ending(desk))
    for number in range(5):
        with fixed(now() - timedelta(days=number + 1)):
            make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.SENT)
            make_contact(desk.amara, desk.nurse, Way.PHONE, Outcome.NO_ANSWER, because=Because("The old list"))
    proposal = proposal_now(desk.amara.id)
    assert proposal is not None
    answer_every_point(proposal, desk.nurse)
    make_full_plan(desk.amara, desk.nurse)
    say_ready(proposal, SayReady(ReadyKind.YES, how=HowSaid.BY_TEXT), desk.nurse)
    with count_statements() as many:
        shown(ruth, ending(desk))
    assert len(many) <= len(few) + 1  # what matters to her, now that it is written down
    assert len(many) <= 45


def test_ways_that_are_refused_are_never_what_to_do_next(priya: FlaskClient, desk: Desk) -> None:
    said = {Way.PHONE: Standing.NOT_WANTED, Way.VISIT: Standing.NOT_SAFE, Way.TEXT: Standing.NOT_SAFE}
    tell_preferences(desk.amara, desk.nurse, {Way.LETTER: Standing.BEST, **said})
    make_proposal(desk.amara, desk.nurse, EndingKind.LOST_CONTACT)
    page = shown(priya, ending(desk))
    assert "Write Amara a letter" in page
    assert "Ask somebody whom Amara trusts" in page
    for never in ("Text Amara", "Visit Amara", "Phone Amara"):
        assert never not in page

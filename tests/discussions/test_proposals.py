"""The agenda proposes itself, and says why."""

from datetime import timedelta

import pytest
from flask import Flask

from livingwell.careplans.actions import (
    agree_goal,
    make_suggestion,
    rate_goal,
    set_review,
    start_plan,
    take_to_meeting,
)
from livingwell.careplans.commands import GoalCommand, SuggestionCommand
from livingwell.careplans.models import LifeArea, SuggestionKind, TargetKind, WhoseWords
from livingwell.core.clock import fixed, now, today
from livingwell.discussions.actions.agenda import ask_for_discussion, take_off_agenda
from livingwell.discussions.actions.meetings import end_meeting
from livingwell.discussions.actions.round import add_view, close_challenge, take_challenge_on
from livingwell.discussions.commands import AddView
from livingwell.discussions.models import Ground, Meeting
from livingwell.discussions.presenters.proposals import proposed, why_words
from livingwell.discussions.queries.proposals import proposals
from livingwell.discussions.queries.round import challenge, challenges
from livingwell.people.models import Person
from tests.factories.discussions import Room, make_meeting
from tests.factories.people import make_person


def grounds(room: Room, meeting: Meeting, person: Person) -> list[Ground]:
    """Why somebody is proposed. That nobody has contacted them is left out: nobody has, in any of these tests."""
    found = [each for each in proposals(room.chair, meeting) if each.person_id == person.id]
    return [why.ground for each in found for why in each.whys if why.ground is not Ground.NO_CONTACT]


def next_week(room: Room) -> Meeting:
    return make_meeting(room, now() + timedelta(days=7))


def discussed(room: Room) -> Person:
    """Amara, discussed and closed."""
    room.close()
    return room.amara


def test_somebody_accepted_and_never_discussed_is_proposed_and_a_referral_is_not(app: Flask) -> None:
    room = Room()
    kwame = make_person("Kwame", "Boateng", team=room.team)
    waiting = make_person("Denise", "Hallam", team=room.team, is_accepted=False, is_started=False)
    assert grounds(room, room.meeting, kwame) == [Ground.NEVER_DISCUSSED]
    assert grounds(room, room.meeting, waiting) == []


def test_nobody_on_the_agenda_is_proposed_and_whoever_was_taken_off_is_again(app: Flask) -> None:
    room = Room(is_started=False)
    assert grounds(room, room.meeting, room.amara) == []
    take_off_agenda(room.discussion, room.chair)
    assert grounds(room, room.meeting, room.amara) == [Ground.NEVER_DISCUSSED]


def test_an_overdue_decision_brings_somebody_back(app: Flask) -> None:
    room = Room()
    room.decide(by_on=today() - timedelta(days=2))
    amara = discussed(room)
    assert grounds(room, next_week(room), amara) == [Ground.DECISION_OVERDUE]


def test_whoever_was_not_reached_or_not_closed_is_proposed_once_the_meeting_is_over(app: Flask) -> None:
    room = Room()
    kwame = make_person("Kwame", "Boateng", team=room.team)
    room.put_on(kwame)
    end_meeting(room.meeting, room.chair)
    later = next_week(room)
    assert Ground.NOT_REACHED in grounds(room, later, kwame)
    assert grounds(room, later, room.amara) == [Ground.NOT_CLOSED]


def test_a_request_is_proposed_in_the_words_of_whoever_asked(app: Flask) -> None:
    room = Room()
    amara = discussed(room)
    ask_for_discussion(amara.id, room.team.id, "Amara", "tell me what happens in August", room.peer)
    later = next_week(room)
    (found,) = proposals(room.chair, later)
    (why,) = (each for each in found.whys if each.ground is Ground.REQUEST)
    assert "Amara asked on" in why_words(why, today())
    assert "tell me what happens in August" in why_words(why, today())


def test_a_challenge_that_was_taken_on_is_proposed_until_it_is_closed(app: Flask) -> None:
    room = Room()
    add_view(room.discussion, AddView(text="Are we?", is_challenge=True), room.peer)
    raised = challenges(room.amara.id, room.discussion.id)[0]
    amara = discussed(room)
    later = next_week(room)
    assert grounds(room, later, amara) == []
    take_challenge_on(room.discussion, raised, room.nurse)
    assert grounds(room, later, amara) == [Ground.CHALLENGE]
    close_challenge(room.discussion, challenge(amara.id, raised.id), "", room.peer)
    assert grounds(room, later, amara) == []


@pytest.mark.parametrize(("then", "is_proposed"), [(None, True), (2, True), (5, False)])
def test_a_rating_that_has_not_moved_in_eight_weeks_is_proposed(
    app: Flask, then: int | None, is_proposed: bool
) -> None:
    room = Room()
    amara = discussed(room)
    plan = start_plan(amara, room.nurse)
    long_ago = today() - timedelta(weeks=9)
    with fixed(now() - timedelta(weeks=9)):
        command = GoalCommand("Sleep", WhoseWords.PERSON, long_ago, LifeArea.HEALTH, is_rated=True, baseline=2)
        goal = agree_goal(plan, command, room.nurse)
    if then is not None:
        rate_goal(goal, then, today() - timedelta(weeks=1), room.nurse)
    assert grounds(room, next_week(room), amara) == ([Ground.RATING_UNMOVED] if is_proposed else [])


def test_a_review_that_is_due_is_proposed(app: Flask) -> None:
    room = Room()
    amara = discussed(room)
    plan = start_plan(amara, room.nurse)
    later = next_week(room)
    set_review(plan, today() + timedelta(days=1), None, room.nurse)
    assert grounds(room, later, amara) == []
    set_review(plan, today(), None, room.nurse)
    assert grounds(room, later, amara) == [Ground.REVIEW_DUE]


def test_a_suggestion_sent_to_the_meeting_is_proposed(app: Flask) -> None:
    room = Room()
    amara = discussed(room)
    plan = start_plan(amara, room.nurse)
    command = SuggestionCommand(SuggestionKind.ADDITION, TargetKind.PLAN, "A quiet hour each day")
    suggestion = make_suggestion(plan, command, room.peer)
    later = next_week(room)
    assert grounds(room, later, amara) == []
    take_to_meeting(suggestion, room.nurse)
    assert grounds(room, later, amara) == [Ground.SUGGESTION]


def test_it_proposes_as_many_as_the_minutes_allow_longest_wait_first_and_says_how_many_more(app: Flask) -> None:
    room = Room()
    people = [
        make_person(f"Person{number}", "Test", team=room.team, referred_days_ago=20 + number) for number in range(5)
    ]
    found = proposals(room.chair, room.meeting)
    shown = proposed(found, 25, today(), is_all=False)
    assert [row.person_id for row in shown.rows] == [people[4].id, people[3].id]
    assert shown.more == 3
    assert proposed(found, 9, today(), is_all=False).rows == ()
    assert proposed(found, 9, today(), is_all=True).more == 0
    assert proposed(found, -5, today(), is_all=False).more == 5


def test_somebody_of_another_team_is_never_proposed(app: Flask) -> None:
    room, elsewhere = Room(), Room()
    elsewhere.decide(by_on=today() - timedelta(days=2))
    assert elsewhere.amara.id not in {each.person_id for each in proposals(room.chair, next_week(room))}

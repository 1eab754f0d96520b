"""Before a discussion: what the person says, whom they would like there, and whether they come."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from livingwell.core.actor import Actor
from livingwell.core.clock import fixed, now, today
from livingwell.core.errors import Conflict, Invalid, LivingWellError, NotFound
from livingwell.discussions.actions.agenda import ask_for_discussion, change_place, put_on_agenda, take_off_agenda
from livingwell.discussions.actions.closing import start_discussion
from livingwell.discussions.actions.meetings import end_meeting, plan_next
from livingwell.discussions.actions.taking_part import (
    say_for_them,
    say_own_part,
    say_way,
    say_who_there,
    take_line_back,
)
from livingwell.discussions.commands import Place, SayLine
from livingwell.discussions.models import AgendaRequest, CaseDiscussion, LinePart, OwnState, PersonLine, Reason, Way
from livingwell.discussions.queries.agenda import places
from livingwell.discussions.queries.discussions import discussion, readiness
from livingwell.discussions.queries.lines import line_in_their_words, lines
from livingwell.discussions.queries.own import own_discussion, own_discussions, own_requests
from livingwell.discussions.queries.screen.opening import opening_of
from livingwell.discussions.queries.taking_part import wishes
from livingwell.extensions import db
from livingwell.people.actions.registering import refer_again
from livingwell.people.commands import Referral
from tests.factories.discussions import Room, make_meeting
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.people import make_own_account, make_person
from tests.harness.session import settle
from tests.harness.together import TOGETHER, together


def told(room: Room) -> Actor:
    """Amara at her own pages, who was told that the team will talk about her."""
    tell(room, room.discussion)
    return actor_for(make_own_account(room.amara))


def tell(room: Room, place: CaseDiscussion) -> None:
    change_place(place, Place(Reason.REVIEW, room.jo.id, question="What would help?", is_person_told=True), room.chair)


def said(room: Room) -> list[str]:
    """What stands as Amara's words for the meeting."""
    return [line.talk_about or line.please_dont or line.words for line in lines([room.discussion.id])]


def test_the_person_sees_a_discussion_only_once_a_member_says_that_they_know(app: Flask) -> None:
    room = Room(is_started=False)
    assert own_discussions(room.amara.id) == []
    with pytest.raises(NotFound):
        own_discussion(room.amara.id, room.discussion.id)
    tell(room, room.discussion)
    [found] = own_discussions(room.amara.id)
    assert (found.state, found.question) == (OwnState.COMING, "What would help?")


def test_somebody_whose_words_were_brought_knows_of_it_but_sees_no_question_that_nobody_told_them(app: Flask) -> None:
    room = Room(is_started=False)
    room.hear_line()
    assert own_discussion(room.amara.id, room.discussion.id).question == ""


def test_why_somebody_was_not_asked_tells_them_nothing_of_a_discussion(app: Flask) -> None:
    room = Room(is_started=False)
    say_for_them(room.discussion, SayLine(room.jo.id, not_asked_because="She is in hospital"), room.peer)
    assert own_discussions(room.amara.id) == []


def test_somebody_who_was_told_is_told_too_that_it_was_taken_off_the_agenda(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    say_own_part(room.discussion, LinePart.TALK_ABOUT, "Sleep", amara)
    take_off_agenda(room.discussion, room.chair)
    assert [each.state for each in own_discussions(room.amara.id)] == [OwnState.TAKEN_OFF]
    with pytest.raises(Conflict):
        say_own_part(room.discussion, LinePart.TALK_ABOUT, "Noise", amara)
    end_at = room.meeting.ends_at + timedelta(hours=7)
    with fixed(end_at):
        assert own_discussions(room.amara.id) == []


def test_whoever_is_put_on_the_same_agenda_again_need_not_say_it_again(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    say_own_part(room.discussion, LinePart.TALK_ABOUT, "Sleep", amara)
    say_way(room.discussion, Way.COME, "", "", amara)
    take_off_agenda(room.discussion, room.chair)
    room.discussion = room.put_on(room.amara)
    assert said(room) == ["Sleep"]
    assert wishes([room.discussion.id])[room.discussion.id].way is not None
    assert [each.state for each in own_discussions(room.amara.id)] == [OwnState.COMING]


def test_one_answer_changes_and_what_was_said_before_stays_beside_it(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    say_own_part(room.discussion, LinePart.TALK_ABOUT, "The phone", amara)
    say_own_part(room.discussion, LinePart.PLEASE_DONT, "My mum", amara)
    say_own_part(room.discussion, LinePart.TALK_ABOUT, "The phone on Monday", amara)
    assert said(room) == ["My mum", "The phone on Monday"]
    opened = opening_of(room.chair, room.amara.id, room.discussion.id)
    assert [line.talk_about for line in opened.taken_back] == ["The phone"]
    assert [line.how for line in opened.lines] == ["Written by Amara Osei"] * 2


def test_an_empty_answer_takes_back_what_was_said_and_the_same_again_changes_nothing(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    say_own_part(room.discussion, LinePart.WORDS, "I sleep by day.", amara)
    assert say_own_part(room.discussion, LinePart.WORDS, "I sleep by day.", amara) is None
    say_own_part(room.discussion, LinePart.WORDS, "", amara)
    assert said(room) == []
    assert len(opening_of(room.chair, room.amara.id, room.discussion.id).taken_back) == 1


def test_what_a_member_wrote_down_stands_beside_until_the_person_takes_it_back(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    room.hear_line()
    say_own_part(room.discussion, LinePart.TALK_ABOUT, "Sleep", amara)
    assert said(room) == ["the call on Monday", "Sleep"]
    brought = line_in_their_words(room.discussion.id, lines([room.discussion.id])[0].id)
    take_line_back(room.discussion, brought, amara)
    assert said(room) == ["Sleep"]
    with pytest.raises(NotFound):
        line_in_their_words(room.discussion.id, brought.id)


def test_the_latest_answer_about_taking_part_holds_and_each_says_who_gave_it(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    say_who_there(room.discussion, "My sister Efua", "by phone on 3 May", room.peer)
    say_way(room.discussion, Way.COME, "", "", amara)
    say_way(room.discussion, Way.SPEAKER, "Efua", "", amara)
    standing = wishes([room.discussion.id])[room.discussion.id]
    assert standing.way is not None
    assert standing.who_there is not None
    assert (standing.way.way, standing.way.speaker, standing.way.written_by) == (Way.SPEAKER, "Efua", "Amara Osei")
    assert (standing.who_there.who_there, standing.who_there.written_by) == ("My sister Efua", "Jo Brennan")
    assert opening_of(room.chair, room.amara.id, room.discussion.id).head.wishes == standing


def test_whoever_speaks_for_the_person_is_named(app: Flask) -> None:
    room = Room(is_started=False)
    with pytest.raises(Invalid):
        say_way(room.discussion, Way.SPEAKER, "", "", told(room))


def test_a_member_writes_everything_down_for_the_person_in_one_go(app: Flask) -> None:
    room = Room(is_started=False)
    everything = SayLine(
        room.jo.id, talk_about="Sleep", how="wrote this with Jo", who_there="Efua", way=Way.SPEAKER, speaker="Efua"
    )
    say_for_them(room.discussion, everything, room.peer)
    assert (said(room), readiness(room.discussion.id).has_line) == (["Sleep"], True)
    standing = wishes([room.discussion.id])[room.discussion.id]
    assert standing.who_there is not None
    assert standing.who_there.told_how == "wrote this with Jo"


def test_how_somebody_takes_part_is_asking_them_too(app: Flask) -> None:
    room = Room(is_started=False)
    say_for_them(room.discussion, SayLine(room.jo.id, way=Way.COME, how="by phone"), room.peer)
    assert readiness(room.discussion.id).has_line
    with pytest.raises(Invalid):
        say_for_them(room.discussion, SayLine(room.jo.id, way=Way.COME, not_asked_because="Away"), room.peer)
    with pytest.raises(Invalid):
        say_for_them(room.discussion, SayLine(room.jo.id), room.peer)


def test_once_the_discussion_has_begun_what_was_said_stays_and_a_member_still_adds(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    say_own_part(room.discussion, LinePart.TALK_ABOUT, "Sleep", amara)
    start_discussion(room.discussion, room.chair)
    with pytest.raises(Conflict):
        say_own_part(room.discussion, LinePart.TALK_ABOUT, "Something else", amara)
    with pytest.raises(Conflict):
        say_way(room.discussion, Way.COME, "", "", amara)
    say_for_them(room.discussion, SayLine(room.jo.id, words="She is outside"), room.peer)
    assert said(room) == ["Sleep", "She is outside"]


def test_what_is_sent_while_the_discussion_begins_is_heard_whole_or_refused(app: Flask) -> None:
    room = Room(is_started=False)
    amara, person, here = told(room), room.amara.id, room.discussion.id
    turns = iter(["begin", *["write"] * (TOGETHER - 1)])
    words = iter(["One", "Two", "Three"])

    def either() -> None:
        if next(turns) == "begin":
            start_discussion(discussion(room.chair, person, here), room.chair)
        else:
            own = own_discussion(person, here).discussion
            say_own_part(own, LinePart.TALK_ABOUT, next(words), amara)

    refused = together(app, either)
    settle()
    kept = db.session.query(PersonLine).all()
    began_at = discussion(room.chair, person, here).started_at
    assert all(isinstance(error, Conflict) for error in refused)
    assert len(kept) == TOGETHER - 1 - len(refused)
    assert began_at is not None
    assert all(line.created_at <= began_at for line in kept)


def test_two_tabs_at_once_leave_one_answer_and_keep_them_all(app: Flask) -> None:
    room = Room(is_started=False)
    amara, person, here = told(room), room.amara.id, room.discussion.id
    words = iter(["One", "Two", "Three", "Four"])

    def write() -> None:
        say_own_part(own_discussion(person, here).discussion, LinePart.WORDS, next(words), amara)

    assert together(app, write) == []
    settle()
    assert len(said(room)) == 1
    assert db.session.query(PersonLine).count() == TOGETHER


def test_nobody_says_anything_to_anothers_discussion(app: Flask) -> None:
    room = Room(is_started=False)
    told(room)
    stranger = actor_for(make_own_account(make_person("Kwame", "Boateng", team=room.team)))
    refused: list[LivingWellError] = []
    for attempt in (
        lambda: say_own_part(room.discussion, LinePart.WORDS, "Hello", stranger),
        lambda: say_way(room.discussion, Way.COME, "", "", stranger),
        lambda: say_who_there(room.discussion, "Me", "", stranger),
    ):
        with pytest.raises(NotFound) as error:
            attempt()
        refused.append(error.value)
    assert len(refused) == 3
    assert said(room) == []


def test_a_person_who_does_not_know_of_a_discussion_can_say_nothing_to_it(app: Flask) -> None:
    room = Room(is_started=False)
    amara = actor_for(make_own_account(room.amara))
    with pytest.raises(NotFound):
        say_own_part(room.discussion, LinePart.WORDS, "Hello", amara)


def test_a_member_of_another_team_writes_nothing_down(app: Flask) -> None:
    room = Room(is_started=False)
    elsewhere = make_team()
    stranger = actor_for(make_account("Ola Stone", team=elsewhere), elsewhere)
    with pytest.raises(NotFound):
        say_way(room.discussion, Way.COME, "", "", stranger)


def test_what_the_person_asks_to_be_talked_about_becomes_their_line(app: Flask) -> None:
    room = Room(is_started=False)
    kwame = make_person("Kwame", "Boateng", team=room.team)
    actor = actor_for(make_own_account(kwame))
    ask_for_discussion(kwame.id, room.team.id, actor.name, "My flat is cold", actor)
    assert [each.words for each in own_requests(kwame.id, actor.account_id)] == ["My flat is cold"]
    place = put_on_agenda(room.meeting, kwame.id, Place(Reason.OTHER, room.jo.id), room.chair)
    [line] = lines([place.id])
    assert (line.talk_about, line.how) == ("My flat is cold", "Asked for by Kwame Boateng")
    assert own_requests(kwame.id, actor.account_id) == []
    assert own_discussion(kwame.id, place.id).state is OwnState.COMING


def test_what_a_member_asks_in_somebodys_name_is_nobodys_line(app: Flask) -> None:
    room = Room(is_started=False)
    kwame = make_person("Kwame", "Boateng", team=room.team)
    ask_for_discussion(kwame.id, room.team.id, "His mother", "He is not eating", room.peer)
    place = put_on_agenda(room.meeting, kwame.id, Place(Reason.OTHER, room.jo.id), room.chair)
    assert lines([place.id]) == []
    assert own_discussions(kwame.id) == []


def test_a_request_made_while_on_the_agenda_is_met_when_the_discussion_begins(app: Flask) -> None:
    room = Room(is_started=False)
    amara = actor_for(make_own_account(room.amara))
    ask_for_discussion(room.amara.id, room.team.id, amara.name, "My tablets", amara)
    start_discussion(room.discussion, room.chair)
    assert db.session.query(AgendaRequest).filter(AgendaRequest.met_at.is_(None)).count() == 0
    assert said(room) == ["My tablets"]


def test_the_person_asks_only_a_team_that_supports_them(app: Flask) -> None:
    room = Room(is_started=False)
    amara = actor_for(make_own_account(room.amara))
    with pytest.raises(NotFound):
        ask_for_discussion(room.amara.id, make_team().id, amara.name, "Hello", amara)
    with pytest.raises(NotFound):
        ask_for_discussion(make_person(team=room.team).id, room.team.id, amara.name, "Hello", amara)
    with pytest.raises(Invalid):
        ask_for_discussion(room.amara.id, room.team.id, amara.name, "", amara)


def test_somebody_with_two_teams_sees_what_both_told_them(app: Flask) -> None:
    room, other = Room(is_started=False), Room(is_started=False)
    both = replace(room.chair, rights={**room.chair.rights, **other.chair.rights})
    refer_again(room.amara.id, Referral(other.team.id, today(), "GP"), both)
    place = other.put_on(room.amara)
    amara = told(room)
    assert [each.discussion.id for each in own_discussions(room.amara.id)] == [room.discussion.id]
    say_for_them(place, SayLine(other.jo.id, words="Less noise"), other.peer)
    found = {each.discussion.meeting.team.name for each in own_discussions(room.amara.id)}
    assert found == {room.team.name, other.team.name}
    ask_for_discussion(room.amara.id, other.team.id, amara.name, "The flat", amara)
    assert own_requests(room.amara.id, amara.account_id)[0].team_id == other.team.id


def test_what_was_said_goes_along_to_the_next_meeting_and_why_nobody_asked_does_not(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    kwame = room.put_on(make_person("Kwame", "Boateng", team=room.team))
    say_own_part(room.discussion, LinePart.PLEASE_DONT, "My mum", amara)
    say_way(room.discussion, Way.SEND_WORDS, "", "", amara)
    lee = room.put_on(make_person("Lee", "Hart", team=room.team))
    say_for_them(lee, SayLine(room.jo.id, not_asked_because="Away"), room.peer)
    start_discussion(kwame, room.chair)
    following = plan_next(room.meeting, room.chair)
    end_meeting(room.meeting, room.chair)
    carried = {place.person_id: place for place in places(following.id)}
    mine, theirs = carried[room.amara.id], carried[lee.person_id]
    [line] = lines([mine.id])
    assert (line.please_dont, line.how, line.created_at <= now()) == ("My mum", "Written by Amara Osei", True)
    standing = wishes([mine.id])[mine.id]
    assert standing.way is not None
    assert standing.way.way is Way.SEND_WORDS
    assert lines([theirs.id]) == []
    assert own_discussion(room.amara.id, room.discussion.id).state is OwnState.NOT_REACHED
    assert own_discussion(room.amara.id, mine.id).state is OwnState.COMING


def test_a_meeting_that_has_ended_takes_no_answers(app: Flask) -> None:
    room = Room(is_started=False)
    amara = told(room)
    kwame = room.put_on(make_person("Kwame", "Boateng", team=room.team))
    start_discussion(kwame, room.chair)
    end_meeting(room.meeting, room.chair)
    make_meeting(room)
    with pytest.raises(Conflict):
        say_own_part(room.discussion, LinePart.WORDS, "Hello", amara)

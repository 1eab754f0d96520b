"""After a discussion: the person reads what we tell them, and says whether it is right."""

from datetime import timedelta

import pytest
from flask import Flask

from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.core.text import LONG
from livingwell.discussions.actions.agenda import change_place
from livingwell.discussions.actions.closing import mark_told, start_discussion, write_telling
from livingwell.discussions.actions.telling_answers import answer_telling
from livingwell.discussions.commands import AnswerTelling, Place, WriteTelling
from livingwell.discussions.models import Ground, IsItRight, OwnState, Reason
from livingwell.discussions.queries.discussions import discussion, telling_of
from livingwell.discussions.queries.own import own_discussion, own_discussions
from livingwell.discussions.queries.proposals import proposals
from livingwell.discussions.queries.screen.opening import opening_of
from livingwell.discussions.queries.telling_answers import answers_to_telling, open_release
from tests.factories.discussions import Room, make_meeting
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account, make_person
from tests.harness.session import settle
from tests.harness.together import TOGETHER, together

YES, READ = AnswerTelling(IsItRight.YES), AnswerTelling(IsItRight.READ)
NOT_QUITE = AnswerTelling(IsItRight.NOT_QUITE, "I said two stops.")


def write(room: Room, *, may_read_first: bool = False) -> None:
    """Write what Amara is told."""
    due = today() + timedelta(days=1)
    command = WriteTelling("You are right. We are sorry.", room.jo.id, "by text", due, may_read_first=may_read_first)
    there = telling_of(room.discussion.id)
    if there is not None:
        command = WriteTelling(
            command.text, room.jo.id, "by text", due, row_version=there.row_version, may_read_first=may_read_first
        )
    write_telling(room.discussion, command, room.peer)


def closed(room: Room, *, may_read_first: bool = True) -> Actor:
    """Amara at her own pages, once her discussion closed."""
    room.close()
    write(room, may_read_first=may_read_first)
    return actor_for(make_own_account(room.amara))


def test_what_is_told_is_read_only_after_somebody_has_told_it(app: Flask) -> None:
    room = Room()
    amara = closed(room, may_read_first=False)
    own = own_discussion(room.amara.id, room.discussion.id)
    assert (own.state, own.telling, own.promised is not None) == (OwnState.TO_BE_TOLD, None, True)
    with pytest.raises(NotFound):
        answer_telling(room.discussion, YES, amara)
    mark_told(room.discussion, room.peer)
    assert own_discussion(room.amara.id, room.discussion.id).state is OwnState.ANSWERED


def test_a_member_may_let_the_person_read_it_first_and_take_that_back(app: Flask) -> None:
    room = Room()
    closed(room)
    telling = telling_of(room.discussion.id)
    assert telling is not None
    assert own_discussion(room.amara.id, room.discussion.id).state is OwnState.ANSWERED
    write(room, may_read_first=False)
    assert open_release(telling.id) is None
    assert own_discussion(room.amara.id, room.discussion.id).state is OwnState.TO_BE_TOLD
    write(room, may_read_first=True)
    assert own_discussion(room.amara.id, room.discussion.id).state is OwnState.ANSWERED


def test_nothing_is_read_before_the_discussion_is_closed(app: Flask) -> None:
    room = Room()
    room.hear_line()
    write(room, may_read_first=True)
    assert own_discussion(room.amara.id, room.discussion.id).state is OwnState.BEGUN


def test_a_discussion_that_nobody_spoke_of_beforehand_shows_once_it_was_told(app: Flask) -> None:
    room = Room()
    change_place(room.discussion, Place(Reason.REVIEW, room.jo.id, is_person_told=False), room.chair)
    assert own_discussions(room.amara.id) == []
    closed(room)
    assert [each.state for each in own_discussions(room.amara.id)] == [OwnState.ANSWERED]


def test_reading_it_is_being_told_and_answering_can_wait(app: Flask) -> None:
    room = Room()
    amara = closed(room)
    answer_telling(room.discussion, READ, amara)
    own = own_discussion(room.amara.id, room.discussion.id)
    assert own.read_at is not None
    assert own.waits_for_answer
    told = telling_of(room.discussion.id)
    assert told is not None
    assert told.told_by is not None
    assert told.told_by.name == "Amara Osei"
    answer_telling(room.discussion, YES, amara)
    assert not own_discussion(room.amara.id, room.discussion.id).waits_for_answer


def test_whoever_told_it_first_stays_the_one_who_told_it(app: Flask) -> None:
    room = Room()
    amara = closed(room, may_read_first=False)
    mark_told(room.discussion, room.peer)
    answer_telling(room.discussion, YES, amara)
    told = telling_of(room.discussion.id)
    assert told is not None
    assert told.told_by is not None
    assert told.told_by.name == "Jo Brennan"


def test_not_quite_says_what_is_not_right_and_stands_beside_the_telling(app: Flask) -> None:
    room = Room()
    amara = closed(room)
    with pytest.raises(Invalid):
        answer_telling(room.discussion, AnswerTelling(IsItRight.NOT_QUITE), amara)
    answer_telling(room.discussion, NOT_QUITE, amara)
    head = opening_of(room.chair, room.amara.id, room.discussion.id).head
    assert head.answer is not None
    assert (head.answer.words, head.answer.written_by) == ("I said two stops.", "Amara Osei")


def test_the_last_answer_holds_and_every_one_stays(app: Flask) -> None:
    room = Room()
    amara = closed(room)
    answer_telling(room.discussion, NOT_QUITE, amara)
    answer_telling(room.discussion, YES, amara)
    telling = telling_of(room.discussion.id)
    assert telling is not None
    assert [each.answer for each in answers_to_telling(telling.id)] == [IsItRight.NOT_QUITE, IsItRight.YES]
    assert opening_of(room.chair, room.amara.id, room.discussion.id).head.answer == answers_to_telling(telling.id)[-1]


def test_a_long_answer_is_kept_whole(app: Flask) -> None:
    room = Room()
    words = "It was the bus, and not the tram. " * 118
    assert len(words) > LONG
    answer_telling(room.discussion, AnswerTelling(IsItRight.NOT_QUITE, words), closed(room))
    head = opening_of(room.chair, room.amara.id, room.discussion.id).head
    assert head.answer is not None
    assert head.answer.words == words


def test_a_member_writes_down_what_the_person_said_to_it(app: Flask) -> None:
    room = Room()
    closed(room, may_read_first=False)
    by_phone = AnswerTelling(IsItRight.NOT_QUITE, "I said two stops.", "by phone on 3 May")
    answer_telling(room.discussion, by_phone, room.peer)
    own = own_discussion(room.amara.id, room.discussion.id)
    assert own.answer is not None
    assert (own.answer.told_how, own.answer.written_by) == ("by phone on 3 May", "Jo Brennan")


def test_there_is_nothing_to_answer_before_it_is_written(app: Flask) -> None:
    room = Room()
    room.close()
    with pytest.raises(Conflict):
        answer_telling(room.discussion, YES, room.peer)


def test_nobody_answers_what_another_was_told(app: Flask) -> None:
    room = Room()
    closed(room)
    stranger = actor_for(make_own_account(make_person("Kwame", "Boateng", team=room.team)))
    with pytest.raises(NotFound):
        answer_telling(room.discussion, YES, stranger)


def test_answers_sent_together_are_all_kept_in_order(app: Flask) -> None:
    room = Room()
    amara, person, here = closed(room), room.amara.id, room.discussion.id
    assert together(app, lambda: answer_telling(own_discussion(person, here).discussion, NOT_QUITE, amara)) == []
    settle()
    telling = telling_of(here)
    assert telling is not None
    assert [each.number for each in answers_to_telling(telling.id)] == list(range(1, TOGETHER + 1))


def test_the_next_agenda_proposes_what_is_not_quite_right_until_it_was_talked_about(app: Flask) -> None:
    room = Room()
    amara = closed(room)
    answer_telling(room.discussion, NOT_QUITE, amara)
    following = make_meeting(room, room.meeting.starts_at + timedelta(days=7))

    def not_right() -> list[str]:
        return [
            why.words
            for proposal in proposals(room.chair, following)
            for why in proposal.whys
            if why.ground is Ground.NOT_RIGHT
        ]

    assert not_right() == ["I said two stops."]
    answer_telling(room.discussion, YES, amara)
    assert not_right() == []
    answer_telling(room.discussion, NOT_QUITE, amara)
    room.meeting = make_meeting(room, room.meeting.starts_at + timedelta(days=3))
    later = room.put_on(room.amara)
    start_discussion(discussion(room.chair, room.amara.id, later.id), room.chair)
    assert not_right() == []

"""Meetings, their agendas, and who came."""

from datetime import date, timedelta

import pytest
from flask import Flask

from livingwell.core.clock import fixed, london_instant, now
from livingwell.core.errors import Conflict, Invalid, NotFound, Stale
from livingwell.discussions.actions.agenda import (
    ask_for_discussion,
    change_place,
    move_down,
    move_up,
    put_on_agenda,
    take_off_agenda,
)
from livingwell.discussions.actions.attendance import check_in_member, check_out
from livingwell.discussions.actions.meetings import a_week_later, end_meeting, plan_next
from livingwell.discussions.commands import Place
from livingwell.discussions.models import CaseDiscussion, Reason
from livingwell.discussions.queries.agenda import open_requests, places
from livingwell.discussions.queries.attendance import check_ins
from livingwell.discussions.queries.meetings import expected_ids
from tests.factories.discussions import Room, make_meeting
from tests.factories.identity import make_account, make_team
from tests.factories.people import make_person


def names(room: Room, agenda: list[CaseDiscussion]) -> list[str]:
    known = {person.id: person.preferred_name for person in (room.amara, *getattr(room, "others", ()))}
    return [known[place.person_id] for place in agenda]


def test_a_week_later_is_the_same_time_on_the_wall_when_the_clocks_change(app: Flask) -> None:
    thursday = london_instant(date(2026, 10, 22), 10)
    assert a_week_later(thursday) == london_instant(date(2026, 10, 29), 10)
    assert a_week_later(thursday) - thursday == timedelta(days=7, hours=1)


def test_next_weeks_meeting_comes_from_this_one(app: Flask) -> None:
    room = Room()
    following = plan_next(room.meeting, room.chair)
    assert (following.place, following.minutes, following.chair_id) == ("Weaver Street, room 2", 90, room.ruth.id)
    assert expected_ids(following.id) == {room.ruth.id, room.priya.id, room.jo.id}
    with pytest.raises(Conflict):
        plan_next(room.meeting, room.chair)


def test_whoever_was_not_reached_is_carried_over(app: Flask) -> None:
    room = Room()
    kwame = make_person("Kwame", "Boateng", team=room.team)
    left = room.put_on(kwame, question="Who does Kwame trust?")
    following = plan_next(room.meeting, room.chair)
    assert places(following.id) == []
    end_meeting(room.meeting, room.chair)
    carried = places(following.id)
    assert [(place.person_id, place.question, place.carried_from_id) for place in carried] == [
        (kwame.id, "Who does Kwame trust?", left.id)
    ]


def test_planning_next_week_after_the_end_carries_over_too_and_only_once(app: Flask) -> None:
    room = Room()
    room.put_on(make_person("Kwame", "Boateng", team=room.team))
    end_meeting(room.meeting, room.chair)
    following = plan_next(room.meeting, room.chair)
    assert len(places(following.id)) == 1
    later = make_meeting(room, following.starts_at + timedelta(days=7))
    assert places(later.id) == []


def test_a_meeting_that_ended_takes_nobody_on(app: Flask) -> None:
    room = Room()
    end_meeting(room.meeting, room.chair)
    with pytest.raises(Conflict):
        room.put_on(make_person("Kwame", "Boateng", team=room.team))
    with pytest.raises(Conflict):
        end_meeting(room.meeting, room.chair)


def test_nobody_is_on_an_agenda_twice(app: Flask) -> None:
    room = Room()
    with pytest.raises(Conflict):
        room.put_on(room.amara)


def test_somebody_out_of_reach_is_not_put_on_the_agenda(app: Flask) -> None:
    room = Room()
    stranger = make_person("Olu", "Ade", team=make_team())
    with pytest.raises(NotFound):
        room.put_on(stranger)


def test_the_order_changes_one_place_at_a_time(app: Flask) -> None:
    room = Room(is_started=False)
    room.others = [make_person("Kwame", "Boateng", team=room.team), make_person("Lorna", "Keane", team=room.team)]
    _kwame, lorna = [room.put_on(person) for person in room.others]
    move_up(lorna, room.chair)
    assert names(room, places(room.meeting.id)) == ["Amara", "Lorna", "Kwame"]
    move_down(room.discussion, room.chair)
    assert names(room, places(room.meeting.id)) == ["Lorna", "Amara", "Kwame"]
    move_up(lorna, room.chair)
    assert names(room, places(room.meeting.id)) == ["Lorna", "Amara", "Kwame"]


def test_a_place_is_not_changed_from_an_old_reading(app: Flask) -> None:
    room = Room(is_started=False)
    place = Place(reason=Reason.STUCK, brought_by_id=room.jo.id, question="One?", row_version=1)
    change_place(room.discussion, place, room.chair)
    with pytest.raises(Stale):
        change_place(room.discussion, place, room.nurse)


@pytest.mark.parametrize("minutes", [0, 121])
def test_minutes_stay_within_limits(app: Flask, minutes: int) -> None:
    room = Room()
    with pytest.raises(Invalid):
        room.put_on(make_person("Kwame", "Boateng", team=room.team), minutes=minutes)


def test_what_has_begun_stays_on_the_agenda(app: Flask) -> None:
    room = Room()
    with pytest.raises(Conflict):
        take_off_agenda(room.discussion, room.chair)
    waiting = room.put_on(make_person("Kwame", "Boateng", team=room.team))
    take_off_agenda(waiting, room.chair)
    assert len(places(room.meeting.id)) == 1


def test_a_request_is_met_when_the_person_is_put_on_an_agenda(app: Flask) -> None:
    room = Room()
    ellis = make_person("Ellis", "Grant", team=room.team)
    ask_for_discussion(ellis.id, room.team.id, "Ellis", "tell me what happens in August", room.peer)
    assert len(open_requests(room.team.id, ellis.id)) == 1
    room.put_on(ellis)
    assert open_requests(room.team.id, ellis.id) == []


def test_checking_in_twice_is_once_and_somebody_may_come_back(app: Flask) -> None:
    room = Room()
    first = check_in_member(room.meeting, room.jo.id, room.chair)
    assert check_in_member(room.meeting, room.jo.id, room.peer).id == first.id
    assert first.brings_lived_experience
    check_out(room.meeting, first, room.peer)
    check_in_member(room.meeting, room.jo.id, room.peer)
    assert [each.is_there for each in check_ins(room.chair, room.meeting.id)] == [False, True]


def test_nobody_of_another_team_is_checked_in(app: Flask) -> None:
    room = Room()
    with pytest.raises(NotFound):
        check_in_member(room.meeting, make_account("Ola Stone", team=make_team()).id, room.chair)


def test_a_running_meeting_keeps_its_screens_awake_until_half_an_hour_past_its_planned_end(app: Flask) -> None:
    room = Room()
    assert room.meeting.keeps_screens_awake(room.meeting.ends_at + timedelta(minutes=30))
    assert not room.meeting.keeps_screens_awake(room.meeting.ends_at + timedelta(minutes=31))
    assert not make_meeting(room, now() + timedelta(days=7)).keeps_screens_awake(now())
    with fixed(now() + timedelta(minutes=20)):
        end_meeting(room.meeting, room.chair)
    assert not room.meeting.keeps_screens_awake(room.meeting.starts_at)


def test_somebody_taken_off_can_be_put_on_again(app: Flask) -> None:
    room = Room(is_started=False)
    take_off_agenda(room.discussion, room.chair)
    put_on_agenda(room.meeting, room.amara.id, Place(Reason.NEW, room.jo.id), room.chair)
    assert len(places(room.meeting.id)) == 1

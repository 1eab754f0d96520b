"""Who came and who is in the team, read in one statement for the screen."""

from flask import Flask

from livingwell.discussions.actions.attendance import check_in_guest, check_in_member, check_in_person, check_out
from livingwell.discussions.commands import Guest
from livingwell.discussions.queries.attendance import check_ins, there_and_members
from livingwell.discussions.queries.meetings import meeting, members
from tests.factories.discussions import Room
from tests.factories.identity import make_account, make_team, switch_off
from tests.factories.people import make_person


def test_the_one_statement_says_what_the_two_queries_say(app: Flask) -> None:
    room = Room()
    gone = make_account("Ada Quill", team=room.team)
    for account in (room.jo, room.priya, gone):
        check_in_member(room.meeting, account.id, room.chair)
    check_in_guest(room.meeting, Guest("Lena Fox", "housing officer"), room.chair)
    check_in_person(room.meeting, room.amara, room.chair)
    check_out(room.meeting, check_ins(room.chair, room.meeting.id)[0], room.chair)
    switch_off(gone)
    held = meeting(room.chair, room.meeting.id)
    came, team = there_and_members(room.chair, held)
    assert came == check_ins(room.chair, held.id)
    assert team == members(room.team.id)
    assert [each.account.name if each.account else each.name for each in came] == [
        "Jo Brennan",
        "Priya Mistry",
        "Ada Quill",
        "Lena Fox",
        "Amara Osei",
    ]
    assert "Ada Quill" not in [each.account.name for each in team]


def test_somebody_out_of_reach_is_not_among_those_who_came(app: Flask) -> None:
    room, other = Room(), Room()
    check_in_person(room.meeting, room.amara, room.chair)
    make_person("Kwame", "Boateng", team=make_team())
    held = meeting(room.chair, room.meeting.id)
    assert [each.name for each in there_and_members(room.chair, held)[0]] == ["Amara Osei"]
    assert there_and_members(other.chair, held)[0] == []

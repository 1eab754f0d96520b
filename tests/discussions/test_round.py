"""The round: whose view it is, and who is heard first."""

import pytest
from flask import Flask

from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.discussions.actions.attendance import check_in_carer, check_in_guest, check_in_person
from livingwell.discussions.actions.closing import close_discussion
from livingwell.discussions.actions.round import add_view, say_why_no_lived_experience
from livingwell.discussions.actions.striking import strike_view
from livingwell.discussions.commands import AddView, Guest
from livingwell.discussions.models import Missing, NotReadyToClose, Perspective
from livingwell.discussions.queries.discussions import readiness
from livingwell.discussions.queries.round import contributions
from livingwell.identity.models import Profession
from tests.factories.discussions import Room
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.people import make_person


def test_a_peer_support_worker_fills_the_lived_experience_place(app: Flask) -> None:
    room = Room()
    assert not readiness(room.discussion.id).is_round_open
    view = add_view(room.discussion, AddView(text="We still ring her."), room.peer)
    assert view.perspective is Perspective.LIVED_EXPERIENCE
    assert readiness(room.discussion.id).is_round_open


def test_a_clinician_does_not_fill_it_whatever_they_say(app: Flask) -> None:
    room = Room()
    view = add_view(room.discussion, AddView(text="I know how that feels."), room.nurse)
    assert (view.perspective, view.profession) == (Perspective.PROFESSION, Profession.NURSE)
    assert not readiness(room.discussion.id).is_round_open


def test_with_the_lived_experience_place_empty_nothing_closes(app: Flask) -> None:
    room = Room()
    room.hear_line()
    room.decide()
    add_view(room.discussion, AddView(text="Her sleep is at 3."), room.nurse)
    with pytest.raises(NotReadyToClose) as refused:
        close_discussion(room.discussion, room.chair)
    assert refused.value.missing == (Missing.LIVED_EXPERIENCE,)


def test_the_chair_may_say_why_there_is_none_and_nobody_else_may(app: Flask) -> None:
    room = Room()
    with pytest.raises(Forbidden):
        say_why_no_lived_experience(room.discussion, "Jo is away", room.nurse)
    with pytest.raises(Invalid):
        say_why_no_lived_experience(room.discussion, "", room.chair)
    say_why_no_lived_experience(room.discussion, "Jo and Dev are away", room.chair)
    assert readiness(room.discussion.id).is_round_open


def test_a_lived_experience_view_that_was_struck_out_empties_the_place_again(app: Flask) -> None:
    room = Room()
    view = add_view(room.discussion, AddView(text="Written about somebody else"), room.peer)
    strike_view(room.discussion, view, "It was about another person", room.peer)
    assert contributions(room.discussion.id) == []
    assert not readiness(room.discussion.id).is_round_open


def test_nobody_strikes_out_what_another_said(app: Flask) -> None:
    room = Room()
    view = add_view(room.discussion, AddView(text="We still ring her."), room.peer)
    with pytest.raises(Forbidden):
        strike_view(room.discussion, view, "I disagree", room.nurse)


def test_whoever_types_can_record_what_another_said_and_both_are_named(app: Flask) -> None:
    room = Room()
    view = add_view(room.discussion, AddView(text="Rest first.", said_by_id=room.jo.id), room.nurse)
    assert (view.said_by_id, view.written_by_id) == (room.jo.id, room.priya.id)
    assert view.perspective is Perspective.LIVED_EXPERIENCE


def test_the_persons_own_words_are_theirs_whoever_brings_them(app: Flask) -> None:
    room = Room()
    words = AddView(text="I can’t do the phone.", is_by_person=True, how="by text on 10 June")
    view = add_view(room.discussion, words, room.nurse)
    assert (view.perspective, view.said_by_name) == (Perspective.OWN_WORDS, "Amara")


def test_a_guest_speaks_as_a_guest_and_a_carer_as_a_carer(app: Flask) -> None:
    room = Room()
    guest = check_in_guest(room.meeting, Guest("Lena Fox", "housing officer", "Irwell Homes"), room.chair)
    carer = check_in_carer(room.meeting, room.amara, "Grace Osei", room.chair)
    by_guest = add_view(room.discussion, AddView(text="The flat is hers.", said_by_guest_id=guest.id), room.nurse)
    by_carer = add_view(room.discussion, AddView(text="She sleeps by day.", said_by_guest_id=carer.id), room.nurse)
    assert (by_guest.perspective, by_guest.said_by_name) == (
        Perspective.GUEST,
        "Lena Fox, housing officer, Irwell Homes",
    )
    assert by_carer.perspective is Perspective.CARER


def test_somebody_here_for_another_person_has_no_voice_in_this_discussion(app: Flask) -> None:
    room = Room()
    other = make_person("Kwame", "Boateng", team=room.team)
    visitor = check_in_person(room.meeting, other, room.chair)
    with pytest.raises(Invalid):
        add_view(room.discussion, AddView(text="Hello", said_by_guest_id=visitor.id), room.nurse)


def test_views_are_added_before_the_discussion_begins_and_after_it_closed(app: Flask) -> None:
    room = Room(is_started=False)
    add_view(room.discussion, AddView(text="I can’t come on Thursday; this is my view."), room.peer)
    assert len(contributions(room.discussion.id)) == 1
    later = Room()
    later.close()
    add_view(later.discussion, AddView(text="One more thing."), later.nurse)
    assert len(contributions(later.discussion.id)) == 2


def test_a_closed_discussion_takes_no_reason_for_a_missing_view(app: Flask) -> None:
    room = Room()
    room.close()
    with pytest.raises(Conflict):
        say_why_no_lived_experience(room.discussion, "Too late", room.chair)


def test_nobody_outside_the_team_adds_to_the_round(app: Flask) -> None:
    room = Room()
    elsewhere = make_team()
    stranger = actor_for(make_account("Ola Stone", team=elsewhere), elsewhere)
    with pytest.raises(NotFound):
        add_view(room.discussion, AddView(text="Hello"), stranger)
    assert contributions(room.discussion.id) == []

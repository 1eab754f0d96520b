"""Several laptops at once: changes of one discussion wait for each other, and none is lost."""

from flask import Flask

from livingwell.core.errors import Conflict
from livingwell.discussions.actions.agenda import put_on_agenda
from livingwell.discussions.actions.attendance import check_in_member
from livingwell.discussions.actions.closing import close_discussion
from livingwell.discussions.actions.deciding import answer_decision, decide_no_change
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.commands import AddView, Answer, Place
from livingwell.discussions.models import Outcome, Reason
from livingwell.discussions.queries.agenda import places
from livingwell.discussions.queries.attendance import check_ins
from livingwell.discussions.queries.decisions import answers_to, decision
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.live import pulse
from livingwell.discussions.queries.meetings import meeting
from livingwell.discussions.queries.round import contributions
from tests.factories.discussions import Room
from tests.factories.people import make_person
from tests.harness.together import TOGETHER, together


def test_views_added_together_are_all_kept_and_each_counts(app: Flask) -> None:
    room = Room()
    person, here, before = room.amara.id, room.discussion.id, pulse(room.discussion.id, room.amara.id).number
    actor = room.peer
    assert together(app, lambda: add_view(discussion(actor, person, here), AddView(text="Rest first"), actor)) == []
    assert len(contributions(here)) == TOGETHER
    assert pulse(here, person).number == before + TOGETHER


def test_a_discussion_is_closed_once(app: Flask) -> None:
    room = Room()
    room.hear_line()
    room.hear_lived_experience()
    room.decide()
    person, here, actor = room.amara.id, room.discussion.id, room.chair
    refused = together(app, lambda: close_discussion(discussion(actor, person, here), actor))
    assert [type(error) for error in refused] == [Conflict] * (TOGETHER - 1)


def test_no_change_is_said_once(app: Flask) -> None:
    room = Room()
    person, here, actor = room.amara.id, room.discussion.id, room.chair
    refused = together(app, lambda: decide_no_change(discussion(actor, person, here), "It works", actor))
    assert len(refused) == TOGETHER - 1


def test_nobody_is_put_on_an_agenda_twice(app: Flask) -> None:
    room = Room()
    kwame = make_person("Kwame", "Boateng", team=room.team).id
    held, place, actor = room.meeting.id, Place(Reason.NEW, room.jo.id), room.chair
    refused = together(app, lambda: put_on_agenda(meeting(actor, held), kwame, place, actor))
    assert len(refused) == TOGETHER - 1
    assert len(places(held)) == 2


def test_checking_in_together_is_once(app: Flask) -> None:
    room = Room()
    held, jo, actor = room.meeting.id, room.jo.id, room.peer
    assert together(app, lambda: check_in_member(meeting(actor, held), jo, actor)) == []
    assert len(check_ins(room.chair, held)) == 1


def test_what_became_of_a_decision_is_settled_once(app: Flask) -> None:
    room = Room()
    decided, person, actor = room.decide().id, room.amara.id, room.chair
    done = Answer(Outcome.DONE, "Off since 12 June")
    refused = together(app, lambda: answer_decision(decision(actor, person, decided), done, actor))
    assert len(refused) == TOGETHER - 1
    assert len(answers_to([decided])[decided]) == 1

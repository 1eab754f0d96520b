"""A discussion closes with an outcome, the person's line and the lived-experience view, each or why not."""

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Stale
from livingwell.discussions.actions.agenda import change_place, say_line, take_off_agenda
from livingwell.discussions.actions.closing import close_discussion, mark_told, write_telling
from livingwell.discussions.actions.deciding import decide_no_change
from livingwell.discussions.actions.round import add_view, say_why_no_lived_experience
from livingwell.discussions.commands import AddView, Place, SayLine, WriteTelling
from livingwell.discussions.models import Missing, NotReadyToClose, PersonLine, Reason
from livingwell.discussions.queries.discussions import has_closing, telling_of
from livingwell.extensions import db
from tests.factories.discussions import Room


def missing_of(room: Room) -> tuple[Missing, ...]:
    with pytest.raises(NotReadyToClose) as refused:
        close_discussion(room.discussion, room.chair)
    return refused.value.missing


def test_an_empty_discussion_lacks_all_three(app: Flask) -> None:
    room = Room()
    assert missing_of(room) == (Missing.OUTCOME, Missing.OWN_LINE, Missing.LIVED_EXPERIENCE)
    assert not has_closing(room.discussion.id)


def test_each_is_asked_for_alone(app: Flask) -> None:
    room = Room()
    room.hear_line()
    assert missing_of(room) == (Missing.OUTCOME, Missing.LIVED_EXPERIENCE)
    room.hear_lived_experience()
    assert missing_of(room) == (Missing.OUTCOME,)
    room.decide()
    close_discussion(room.discussion, room.chair)
    assert has_closing(room.discussion.id)


def test_reasons_stand_in_for_each(app: Flask) -> None:
    room = Room()
    say_line(room.discussion, SayLine(brought_by_id=room.jo.id, not_asked_because="No interpreter"), room.chair)
    say_why_no_lived_experience(room.discussion, "Jo is away", room.chair)
    decide_no_change(room.discussion, "We wait for her answer", room.chair)
    close_discussion(room.discussion, room.chair)
    assert has_closing(room.discussion.id)


def test_a_discussion_that_never_began_is_not_closed(app: Flask) -> None:
    room = Room(is_started=False)
    with pytest.raises(Conflict):
        room.close()


def test_it_closes_once(app: Flask) -> None:
    room = Room()
    room.close()
    with pytest.raises(Conflict):
        close_discussion(room.discussion, room.chair)


def test_a_closed_discussion_is_added_to_and_never_edited(app: Flask) -> None:
    room = Room()
    room.close()
    place = Place(reason=Reason.OTHER, brought_by_id=room.jo.id)
    for edit in (
        lambda: change_place(room.discussion, place, room.chair),
        lambda: take_off_agenda(room.discussion, room.chair),
        lambda: decide_no_change(room.discussion, "After all", room.chair),
    ):
        with pytest.raises(Conflict):
            edit()
    add_view(room.discussion, AddView(text="Added on Friday"), room.nurse)
    room.decide("Added on Friday")


def test_a_line_is_what_they_said_or_why_not_and_the_database_agrees(app: Flask) -> None:
    room = Room()
    line = PersonLine(
        discussion_id=room.discussion.id,
        person_id=room.amara.id,
        words="Hello",
        not_asked_because="Away",
        brought_by_id=room.jo.id,
    )
    db.session.add(line)
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def telling(room: Room, text: str, row_version: int | None = None) -> WriteTelling:
    return WriteTelling(text, room.jo.id, "by text, as asked", today(), row_version)


def test_two_who_write_the_telling_do_not_overwrite_each_other(app: Flask) -> None:
    room = Room()
    first = write_telling(room.discussion, telling(room, "Hi Amara, it’s Jo."), room.peer)
    write_telling(room.discussion, telling(room, "Hi Amara.", first.row_version), room.nurse)
    with pytest.raises(Stale) as refused:
        write_telling(room.discussion, telling(room, "Dear Amara", 1), room.chair)
    assert refused.value.texts == {"": "Hi Amara."}
    with pytest.raises(Stale):
        write_telling(room.discussion, telling(room, "Dear Amara"), room.chair)


def test_what_was_told_stays_as_it_was_told(app: Flask) -> None:
    room = Room()
    with pytest.raises(Conflict):
        mark_told(room.discussion, room.peer)
    written = write_telling(room.discussion, telling(room, "Hi Amara, it’s Jo."), room.peer)
    mark_told(room.discussion, room.peer)
    with pytest.raises(Conflict):
        write_telling(room.discussion, telling(room, "Other words", written.row_version), room.peer)
    assert telling_of(room.discussion.id).told_by_id == room.jo.id

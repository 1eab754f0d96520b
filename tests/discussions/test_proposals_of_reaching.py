"""The agenda proposes to talk about how we reach and support somebody: a worry about us, and never about them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from flask import Flask

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.actions.life import say_can_do, say_cannot_do
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment, NotPossible
from livingwell.adjustments.models import HowWeKnow, Way
from livingwell.contacts.models import Outcome
from livingwell.core.clock import fixed, now, today
from livingwell.discussions.models import Ground, Meeting, Why
from livingwell.discussions.presenters.proposals import proposed, why_words
from livingwell.discussions.queries.proposals import proposals
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.models import Person
from tests.factories.discussions import Room, as_member, make_meeting
from tests.factories.engagement import AS_ASKED, NOT_AS_ASKED, make_contacts
from tests.factories.people import make_person

Counting = Callable[[], AbstractContextManager[list[str]]]


def whys(room: Room, meeting: Meeting, person: Person) -> dict[Ground, Why]:
    return {
        why.ground: why for each in proposals(room.chair, meeting) if each.person_id == person.id for why in each.whys
    }


def coming(room: Room) -> Meeting:
    return make_meeting(room, now() + timedelta(days=7))


def reached(room: Room, person: Person, days_ago: int) -> None:
    make_contacts(person, room.nurse, [(today() - timedelta(days=days_ago), Way.TEXT, Outcome.REPLIED, AS_ASKED)])


def not_reached(room: Room, person: Person, outcome: Outcome, *days_ago: int) -> None:
    way = Way.CLINIC if outcome is Outcome.MISSED else Way.PHONE
    make_contacts(
        person, room.nurse, [(today() - timedelta(days=days), way, outcome, NOT_AS_ASKED) for days in days_ago]
    )


def test_two_missed_appointments_are_a_worry_about_how_we_reach_somebody(app: Flask) -> None:
    room = Room()
    reached(room, room.amara, 10)
    not_reached(room, room.amara, Outcome.MISSED, 5)
    meeting = coming(room)
    assert Ground.WORRY_ABOUT_CONTACT not in whys(room, meeting, room.amara)
    not_reached(room, room.amara, Outcome.MISSED, 2)
    why = whys(room, meeting, room.amara)[Ground.WORRY_ABOUT_CONTACT]
    assert (why.missed, why.attempts, why.since) == (2, 0, today() - timedelta(days=5))
    said = why_words(why, today())
    assert said.startswith("Worry about how we reach them: 2 appointments missed since ")


def test_four_attempts_that_did_not_reach_are_one_too_and_a_contact_ends_it(app: Flask) -> None:
    room = Room()
    reached(room, room.amara, 10)
    not_reached(room, room.amara, Outcome.NO_ANSWER, 8, 6, 4, 2)
    meeting = coming(room)
    assert "4 attempts that did not reach" in why_words(
        whys(room, meeting, room.amara)[Ground.WORRY_ABOUT_CONTACT], today()
    )
    reached(room, room.amara, 1)
    assert Ground.WORRY_ABOUT_CONTACT not in whys(room, meeting, room.amara)


def test_no_contact_as_asked_is_counted_in_weeks(app: Flask) -> None:
    room = Room()
    reached(room, room.amara, 36)
    why = whys(room, coming(room), room.amara)[Ground.NO_CONTACT]
    assert why_words(why, today()) == "No contact as they asked for 5 weeks."


def test_one_press_puts_somebody_on_the_agenda_as_a_worry(app: Flask) -> None:
    room = Room()
    reached(room, room.amara, 10)
    room.close()
    not_reached(room, room.amara, Outcome.MISSED, 5, 2)
    meeting, ruth = coming(room), as_member(app, room.ruth)
    found = [each for each in proposals(room.chair, meeting) if each.person_id == room.amara.id]
    assert proposed(found, 90, today(), is_all=True).rows[0].reason == "worry"
    ruth.post(f"/meetings/{meeting.id}/agenda/{room.amara.id}", data={"reason": "worry"})
    assert "worry: how we reach them" in ruth.get(f"/meetings/{meeting.id}").text


def test_whoever_has_died_is_no_worry(app: Flask) -> None:
    room = Room()
    not_reached(room, room.amara, Outcome.MISSED, 5, 2)
    meeting = coming(room)
    assert whys(room, meeting, room.amara)
    record_death(room.amara, RecordDeath("Her sister", today()), room.nurse)
    assert whys(room, meeting, room.amara).keys() & {Ground.WORRY_ABOUT_CONTACT, Ground.NO_CONTACT} == set()


def test_what_we_cannot_do_is_proposed_with_its_reason_until_it_was_talked_about(app: Flask) -> None:
    room = Room(is_started=False)
    command = AddAdjustments((NewAdjustment(own_words="A quiet room"),), HowWeKnow.TOLD_US)
    adjustment = add_adjustments(room.amara, command, room.nurse)[0]
    meeting = coming(room)
    assert Ground.CANNOT_DO not in whys(room, meeting, room.amara)
    refusal = NotPossible(today(), "There is one room, above the gym", "We visit her at home")
    say_cannot_do(room.amara, adjustment.id, refusal, room.nurse)
    said = why_words(whys(room, meeting, room.amara)[Ground.CANNOT_DO], today())
    assert "we can’t do this: “A quiet room”, because “There is one room, above the gym”." in said
    with fixed(now() + timedelta(minutes=1)):
        room.begin()
    assert Ground.CANNOT_DO not in whys(room, meeting, room.amara)


def test_what_we_can_do_after_all_is_not_proposed(app: Flask) -> None:
    room = Room(is_started=False)
    command = AddAdjustments((NewAdjustment(own_words="A quiet room"),), HowWeKnow.TOLD_US)
    adjustment = add_adjustments(room.amara, command, room.nurse)[0]
    say_cannot_do(room.amara, adjustment.id, NotPossible(today(), "No room", "Home visits"), room.nurse)
    say_can_do(room.amara, adjustment.id, room.nurse)
    assert Ground.CANNOT_DO not in whys(room, coming(room), room.amara)


def test_a_whole_agenda_is_proposed_in_one_statement(app: Flask, count_statements: Counting) -> None:
    room = Room()
    for number in range(6):
        person = make_person(f"Person{number}", "Test", team=room.team)
        not_reached(room, person, Outcome.MISSED, 5, 2)
    meeting = coming(room)
    with count_statements() as statements:
        assert len(proposals(room.chair, meeting)) == 7
    assert len(statements) == 1

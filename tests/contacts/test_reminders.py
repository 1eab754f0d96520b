"""Reminders: as the person asked, never a way that they said no to, and called off with the appointment."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from livingwell.adjustments.models import Standing, TimePreference, TimeStanding, Way
from livingwell.audit import record
from livingwell.contacts import actions
from livingwell.contacts.commands import PlanAppointment, RecordOutcome
from livingwell.contacts.models import Contact, Outcome
from livingwell.contacts.models.asking import REMINDER_TO_GIVE
from livingwell.contacts.queries.contacts import contact_of
from livingwell.contacts.queries.needs_member import ASKS
from livingwell.contacts.queries.reminders import reminder_of, reminders_of
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed, now
from livingwell.core.errors import Conflict
from livingwell.delivery.models import Channel, Delivery, DeliveryState, Message
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.asks import asks
from tests.factories.contacts import THURSDAY, Desk, make_appointment, tell_preferences

WISH = {Way.TEXT: 24}


@pytest.fixture
def amara(desk: Desk) -> Person:
    """Amara, with a number and an address kept for fiction."""
    with atomic():
        person = db.session.get_one(Person, desk.amara.id)
        person.mobile, person.email = "07700 900123", "amara@example.com"
        record("edit_details", desk.nurse, person.id)
    return person


def messages() -> list[Message]:
    return list(db.session.scalars(select(Message).order_by(Message.not_before)))


def states() -> list[DeliveryState]:
    return list(db.session.scalars(select(Delivery.state)))


def appointment(amara: Person, desk: Desk, days: int = 3) -> Contact:
    return make_appointment(amara, desk.nurse, now() + timedelta(days=days), place="Weaver Street")


def test_a_reminder_goes_as_they_asked_and_when(amara: Person, desk: Desk) -> None:
    tell_preferences(amara, desk.nurse, {Way.TEXT: Standing.BEST}, reminders=WISH)
    planned = appointment(amara, desk)
    [message] = messages()
    assert (message.channel, message.to_address, message.about) == (Channel.TEXT, "07700 900123", amara.id)
    assert (message.not_before, message.not_after) == (planned.at - timedelta(hours=24), planned.at)
    assert message.is_automatic
    assert message.text == (
        "Hi Amara, it’s Priya. We meet on Sunday 14 June at 10am, Weaver Street. If that is not good for you any more, "
        "tell me."
    )


def test_nobody_who_asked_for_none_gets_a_reminder(amara: Person, desk: Desk) -> None:
    appointment(amara, desk)
    tell_preferences(amara, desk.nurse)
    appointment(amara, desk)
    assert messages() == []


def test_a_reminder_never_goes_a_way_they_said_no_to(amara: Person, desk: Desk) -> None:
    ways = {Way.TEXT: Standing.NOT_SAFE, Way.EMAIL: Standing.FINE}
    tell_preferences(amara, desk.nurse, ways, reminders=WISH)
    appointment(amara, desk)
    [message] = messages()
    assert message.channel is Channel.EMAIL
    assert message.subject == "Our time on Sunday 14 June at 10am"


def test_with_no_safe_way_it_waits_on_today_for_a_member(amara: Person, desk: Desk) -> None:
    ways = {Way.TEXT: Standing.NOT_SAFE, Way.EMAIL: Standing.NOT_WANTED}
    tell_preferences(amara, desk.nurse, ways, reminders=WISH)
    planned = appointment(amara, desk)
    assert messages() == []
    assert asks(desk.nurse, ASKS, 20) == []
    with fixed(THURSDAY + timedelta(days=2)):
        [ask] = asks(desk.nurse, ASKS, 20)
        assert (ask.kind, ask.person.id, ask.place_id) == (REMINDER_TO_GIVE, amara.id, planned.id)
        reminder = reminder_of(amara.id, ask.row_id)
        assert reminder.way is None
        actions.mark_reminded(reminder, desk.nurse)
        assert asks(desk.nurse, ASKS, 20) == []
        with pytest.raises(Conflict):
            actions.mark_reminded(reminder, desk.nurse)


def test_a_reminder_by_phone_is_given_by_a_member(amara: Person, desk: Desk) -> None:
    tell_preferences(amara, desk.nurse, {Way.PHONE: Standing.BEST}, reminders={Way.PHONE: 24})
    [(reminder, state)] = reminders_of(appointment(amara, desk).id)
    assert (reminder.way, reminder.message_id, state) == (Way.PHONE, None, None)


def test_without_a_number_another_way_that_they_find_fine_is_taken(amara: Person, desk: Desk) -> None:
    with atomic():
        db.session.get_one(Person, amara.id).mobile = ""
        record("edit_details", desk.nurse, amara.id)
    tell_preferences(amara, desk.nurse, {Way.TEXT: Standing.BEST, Way.EMAIL: Standing.FINE}, reminders=WISH)
    appointment(amara, desk)
    assert [message.channel for message in messages()] == [Channel.EMAIL]


def test_it_comes_earlier_where_they_asked_us_not_at_that_hour(amara: Person, desk: Desk) -> None:
    mornings = TimePreference(position=0, standing=TimeStanding.NOT, starts=time(6), ends=time(12))
    tell_preferences(amara, desk.nurse, {Way.TEXT: Standing.BEST}, times=(mornings,), reminders=WISH)
    planned = make_appointment(amara, desk.nurse, THURSDAY + timedelta(days=3, hours=4))
    assert messages()[0].not_before == planned.at - timedelta(hours=24)
    early = make_appointment(amara, desk.nurse, THURSDAY + timedelta(days=5, hours=3))
    assert early.at.hour == 12
    assert messages()[1].not_before == early.at - timedelta(hours=24)


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED_BY_PERSON, Outcome.CANCELLED_BY_US])
def test_a_cancelled_appointment_reminds_nobody(amara: Person, desk: Desk, outcome: Outcome) -> None:
    tell_preferences(amara, desk.nurse, {Way.TEXT: Standing.BEST}, reminders=WISH)
    planned = appointment(amara, desk)
    actions.record_outcome(contact_of(amara.id, planned.id), RecordOutcome(outcome), desk.nurse)
    assert states() == [DeliveryState.CANCELLED]


def test_a_moved_appointment_reminds_of_the_new_time_only(amara: Person, desk: Desk) -> None:
    tell_preferences(amara, desk.nurse, {Way.TEXT: Standing.BEST, Way.VISIT: Standing.FINE}, reminders=WISH)
    planned = appointment(amara, desk)
    later = PlanAppointment(Way.VISIT, now() + timedelta(days=6))
    cancelled = RecordOutcome(Outcome.CANCELLED_BY_US)
    moved = actions.move_appointment(contact_of(amara.id, planned.id), later, cancelled, desk.nurse)
    assert [state for _reminder, state in reminders_of(planned.id)] == [DeliveryState.CANCELLED]
    assert [state for _reminder, state in reminders_of(moved.id)] == [DeliveryState.WAITING]


def test_one_that_was_recorded_in_error_reminds_nobody(amara: Person, desk: Desk) -> None:
    tell_preferences(amara, desk.nurse, {Way.TEXT: Standing.BEST}, reminders=WISH)
    planned = appointment(amara, desk)
    actions.strike_contact(contact_of(amara.id, planned.id), "It was for Ada", desk.nurse)
    assert states() == [DeliveryState.CANCELLED]


def test_a_reminder_that_is_too_late_is_left_out(amara: Person, desk: Desk) -> None:
    tell_preferences(amara, desk.nurse, {Way.TEXT: Standing.BEST, Way.VISIT: Standing.FINE}, reminders=WISH)
    make_appointment(amara, desk.nurse, now() + timedelta(hours=5))
    assert messages() == []

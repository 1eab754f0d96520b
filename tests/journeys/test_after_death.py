"""When somebody has died, everything that waits to go is cancelled, whichever page it was written down on."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.models import AppointmentReminder, Contact, Outcome
from livingwell.core.clock import now, today
from livingwell.delivery.models import DeliveryState
from livingwell.delivery.queries import states_of
from livingwell.extensions import db
from livingwell.journeys.actions.closing import close_after_death, complete_closure
from livingwell.journeys.models import HandOverSending, LandingCheck
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.queries.own_reach import person_cared_for
from tests.factories.closing import episode_in, make_proposal
from tests.factories.contacts import Desk, make_appointment, tell_preferences
from tests.factories.hand_overs import make_sent as make_handed_over
from tests.factories.identity import actor_for
from tests.factories.letters import make_reachable, make_sent
from tests.factories.people import make_carer_account


@pytest.fixture
def desk(app: Flask) -> Desk:
    return Desk()


@pytest.fixture(params=["on the page of the death", "by ending support"])
def dies(request: pytest.FixtureRequest, desk: Desk) -> Callable[[], object]:
    told = RecordDeath("Efe, her sister", today())
    if request.param == "by ending support":
        return lambda: close_after_death(desk.amara, episode_in(desk.amara), told, desk.nurse)
    return lambda: record_death(desk.amara, told, desk.nurse)


def test_appointments_and_their_reminders_are_called_off_as_our_doing(desk: Desk, dies: Callable[[], object]) -> None:
    make_reachable(desk.amara)
    tell_preferences(desk.amara, desk.nurse, {Way.TEXT: Standing.BEST}, reminders={Way.TEXT: 24})
    contact = make_appointment(desk.amara, desk.nurse, now() + timedelta(days=3))
    [reminder] = db.session.scalars(select(AppointmentReminder)).all()
    dies()
    assert db.session.get(Contact, contact.id).outcome is Outcome.CANCELLED_BY_US
    assert states_of([reminder.message_id])[reminder.message_id].state is DeliveryState.CANCELLED


def test_a_letter_that_waits_in_the_outbox_does_not_go(desk: Desk, dies: Callable[[], object]) -> None:
    message_id = make_sent(make_reachable(desk.amara), desk.nurse).message_id
    dies()
    assert states_of([message_id])[message_id].state is DeliveryState.CANCELLED


def test_what_a_receiver_was_sent_opens_no_more(desk: Desk, dies: Callable[[], object]) -> None:
    make_handed_over(desk.amara, desk.nurse)
    dies()
    [sending] = db.session.scalars(select(HandOverSending)).all()
    assert sending.stopped_at is not None


def test_nobody_asks_whether_it_landed(desk: Desk) -> None:
    complete_closure(make_proposal(desk.amara, desk.nurse), desk.nurse)
    record_death(desk.amara, RecordDeath("Efe, her sister", today()), desk.nurse)
    assert {check.cancelled_at is not None for check in db.session.scalars(select(LandingCheck))} == {True}


def test_carers_can_still_write_to_us(desk: Desk, dies: Callable[[], object]) -> None:
    carer = actor_for(make_carer_account(desk.amara))
    dies()
    assert person_cared_for(carer, desk.amara.id, None).id == desk.amara.id
